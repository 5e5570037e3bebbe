/** Reads what was put before it is handed in. */
import type { AnswerOf } from '../../answer.ts';
import type { Unread } from '../common/unread.ts';
import { type AskedPut, readPut } from './put.ts';

/** undefined: it can be read. */
export function unreadPut(question: AskedPut, answer: AnswerOf<'point'>): Unread | undefined {
  const read = readPut(question, answer);
  return read.ok ? undefined : { field: read.field, feedback: read.feedback, asked: false };
}
