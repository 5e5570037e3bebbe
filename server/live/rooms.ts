/**
 * Rooms as they stand in the database. What is kept here is a cache that any hint throws away: a server holds no truth.
 */

import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { database } from '../../db/client.ts';
import type { StoredSession } from '../../db/live.ts';
import { selectOptionalRoom } from '../../db/live-room.ts';
import { playedWithCatalogue } from '../../db/misconceptions.ts';
import { selectPlayed } from '../../db/variants.ts';
import { askedKind } from '../../domain/kinds/asked.ts';
import { dealt, noteAsked } from '../../domain/live/own.ts';
import type { OwnQuestions, Room, RoomPlayer, StoredAnswer } from '../../domain/live/room.ts';
import type { Question } from '../../domain/question.ts';

export interface LoadedRoom {
  session: StoredSession;
  room: Room;
}

/** What cannot change any more: answers to rounds that are over and graded. */
interface Settled {
  /** of the lesson's version: a corrected one may grade answers otherwise */
  lessonVersionId: string;
  /** the first round that may still change */
  from: number;
  answers: Map<number, readonly StoredAnswer[]>;
  /** questions by round: a round never changes its question */
  asked: Question[];
  /** those that each player has values of their own in */
  own: OwnQuestions | undefined;
}

/** Who sits where. */
interface Sitting {
  session: string;
  player: string;
}

const ROOMS_KEPT = 500;

export class Rooms {
  readonly #pool: pg.Pool;
  readonly #keyOf: ((session: string) => string) | undefined;
  readonly #settled = new LRUCache<string, Settled>({ max: ROOMS_KEPT });
  readonly #loading = new Map<string, Promise<LoadedRoom | undefined>>();

  /** @param keyOf the key in a room's link; without, whoever plays again comes by the code alone */
  constructor(pool: pg.Pool, keyOf?: (session: string) => string) {
    this.#pool = pool;
    this.#keyOf = keyOf;
  }

  /** The room as it is now. Loads that are asked for while one waits to start share it. */
  load(id: string): Promise<LoadedRoom | undefined> {
    const waiting = this.#loading.get(id);
    if (waiting !== undefined) return waiting;
    const loading = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#loading.delete(id);
      return this.#read(id);
    });
    this.#loading.set(id, loading);
    return loading;
  }

  /** Throws away what is kept of a room's answers: players were removed with theirs. */
  forget(id: string): void {
    const settled = this.#settled.get(id);
    if (settled !== undefined) this.#settled.set(id, { ...settled, from: 0, answers: new Map() });
  }

  /** The question of a round as a player is asked it, without reading the room again for each answer that comes in. */
  async questionOf({ session, player }: Sitting, round: number): Promise<Question | undefined> {
    const known = (): Question | undefined => this.knownQuestion({ session, player }, round);
    return known() ?? ((await this.load(session)) && known());
  }

  /** The same, where the room was read since the round began. */
  knownQuestion({ session, player }: Sitting, round: number): Question | undefined {
    const settled = this.#settled.get(session);
    const question = settled?.asked[round];
    const all = question === undefined ? undefined : settled?.own?.get(question.id);
    return question === undefined || all === undefined ? question : all[dealt(player, question.id, all.length)];
  }

  async #read(id: string): Promise<LoadedRoom | undefined> {
    const known = this.#settled.get(id);
    const stored = await selectOptionalRoom(this.#pool, id, known?.from ?? 0);
    if (stored === undefined) return undefined;
    if (known !== undefined && known.lessonVersionId !== stored.session.lessonVersionId) {
      this.#settled.delete(id);
      return this.#read(id);
    }
    const { session, players } = stored;
    const { lessonVersionId } = session;
    const played = await selectPlayed(database(), lessonVersionId, session.state.plan);
    const { questions, own } = await playedWithCatalogue(database(), lessonVersionId, played);
    const answers = new Map([...(known?.answers ?? []), ...stored.answers]);
    giveTime(players, stored.answers);
    noteAsked({ state: session.state, own }, stored.answers);
    const { code, lessonTitle, state, version } = session;
    const room: Room = { id, code, lesson: lessonTitle, state, version, questions, players, answers };
    if (own.size > 0) room.own = own;
    if (state.again !== null && this.#keyOf !== undefined) room.nextKey = this.#keyOf(state.again.session);
    this.#keep(room, session.lessonVersionId);
    return { session, room };
  }

  #keep(room: Room, lessonVersionId: string): void {
    const { rounds } = room.state;
    const asked = rounds.flatMap((played) => room.questions.get(played.questionId) ?? []);
    if (asked.length !== rounds.length) return;
    let from = 0;
    while (from < rounds.length - 1 && isSettled(asked[from], room.answers.get(from))) from += 1;
    const answers = new Map<number, readonly StoredAnswer[]>();
    for (const [round, list] of room.answers) if (round < from) answers.set(round, list);
    this.#settled.set(room.id, { lessonVersionId, from, answers, asked, own: room.own });
  }
}

function isSettled(question: Question | undefined, answers: readonly StoredAnswer[] = []): boolean {
  return question !== undefined && (!askedKind(question).needsPool || answers.every((one) => one.verdict !== null));
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
