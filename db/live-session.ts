/** A session's row in plain SQL: read at each step, and at each change of phase by each server that has viewers. */
import type pg from 'pg';
import { stateDocument } from '../domain/documents/formats.ts';
import type { LiveState } from '../domain/live/state.ts';
import type { StoredSession } from './live.ts';

/**
 * Rows as arrays: what is read most often makes no object by column names first. With a name, a connection plans the
 * statement once; `undefined` plans it each time, for the values that it is given.
 */
export async function rowsOf(
  pool: pg.Pool,
  name: string | undefined,
  text: string,
  values: unknown[],
): Promise<unknown[][]> {
  return (await pool.query<unknown[]>({ ...(name !== undefined && { name }), text, values, rowMode: 'array' })).rows;
}

/** What `sessionOf` reads, first in a row. */
export const SESSION_COLUMNS =
  's.code, s.host_id, s.class_id, s.lesson_version_id, s.state, s.version, s.ended_at is not null, l.title';
export const FROM_SESSION = 'from live_sessions s join lessons l on l.id = s.lesson_id where s.id = $1';
const SESSION = `select ${SESSION_COLUMNS} ${FROM_SESSION}`;

/** The session as it is now. */
export async function selectOptionalSessionNow(pool: pg.Pool, id: string): Promise<StoredSession | undefined> {
  const [row] = await rowsOf(pool, 'live-session', SESSION, [id]);
  return row === undefined ? undefined : sessionOf(id, row);
}

/** The rooms on a lesson that somebody plays in now. */
export async function selectStatesPlayed(pool: pg.Pool, userId: string, lessonId: string): Promise<LiveState[]> {
  const rows = await rowsOf(
    pool,
    'live-played',
    `select s.state from players p join live_sessions s on s.id = p.session_id
     where p.user_id = $1 and p.removed_at is null and s.lesson_id = $2 and s.ended_at is null`,
    [userId, lessonId],
  );
  return rows.map(([state]) => stateDocument.read(state));
}

/** A session as its row says. */
export function sessionOf(id: string, row: unknown[]): StoredSession {
  const [code, hostId, classId, lessonVersionId, state, version, ended, lessonTitle] = row as [
    string,
    string,
    string | null,
    string,
    unknown,
    number,
    boolean,
    string,
  ];
  return { id, code, hostId, classId, lessonVersionId, state: stateDocument.read(state), version, ended, lessonTitle };
}
