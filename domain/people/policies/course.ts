/** Who may do what to courses, their levels and lessons. */
import { type Policy, row } from './rule.ts';

export const coursePolicy = {
  //                          admin     teacher  student
  'lesson.read': row('yes', 'yes', 'yes'),
  'course.edit': row('yes', 'no', 'no'),
} as const satisfies Policy;
