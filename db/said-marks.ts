/** What the teachers of a class have done with what its students said to a question without a key. */
import type { Sayings } from '../domain/live/sayings.ts';
import type { Queryable } from './client.ts';

/** A question of something that a class was given. */
export interface SaidOf {
  classId: string;
  lessonId: string;
  questionId: string;
}

/** Until the transaction ends nobody else marks what was said to this question. */
export async function lockSaidMarks(tx: Queryable, { classId, lessonId, questionId }: SaidOf): Promise<void> {
  const name = `said:${classId}:${lessonId}:${questionId}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** As a room keeps them for a round: here there is one. */
export async function selectSaidMarks(db: Queryable, of: SaidOf): Promise<Sayings> {
  const rows = await db.saidMark.findMany({ where: of, orderBy: [{ groupName: 'asc' }, { key: 'asc' }] });
  const grouped = Map.groupBy(
    rows.filter((row) => row.groupName !== null),
    (row) => row.groupName ?? '',
  );
  return {
    round: 0,
    shown: false,
    hidden: Object.fromEntries(rows.flatMap(({ key, hidden }) => (hidden === null ? [] : [[key, hidden]]))),
    groups: [...grouped].map(([name, some]) => ({ name, of: some.map(({ key }) => key) })),
  };
}

/** In their place: under the lock, by who has read them under it. */
export async function replaceSaidMarks(tx: Queryable, of: SaidOf, { hidden, groups }: Sayings): Promise<void> {
  const groupOf = new Map(groups.flatMap(({ name, of: keys }) => keys.map((key) => [key, name] as const)));
  const keys = new Set([...Object.keys(hidden), ...groupOf.keys()]);
  await tx.saidMark.deleteMany({ where: of });
  await tx.saidMark.createMany({
    data: [...keys].map((key) => ({
      ...of,
      key,
      hidden: hidden[key] ?? null,
      groupName: groupOf.get(key) ?? null,
    })),
  });
}
