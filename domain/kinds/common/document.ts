/** What the documents of all kinds of questions have in common. HTML in them was rendered and sanitised by the lesson compiler. */
import { z } from 'zod';
import { MOST_SIGNS, shownMisconception, wrongWords } from '../../misconceptions/sign.ts';

export const identifier = z.string().regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/i, 'letters, digits, - and _ only');
export const html = z.string();
export const points = z.number().min(0).max(1000);

export const commonView = {
  id: identifier,
  role: z.enum(['exercise', 'check']),
  /** 1, 2, 3 … among the exercises, or among the checks, of its lesson */
  number: z.number().int().min(1),
  title: z.string().min(1),
  points,
  promptHtml: html,
  hintCount: z.number().int().min(0),
  /** how many submissions count; null: as many as one likes */
  attempts: z.number().int().min(1).nullable(),
  /** the solution is shown once passed, or after so many submissions; null: only once passed */
  solutionAfter: z.number().int().min(1).nullable(),
  /** points off for each attempt spent before, and for each hint that was open; left out: none */
  costs: z.strictObject({ attempt: points, hint: points }).optional(),
  /** seconds in a live round */
  seconds: z.number().int().min(5).max(600),
  /** its values are drawn for each student; without `variant` it shows the first of them */
  varies: z.literal(true).optional(),
  /** which draw it shows, by an id that tells nothing of it */
  variant: z.uuid().optional(),
  /** that draw is to practise with: what is handed in to it counts nowhere */
  practises: z.literal(true).optional(),
};

export const commonKey = {
  hints: z.array(html),
  solutionHtml: html.nullable(),
  /** why the answer is right; shown after answering and at the reveal */
  explanationHtml: html.nullable(),
  /** what one may have misunderstood who answers wrongly, and by what it shows; left out: nothing is said of it */
  misconceptions: z.array(shownMisconception).max(MOST_SIGNS).optional(),
  /** what is told of other wrong answers; left out: nothing */
  wrongWords: z.array(wrongWords).max(MOST_SIGNS).optional(),
  /** of one whose values are drawn: domain/lesson/variants.ts */
  variants: z
    .strictObject({
      parameters: z.string(),
      template: z.string(),
      /** those that stand in it, by their addresses */
      pictures: z.record(z.string(), z.strictObject({ width: z.number(), height: z.number() })),
    })
    .optional(),
};

/** Euler's number is in play: it is asked whether `2e-1` is 2·e − 1. Left out: where a formula of the prompt has an e. */
export const euler = z.boolean().optional();
