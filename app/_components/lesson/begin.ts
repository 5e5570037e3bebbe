/** What stands in a card's field to begin with. Pure. */
import type { Answer, AnswerOf } from '../../../domain/answer.ts';
import { carryOver } from '../../../domain/being-written.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionKind, QuestionViewOf } from '../../../domain/question.ts';
import type { KeptWork } from './card-types.ts';
import type { CardKind } from './kinds/kind.ts';

/** The newest of what this device and the server have; what was written for another wording only as far as it fits. */
export function beginWith<K extends QuestionKind>(
  kind: CardKind<K>,
  question: QuestionViewOf<K>,
  { draft, draftSavedAt, last }: PracticeState,
  written: KeptWork['written'],
): AnswerOf<K> {
  const saved = draftSavedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(draftSavedAt);
  if (written !== null && written.entry.writtenAt >= saved) {
    const { answer } = written.entry;
    return written.sameVersion ? (kind.read(answer) ?? kind.empty(question)) : taken(kind, question, answer);
  }
  if (draft !== null) return kind.read(draft) ?? kind.empty(question);
  if (last === null) return kind.empty(question);
  return last.changed === true ? taken(kind, question, last.answer) : (kind.read(last.answer) ?? kind.empty(question));
}

/** What of an answer to another wording can stand in this field. */
export function taken<K extends QuestionKind>(
  kind: CardKind<K>,
  question: QuestionViewOf<K>,
  answer: Answer,
): AnswerOf<K> {
  const over = carryOver(question, answer);
  return (over && kind.read(over)) ?? kind.empty(question);
}
