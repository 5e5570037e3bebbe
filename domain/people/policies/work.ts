/** Who may do what to what is typed, handed in and graded. */
import { type Policy, row } from './rule.ts';

export const workPolicy = {
  //                          admin     teacher  student
  // one's own: nobody can write the draft or the submission of another
  'draft.save': row('yes', 'yes', 'yes'),
  // what is typed and not handed in yet, and what was kept of it to be shown: by those of whom the student's page says so
  'draft.see': row('drafts', 'drafts', 'drafts'),
  'submission.create': row('yes', 'yes', 'yes'),
  'submission.read': row('yes', 'see', 'see'),
  'verdict.decide': row('yes', 'grade', 'grade'),
  'verdict.regrade': row('yes', 'class', 'no'),
  'verdict.gradeAgain': row('yes', 'class', 'no'),
} as const satisfies Policy;
