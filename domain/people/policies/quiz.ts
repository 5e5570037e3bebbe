/** Who may do what to quizzes: they are somebody's own. */
import { type Policy, row } from './rule.ts';

export const quizPolicy = {
  //                          admin     teacher  student
  'quiz.make': row('yes', 'yes', 'no'),
  // looking at it, changing it, copying it and playing it
  'quiz.use': row('own', 'own', 'no'),
} as const satisfies Policy;
