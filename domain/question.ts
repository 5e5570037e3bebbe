/**
 * Questions: the one object that serves practice, homework and the live round.
 *
 * Glossary
 * - question: an exercise or a check of a lesson. It has a `kind`, public fields, and a `key`.
 * - key: everything that must never reach a student before its time: right answers, tests, solution, hints, explanation.
 * - view (`QuestionView`): a question without its key; the only form that pages and players are sent.
 * - test: one call of a student's function (or one part, for maths), worth points; visible tests are shown as examples.
 * - part: one field of a maths question; gap: one hole of a `blanks` question.
 *
 * These schemas are what the lesson format compiles to, and what `npm run grade` accepts as an inline exercise.
 * HTML in here was rendered and sanitised by the lesson compiler.
 */

import { z } from 'zod';
import { blanksQuestion } from './kinds/blanks/document.ts';
import { choiceQuestion } from './kinds/choice/document.ts';
import { functionQuestion } from './kinds/function/document.ts';
import { gapsQuestion } from './kinds/gaps/document.ts';
import { matchQuestion } from './kinds/match/document.ts';
import { mathsQuestion } from './kinds/maths/document.ts';
import { matrixQuestion } from './kinds/matrix/document.ts';
import { numberQuestion } from './kinds/number/document.ts';
import { openQuestion } from './kinds/open/document.ts';
import { orderQuestion } from './kinds/order/document.ts';
import { pointQuestion } from './kinds/point/document.ts';
import { setQuestion } from './kinds/set/document.ts';
import { textQuestion } from './kinds/text/document.ts';

export const question = z.discriminatedUnion('kind', [
  choiceQuestion,
  numberQuestion,
  textQuestion,
  orderQuestion,
  matchQuestion,
  mathsQuestion,
  gapsQuestion,
  blanksQuestion,
  functionQuestion,
  matrixQuestion,
  setQuestion,
  pointQuestion,
  openQuestion,
]);
/** The public half of a question of any kind. */
export const questionView = z.discriminatedUnion('kind', [
  choiceQuestion.omit({ key: true }),
  numberQuestion.omit({ key: true }),
  textQuestion.omit({ key: true }),
  orderQuestion.omit({ key: true }),
  matchQuestion.omit({ key: true }),
  mathsQuestion.omit({ key: true }),
  gapsQuestion.omit({ key: true }),
  blanksQuestion.omit({ key: true }),
  functionQuestion.omit({ key: true }),
  matrixQuestion.omit({ key: true }),
  setQuestion.omit({ key: true }),
  pointQuestion.omit({ key: true }),
  openQuestion.omit({ key: true }),
]);
export const questionKind = z.enum(question.options.map((one) => one.shape.kind.value));

/** A question with its key: server and workers only. */
export type Question = z.infer<typeof question>;
export type QuestionKind = Question['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;

type WithoutKey<Q> = Q extends { key: unknown } ? Omit<Q, 'key'> : never;
/** A question as students and players get it: this type cannot hold a key. */
export type QuestionView = WithoutKey<Question>;
export type QuestionViewOf<K extends QuestionKind> = Extract<QuestionView, { kind: K }>;
export type QuestionKey = Question['key'];

/** Splits off the key. */
export function viewOf(whole: Question): QuestionView {
  const { key: _key, ...view } = whole;
  return view;
}
