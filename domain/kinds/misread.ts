/** By which signs a kind of question shows what somebody misunderstood. */
import type { AnswerOf } from '../answer.ts';
import type { Sign, Signs } from '../misconceptions/sign.ts';
import type { QuestionKind, QuestionOf } from '../question.ts';

/** Why a sign cannot be one, as a code of the lesson's problems. */
export interface WrongSign {
  code: string;
  params?: Record<string, string | number>;
}

export interface Misread<K extends QuestionKind = QuestionKind> extends Signs {
  /** whether an answer shows a sign that is this kind's own; those of slips, errors and tests stand in the verdict */
  shows?(question: QuestionOf<K>, answer: AnswerOf<K>, sign: Sign): boolean;
  /** what of a sign this question does not have, or has as right; null: it may be one */
  wrong?(question: QuestionOf<K>, sign: Sign): WrongSign | null;
  /** whether the question says something there already, at an option or a text: then nothing is added to it */
  said?(question: QuestionOf<K>, sign: Sign): boolean;
}
