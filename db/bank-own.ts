/** Somebody's own questions of a bank by what they say: what comes in again from a file is known by it. */
import { z } from 'zod';
import { writtenPicture } from '../domain/pictures/address.ts';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/**
 * Which of these texts somebody's own questions say as they stand, by MD5 of what `withoutPictures` leaves of them; of several
 * that say the same the one that is there longest.
 */
export async function selectOwnTexts(
  db: Queryable,
  ownerId: string,
  hashes: readonly string[],
): Promise<Map<string, { id: string; version: number }>> {
  const rows = await rowsOf(
    z.strictObject({ hash: z.string(), id: z.uuid(), version: z.int() }),
    db.$queryRaw`
      select distinct on (v.hash) v.hash, q.id, v.number as version
      from questions q
      cross join lateral (
        select md5(regexp_replace(w.source, ${`${writtenPicture('')}[-0-9a-f]{36}`}, ${writtenPicture('')}, 'gi')) as hash, w.number
        from question_versions w where w.question_id = q.id order by w.number desc limit 1
      ) v
      where q.owner_id = ${ownerId}::uuid and q.archived_at is null and v.hash = any(${[...hashes]}::text[])
      order by v.hash, q.created_at, q.id`,
  );
  return new Map(rows.map(({ hash, ...of }) => [hash, of]));
}

/** A text without which pictures stand in it: their addresses are drawn when they are stored. */
export const withoutPictures = (source: string): string => source.replace(PICTURE, writtenPicture(''));
const PICTURE = new RegExp(`${writtenPicture('')}[-0-9a-f]{36}`, 'gi');

/** Somebody's own questions among these, as they stand; those that are put aside are none. */
export async function selectOwnBanked(
  db: Queryable,
  ownerId: string,
  ids: readonly string[],
): Promise<Map<string, { version: number; source: string }>> {
  const found = await db.question.findMany({
    where: { id: { in: [...ids] }, ownerId, lessonId: null, archivedAt: null },
    select: { id: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, source: true } } },
  });
  return new Map(
    found.flatMap(({ id, versions: [newest] }) =>
      newest === undefined ? [] : [[id, { version: newest.number, source: newest.source ?? '' }] as const],
    ),
  );
}
