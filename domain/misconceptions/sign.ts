/**
 * A misconception: what somebody believes who answers wrongly in a certain way. It has one id wherever it shows, a name and words for
 * those who have it.
 *
 * A sign is by what it shows in one question: an option that is picked, a formula or value that is given, a slip that the judge
 * names. What kinds of signs a question has is up to its kind (`domain/kinds/<kind>/misread.ts`).
 */
import { z } from 'zod';

/** `gradient-flipped`: the same in each question, each class and each year. */
export const misconceptionId = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);

const named = z.string().min(1).max(60);
const LETTER = /^[A-J]$/;

export const signFields = {
  /** an option that was picked */
  option: z.string().regex(LETTER).optional(),
  /** a right option that was not picked */
  without: z.string().regex(LETTER).optional(),
  /** `1-3`: the first prompt was given the answer that belongs to the third */
  pair: z
    .string()
    .regex(/^[1-8]-[1-8]$/)
    .optional(),
  /** `CA`: the item C stands before A */
  before: z
    .string()
    .regex(/^[A-F]{2}$/)
    .optional(),
  /** what was given, as one would type it: the same value, formula, text or set */
  answer: z.string().min(1).max(500).optional(),
  /** where `answer` was given: a part or a gap; left out where there is but one */
  part: named.optional(),
  /** `2,1`: where `answer` was given, of a matrix: row and column, from 1; of a vector one number */
  entry: z
    .string()
    .regex(/^[1-8](?:,[1-8])?$/)
    .optional(),
  /** a slip that the judge names itself */
  slip: named.optional(),
  /** an error by its type: `TypeError` */
  error: named.optional(),
  /** a test, by its id, that does not pass */
  test: named.optional(),
};

/** Just one of them, and `part` or `entry` beside `answer`. */
const sign = z.strictObject(signFields);
export type Sign = z.infer<typeof sign>;

/** What a misconception shows by; `part` and `entry` are no signs of their own. */
export type SignName = Exclude<keyof Sign, 'part' | 'entry'>;
export const SIGNS = [
  'option',
  'without',
  'pair',
  'before',
  'answer',
  'slip',
  'error',
  'test',
] as const satisfies SignName[];

/** By what a sign shows; null: by nothing, or by several things. */
export function nameOf(given: Sign): SignName | null {
  const [name, second] = SIGNS.filter((one) => given[one] !== undefined);
  return name === undefined || second !== undefined ? null : name;
}

/** By what misconceptions show in a kind of question. Light: pages of authors carry it. */
export interface Signs {
  /** none: nothing of this kind is wrong */
  by: readonly SignName[];
  /** the slips that its judge names */
  slips: readonly string[];
  /** an answer has parts or gaps, which are named */
  parts?: true;
  /** an answer has rows and columns: one entry of it may be told by its place */
  entries?: true;
}

/** One misconception of a question, and by what it shows there. */
export const shownMisconception = z.strictObject({
  id: misconceptionId,
  sign,
  /** the question's own words; null: those of the catalogue are told */
  html: z.string().nullable(),
  /** as its catalogue calls it; never stored with the question */
  name: z.string().optional(),
  /** the question says something there already (an option's note): words of the catalogue would say it twice */
  said: z.literal(true).optional(),
});
export type ShownMisconception = z.infer<typeof shownMisconception>;

/**
 * Words for a wrong answer that is no misconception of any catalogue: its student is told them, and nobody counts it.
 * `code` says which they are in a verdict; it comes of what they say, so that it stays where others are added.
 */
export const wrongWords = z.strictObject({ code: named, sign, html: z.string().min(1) });
export type WrongWords = z.infer<typeof wrongWords>;

/** So many a question has, words alone among them. */
export const MOST_SIGNS = 20;

/** A misconception that an answer shows. */
export const seenMisconception = z.strictObject({
  id: misconceptionId,
  /** only a test that students do not see shows it: teachers count it, its student is told nothing of it */
  hidden: z.literal(true).optional(),
});
export type SeenMisconception = z.infer<typeof seenMisconception>;
