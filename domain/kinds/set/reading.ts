/** Reads a set before it is handed in. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import { type FieldReading, type Unread, unreadIn } from '../common/unread.ts';
import { type Asked, readSet } from './candidates.ts';

/** How what is typed is understood. */
export function readSetField(question: Asked, { set, reading }: AnswerOf<'set'>): FieldReading {
  const read = readSet(question, set, { chosen: reading });
  if (!read.ok) return { is: 'unread', feedback: read.feedback };
  if (read.asks.length > 0) {
    const [first, second] = read.asks;
    const feedback = say('twoReadings', { first: first?.text ?? '', second: second?.text ?? '' });
    return { is: 'asked', readings: read.asks.map(({ tex, text }) => ({ tex, text })), feedback };
  }
  const notes = read.read.notes.map(({ code, params }) => ({ code: `maths.reading.${code}`, params: { ...params } }));
  return { is: 'read', tex: read.read.tex, notes };
}

/** undefined: it can be read. */
export const unreadSet = (question: Asked, answer: AnswerOf<'set'>): Unread | undefined =>
  unreadIn('', readSetField(question, answer));
