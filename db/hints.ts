/** Hints that a student has opened. Those of a version that grades differently are other hints. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';
import { selectWordings } from './wordings.ts';

interface Opened {
  userId: string;
  lessonId: string;
  /** the version that is asked about */
  versionId: string;
}

/** How many are open in this version, by question. */
export async function selectHints(
  db: Queryable,
  { userId, lessonId, versionId }: Opened,
  questionId?: string,
): Promise<Map<string, number>> {
  const rows = await db.hintReveal.findMany({
    where: { userId, lessonId, ...(questionId === undefined ? {} : { questionId }) },
    select: { questionId: true, lessonVersionId: true, shown: true },
  });
  const wording = await selectWordings(db, [versionId, ...rows.map((row) => row.lessonVersionId)]);
  const open = new Map<string, number>();
  for (const { questionId: id, lessonVersionId, shown } of rows) {
    // hints are those of the question, whatever its values
    if (wording(id, lessonVersionId, null) !== wording(id, versionId, null)) continue;
    open.set(id, Math.max(open.get(id) ?? 0, shown));
  }
  return open;
}

/** One hint more of this version, up to `most`; returns how many are shown now. */
export async function revealHint(db: Queryable, of: Opened & { questionId: string }, most: number): Promise<number> {
  const { userId, lessonId, versionId, questionId } = of;
  const open = (await selectHints(db, of, questionId)).get(questionId) ?? 0;
  const [row] = await rowsOf(
    z.strictObject({ shown: z.int() }),
    db.$queryRaw`
    insert into hint_reveals (user_id, lesson_id, question_id, lesson_version_id, shown)
    values (${userId}::uuid, ${lessonId}::uuid, ${questionId}, ${versionId}::uuid, least(${open}::int + 1, ${most}::int))
    on conflict (user_id, lesson_id, question_id, lesson_version_id) do update
      set shown = least(greatest(hint_reveals.shown, ${open}::int) + 1, ${most}::int), updated_at = now()
    returning shown`,
  );
  return row?.shown ?? 0;
}
