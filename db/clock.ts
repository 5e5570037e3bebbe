/** The one clock of what is stored: the database's. Its time stamps are compared with nothing else. */
import type { Queryable } from './client.ts';

/** When the transaction began, as `now()` in a column's default says; outside of one, this moment. */
export async function databaseNow(db: Pick<Queryable, '$queryRaw'>): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`select now() as now`;
  if (row === undefined) throw new Error('the database does not tell the time');
  return row.now;
}
