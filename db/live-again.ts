/** Opens a room that plays again what an ended one played, says so in the ended one, and notes who did it: all or none. */
import type pg from 'pg';
import { stateDocument } from '../domain/documents/formats.ts';
import type { LiveState } from '../domain/live/state.ts';
import { CHANNEL } from './notify.ts';

const AGAIN = `
with before as (
  select id, class_id, lesson_id from live_sessions
  where id = $1 and version = $2 and ended_at is not null and coalesce(state->'again', 'null') = 'null' for update
), opened as (
  insert into live_sessions (code, host_id, class_id, lesson_id, lesson_version_id, state)
  select $3, $4, class_id, lesson_id, $5, $6 from before
  returning id, code
), linked as (
  update live_sessions s set version = version + 1,
    state = s.state || jsonb_build_object('again', jsonb_build_object('session', o.id, 'code', o.code))
  from opened o where s.id = $1
  returning s.id, s.version
), audited as (
  insert into audit_events (actor_id, action, subject) select $4::text::uuid, 'live.open', id::text from opened
), event as (
  insert into live_events (session_id, version, type, payload)
  select l.id, l.version, 'again', jsonb_build_object('type', 'again', 'session', o.id, 'by', $4::text) from linked l, opened o
)
select o.id, pg_notify('${CHANNEL}', json_build_object('about', 'live', 'session', l.id, 'version', l.version)::text)
from opened o, linked l`;

/**
 * Throws a unique violation where the code is taken.
 * @returns the new session; undefined where the old one has changed meanwhile
 */
export async function insertSessionAgain(
  pool: pg.Pool,
  ended: { id: string; version: number },
  next: { code: string; hostId: string; lessonVersionId: string; state: LiveState },
): Promise<string | undefined> {
  const { code, hostId, lessonVersionId, state } = next;
  const { rows } = await pool.query<{ id: string }>({
    name: 'live-again',
    text: AGAIN,
    values: [ended.id, ended.version, code, hostId, lessonVersionId, JSON.stringify(stateDocument.write(state))],
  });
  return rows[0]?.id;
}
