/** Who may put pictures in. Who may read one follows from what refers to it: domain/pictures/reading.ts. */
import { type Policy, row } from './rule.ts';

export const picturePolicy = {
  //                          admin     teacher  student
  'picture.add': row('yes', 'yes', 'course'),
} as const satisfies Policy;
