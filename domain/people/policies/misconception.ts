/** Who may change what catalogues of misconceptions say. What one may refer to is told by db/misconceptions.ts. */
import { type Policy, row } from './rule.ts';

export const misconceptionPolicy = {
  //                          admin     teacher  student
  'misconception.keep': row('yes', 'own', 'course'),
} as const satisfies Policy;
