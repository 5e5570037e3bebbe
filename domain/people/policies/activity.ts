/** Who may do what to what a class is given; to give it is to manage the class (`class.ts`). */
import { type Policy, row } from './rule.ts';

export const activityPolicy = {
  //                          admin     teacher  student
  'activity.begin': row('no', 'no', 'own'),
  // what one student has instead of the others, and points by hand
  'result.change': row('yes', 'grade', 'grade'),
} as const satisfies Policy;
