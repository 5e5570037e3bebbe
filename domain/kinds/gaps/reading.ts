/** Reads what stands in gaps before it is handed in: each wants something, and a number one that can be read. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionViewOf } from '../../question.ts';
import type { Unread } from '../common/unread.ts';
import { readNumber } from '../number/grade.ts';
import { isWritten } from '../text/grade.ts';
import { gapsOf } from './asked.ts';

/** A number in a gap. Nobody is asked which reading is meant: what is usual is taken. */
export const numberIn = (text: string) => readNumber(text, { unasked: true });

/** undefined: all of it can be read. */
export function unreadGaps(
  question: Pick<QuestionViewOf<'gaps'>, 'passage'>,
  { gaps }: AnswerOf<'gaps'>,
): Unread | undefined {
  for (const { gap, takes } of gapsOf(question)) {
    const text = gaps[gap] ?? '';
    if (!isWritten(text)) return { field: gap, feedback: say('gapEmpty', { gap }), asked: false };
    if (takes !== 'number') continue;
    const read = numberIn(text);
    if (!read.ok) return { field: gap, feedback: say('gapNumber', { gap }), asked: false };
  }
  return undefined;
}
