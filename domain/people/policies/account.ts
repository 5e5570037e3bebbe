/** Who may do what to people's accounts. */
import { type Policy, row } from './rule.ts';

export const accountPolicy = {
  //                          admin     teacher  student
  'user.manage': row('yes', 'no', 'no'),
  'user.change': row('others', 'no', 'no'),
  'user.addStudent': row('yes', 'people', 'people'),
  // of an account that a class made: its name in lists, and a link to a new password
  'user.ofClass': row('yes', 'people', 'people'),
} as const satisfies Policy;
