/**
 * Who may do what to questions of a bank: their owner's, a course's, and what was shared. A student who edits a course has its bank,
 * and none of their own.
 */
import { type Policy, row } from './rule.ts';

export const questionPolicy = {
  //                          admin     teacher  student
  // of one's own
  'question.make': row('yes', 'yes', 'no'),
  // writing one, for whichever bank: looking through those that one may ask, trying it, a draft of it
  'question.write': row('yes', 'yes', 'course'),
  // its key and its history too, and asking it in what one makes
  'question.look': row('yes', 'look', 'course'),
  'question.copy': row('yes', 'copy', 'no'),
  'question.change': row('yes', 'edit', 'course'),
  'question.share': row('yes', 'own', 'no'),
  // found by it, and put aside
  'question.keep': row('yes', 'own', 'course'),
} as const satisfies Policy;
