/** Who may do what to live rooms. */
import { type Policy, row } from './rule.ts';

export const roomPolicy = {
  //                          admin     teacher  student
  'live.open': row('yes', 'yes', 'no'),
  'live.openForClass': row('yes', 'class', 'no'),
  'live.host': row('yes', 'class', 'no'),
  'live.screen': row('yes', 'class', 'no'),
  // how it went: whoever sees the results of its class sees it too
  'live.report': row('yes', 'see', 'see'),
} as const satisfies Policy;
