/**
 * Words that no class needs to read from the wall. Whole words are compared, in the languages of a list that people of each of
 * them keep, and never syllables: Siriporn, Draper and trapezoid hold none. A name that people are given wins over the list.
 */
import lists from 'naughty-words';
import { KNOWN, KNOWN_PHRASES } from './known.ts';

/** Languages whose lists are of another language's words, or of none that is spoken in a school. */
const LEFT_OUT: ReadonlySet<string> = new Set(['tlh', 'eo', 'kab']);
/** Not in the lists, and a class knows them. */
const MORE = [
  'nazi',
  'nazis',
  'hitler',
  'nutte',
  'nutten',
  'missgeburt',
  'cyka',
  'suka',
  'cuka',
  'kys',
  'fvck',
  'fcuk',
  'fck',
  'phuck',
  // a surname alone, and no greeting
  'fick dich',
  'fick dein',
  'fick deine',
  'fick euch',
  'suck it',
  'suck my',
];
/** Signs that stand for a letter in a word that is disguised. */
const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
  '!': 'i',
};
const APOSTROPHES = /['’ʼ]/gu;
/** What stands before or behind a word and is none of its letters: `l'`, `'s`. */
const CLITIC = /^(?:[cdjlmnst]|qu)'(?=.)|'s?$/gu;
const PHRASES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${KNOWN_PHRASES.map((phrase) => phrase.replaceAll(' ', '[^\\p{L}\\p{N}]+')).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
const MOST_WORDS = 4;
/** Scripts that put no space between words: there a longer word is found inside a text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LONG_UNSPACED = 3;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(APOSTROPHES, "'");
const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
/** Each letter once: `fuuuck` and `fuck` are found under the same. */
const single = (word: string): string => word.replace(/(.)\1+/gu, '$1');
const runs = (word: string): number[] => [...word.matchAll(/(.)\1*/gu)].map(([run]) => run.length);

interface Words {
  whole: ReadonlySet<string>;
  /** those that may be disguised, under their letters */
  disguised: ReadonlyMap<string, readonly string[]>;
  inside: readonly string[];
}

let read: Words | undefined;

/** Made when first asked for. */
function words(): Words {
  if (read !== undefined) return read;
  const of = Object.entries(lists).flatMap(([language, list]) => (LEFT_OUT.has(language) ? [] : list));
  const all = [...of, ...MORE].map(fold).filter((word) => !KNOWN.has(word) && !KNOWN_PHRASES.includes(word));
  const latin = all.filter((word) => /^[a-z]{4,}$/.test(word));
  read = {
    whole: new Set(all),
    disguised: Map.groupBy(new Set(latin), single),
    inside: all.filter((word) => UNSPACED.test(word) && [...word].length >= LONG_UNSPACED),
  };
  return read;
}

/** Whether a text holds a word that no class needs to read from the wall. */
export function isUnfit(text: string): boolean {
  const { whole, inside } = words();
  const folded = fold(text).replace(PHRASES, ' · ');
  const plain = wordsOf(folded);
  for (let first = 0; first < plain.length; first++)
    for (let last = first + 1; last <= Math.min(plain.length, first + MOST_WORDS); last++)
      if (whole.has(plain.slice(first, last).join(' '))) return true;
  if (UNSPACED.test(folded) && standsInside(folded, inside)) return true;
  return disguisesOf(folded).some(isDisguised);
}

/** The words of a text as they are compared: a mark between two letters of one (`Mong'are`) parts nothing. */
function wordsOf(folded: string): string[] {
  return folded
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .map((word) => word.replace(/^'+/u, '').replace(CLITIC, ''))
    .filter((word) => word !== '');
}

/** Whether one of these stands in a text without spaces, from where a word begins to where one ends. */
function standsInside(folded: string, inside: readonly string[]): boolean {
  const found = inside.filter((word) => folded.includes(word));
  if (found.length === 0) return false;
  const ends = new Set([
    folded.length,
    ...[...new Intl.Segmenter('und', { granularity: 'word' }).segment(folded)].map(({ index }) => index),
  ]);
  return found.some((word) => {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      if (ends.has(at) && ends.has(at + word.length)) return true;
    return false;
  });
}

/** Whether a word is one of the list with some of its letters written more often; never with fewer: Bobb is no `boob`. */
function isDisguised(word: string): boolean {
  if (KNOWN.has(word) || KNOWN.has(single(word))) return false;
  const typed = runs(word);
  return (words().disguised.get(single(word)) ?? []).some((listed) =>
    runs(listed).every((length, index) => length <= (typed[index] ?? 0)),
  );
}

/** A text's words with signs read as the letters that they stand for, and letters that stand alone drawn together. */
function disguisesOf(folded: string): string[] {
  // a number is no word, and a sign at the end of one is no letter
  const read = (word: string): string =>
    /\p{L}/u.test(word) ? [...word.replace(/!+$/u, '')].map((letter) => DISGUISES[letter] ?? letter).join('') : ' ';
  const changed = folded.split(/\s+/u).map(read).join(' ');
  const found = wordsOf(changed).flatMap((word) => (KNOWN.has(word) ? [] : bare(word)));
  const drawn = [...bare(changed).matchAll(/(?<!\p{L})[a-z](?:[^\p{L}]+[a-z](?!\p{L})){2,}/gu)].map(([run]) =>
    run.replace(/[^a-z]/g, ''),
  );
  return [...found.filter((word) => /^[a-z]+$/.test(word)), ...drawn];
}
