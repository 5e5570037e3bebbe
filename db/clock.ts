/** The one clock of what is stored: the database's. Its time stamps are compared with nothing else. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** When the transaction began, as `now()` in a column's default says; outside of one, this moment. */
export async function databaseNow(db: Pick<Queryable, '$queryRaw'>): Promise<Date> {
  const [row] = await rowsOf(z.strictObject({ now: z.date() }), db.$queryRaw`select now() as now`);
  if (row === undefined) throw new Error('the database does not tell the time');
  return row.now;
}
