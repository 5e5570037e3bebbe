/** Nicknames: what may stand on the big screen, and friendly ones for those who want none of their own. */
import { tidy } from '../people/names/person-name.ts';
import { mixesLookAlikes } from '../people/names/scripts.ts';
import { holdsUnseen, pilesMarks, withoutJoiners, withoutPictures } from '../people/names/unseen.ts';
import { type Outcome, refuse } from '../refusal.ts';

const LONGEST = 20;
/** With the signs that nobody sees, and letters that are written of several. */
const MOST_SIGNS = 40;
/** Letters of any script, digits, and a few signs between them, as in `Jean-Luc`, `Marcel·lí` and `Ben & Ada`. */
const SHAPE = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ._'’·・׳״་&+-]*[\p{L}\p{N}\p{M}.])?$/u;
/** A name of one letter, where a letter is a word or a syllable: 李, 王. */
const ONE_LETTER = /^[\p{Ideographic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
/** The nickname as it will be shown, or why it cannot be; its words are looked at by the server: names/unfit.ts. */
export function readNickname(input: string): Outcome<{ name: string }> {
  const name = tidy(input);
  if (holdsUnseen(name)) return refuse('nameUnseen');
  const letters = lettersIn(name);
  const short = letters < 2 && !ONE_LETTER.test(withoutJoiners(name));
  if (short || letters > LONGEST || [...name].length > MOST_SIGNS) return refuse('nicknameLength');
  if (pilesMarks(name)) return refuse('nameMarks');
  if (!SHAPE.test(withoutJoiners(withoutPictures(name)))) return refuse('nicknameSigns');
  if (mixesLookAlikes(name)) return refuse('nameScripts');
  return { ok: true, name };
}

/** What people count as letters: with their marks, and a picture as one. */
function lettersIn(name: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)].length;
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
