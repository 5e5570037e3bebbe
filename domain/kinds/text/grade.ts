/**
 * Grades a short text: it is right when it reads as one of the accepted texts, and partly right as one that earns a part, whatever its capitals, blanks, quotation
 * marks around it and punctuation at its end. A question may forgive slips of the pen, and may hold to the capitals.
 * Raised digits stay an exponent (10² is 10^2, never 102), and of what is nothing but signs each sign counts.
 *
 * Slips of the pen are counted as the optimal string alignment distance (a letter too many, too few, another one, or two
 * neighbours swapped: one each), and only in accepted texts without digits that are long enough to stay recognisable.
 */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import { editDistance } from '../../judging/edit-distance.ts';
import type { QuestionOf } from '../../question.ts';
import type { Feedback, Verdict } from '../../results/verdict.ts';

type TextKey = QuestionOf<'text'>['key'];

/** An accepted text must have so many letters for each slip that is forgiven. */
export const LETTERS_PER_TYPO = 4;

/** A text as it is compared; equal for texts that differ in nothing that counts. */
export function foldText(text: string, capitals: boolean): string {
  const signs = text
    .replace(/[\p{No}⁺⁻⁽⁾ⁿ]+/gu, raised)
    .normalize('NFKC')
    .replace(/⁄/g, '/')
    .replace(/[’‘‛′`´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const bare = signs.replace(/^[\s"']+|[\s.,;:!?"']+$/gu, '');
  // of `;`, `!=` and `…` nothing may be taken away
  const plain = withoutBlanks(/[\p{L}\p{N}]/u.test(bare) ? bare : signs);
  // by way of upper case: ß and ﬁ have no single small letter that they share with ss and fi. Of a capital ẞ only the small
  // one becomes SS; the dot of İ is a sign of its own
  const small = plain.toLowerCase().toUpperCase().toLowerCase();
  const cased = capitals ? plain : small.replaceAll('i\u0307', 'i');
  // a mark that stood after a blank (U+1FBD is one) belongs to the letter before it now
  return cased.normalize('NFC');
}

/** Blanks do not count, but between two digits, where they part numbers. */
const withoutBlanks = (text: string): string => text.replace(/\s+/gu, ' ').replace(/(?<!\d) | (?!\d)/gu, '');

/** A run of raised digits as an exponent, `½` with a blank before it, as in `1 1/2`; lowered digits are plain ones (H₂O). */
function raised(run: string): string {
  return run.replace(/[¹²³⁰⁴-⁹⁺⁻⁽⁾ⁿ]+|[¼½¾⅐-⅞↉]/gu, (part) =>
    /[¼½¾⅐-⅞↉]/u.test(part) ? ` ${part.normalize('NFKC')}` : `^${part.normalize('NFKC')}`,
  );
}

/** An accepted text, what it earns, and how many slips of the pen away from it one is. */
interface Accepted {
  text: string;
  share: number;
  typos: number;
}

/** Which accepted text this is; undefined: none of them. To the letter, else what earns most of the nearest ones. */
export function acceptedText(given: string, key: TextKey): Accepted | undefined {
  const folded = foldText(given, key.capitals);
  const accepted = acceptedOf(key);
  const exact = accepted.find(({ text }) => foldText(text, key.capitals) === folded);
  if (exact !== undefined) return exact;
  // what the author calls wrong is not a misspelling of what is right
  if (key.typos === 0 || noteOnText(given, key) !== undefined) return undefined;
  return accepted
    .filter(({ text }) => canBeMisspelt(foldText(text, key.capitals), key.typos))
    .map((one) => ({ ...one, typos: editDistance(folded, foldText(one.text, key.capitals)) }))
    .toSorted((a, b) => a.typos - b.typos || b.share - a.share)
    .find(({ typos }) => typos <= key.typos);
}

const acceptedOf = ({ accept, partly = [] }: TextKey): Accepted[] => [
  ...accept.map((text) => ({ text, share: 1, typos: 0 })),
  ...partly.map((one) => ({ ...one, typos: 0 })),
];

/** Whether it is known, and earns nothing. */
export const isWrong = (text: string, key: TextKey): boolean => (acceptedText(text, key)?.share ?? 0) === 0;

export const canBeMisspelt = (folded: string, typos: number): boolean =>
  !/\d/.test(folded) && (folded.match(/\p{L}/gu)?.length ?? 0) >= LETTERS_PER_TYPO * typos;

/** What the author has to say of a text. */
export function noteOnText(given: string, key: TextKey): TextKey['notes'][number] | undefined {
  const folded = foldText(given, key.capitals);
  return key.notes.find((note) => foldText(note.text, key.capitals) === folded);
}

const isOnlySigns = (folded: string): boolean => !/[\p{L}\p{N}]/u.test(folded);

const textsOf = (key: TextKey): string[] => [...acceptedOf(key), ...key.notes].map(({ text }) => text);

/** Whether there is anything to compare; the same for whoever may not see the key: a sign alone may be what is asked for. */
export const isWritten = (text: string): boolean => foldText(text, true) !== '';

/** Grades a text by what its author accepts. */
export function gradeText(question: QuestionOf<'text'>, { text }: AnswerOf<'text'>): Verdict {
  const { key, points } = question;
  const folded = foldText(text, key.capitals);
  const common = { maxPoints: points, tests: [], slips: [] };
  // signs alone are an answer where signs are asked for
  if (folded === '' || (isOnlySigns(folded) && !textsOf(key).some((one) => isOnlySigns(foldText(one, key.capitals))))) {
    return { outcome: 'invalid', result: 'error', points: 0, ...common, feedback: [say('noText')], signature: '' };
  }
  const accepted = acceptedText(text, key);
  const share = accepted?.share ?? 0;
  const note = noteOnText(accepted?.text ?? text, key);
  const feedback: Feedback[] = [];
  if (accepted !== undefined && accepted.typos > 0) feedback.push(say('spelling', { text: accepted.text }));
  if (note !== undefined) feedback.push(say('textNote', { words: note.words }));
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    // hundredths, as they are shown
    points: Math.round(points * share * 100) / 100,
    ...common,
    feedback,
    signature: share === 1 ? 'pass' : folded,
  };
}
