/** What is mailed: links that confirm an address, and digests, one a day for who wants them. */
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { rowsOf } from './rows.ts';

/** Jobs of a runner of their own, so that a mail that takes long keeps nobody's answer waiting. */
export const CONFIRM_TASK = 'mailConfirmation';
export const DIGEST_TASK = 'mailDigest';
/** A mail server may be away for a night. */
const CONFIRM_ATTEMPTS = 12;
/** A digest is for today: what it does not say, that of tomorrow says. */
const DIGEST_ATTEMPTS = 8;

/** The link that confirms an address goes to it, with the transaction. @param token as only the mail holds it */
export async function enqueueConfirmation(
  tx: Queryable,
  mail: { userId: string; address: string; token: string },
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${CONFIRM_TASK}, ${JSON.stringify(mail)}::json, max_attempts := ${CONFIRM_ATTEMPTS}::int,
      job_key := ${`${CONFIRM_TASK}:${mail.userId}`})`;
}

/**
 * From a time of the day on, by a clock, those who want a digest and were sent none today have a job for it, once.
 * @returns how many
 */
export async function enqueueDigests(
  db: Pick<Queryable, '$queryRaw'>,
  { zone, from }: { zone: string; from: string },
): Promise<number> {
  const made = await rowsOf(
    z.strictObject({ id: z.unknown() }),
    db.$queryRaw`
      with here as (select (now() at time zone ${zone})::date as day, (now() at time zone ${zone})::time as time)
      select (graphile_worker.add_job(${DIGEST_TASK},
        json_build_object('user', n.user_id, 'day', here.day), max_attempts := ${DIGEST_ATTEMPTS}::int,
        job_key := ${DIGEST_TASK} || ':' || n.user_id || ':' || here.day, job_key_mode := 'unsafe_dedupe')).id::text as id
      from here
      join notice_settings n on n.digest and n.mail_address is not null and n.mailed_on is distinct from here.day
      join users u on u.id = n.user_id and u.disabled_at is null
      where here.time >= ${from}::time
        and not exists (
          select 1 from graphile_worker.jobs j where j.key = ${DIGEST_TASK} || ':' || n.user_id || ':' || here.day)`,
  );
  return made.length;
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
  { user, day }: { user: string; day: string },
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
export async function releaseDigest(
  db: Pick<Queryable, '$executeRaw'>,
  { user, day }: { user: string; day: string },
): Promise<void> {
  await db.$executeRaw`
    update notice_settings set mailed_on = null where user_id = ${user}::uuid and mailed_on = ${day}::date`;
}
