import 'server-only';
/** Catalogues of misconceptions as authors see them. */
import { pool } from '../../db/client.ts';
import { selectCatalogue } from '../../db/misconceptions.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { homesOf } from '../../server/features/questions/homes.ts';
import { lookingOf } from '../../server/features/questions/looking.ts';

/** One's own and the courses', and into which of these the viewer may put some. */
export async function readMisconceptions(viewer: Person) {
  const [entries, homes] = await Promise.all([selectCatalogue(pool(), lookingOf(viewer)), homesOf(viewer)]);
  return { entries, homes, edits: can(viewer.role, 'course.edit') };
}
