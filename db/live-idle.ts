/** Rooms that somebody forgot: a laptop that was closed leaves its code taken, and "live now" on every page of the lesson. */
import type pg from 'pg';

/**
 * So long nothing has happened: no step, nobody who took a seat, no answer. Whether the host's page is open is not asked. A room that
 * was opened in the evening is not ended while the class comes in before its host; and where the host has gone nobody else can make a
 * step, so that it ends so long after the last who came.
 */
export const IDLE_HOURS = 12;

const IDLE = `
select s.id, s.version from live_sessions s
where s.ended_at is null and s.created_at < now() - make_interval(hours => $1)
  and not exists (select from live_events e where e.session_id = s.id and e.at >= now() - make_interval(hours => $1))
  and not exists (select from players p where p.session_id = s.id and p.joined_at >= now() - make_interval(hours => $1))
  and not exists (select from live_answers a where a.session_id = s.id and a.stored_at >= now() - make_interval(hours => $1))
order by s.created_at limit 500`;

/** Open sessions in which nothing has happened for that long, as they were then. */
export async function selectIdleSessions(pool: pg.Pool): Promise<{ id: string; version: number }[]> {
  return (await pool.query<{ id: string; version: number }>({ name: 'live-idle', text: IDLE, values: [IDLE_HOURS] }))
    .rows;
}
