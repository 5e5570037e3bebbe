/** What stands in a card's field to begin with. Pure. */
import type { Answer } from '../../../domain/answer.ts';
import { carryOver } from '../../../domain/being-written.ts';
import { emptyAnswer, ofKind } from '../../../domain/kinds/asked.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import type { KeptWork } from './card-types.ts';

/** The newest of what this device and the server have; what was written for another wording only as far as it fits. */
export function beginWith(
  question: QuestionView,
  { draft, draftSavedAt, last }: PracticeState,
  written: KeptWork['written'],
): Answer {
  const saved = draftSavedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(draftSavedAt);
  if (written !== null && written.entry.writtenAt >= saved) {
    const { answer } = written.entry;
    return written.sameVersion ? own(question, answer) : taken(question, answer);
  }
  if (draft !== null) return own(question, draft);
  if (last === null || last.otherValues) return emptyAnswer(question);
  return last.changed === true ? taken(question, last.answer) : own(question, last.answer);
}

const own = (question: QuestionView, answer: Answer): Answer => ofKind(question, answer) ?? emptyAnswer(question);

/** What of an answer to another wording can stand in this field. */
export function taken(question: QuestionView, answer: Answer): Answer {
  return carryOver(question, answer) ?? emptyAnswer(question);
}
