/** Who may do what to courses, their levels and lessons. */
import { type Policy, row } from './rule.ts';

export const coursePolicy = {
  //                          admin     teacher  student
  'lesson.read': row('yes', 'yes', 'yes'),
  // made, copied, archived, given to editors; and what `content/` would change of it
  'course.manage': row('yes', 'no', 'no'),
  // its levels and lessons, and what is asked in them
  'course.edit': row('yes', 'course', 'course'),
} as const satisfies Policy;
