/** Who may do what to questions of a bank: their owner's, a course's, and what was shared. */
import { type Policy, row } from './rule.ts';

export const questionPolicy = {
  //                          admin     teacher  student
  'question.make': row('yes', 'yes', 'no'),
  // its key and its history too, and asking it in what one makes
  'question.look': row('yes', 'look', 'no'),
  'question.copy': row('yes', 'copy', 'no'),
  'question.change': row('yes', 'edit', 'no'),
  'question.share': row('yes', 'own', 'no'),
  // found by it, and put aside
  'question.keep': row('yes', 'own', 'no'),
} as const satisfies Policy;
