/**
 * Rooms as they stand in the database. What is kept here is a cache that any hint throws away: a server holds no truth.
 */
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { type StoredSession, selectOptionalSession, selectPlayers } from '../../db/live.ts';
import { selectAnswers } from '../../db/live-answers.ts';
import type { Room, RoomPlayer, StoredAnswer } from '../../domain/live/room.ts';
import type { Question } from '../../domain/question.ts';

export interface LoadedRoom {
  session: StoredSession;
  room: Room;
}

const ROOMS_KEPT = 500;

export class Rooms {
  /** Questions by round, of rooms seen here: a round never changes its question, so this cannot be out of date. */
  readonly #rounds = new Map<string, Question[]>();
  readonly #loading = new Map<string, Promise<LoadedRoom | undefined>>();

  /** The room as it is now. Loads that are asked for while one waits to start share it. */
  load(id: string): Promise<LoadedRoom | undefined> {
    const waiting = this.#loading.get(id);
    if (waiting !== undefined) return waiting;
    const loading = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.#loading.delete(id);
      const loaded = await read(id);
      if (loaded !== undefined) this.#remember(loaded.room);
      return loaded;
    });
    this.#loading.set(id, loading);
    return loading;
  }

  /** The question of a round, without reading the room again for each answer that comes in. */
  async questionOf(id: string, round: number): Promise<Question | undefined> {
    return this.#rounds.get(id)?.[round] ?? ((await this.load(id)) && this.#rounds.get(id)?.[round]);
  }

  #remember(room: Room): void {
    if (this.#rounds.size > ROOMS_KEPT) this.#rounds.clear();
    const questions = room.state.rounds.flatMap((played) => room.questions.get(played.questionId) ?? []);
    if (questions.length === room.state.rounds.length) this.#rounds.set(room.id, questions);
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
  giveTime(players, answers);
  return { session, room: { id, code, lesson: lessonTitle, state, version, questions, players, answers } };
}

/** Points with speed are shares of one's own time. */
function giveTime(players: readonly RoomPlayer[], answers: ReadonlyMap<number, StoredAnswer[]>): void {
  const slow = new Map(players.filter((one) => one.timeFactor !== 1).map((one) => [one.id, one.timeFactor]));
  if (slow.size === 0) return;
  for (const list of answers.values())
    for (const one of list) {
      const timeFactor = slow.get(one.playerId);
      if (timeFactor !== undefined) one.timeFactor = timeFactor;
    }
}
