/** Who may do what to what is typed, handed in and graded. */
import { type Policy, row } from './rule.ts';

export const workPolicy = {
  //                          admin     teacher  student
  // one's own: nobody can name the draft or the submission of another
  'draft.save': row('yes', 'yes', 'yes'),
  'submission.create': row('yes', 'yes', 'yes'),
  'submission.read': row('yes', 'see', 'see'),
  'verdict.decide': row('yes', 'grade', 'grade'),
  'verdict.regrade': row('yes', 'class', 'no'),
  'verdict.gradeAgain': row('yes', 'class', 'no'),
} as const satisfies Policy;
