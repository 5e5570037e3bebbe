/** The light register: what pages, server and workers ask of any kind. A kind that is not in it does not compile. */
import type { Answer } from '../answer.ts';
import type { Question, QuestionKind, QuestionView } from '../question.ts';
import type { AskedKind } from './asked-kind.ts';
import { blanks } from './blanks/asked.ts';
import { choice } from './choice/asked.ts';
import { functions } from './function/asked.ts';
import { gaps } from './gaps/asked.ts';
import { match } from './match/asked.ts';
import { maths } from './maths/asked.ts';
import { matrix } from './matrix/asked.ts';
import { number } from './number/asked.ts';
import { open } from './open/asked.ts';
import { order } from './order/asked.ts';
import { point } from './point/asked.ts';
import { set } from './set/asked.ts';
import { text } from './text/asked.ts';

export const askedKinds: { readonly [K in QuestionKind]: AskedKind<K> } = {
  choice,
  number,
  text,
  order,
  match,
  gaps,
  maths,
  blanks,
  function: functions,
  matrix,
  set,
  point,
  open,
};

/**
 * What is known of the kind of a question or an answer. The type does not tie an answer to its question: whoever has both has
 * seen that they are of one kind (domain/answer-fit.ts).
 */
export function askedKind({ kind }: { kind: QuestionKind }): AskedKind {
  const kinds: Readonly<Record<QuestionKind, unknown>> = askedKinds;
  return kinds[kind] as AskedKind;
}

/** What the pool has to do with an answer: nothing, compute, or run code. */
export type Work = 'none' | 'compute' | 'code';

/** What grading an answer to it asks of the pool. */
export function workOf(question: { kind: QuestionKind }): Work {
  const { needsPool, runsCode } = askedKind(question);
  return runsCode ? 'code' : needsPool ? 'compute' : 'none';
}

/** Whether a question is answered by code, with tests and examples. */
export function isCode(question: Question): question is CodeQuestion;
export function isCode(question: QuestionView): question is CodeQuestionView;
export function isCode(question: { kind: QuestionKind }): boolean {
  return askedKind(question).runsCode;
}
export type CodeQuestion = Extract<Question, { language: string }>;
export type CodeQuestionView = Extract<QuestionView, { language: string }>;

/** An answer as text: for the board, the history, an export. */
export const answerText = (answer: Answer): string => askedKind(answer).text(answer);

/** What a field begins with. */
export function emptyAnswer(question: QuestionView): Answer {
  const kind = askedKind(question);
  return kind.starter?.(question) ?? kind.nothing;
}

/** An answer, where it is one to this kind of question. */
export const ofKind = ({ kind }: { kind: QuestionKind }, answer: Answer): Answer | null =>
  answer.kind === kind ? answer : null;

/** Whether there is anything to hand in. */
export const hasContent = (answer: Answer): boolean => askedKind(answer).hasContent(answer);
