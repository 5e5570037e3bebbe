/** Who may do what to people's accounts. */
import { type Policy, row } from './rule.ts';

export const accountPolicy = {
  //                          admin     teacher  student
  'user.manage': row('yes', 'no', 'no'),
  'user.change': row('others', 'no', 'no'),
  'user.addStudent': row('yes', 'class', 'no'),
  'user.resetPassword': row('yes', 'class', 'no'),
} as const satisfies Policy;
