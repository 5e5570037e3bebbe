/** What somebody says often in remarks. */
import type { Queryable } from './client.ts';

/** One's phrases, in the order of the alphabet. */
export async function selectPhrases(db: Queryable, userId: string): Promise<{ id: string; text: string }[]> {
  const rows = await db.remarkPhrase.findMany({ where: { userId }, select: { id: true, text: true } });
  return rows;
}

/** Keeps a phrase; one that is kept already stays the same. @returns false: there are `most` already */
export async function insertPhrase(tx: Queryable, userId: string, text: string, most: number): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`phrases:${userId}`}, 0))`;
  if ((await tx.remarkPhrase.count({ where: { userId, text } })) > 0) return true;
  if ((await tx.remarkPhrase.count({ where: { userId } })) >= most) return false;
  await tx.remarkPhrase.create({ data: { userId, text } });
  return true;
}
