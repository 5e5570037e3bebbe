/**
 * Rooms as they stand in the database. What is kept here is a cache that any hint throws away: a server holds no truth.
 */
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { type StoredSession, selectOptionalSession, selectPlayers } from '../../db/live.ts';
import { selectAnswers } from '../../db/live-answers.ts';
import type { Room } from '../../domain/live/room.ts';

export interface LoadedRoom {
  session: StoredSession;
  room: Room;
}

export class Rooms {
  readonly #loading = new Map<string, Promise<LoadedRoom | undefined>>();

  /** The room as it is now. Loads that are asked for while one waits to start share it. */
  load(id: string): Promise<LoadedRoom | undefined> {
    const waiting = this.#loading.get(id);
    if (waiting !== undefined) return waiting;
    const loading = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#loading.delete(id);
      return read(id);
    });
    this.#loading.set(id, loading);
    return loading;
  }
}

async function read(id: string): Promise<LoadedRoom | undefined> {
  const db = database();
  const session = await selectOptionalSession(db, id);
  if (session === undefined) return undefined;
  const [questions, players, answers] = await Promise.all([
    selectQuestions(db, session.lessonVersionId),
    selectPlayers(db, id),
    selectAnswers(db, id),
  ]);
  const { code, lessonTitle, state, version } = session;
  return { session, room: { id, code, lesson: lessonTitle, state, version, questions, players, answers } };
}
