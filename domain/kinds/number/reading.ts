/** Reads a number before it is handed in. */
import type { AnswerOf } from '../../answer.ts';
import type { QuestionViewOf } from '../../question.ts';
import { type FieldReading, type Unread, unreadIn } from '../common/unread.ts';
import { readingOf } from './grade.ts';

/** A number. */
export function readNumberField(
  question: Pick<QuestionViewOf<'number'>, 'unit' | 'promptHtml' | 'euler'>,
  answer: AnswerOf<'number'>,
): FieldReading {
  const read = readingOf(question, answer);
  if (read.ok) {
    const notes = read.notes.map(({ code, params }) => ({ code: `maths.reading.${code}`, params: { ...params } }));
    return { is: 'read', tex: read.tex, notes };
  }
  const { feedback, readings } = read;
  return readings === undefined ? { is: 'unread', feedback } : { is: 'asked', readings, feedback };
}

/** undefined: it can be read. A player is shown the question in a shorter form. */
export function unreadNumber(
  question: Parameters<typeof readNumberField>[0],
  answer: AnswerOf<'number'>,
): Unread | undefined {
  return unreadIn('', readNumberField(question, answer));
}
