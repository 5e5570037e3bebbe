/** Who may read a picture: whoever may see what refers to it, and of a key nothing before it is open to them. */
import { LRUCache } from 'lru-cache';
import { database, pool } from '../../../db/client.ts';
import { selectOptionalPublished } from '../../../db/lessons.ts';
import { isSeated } from '../../../db/live.ts';
import { selectOptionalSessionNow } from '../../../db/live-session.ts';
import {
  selectGivenQuizzes,
  selectLessonsWithKey,
  selectOptionalBytes,
  selectRoomsWithKey,
  selectWays,
} from '../../../db/pictures.ts';
import type { Room } from '../../../domain/live/room.ts';
import { hostViewOf } from '../../../domain/live/view/host.ts';
import { shownToAll, shownToPlayer } from '../../../domain/live/view/player.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { pageOfPicture } from '../../../domain/pictures/address.ts';
import { mayReadPicture } from '../../../domain/pictures/reading.ts';
import type { Rooms } from '../../live/rooms.ts';
import type { Seat } from '../../tokens.ts';
import { enter } from '../activities/access.ts';
import { lessonNow, readPractice } from '../practice/queries.ts';

/** Who asks: somebody who is signed in, and whose seats in rooms this browser has. */
export interface Reader {
  person: Person | undefined;
  seats: readonly Seat[];
}

const MEGABYTE = 1024 * 1024;
/** A class asks for the same one at the same moment; an address never shows anything else. */
const bytesOf = new LRUCache<string, Uint8Array>({ maxSize: 64 * MEGABYTE, sizeCalculation: ({ length }) => length });
/** What all players of a room were shown, by the room and its version. */
const shownIn = new LRUCache<string, Promise<string>>({ max: 500 });

/** @returns undefined: there is none, or not for them */
export async function readPictureFor(rooms: Rooms, reader: Reader, id: string): Promise<Uint8Array | undefined> {
  if (!(await mayRead(rooms, reader, id))) return undefined;
  const kept = bytesOf.get(id);
  if (kept !== undefined) return kept;
  const bytes = await selectOptionalBytes(database(), id);
  if (bytes !== undefined) bytesOf.set(id, bytes);
  return bytes;
}

async function mayRead(rooms: Rooms, { person, seats }: Reader, id: string): Promise<boolean> {
  for (const seat of seats) if (await seatMayRead(rooms, seat, id)) return true;
  return person !== undefined && (await personMayRead(rooms, person, id));
}

async function personMayRead(rooms: Rooms, person: Person, id: string): Promise<boolean> {
  const db = database();
  const [found] = await selectWays(db, [id], person.id);
  if (found === undefined) return false;
  if (mayReadPicture(person.role, found.ways)) return true;
  const path = pageOfPicture(id);
  if (can(person.role, 'lesson.read'))
    for (const lessonId of await selectLessonsWithKey(db, id)) {
      const lesson = await selectOptionalPublished(db, { id: lessonId });
      if (lesson !== undefined && JSON.stringify(await readPractice(person, lesson)).includes(path)) return true;
    }
  // of homework: what it asks once it is open, and of keys what it has told
  for (const quizId of await selectGivenQuizzes(db, id, person.id)) {
    const entered = await enter(person, { id: quizId });
    if (!entered.ok) continue;
    if (JSON.stringify(await lessonNow(person, entered.lesson, entered.access)).includes(path)) return true;
  }
  if (can(person.role, 'live.host', { own: true }))
    for (const session of await selectRoomsWithKey(db, id, person.id)) {
      const loaded = await rooms.load(session);
      if (loaded !== undefined && shownToHost(loaded.room).includes(path)) return true;
    }
  return false;
}

/** The host and the wall also tell why one picks a wrong answer, at the reveal. */
function shownToHost(room: Room): string {
  return JSON.stringify([shownToAll(room), hostViewOf(room, { joinUrl: '', joinLink: '', qr: '' })]);
}

/** From its question's first showing to the end of the review; what stands in the key, once that is open to this player. */
async function seatMayRead(rooms: Rooms, { session: id, player }: Seat, picture: string): Promise<boolean> {
  const [session, sits] = await Promise.all([
    selectOptionalSessionNow(pool(), id),
    isSeated(database(), { sessionId: id, playerId: player }),
  ]);
  if (session === undefined || !sits) return false;
  const path = pageOfPicture(picture);
  if ((await shownNow(rooms, session)).includes(path)) return true;
  const loaded = await rooms.load(id);
  const isInKey = [...(loaded?.room.questions.values() ?? [])].some(({ key }) => JSON.stringify(key).includes(path));
  return loaded !== undefined && isInKey && JSON.stringify(shownToPlayer(loaded.room, player)).includes(path);
}

/** The same for all of a class, who ask at the same moment: made once for each step of a room. */
async function shownNow(
  rooms: Rooms,
  { id, version, lessonVersionId }: { id: string; version: number; lessonVersionId: string },
): Promise<string> {
  const key = `${id} ${version} ${lessonVersionId}`;
  const known = shownIn.get(key);
  if (known !== undefined) return known;
  const made = rooms.load(id).then((loaded) => (loaded === undefined ? '' : JSON.stringify(shownToAll(loaded.room))));
  shownIn.set(key, made);
  // who asked hears of it; the next one reads it again
  made.catch(() => shownIn.delete(key));
  return made;
}
