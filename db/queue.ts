/** The queue on PostgreSQL: a job is added in the transaction of the submission it is for. */
import type { Queryable } from './client.ts';

/** Whoever has many waiting comes after those who have few; a try on the examples goes with the rest. */
const BASE_PRIORITY = 10;

/** Stands on every job that runs code. */
export const CODE_FLAG = 'code';
/** … before whose: a student's or a player's */
export const CODE_OF = 'code:';

/** A live round is waited for by a whole room: it goes before everything else. */
export const LIVE_TASK = 'gradeLive';
export const LIVE_PRIORITY = 0;

/** The flag that tells whose code a job runs, of a job's flags. */
export function codeFlagOf(flags: object | null): string | undefined {
  return Object.keys(flags ?? {}).find((flag) => flag.startsWith(CODE_OF));
}

/**
 * Enqueues a submission for grading. Attempts are plenty, since a job whose worker was killed from outside is simply
 * run again; faults of ours are counted by the worker itself.
 * @param runsCode whether it needs a sandbox: such jobs wait for a slot, one of each student at a time
 */
export async function enqueueGrading(
  db: Queryable,
  submissionId: string,
  userId: string,
  runsCode: boolean,
): Promise<void> {
  const flags = runsCode ? [CODE_FLAG, `${CODE_OF}${userId}`] : null;
  await db.$executeRaw`
    select graphile_worker.add_job(
      'grade', json_build_object('submission', ${submissionId}::text), max_attempts := 1000, flags := ${flags}::text[],
      priority := ${BASE_PRIORITY} + (
        select count(*)::int from submissions s
        where s.user_id = ${userId}::uuid and s.created_at > now() - interval '10 minutes'
          and not exists (select 1 from verdicts v where v.submission_id = s.id)))`;
}
