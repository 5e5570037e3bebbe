/** The queue on PostgreSQL: a job is added in the transaction of the submission it is for. */
import type { Queryable } from './client.ts';

/** Whoever has many waiting comes after those who have few; a try on the examples goes with the rest. */
const BASE_PRIORITY = 10;

/**
 * Enqueues a submission for grading. Attempts are plenty, since a job whose worker was killed from outside is simply
 * run again; faults of ours are counted by the worker itself.
 */
export async function enqueueGrading(db: Queryable, submissionId: string, userId: string): Promise<void> {
  await db.$executeRaw`
    select graphile_worker.add_job(
      'grade', json_build_object('submission', ${submissionId}::text), max_attempts := 1000,
      priority := ${BASE_PRIORITY} + (
        select count(*)::int from submissions s
        where s.user_id = ${userId}::uuid and s.created_at > now() - interval '10 minutes'
          and not exists (select 1 from verdicts v where v.submission_id = s.id)))`;
}
