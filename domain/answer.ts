/** Answers: what a student hands in, by kind of question. Bounded, so that nothing unreasonable is ever stored. */
import { z } from 'zod';
import { tagged } from './documents/answer-steps.ts';
import { blanksAnswer } from './kinds/blanks/answer.ts';
import { choiceAnswer } from './kinds/choice/answer.ts';
import { functionAnswer } from './kinds/function/answer.ts';
import { gapsAnswer } from './kinds/gaps/answer.ts';
import { matchAnswer } from './kinds/match/answer.ts';
import { mathsAnswer } from './kinds/maths/answer.ts';
import { matrixAnswer } from './kinds/matrix/answer.ts';
import { numberAnswer } from './kinds/number/answer.ts';
import { openAnswer } from './kinds/open/answer.ts';
import { orderAnswer } from './kinds/order/answer.ts';
import { pointAnswer } from './kinds/point/answer.ts';
import { setAnswer } from './kinds/set/answer.ts';
import { textAnswer } from './kinds/text/answer.ts';
import type { QuestionKind } from './question.ts';

export const answerSchemas = {
  choice: choiceAnswer,
  number: numberAnswer,
  text: textAnswer,
  order: orderAnswer,
  match: matchAnswer,
  maths: mathsAnswer,
  gaps: gapsAnswer,
  blanks: blanksAnswer,
  function: functionAnswer,
  matrix: matrixAnswer,
  set: setAnswer,
  point: pointAnswer,
  open: openAnswer,
} satisfies Record<QuestionKind, z.ZodType>;

export type AnswerOf<K extends QuestionKind> = z.infer<(typeof answerSchemas)[K]>;
export type Answer = AnswerOf<QuestionKind>;

const ofAnyKind = z.discriminatedUnion('kind', [
  choiceAnswer,
  numberAnswer,
  textAnswer,
  orderAnswer,
  matchAnswer,
  mathsAnswer,
  gapsAnswer,
  blanksAnswer,
  functionAnswer,
  matrixAnswer,
  setAnswer,
  pointAnswer,
  openAnswer,
]);

/** An answer from outside. One without its kind comes from a page, or a device's outbox, of an older version: it is told by its form. */
export const answer: z.ZodType<Answer> = z.preprocess(tagged, ofAnyKind).nonoptional();
