/** Who may do what while a class works together. */
import { type Policy, row } from './rule.ts';

export const hourPolicy = {
  //                          admin     teacher  student
  // who is where, and what they are doing; not what they type (`draft.see`)
  'hour.watch': row('yes', 'see', 'see'),
  // to begin and end it, to pause everybody and to bring them somewhere
  'hour.lead': row('yes', 'class', 'no'),
  // one's own, in an hour of a class in which one learns
  'hand.raise': row('yes', 'yes', 'yes'),
  'hand.lower': row('yes', 'see', 'see'),
} as const satisfies Policy;
