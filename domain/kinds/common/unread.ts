/** How a field is read as one types, and what in it cannot be read. */
import type { Meaning } from '../../maths/read.ts';
import type { Feedback } from '../../results/verdict.ts';

/** How one field is read, as one types. */
export type FieldReading =
  | { is: 'read'; tex: string; notes: Feedback[] }
  | { is: 'asked'; readings: readonly Meaning[]; feedback: Feedback }
  | { is: 'unread'; feedback: Feedback };

/** The first field of an answer that cannot be read, or that may be meant in two ways; `field` is '' where there is one only. */
export interface Unread {
  field: string;
  feedback: Feedback;
  asked: boolean;
}

export function unreadIn(field: string, reading: FieldReading): Unread | undefined {
  return reading.is === 'read' ? undefined : { field, feedback: reading.feedback, asked: reading.is === 'asked' };
}

/** What is wrong with an answer as a whole. */
export const unreadWhole = (feedback: Feedback): Unread => ({ field: '', feedback, asked: false });
