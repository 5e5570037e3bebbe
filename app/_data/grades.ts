import 'server-only';
/** What pages of the grade book show, for those who may see it. */
import { database } from '../../db/client.ts';
import { selectColumns } from '../../db/gradebook.ts';

/** The columns of a class's grade book, by which points are brought in. */
export async function readColumnNames(classId: string): Promise<{ id: string; title: string }[]> {
  return (await selectColumns(database(), classId)).map(({ id, title }) => ({ id, title }));
}
