/** Who may read and say what is said in words to somebody's work: who sees the work of its class, and whose work it is. */
import { type Policy, row } from './rule.ts';

export const remarkPolicy = {
  //                          admin     teacher  student
  'remark.read': row('yes', 'see', 'see'),
  'remark.say': row('yes', 'see', 'see'),
  // to say it otherwise, and to take it back
  'remark.change': row('own', 'own', 'own'),
} as const satisfies Policy;
