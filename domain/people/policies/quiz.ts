/** Who may do what to quizzes: their owner's, and what was shared. To others, admins too, they do not exist. */
import { type Policy, row } from './rule.ts';

export const quizPolicy = {
  //                          admin     teacher  student
  'quiz.make': row('yes', 'yes', 'no'),
  // its versions too; playing it, and giving it to a class
  'quiz.look': row('look', 'look', 'no'),
  'quiz.copy': row('copy', 'copy', 'no'),
  'quiz.change': row('edit', 'edit', 'no'),
  // put aside, and shared
  'quiz.keep': row('own', 'own', 'no'),
} as const satisfies Policy;
