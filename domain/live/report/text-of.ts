/** An answer as a teacher reads it: as it stands on the wall, of what the pool grades all of it. Pure. */
import { answerText, askedKind } from '../../kinds/asked.ts';
import { kindOf } from '../../kinds/kinds.ts';
import type { Question } from '../../question.ts';
import type { StoredAnswer } from '../room.ts';

/** @param question as the room asks it: who was asked something of their own is read by that */
export function textOf(question: Question, { answer, asked = question }: StoredAnswer): string {
  return asked.kind === answer.kind && !askedKind(asked).needsPool
    ? kindOf(asked).live.label(asked, answer)
    : answerText(answer);
}
