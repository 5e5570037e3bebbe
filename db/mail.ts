/** Who is sent the digest of a day, and that it was: one a day for who wants one. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** Whose digest of which day. */
export interface DigestDay {
  user: string;
  /** as `2026-11-30`, by the clock of the school */
  day: string;
}

/** From a time of the day on, by a clock: those who want a digest and had none today, but for some; at most so many at once. */
export async function selectDueDigests(
  db: Pick<Queryable, '$queryRaw'>,
  { zone, from, most, but = [] }: { zone: string; from: string; most: number; but?: readonly string[] },
): Promise<DigestDay[]> {
  return rowsOf(
    z.strictObject({ user: z.uuid(), day: z.string() }),
    db.$queryRaw`
      with here as (select (now() at time zone ${zone})::date as day, (now() at time zone ${zone})::time as time)
      select n.user_id as "user", here.day::text as day from here
      join notice_settings n on n.digest and n.mail_address is not null and n.mailed_on is distinct from here.day
      join users u on u.id = n.user_id and u.disabled_at is null
      where here.time >= ${from}::time and n.user_id <> all(${[...but]}::uuid[]) order by n.user_id limit ${most}`,
  );
}

const claimed = z.strictObject({
  name: z.string(),
  address: z.string(),
  token: z.string(),
  now: z.date(),
});

/**
 * Takes it on to send somebody the digest of a day, before anything is sent: whoever is killed then has taken it, and there is no
 * second one that day. What it would have said is said by the next.
 * @returns undefined: it was taken, is not wanted any more, or the account is closed
 */
export async function claimDigest(
  db: Pick<Queryable, '$queryRaw'>,
  { user, day }: DigestDay,
): Promise<z.infer<typeof claimed> | undefined> {
  const [row] = await rowsOf(
    claimed,
    db.$queryRaw`
      update notice_settings n set mailed_on = ${day}::date from users u
      where u.id = n.user_id and u.disabled_at is null and n.user_id = ${user}::uuid and n.digest
        and n.mail_address is not null and n.mail_token is not null and n.mailed_on is distinct from ${day}::date
      returning u.name, n.mail_address as address, n.mail_token as token, now()::timestamptz(3) as now`,
  );
  return row;
}

/** The mail server has it: what came until then was told. */
export async function noteMailed(db: Pick<Queryable, '$executeRaw'>, user: string, upTo: Date): Promise<void> {
  await db.$executeRaw`
    update notice_settings set mailed_to = greatest(mailed_to, ${upTo}) where user_id = ${user}::uuid`;
}

/** The mail server did not take it: it may be tried again today. */
export async function releaseDigest(db: Pick<Queryable, '$executeRaw'>, { user, day }: DigestDay): Promise<void> {
  await db.$executeRaw`
    update notice_settings set mailed_on = null where user_id = ${user}::uuid and mailed_on = ${day}::date`;
}
