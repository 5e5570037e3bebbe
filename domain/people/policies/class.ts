/** Who may do what to classes and who is in them. */
import { type Policy, row } from './rule.ts';

export const classPolicy = {
  //                          admin     teacher  student
  'class.create': row('yes', 'yes', 'no'),
  'class.join': row('no', 'no', 'yes'),
  // its name and settings, what it is given, who teaches and assists; put aside, copied and deleted
  'class.manage': row('yes', 'class', 'no'),
  // who learns in it: in and out, their names, their time, its join link
  'class.people': row('yes', 'people', 'people'),
  'class.results': row('yes', 'see', 'see'),
} as const satisfies Policy;
