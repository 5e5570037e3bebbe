/** How somebody comes to a room: by its link, which never waits, or by a code, which may be a guess. */
import { database } from '../../db/client.ts';
import { selectSessionsOfCode } from '../../db/live.ts';
import { type Outcome, type Refused, refuse } from '../../domain/refusal.ts';
import { isRoomKey } from '../room-key.ts';
import type { Context } from './context.ts';
import { countWrongCode, mayTryCodes } from './limits.ts';

/** What somebody shows: a code, and the key where they have the link. */
interface Shown {
  code: string;
  key?: string | undefined;
}

/** Somebody who is listened to. */
interface Way {
  /** asked once the code has opened a room: of many looked up at once, a right one tells no more than one after the other */
  mayGoOn(): boolean;
  /** what is said where no room is open under the code; it is counted as a guess */
  noRoom(): Refused;
}

/** A key that does not fit is as good as none. The link of a room that is over says so, and is no guess. */
export async function wayIn({ socket, env }: Context, { code, key }: Shown): Promise<Outcome<Way>> {
  if (key !== undefined) {
    const sessions = await selectSessionsOfCode(database(), code);
    const room = sessions.find(({ id }) => isRoomKey(key, id, env.secret));
    if (room?.ended === true) return refuse('roomEnded');
    if (room !== undefined) return { ok: true, mayGoOn: () => true, noRoom: () => refuse('roomEnded') };
  }
  if (!mayTryCodes(socket)) return refuse('wrongCodes');
  return {
    ok: true,
    mayGoOn: () => mayTryCodes(socket),
    noRoom: () => refuse(countWrongCode(socket) ? 'noSuchRoom' : 'wrongCodes'),
  };
}
