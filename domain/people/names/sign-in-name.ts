/** What one signs in with: compared by letters, not by spelling, and of one script, so that none looks like another. */
import { type Outcome, refuse } from '../../refusal.ts';
import { isOfOneScript } from './scripts.ts';
import { holdsUnseen, pilesMarks, withoutJoiners } from './unseen.ts';

/** A letter or digit first; then these, and dots, dashes, +, @ and _ as e-mail addresses have. */
const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*$/u;
const SHORTEST = 2;
const LONGEST = 80;

/** One spelling for all that differ in case, width or composition only. */
export function foldCase(text: string): string {
  let folded = text;
  // what is composed anew may have another case: twice is enough, and a third time changes nothing
  for (let time = 0; time < 2; time++) folded = folded.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return folded;
}

/** The sign-in name as it is stored. */
export function readSignInName(typed: string): Outcome<{ name: string }> {
  const name = foldCase(typed.trim());
  const length = [...name].length;
  if (holdsUnseen(name)) return refuse('nameUnseen');
  if (length < SHORTEST || length > LONGEST || !SHAPE.test(withoutJoiners(name))) return refuse('loginSigns');
  if (pilesMarks(name)) return refuse('nameMarks');
  return isOfOneScript(name) ? { ok: true, name } : refuse('loginScripts');
}

/**
 * The spellings under which an account may be stored that is meant by what was typed: as it is, from times when it was
 * stored like that, and in the one of today. The first that is found is meant.
 */
export function signInForms(typed: string): string[] {
  const plain = typed.trim().toLowerCase();
  return [...new Set([plain, foldCase(plain)])];
}

/** A sign-in name made of a person's name: `Chiara Rossi` → `chiara.rossi`. Empty where nothing fits. */
export function suggestLogin(name: string): string {
  const parts = name
    .normalize('NFD')
    // marks that letters of many scripts bear; vowels that are marks of their own script stay
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  const whole = fitting(parts);
  // a name in two alphabets: its first part alone
  return whole === '' ? fitting(parts.filter((part) => part !== '').slice(0, 1)) : whole;
}

function fitting(parts: readonly string[]): string {
  const joined = [...parts.filter((part) => part !== '').join('.')].slice(0, 40).join('').replace(/\.$/, '');
  const read = readSignInName(joined);
  return read.ok ? read.name : '';
}
