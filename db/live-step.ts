/**
 * One step of a live session, in one statement: the state by its version, its event, the hint to everybody, and at the
 * bell what was picked or typed and not sent. All of it is stored, or none.
 */
import type pg from 'pg';
import { answerDocument, stateDocument } from '../domain/documents/formats.ts';
import { askedKinds, type Work } from '../domain/kinds/asked.ts';
import { type LiveState, wakesAt } from '../domain/live/state.ts';
import { CHANNEL } from './notify.ts';
import { CODE_FLAG, CODE_OF, LIVE_PRIORITY, LIVE_TASK } from './queue.ts';

/** Picked or typed and all taken off again: at the bell that is no answer. */
const EMPTY = Object.values(askedKinds).map(({ nothing }) => JSON.stringify(answerDocument.write(nothing)));

const STEP = `
with changed as (
  update live_sessions set state = $3, version = version + 1,
    wake_at = case when $4::float8 is null then null else to_timestamp($4::float8 / 1000.0) end,
    ended_at = case when $5 then now() end
  where id = $1 and version = $2 and ended_at is null
  returning id, version
), event as (
  insert into live_events (session_id, version, type, payload) select id, version, $6, $7 from changed
), emptied as (
  delete from live_answers
  where session_id = $1 and round = $8 and provisional and answer = any($10::jsonb[]) and exists (select from changed)
), settled as (
  update live_answers set provisional = false
  where session_id = $1 and round = $8 and provisional and answer <> all($10::jsonb[]) and exists (select from changed)
  returning session_id, round, player_id
), jobs as (
  select graphile_worker.add_job('${LIVE_TASK}',
    json_build_object('session', session_id, 'round', round, 'player', player_id), max_attempts := 1000,
    job_key := 'live:' || session_id || ':' || round || ':' || player_id, priority := ${LIVE_PRIORITY},
    flags := case when $9 = 'code' then array['${CODE_FLAG}', '${CODE_OF}' || player_id] end)
  from settled where $9 <> 'none'
)
select (select count(*) from jobs) as jobs,
  pg_notify('${CHANNEL}', json_build_object('about', 'live', 'session', id, 'version', version)::text)
from changed`;

/** What rings with a step: the round that closes, and what the pool has to do with its answers. */
export interface Bell {
  round: number;
  work: Work;
}

/**
 * Writes the next state if nobody was quicker, with its event and the hint to everybody.
 * @returns whether this call won
 */
export async function updateState(
  pool: pg.Pool,
  session: { id: string; version: number },
  next: LiveState,
  event: { type: string; payload: object },
  bell: Bell | undefined,
): Promise<boolean> {
  const step = {
    name: 'live-step',
    text: STEP,
    values: [
      session.id,
      session.version,
      JSON.stringify(stateDocument.write(next)),
      wakesAt(next),
      next.phase === 'ended',
      event.type,
      JSON.stringify(event.payload),
      bell?.round ?? -1,
      bell?.work ?? 'none',
      EMPTY,
    ],
  };
  if (bell === undefined) return (await pool.query(step)).rowCount === 1;
  const client = await pool.connect();
  try {
    await client.query('begin');
    // answers on their way hold the row until they are stored: what they leave must be seen by the step
    await client.query({ name: 'live-hold', text: HOLD, values: [session.id] });
    const { rowCount } = await client.query(step);
    await client.query('commit');
    return rowCount === 1;
  } catch (error) {
    // the fault that led here is told, not what became of its connection
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

const HOLD = 'select 1 from live_sessions where id = $1 for update';

const DUE = 'select id from live_sessions where ended_at is null and wake_at <= now() limit 500';

/** Sessions whose clock has something to do. */
export async function selectDueSessions(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({ name: 'live-due', text: DUE });
  return rows.map((row) => row.id);
}
