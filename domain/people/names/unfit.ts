/**
 * Words that no class needs to read from the wall. Whole words are compared, in the languages of a list that people of each of
 * them keep, and never syllables: Siriporn, Draper and trapezoid hold none. A name that people are given wins over the list.
 */
import lists from 'naughty-words';

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
];
/**
 * First names and surnames, and words of a lesson, that stand in a list: Dick and Fanny are common names, Pinto and Negro are
 * surnames, a semen is a Russian first name.
 */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'dick boner hooker negro bocchino pinto semen bitte fanny willy gay gaylord randy wang dong bich phuc dickson hancock cox wood johnson ' +
    'weiner peter roger rod butt balls ball head bush cummings lovelace coco kok bo mona moran kunt kos sex sexe sm xx am cu asno ' +
    'sexual sexuality male female screw bra strap black white beaver domination'
  )
    .trim()
    .split(' '),
);
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
/** Scripts that put no space between words: there a longer word is found inside a text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LONG_UNSPACED = 3;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
/** `fuuuck` is `fuck`; the words of the list are treated alike. */
const single = (word: string): string => word.replace(/(.)\1+/gu, '$1');
const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

interface Words {
  whole: ReadonlySet<string>;
  disguised: ReadonlySet<string>;
  inside: readonly string[];
}

let read: Words | undefined;

/** Made when first asked for. */
function words(): Words {
  if (read !== undefined) return read;
  const of = Object.entries(lists).flatMap(([language, list]) => (LEFT_OUT.has(language) ? [] : list));
  const all = [...of, ...MORE].map(fold).filter((word) => !KNOWN.has(word));
  const latin = all.filter((word) => /^[a-z]{4,}$/.test(word));
  read = {
    whole: new Set(all),
    disguised: new Set(latin.map(single).filter((word) => word.length >= 3 && !KNOWN.has(word))),
    inside: all.filter((word) => UNSPACED.test(word) && [...word].length >= LONG_UNSPACED),
  };
  return read;
}

/** Whether a text holds a word that no class needs to read from the wall. */
export function isUnfit(text: string): boolean {
  const { whole, disguised, inside } = words();
  const folded = fold(text);
  const plain = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  if (plain.some((word) => whole.has(word) && !KNOWN.has(word))) return true;
  // words of several, such as `son of a …`
  for (let first = 0; first < plain.length; first++)
    for (let last = first + 2; last <= Math.min(plain.length, first + 4); last++)
      if (whole.has(plain.slice(first, last).join(' '))) return true;
  if (UNSPACED.test(folded) && inside.some((word) => folded.includes(word))) return true;
  return disguisesOf(folded).some((word) => !KNOWN.has(word) && disguised.has(single(word)));
}

/** A text's words with signs read as the letters that they stand for, and letters that stand alone drawn together. */
function disguisesOf(folded: string): string[] {
  const changed = bare([...folded].map((letter) => DISGUISES[letter] ?? letter).join(''));
  const found = changed.split(/[^a-z]+/).filter((word) => word !== '');
  const drawn = [...changed.matchAll(/(?<![a-z])[a-z](?:[^a-z]+[a-z](?![a-z])){2,}/g)].map(([run]) =>
    run.replace(/[^a-z]/g, ''),
  );
  // only what is disguised: a plain word was compared as it is
  return [...found.filter((word) => !folded.includes(word) || word !== single(word)), ...drawn];
}
