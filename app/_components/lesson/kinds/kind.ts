/** What the card needs to know of a kind of question: its field, and how its answers begin. */
import type { ComponentType } from 'react';
import type { Answer, AnswerOf } from '../../../../domain/answer.ts';
import type { QuestionKind, QuestionViewOf } from '../../../../domain/question.ts';
import type { FieldProps } from '../card-types.ts';

export interface CardKind<K extends QuestionKind> {
  Field: ComponentType<FieldProps<K>>;
  /** the answer before anything was written */
  empty(question: QuestionViewOf<K>): AnswerOf<K>;
  /** a stored answer, when it is one of this kind */
  read(answer: Answer): AnswerOf<K> | null;
  /** can be run on its visible examples without being handed in */
  runs: boolean;
}
