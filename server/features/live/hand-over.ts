/** Use cases around a live room: hand it to a colleague, try it out alone. */
import { database } from '../../../db/client.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { deleteRehearsal, insertPlayer, selectOptionalSession, selectPlayers, updateHost } from '../../../db/live.ts';
import { selectOptionalByLogin } from '../../../db/users.ts';
import { friendlyName } from '../../../domain/live/nickname.ts';
import { can } from '../../../domain/people/permissions.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';

const TRIES = 8;
const NAMES_TRIED = 200;

/** Gives a room to a colleague who may open rooms. Whoever teaches its class may host it anyway. */
export async function handOver(id: string, login: string): Promise<Outcome<object>> {
  const db = database();
  const colleague = await selectOptionalByLogin(db, login);
  if (colleague === undefined || colleague.disabledAt !== null || !can(colleague.role, 'live.open'))
    return refuse('noSuchColleague', 'login');
  for (let tried = 0; tried < TRIES; tried++) {
    const session = await selectOptionalSession(db, id);
    if (session === undefined) return refuse('notFound');
    if (session.ended) return refuse('roomEnded');
    const event = { type: 'handOver', payload: { from: session.hostId, to: colleague.id } };
    if (await db.$transaction((tx) => updateHost(tx, session, colleague.id, event))) return { ok: true };
  }
  return refuse('tooMany');
}

/** Brings so many players that the server plays into the room, or takes them out with their answers (0). */
export async function rehearse(id: string, players: number): Promise<Outcome<{ players: number }>> {
  const db = database();
  const session = await selectOptionalSession(db, id);
  if (session === undefined) return refuse('notFound');
  if (session.ended) return refuse('roomEnded');
  if (players === 0) {
    await deleteRehearsal(db, id);
    return { ok: true, players: 0 };
  }
  let there = (await selectPlayers(db, id)).filter((one) => one.rehearsal && !one.removed).length;
  for (let tried = 0; there < players && tried < NAMES_TRIED; tried++) {
    const nickname = friendlyName(Math.random(), Math.random(), tried < NAMES_TRIED / 2 ? 0 : tried);
    try {
      await insertPlayer(db, { sessionId: id, userId: null, nickname, rehearsal: true });
      there += 1;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return { ok: true, players: there };
}
