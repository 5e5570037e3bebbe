/** Into which banks and catalogues somebody may put something. */
import { database } from '../../../db/client.ts';
import type { Homes } from '../../../domain/homes.ts';
import { compareNames } from '../../../domain/people/name-order.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';

/** In the order of their names. */
export async function homesOf({ id, role }: Person): Promise<Homes> {
  const courses = await database().course.findMany({
    where: can(role, 'course.edit') ? { archivedAt: null } : { archivedAt: null, editors: { some: { userId: id } } },
    select: { id: true, title: true },
  });
  return {
    own: can(role, 'question.make'),
    courses: courses.toSorted((one, other) => compareNames(one.title, other.title)),
  };
}
