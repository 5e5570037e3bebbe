/** Puts a session on a corrected version of its lesson: version, event, what is graded anew, the audit event and the hint; all or none. */
import type pg from 'pg';
import { CHANNEL } from './notify.ts';
import { CODE_FLAG, CODE_OF, LIVE_PRIORITY, LIVE_TASK } from './queue.ts';

const CORRECT = `
with changed as (
  update live_sessions set lesson_version_id = $3, version = version + 1,
    state = state || jsonb_build_object('correctedAt', $6::float8)
  where id = $1 and version = $2 and lesson_version_id <> $3
  returning id, version
), event as (
  insert into live_events (session_id, version, type, payload) select id, version, 'correct', $4 from changed
), audited as (
  insert into audit_events (actor_id, action, subject) select $7::uuid, 'live.correct', id::text from changed
), reopened as (
  update live_answers a set verdict = null from changed c
  where a.session_id = c.id and a.round = any($5::int[]) and not a.provisional
  returning a.session_id, a.round, a.player_id, a.round = any($8::int[]) as code
), jobs as (
  select graphile_worker.add_job('${LIVE_TASK}',
    json_build_object('session', session_id, 'round', round, 'player', player_id), max_attempts := 1000,
    job_key := 'live:' || session_id || ':' || round || ':' || player_id, priority := ${LIVE_PRIORITY},
    flags := case when code then array['${CODE_FLAG}', '${CODE_OF}' || player_id] end)
  from reopened
)
select (select count(*) from jobs) as jobs,
  pg_notify('${CHANNEL}', json_build_object('about', 'live', 'session', id, 'version', version)::text)
from changed`;

/**
 * @param to.regrade rounds whose answers are graded anew; `code`: those of them whose answers are run
 * @returns whether it is done; false: the session has changed meanwhile
 */
export async function correctSession(
  pool: pg.Pool,
  session: { id: string; version: number; lessonVersionId: string },
  to: { lessonVersionId: string; regrade: readonly number[]; code: readonly number[]; by: string; at: number },
): Promise<boolean> {
  const { lessonVersionId, at, by, regrade, code } = to;
  const payload = { type: 'correct', from: session.lessonVersionId, to: lessonVersionId, by, at, regraded: regrade };
  const { rowCount } = await pool.query({
    name: 'live-correct',
    text: CORRECT,
    values: [session.id, session.version, lessonVersionId, JSON.stringify(payload), [...regrade], at, by, [...code]],
  });
  return rowCount === 1;
}

const NEWEST = `
select l.published_id from live_sessions s join lessons l on l.id = s.lesson_id where s.id = $1`;

/** The version of the session's lesson that is published now. */
export async function selectOptionalNewest(pool: pg.Pool, sessionId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ published_id: string | null }>({
    name: 'live-newest',
    text: NEWEST,
    values: [sessionId],
  });
  return rows[0]?.published_id ?? undefined;
}
