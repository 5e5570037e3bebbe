/** Everything that somebody has made: their questions as they stand, and the quizzes that ask some. For who runs the classroom. */
import { database } from '../../../db/client.ts';
import { selectAskedVersions, selectForExport, selectNewestVersions } from '../../../db/exports.ts';
import { MOST_OUT, type OutFormat } from '../../../domain/exchange/out/formats.ts';
import type { Export } from '../../../domain/exchange/out/write.ts';
import { isRemark, type Remark } from '../../../domain/exchange/remark.ts';
import type { Person } from '../../../domain/people/person.ts';
import { writeQuestions } from '../../exporting/exporter.ts';
import { settingsOfVersion } from '../quizzes/settings.ts';
import { gathered } from './gather.ts';

/** @returns `none`: they have no questions; `many`: more than one file takes */
export async function exportAccount(
  person: Person,
  format: OutFormat,
): Promise<{ made: Export; titles: string[] } | { refused: Remark } | 'none' | 'many'> {
  const db = database();
  const own = await db.question.findMany({
    where: { ownerId: person.id, lessonId: null, archivedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const made = await db.lesson.findMany({
    where: { ownerId: person.id, levelId: null, archivedAt: null, publishedId: { not: null } },
    orderBy: { id: 'asc' },
    select: { title: true, publishedId: true },
  });
  const newest = await selectNewestVersions(
    db,
    own.map(({ id }) => id),
  );
  const places = new Map(newest.map((id, place) => [id, place]));
  const quizzes = [];
  for (const { title, publishedId } of format === 'nabla' ? made : []) {
    const asked = await selectAskedVersions(db, publishedId ?? '');
    const questions = asked.map(({ versionId, ...one }) => {
      const question = places.get(versionId) ?? places.size;
      places.set(versionId, question);
      return { ...one, question };
    });
    quizzes.push({ title, settings: await settingsOfVersion(publishedId), questions });
  }
  if (places.size === 0) return 'none';
  if (places.size > MOST_OUT.questions) return 'many';
  const stored = await selectForExport(db, [...places.keys()], person.id);
  const found = await gathered(person, { format, title: null, stored, quizzes });
  if (isRemark(found)) return { refused: found };
  const written = await writeQuestions(found.wish);
  return 'refused' in written ? written : { made: written, titles: stored.map(({ document }) => document.title) };
}
