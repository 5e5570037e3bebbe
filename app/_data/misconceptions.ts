import 'server-only';
/** Catalogues of misconceptions as teachers and admins see them. */
import { database, pool } from '../../db/client.ts';
import { selectCatalogue } from '../../db/misconceptions.ts';
import { compareNames } from '../../domain/people/name-order.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';

/** One's own and the courses', and into which of these the viewer may put some. */
export async function readMisconceptions(viewer: Person) {
  const edits = can(viewer.role, 'course.edit');
  const [entries, courses] = await Promise.all([
    selectCatalogue(pool(), viewer.id),
    edits ? database().course.findMany({ select: { id: true, title: true } }) : [],
  ]);
  return { entries, courses: courses.toSorted((one, other) => compareNames(one.title, other.title)), edits };
}
