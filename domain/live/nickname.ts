/** Nicknames: what may stand on the big screen, and friendly ones for those who want none of their own. */

const SHORTEST = 2;
const LONGEST = 20;
/** Letters of any script, digits, and a few marks between them. */
const SHAPE = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ._'’-]*[\p{L}\p{N}\p{M}.])?$/u;
/** What cannot be seen: joiners, fillers, selectors. It would make two names of what looks like one. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
/** More marks on one letter than any script writes, in towers over the lines above. */
const TOWER = /\p{M}{4}/u;
/** Scripts that share the look of letters: one of them in a word. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
/** Stems that no class needs to read from the wall; compared after undoing the usual disguises. */
const UNFIT = [
  'fuck',
  'shit',
  'bitch',
  'cunt',
  'nigg',
  'fagg',
  'whore',
  'penis',
  'vagina',
  'nazi',
  'hitler',
  'porn',
  'rape',
  'wank',
  'slut',
  'retard',
];
const DISGUISES: Record<string, string> = {
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

/** The nickname as it will be shown, or undefined when it cannot be. */
export function readNickname(input: string): string | undefined {
  const name = input.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const length = [...name].length;
  if (length < SHORTEST || length > LONGEST || !SHAPE.test(name)) return undefined;
  if (UNSEEN.test(name) || TOWER.test(name.normalize('NFD')) || mixesScripts(name)) return undefined;
  return isUnfit(name) ? undefined : name;
}

/** Whether a word is put together from scripts whose letters look alike, as no language does. */
function mixesScripts(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => ALIKE.filter((script) => script.test(word)).length > 1);
}

/** Whether a text holds what no class needs to read from the wall. */
export function isUnfit(text: string): boolean {
  const bare = [...text.normalize('NFKC').toLowerCase().normalize('NFD')]
    .map((letter) => DISGUISES[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}]/gu, '')
    .replace(/(.)\1+/gu, '$1');
  return UNFIT.some((stem) => bare.includes(stem.replace(/(.)\1+/gu, '$1')));
}

const MOODS = [
  'Brave',
  'Calm',
  'Clever',
  'Curious',
  'Eager',
  'Gentle',
  'Happy',
  'Jolly',
  'Keen',
  'Lucky',
  'Merry',
  'Nimble',
  'Patient',
  'Quick',
  'Quiet',
  'Sunny',
  'Swift',
  'Wise',
];
const ANIMALS = [
  'Badger',
  'Bear',
  'Crane',
  'Dolphin',
  'Eagle',
  'Falcon',
  'Fox',
  'Gecko',
  'Heron',
  'Ibis',
  'Koala',
  'Lynx',
  'Marten',
  'Otter',
  'Owl',
  'Panda',
  'Raven',
  'Seal',
  'Tiger',
  'Wren',
];

/** A friendly name from two numbers in [0, 1); `number`, where it is not 0, tells apart those who would share one. */
export function friendlyName(first: number, second: number, number = 0): string {
  const name = `${MOODS[Math.floor(first * MOODS.length)]} ${ANIMALS[Math.floor(second * ANIMALS.length)]}`;
  return number === 0 ? name : `${name} ${number}`;
}
