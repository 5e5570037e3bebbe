/** Who may do what to what a class is given; to give it is to manage the class (`class.ts`). */
import { type Policy, row } from './rule.ts';

export const activityPolicy = {
  //                          admin     teacher  student
  'activity.begin': row('no', 'no', 'own'),
} as const satisfies Policy;
