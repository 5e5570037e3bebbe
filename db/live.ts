/** Live sessions: their state by version, their log, players. Every change of state is a conditional update. */
import { z } from 'zod';
import { stateDocument } from '../domain/documents/formats.ts';
import type { RoomPlayer } from '../domain/live/room.ts';
import type { LiveState } from '../domain/live/state.ts';
import type { Queryable } from './client.ts';
import { toJson } from './json.ts';
import { notify, notifyAll } from './notify.ts';
import { rowsOf } from './rows.ts';

export interface StoredSession {
  id: string;
  code: string;
  hostId: string;
  classId: string | null;
  lessonTitle: string;
  lessonVersionId: string;
  state: LiveState;
  version: number;
  ended: boolean;
}

const columns = {
  id: true,
  code: true,
  hostId: true,
  classId: true,
  lessonVersionId: true,
  state: true,
  version: true,
  endedAt: true,
  lesson: { select: { title: true } },
} as const;

interface SessionRow {
  id: string;
  code: string;
  hostId: string;
  classId: string | null;
  lessonVersionId: string;
  state: unknown;
  version: number;
  endedAt: Date | null;
  lesson: { title: string };
}

function fromRow({ lesson, endedAt, state, ...row }: SessionRow): StoredSession {
  return { ...row, lessonTitle: lesson.title, state: stateDocument.read(state), ended: endedAt !== null };
}

/** A session as it stands now. */
export async function selectOptionalSession(db: Queryable, id: string): Promise<StoredSession | undefined> {
  const row = await db.liveSession.findUnique({ where: { id }, select: columns });
  return row === null ? undefined : fromRow(row);
}

/** The open session with that code. */
export async function selectOptionalSessionByCode(db: Queryable, code: string): Promise<StoredSession | undefined> {
  const row = await db.liveSession.findFirst({ where: { code, endedAt: null }, select: columns });
  return row === null ? undefined : fromRow(row);
}

/** Whatever was or is played under a code, the open one first, then the newest: it is a link's key that tells which is meant. */
export async function selectSessionsOfCode(db: Queryable, code: string): Promise<{ id: string; ended: boolean }[]> {
  const rows = await db.liveSession.findMany({
    where: { code },
    orderBy: { endedAt: { sort: 'desc', nulls: 'first' } },
    take: 10,
    select: { id: true, endedAt: true },
  });
  return rows.map(({ id, endedAt }) => ({ id, ended: endedAt !== null }));
}

/** Opens a session under that code; throws Prisma's P2002 when the code is in use. */
export async function insertSession(
  db: Queryable,
  session: {
    code: string;
    hostId: string;
    classId: string | null;
    lessonId: string;
    lessonVersionId: string;
    state: LiveState;
  },
): Promise<string> {
  const created = await db.liveSession.create({
    data: { ...session, state: toJson(stateDocument.write(session.state)) },
    select: { id: true },
  });
  if (session.classId !== null) await notify(db, { about: 'notice', class: session.classId });
  return created.id;
}

/** As it is stored, 0 stands for no limit. */
export const fromStored = (timeFactor: number): number => (timeFactor === 0 ? Number.POSITIVE_INFINITY : timeFactor);

/** Everybody who has a seat, also who was removed, in the order in which they came. */
export async function selectPlayers(db: Queryable, sessionId: string): Promise<RoomPlayer[]> {
  const rows = await db.player.findMany({ where: { sessionId }, orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, userId, nickname, present, removedAt, timeFactor, rehearsal }) => ({
    id,
    userId,
    nickname,
    present,
    removed: removedAt !== null,
    timeFactor: fromStored(timeFactor),
    rehearsal,
  }));
}

/** Takes a seat; throws Prisma's P2002 when the nickname is taken or the person sits already. */
export async function insertPlayer(
  db: Queryable,
  player: { sessionId: string; userId: string | null; nickname: string; timeFactor?: number; rehearsal?: boolean },
): Promise<string> {
  const created = await db.player.create({ data: player, select: { id: true } });
  await notify(db, { about: 'players', session: player.sessionId });
  return created.id;
}

/** The seat that somebody has in a session by their account. */
export async function selectOptionalSeat(
  db: Queryable,
  sessionId: string,
  userId: string,
): Promise<{ id: string } | undefined> {
  return (
    (await db.player.findFirst({ where: { sessionId, userId, removedAt: null }, select: { id: true } })) ?? undefined
  );
}

/** Whether a player has their seat still: nobody has removed them. */
export async function isSeated(db: Queryable, seat: { sessionId: string; playerId: string }): Promise<boolean> {
  const { sessionId, playerId: id } = seat;
  return (await db.player.count({ where: { id, sessionId, removedAt: null } })) === 1;
}

/** Notes whether a player is connected. */
export async function updatePresence(
  db: Queryable,
  sessionId: string,
  playerId: string,
  present: boolean,
  { sent = false }: { sent?: boolean } = {},
): Promise<void> {
  const changed = await db.player.updateMany({
    where: { id: playerId, sessionId, present: !present },
    data: { present },
  });
  if (changed.count > 0)
    await notify(db, {
      about: 'players',
      session: sessionId,
      ...(present ? {} : { left: playerId, ...(sent && { sent }) }),
    });
}

/** The largest time factor among those who are there and have not answered the round; 1 where nobody has more time. */
export async function selectSlowest(db: Queryable, sessionId: string, round: number): Promise<number> {
  const rows = await rowsOf(
    z.strictObject({ time_factor: z.number() }),
    db.$queryRaw`
    select time_factor from players p
    where session_id = ${sessionId}::uuid and removed_at is null and present and time_factor <> 1
      and not exists (select 1 from live_answers a where a.session_id = p.session_id and a.round = ${round}
        and a.player_id = p.id and not a.provisional)`,
  );
  return Math.max(1, ...rows.map((row) => fromStored(row.time_factor)));
}

/** Gives the room to another host if nobody changed it meanwhile, with its event. @returns whether this call won */
export async function updateHost(
  db: Queryable,
  session: { id: string; version: number },
  hostId: string,
  event: { type: string; payload: object },
): Promise<boolean> {
  const changed = await db.liveSession.updateMany({
    where: { id: session.id, version: session.version, endedAt: null },
    data: { hostId, version: session.version + 1 },
  });
  if (changed.count === 0) return false;
  await db.liveEvent.create({
    data: { sessionId: session.id, version: session.version + 1, type: event.type, payload: toJson(event.payload) },
  });
  await notify(db, { about: 'live', session: session.id, version: session.version + 1 });
  await notify(db, { about: 'host', session: session.id });
  await notify(db, { about: 'notice', user: hostId });
  return true;
}

/** Takes the players that the server plays out of the room, with their answers. */
export async function deleteRehearsal(db: Queryable, sessionId: string): Promise<number> {
  const { count } = await db.player.deleteMany({ where: { sessionId, rehearsal: true } });
  if (count > 0) await notify(db, { about: 'players', session: sessionId });
  return count;
}

/** Takes somebody out of all rooms that are open: their seats there are good without a sign-in. */
export async function removeFromRooms(db: Queryable, userId: string): Promise<void> {
  const rooms = await rowsOf(
    z.strictObject({ session_id: z.guid() }),
    db.$queryRaw`
    update players p set removed_at = now() from live_sessions s
    where s.id = p.session_id and s.ended_at is null and p.user_id = ${userId}::uuid and p.removed_at is null
    returning p.session_id`,
  );
  await notifyAll(
    db,
    rooms.map((row) => ({ about: 'players' as const, session: row.session_id })),
  );
}

/**
 * Takes the names from guests of sessions that ended so many days ago: nothing says any more whose their answers were.
 * @returns how many lost their names
 */
export async function forgetGuests(db: Queryable, days: number): Promise<number> {
  return db.$executeRaw`
    update players p set nickname = 'Guest ' || left(p.id::text, 8)
    from live_sessions s
    where s.id = p.session_id and p.user_id is null and p.nickname <> 'Guest ' || left(p.id::text, 8)
      and coalesce(s.ended_at, s.created_at + interval '1 day') < now() - make_interval(days => ${days}::int)`;
}

/**
 * Removes a player, or undoes it; throws P2002 when the nickname has been taken meanwhile. What follows from a room that is over
 * follows anew: what it counts for, and how its questions went.
 */
export async function updateSeat(
  db: Queryable,
  sessionId: string,
  playerId: string,
  removed: boolean,
): Promise<boolean> {
  const changed = await db.$executeRaw`
    with raised as (update activities set session_id = session_id where session_id = ${sessionId}::uuid),
    anew as (delete from measured_rooms where session_id = ${sessionId}::uuid)
    update players set removed_at = case when ${removed} then now() end
    where id = ${playerId}::uuid and session_id = ${sessionId}::uuid and (removed_at is null) = ${removed}`;
  if (changed > 0) await notify(db, { about: 'players', session: sessionId });
  return changed > 0;
}
