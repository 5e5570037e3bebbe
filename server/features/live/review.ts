/** What a player is shown when a quiz is over, for as long as their account is there: the same as on their phone. */
import { playerViewOf } from '../../../domain/live/view/player.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import type { Person } from '../../../domain/people/person.ts';
import { readRoom } from './report.ts';

/** Undefined: it is not over, or they have no seat there. */
export async function readOwnReview(person: Person, session: string): Promise<PlayerView | undefined> {
  const room = await readRoom(session);
  if (room === undefined || room.state.phase !== 'ended') return undefined;
  const seat = room.players.find(({ userId, removed }) => userId === person.id && !removed);
  return seat === undefined ? undefined : playerViewOf(room, seat.id);
}
