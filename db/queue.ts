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

/** A regrade is waited for by nobody in class: it comes after all homework, however much of that waits. */
export const REGRADE_TASK = 'regrade';
const REGRADE_PRIORITY = 10_000;
/** All regrades together hold one slot of a pool, as one student does: what comes meanwhile has the others. */
const REGRADE_FLAG = `${CODE_OF}regrade`;

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

/** Enqueues every item of a regrade, those handed in first first. */
export async function enqueueRegrade(db: Queryable, regradeId: string): Promise<void> {
  // `code` and `gaps` are what `isCode` in domain/answer.ts looks for
  await db.$executeRaw`
    select graphile_worker.add_job(
      ${REGRADE_TASK}, json_build_object('regrade', i.regrade_id, 'submission', i.submission_id),
      max_attempts := 1000, priority := ${REGRADE_PRIORITY},
      flags := case when jsonb_exists_any(s.answer, array['code', 'gaps'])
        then array[${CODE_FLAG}, ${REGRADE_FLAG}] end)
    from regrade_items i join submissions s on s.id = i.submission_id
    where i.regrade_id = ${regradeId}::uuid
    order by s.created_at, s.id`;
}
