/** Who may ask the teachers of a class, and who reads and answers: who sees the work of the class, and whose question it is. */
import { type Policy, row } from './rule.ts';

export const inquiryPolicy = {
  //                          admin     teacher  student
  // of a class in which they learn
  'inquiry.ask': row('no', 'no', 'own'),
  'inquiry.read': row('yes', 'see', 'see'),
  'inquiry.say': row('yes', 'see', 'see'),
  // to say it otherwise, and to take it back
  'inquiry.change': row('own', 'own', 'own'),
} as const satisfies Policy;
