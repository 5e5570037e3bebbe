/** Who may do what to classes and who is in them. */
import { type Policy, row } from './rule.ts';

export const classPolicy = {
  //                          admin     teacher  student
  'class.create': row('yes', 'yes', 'no'),
  'class.join': row('no', 'no', 'yes'),
  'class.manage': row('yes', 'class', 'no'),
  'class.results': row('yes', 'class', 'no'),
} as const satisfies Policy;
