/** Names of people, and titles: in one spelling, without what nobody sees. */
import { type Outcome, refuse } from '../../refusal.ts';
import { holdsUnseen, pilesMarks, turnsRound } from './unseen.ts';

const LONGEST = 100;

/** One spelling of what looks the same, and single spaces. */
export function tidy(text: string): string {
  // U+FEFF is a space to JavaScript, and nothing to the eye
  return text
    .normalize('NFKC')
    .replace(/[^\S\ufeff]+/gu, ' ')
    .replace(/^ | $/gu, '');
}

/** The name as it is stored and shown. Any letters, signs and pictures may stand in it; real names are as they are. */
export function readPersonName(typed: string): Outcome<{ name: string }> {
  const name = tidy(typed);
  if (!/[\p{L}\p{N}]/u.test(name)) return refuse('nameEmpty');
  if ([...name].length > LONGEST) return refuse('nameLong');
  if (holdsUnseen(name)) return refuse('nameUnseen');
  return pilesMarks(name) ? refuse('nameMarks') : { ok: true, name };
}

/** A title of something: formulas keep their signs (x² is not x2), and marks of direction theirs. */
export function readTitle(typed: string): Outcome<{ name: string }> {
  const name = typed
    .normalize('NFC')
    .replace(/[^\S\u2028\u2029]+/gu, ' ')
    .trim();
  if (name === '') return refuse('nameEmpty');
  if ([...name].length > LONGEST) return refuse('nameLong');
  return turnsRound(name) || !name.isWellFormed() ? refuse('nameUnseen') : { ok: true, name };
}
