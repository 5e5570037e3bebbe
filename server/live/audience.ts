/**
 * Tells the viewers of a room its state, each in their own view. Hints come from the database; a hint that is missed is
 * made good at the next one, since a view is always made from the truth.
 */
import type pg from 'pg';
import { database } from '../../db/client.ts';
import { countGraded } from '../../db/live-answers.ts';
import { countAnswers, haveAllAnswered } from '../../db/live-room.ts';
import { dealt } from '../../domain/live/own.ts';
import { ranking } from '../../domain/live/ranks.ts';
import { activePlayers, allHaveAnswered, isScored, isTold, sentAnswers } from '../../domain/live/room.ts';
import { currentRound, isUnsettled } from '../../domain/live/state.ts';
import type { JoinAddress } from '../../domain/live/view/class.ts';
import { hostViewOf } from '../../domain/live/view/host.ts';
import { PlayerViews } from '../../domain/live/view/player.ts';
import { screenViewOf } from '../../domain/live/view/screen.ts';
import type { HostView, PlayerNews, RankedPlayer, ScreenView, ShownQuestion } from '../../domain/live/views.ts';
import { type Prepared, prepare, sendPrepared } from '../insides/send-prepared.ts';
import type { Log } from '../log.ts';
import type { LiveServer, LiveSocket } from './connections.ts';
import { Returning } from './returning.ts';
import type { LoadedRoom, Rooms } from './rooms.ts';

/** How often host and screen hear of new answers and new names. */
const SAMPLE_MS = 250;

export const roomNames = {
  host: (session: string) => `live:${session}:host`,
  screen: (session: string) => `live:${session}:screen`,
  players: (session: string) => `live:${session}:players`,
};

/** What may have changed in a room beside its state. */
export type News = 'answers' | 'people' | 'verdicts';

export interface AudienceOptions {
  io: LiveServer;
  pool: pg.Pool;
  rooms: Rooms;
  joinAddress(room: { id: string; code: string }): Promise<JoinAddress>;
  log: Log;
  onAllAnswered(session: string, round: number): void;
}

/** What was told last of an open round that ends once all have answered. */
interface OpenRound {
  round: number;
  /** who has answered by way of this server: a reason to ask the database, not the truth */
  answered: Set<string>;
}

export class Audience {
  readonly #io: LiveServer;
  readonly #pool: pg.Pool;
  readonly #rooms: Rooms;
  readonly #joinAddress: AudienceOptions['joinAddress'];
  readonly #log: Log;
  readonly #onAllAnswered: (session: string, round: number) => void;
  readonly #samples = new Map<string, Set<News>>();
  readonly #open = new Map<string, OpenRound>();
  /** the version that was told last */
  readonly #told = new Map<string, number>();
  /** of whom a host here has been told that they have answered since the last view */
  readonly #ticked = new Map<string, Set<string>>();
  /** the round that is being asked, as it was told last */
  readonly #rounds = new Map<string, number>();
  /** sessions whose round has no points: host and screen see what comes in, not only how much */
  readonly #heard = new Set<string>();
  readonly #returning = new Returning((session) => {
    for (const one of session === null ? this.watched() : [session]) this.sample(one, 'people');
  });

  constructor({ io, pool, rooms, joinAddress, log, onAllAnswered }: AudienceOptions) {
    this.#io = io;
    this.#pool = pool;
    this.#rooms = rooms;
    this.#joinAddress = joinAddress;
    this.#log = log;
    this.#onAllAnswered = onAllAnswered;
  }

  /** Sessions that somebody here looks at. */
  watched(): string[] {
    const found = new Set<string>();
    for (const name of this.#io.of('/').adapter.rooms.keys()) {
      const match = /^live:([0-9a-f-]{36}):/.exec(name);
      if (match?.[1] !== undefined) found.add(match[1]);
    }
    return [...found];
  }

  /** Whether a player has a connection to this server. */
  holds(session: string, player: string): boolean {
    return this.#socketsIn(roomNames.players(session)).some((socket) => socket.data.seat?.player === player);
  }

  /** A server that is being stopped let go of a player: they are on their way to another one, or to this. */
  expect(session: string, player: string): void {
    this.#returning.expect(session, player);
  }

  /** The state changed: everybody gets a new view. */
  async tell(session: string): Promise<LoadedRoom | undefined> {
    const loaded = await this.#rooms.load(session);
    if (loaded === undefined) return undefined;
    // two hints close to each other: what was read for the first may come after what was read for the second
    if (loaded.room.version < (this.#told.get(session) ?? 0)) return loaded;
    this.#told.set(session, loaded.room.version);
    this.#remember(loaded);
    const ranks = ranking(loaded.room);
    const prepared = new Map<number, ReturnType<typeof prepareFor>>();
    const seated = seatsOf(loaded);
    this.#sendAway(loaded);
    for (const socket of this.#socketsIn(roomNames.players(session))) {
      const player = socket.data.seat?.player;
      // who sat down since the room was read gets their view in the reply
      if (player === undefined || !seated.has(player)) continue;
      const hand = handOf(loaded, player);
      const ready = prepared.get(hand) ?? prepareFor(loaded, { ranks, player, hand });
      prepared.set(hand, ready);
      const { views, whole, again, shape } = ready;
      sendPrepared(
        socket,
        again !== null && socket.data.told === shape ? again : whole,
        `${JSON.stringify(views.me(player))}}`,
      );
      socket.data.told = shape;
    }
    await this.#sendToHosts(loaded, ranks);
    return loaded;
  }

  /**
   * Tells a version that is known to be stored, once: who stored it, and the hint that comes back, both ask for it.
   * @returns undefined where it, or a newer one, is told already
   */
  async tellOnce(session: string, version: number): Promise<LoadedRoom | undefined> {
    const before = this.#told.get(session) ?? 0;
    if (before >= version) return undefined;
    this.#told.set(session, version);
    try {
      return await this.tell(session);
    } catch (error) {
      if (this.#told.get(session) === version) this.#told.set(session, before);
      throw error;
    }
  }

  /** An answer is on its way into the database. @returns whether everybody here has sent one: the round waits for it alone */
  arrived(session: string, round: number, player: string): boolean {
    const open = this.#open.get(session);
    if (open?.round !== round) return false;
    open.answered.add(player);
    return this.#allHere(session, open);
  }

  /** Answers were stored by this server: who they are from, and in which round. */
  stored(session: string, round: number, players: readonly string[]): void {
    const open = this.#open.get(session);
    if (open?.round === round) {
      for (const player of players) open.answered.add(player);
      if (this.#allHere(session, open))
        this.#closeWhenAllAnswered(session, round).catch((error: unknown) =>
          // the sample below looks again
          this.#log.warn({ err: error, session, round }, 'whether all have answered could not be looked at'),
        );
    }
    this.sample(session, 'answers');
  }

  #allHere(session: string, { answered }: OpenRound): boolean {
    return answered.size >= (this.#io.of('/').adapter.rooms.get(roomNames.players(session))?.size ?? 0);
  }

  /** Answers came in or were graded, or people came and went: host and screen hear of it a few times a second. */
  sample(session: string, news: News): void {
    const waiting = this.#samples.get(session);
    if (waiting !== undefined) {
      waiting.add(news);
      return;
    }
    const due = new Set([news]);
    this.#samples.set(session, due);
    setTimeout(() => {
      this.#samples.delete(session);
      this.#tellNews(session, due).catch(() => {
        // the database is away: a round that waits for this news must not wait for the bell
        for (const one of due) this.sample(session, one);
      });
    }, SAMPLE_MS).unref();
  }

  async #tellNews(session: string, news: ReadonlySet<News>): Promise<void> {
    if (news.has('verdicts')) await this.#tellVerdicts(session);
    if (news.has('people')) await this.#tellPeople(session);
    else if (news.has('answers'))
      await (this.#heard.has(session) ? this.#tellPeople(session) : this.#tellCount(session));
  }

  /** Before the reveal the host alone hears how many are right; afterwards verdicts change everybody's view. */
  async #tellVerdicts(session: string): Promise<void> {
    const loaded = await this.#rooms.load(session);
    if (loaded === undefined) return;
    if (isTold(loaded.room.state)) {
      await this.tell(session);
      return;
    }
    const round = loaded.room.state.rounds.length - 1;
    const counts = await countGraded(database(), session, round);
    this.#io.to(roomNames.host(session)).emit('graded', { session, round, ...counts });
  }

  async #tellPeople(session: string): Promise<void> {
    this.#rooms.forget(session);
    let loaded = await this.#rooms.load(session);
    // what was read before a step must not be told after it: what was told is stored, so it is there to be read
    if (loaded !== undefined && loaded.room.version < (this.#told.get(session) ?? 0))
      loaded = await this.#rooms.load(session);
    if (loaded === undefined) return;
    await this.#sendToHosts(loaded, ranking(loaded.room));
    this.#sendAway(loaded);
    const { room } = loaded;
    // somebody who was waited for has left
    if (this.#remember(loaded) && allHaveAnswered(room, (player) => this.#returning.has(session, player)))
      this.#onAllAnswered(session, room.state.rounds.length - 1);
  }

  async #tellCount(session: string): Promise<void> {
    if (!this.#rounds.has(session)) {
      const loaded = await this.#rooms.load(session);
      if (loaded !== undefined) this.#remember(loaded);
    }
    const round = this.#rounds.get(session);
    if (round === undefined) return;
    const hosted = this.#socketsIn(roomNames.host(session)).length > 0;
    const { answered, all, who } = await countAnswers(this.#pool, session, { round, named: hosted });
    this.#io.to(roomNames.screen(session)).emit('answered', { session, round, answered });
    if (hosted) {
      const news = this.#newAmong(session, who);
      this.#io.to(roomNames.host(session)).emit('answered', { session, round, answered, who: news });
    }
    if (all && this.#open.get(session)?.round === round) await this.#endRound(session, round);
  }

  /** Those whom the host has not been told of since the last view, which named everybody so far. */
  #newAmong(session: string, who: readonly string[]): string[] {
    const told = this.#ticked.get(session) ?? new Set<string>();
    this.#ticked.set(session, told);
    const news = who.filter((player) => !told.has(player));
    for (const player of news) told.add(player);
    return news;
  }

  /** With speed the first answer counts, so nothing can change any more; without, the bell decides. */
  async #closeWhenAllAnswered(session: string, round: number): Promise<void> {
    if (await haveAllAnswered(this.#pool, session, round)) await this.#endRound(session, round);
  }

  /** All who are there have answered. Where somebody may be on their way back, it is looked at whether they have, too. */
  async #endRound(session: string, round: number): Promise<void> {
    if (this.#returning.any(session)) await this.#tellPeople(session);
    else this.#onAllAnswered(session, round);
  }

  /** Keeps which round is being asked. @returns whether it ends once all have answered */
  #remember({ room }: LoadedRoom): boolean {
    const round = room.state.rounds.length - 1;
    this.#rounds.set(room.id, round);
    const { rounds, phase } = room.state;
    const last = rounds.at(-1);
    if (last !== undefined && isUnsettled(phase) && !isScored(room, last)) this.#heard.add(room.id);
    else this.#heard.delete(room.id);
    this.#ticked.delete(room.id);
    if (room.state.phase !== 'question' || !room.state.settings.speed) {
      this.#open.delete(room.id);
      if (room.state.phase === 'ended') {
        this.#rounds.delete(room.id);
        this.#told.delete(room.id);
      }
      return false;
    }
    const answered = sentAnswers(room, round).map((one) => one.playerId);
    if (this.#open.get(room.id)?.round !== round) this.#open.set(room.id, { round, answered: new Set(answered) });
    return true;
  }

  async #sendToHosts({ room }: LoadedRoom, ranks: RankedPlayer[]): Promise<void> {
    const hosts = this.#socketsIn(roomNames.host(room.id));
    const screens = this.#socketsIn(roomNames.screen(room.id));
    if (hosts.length === 0 && screens.length === 0) return;
    const join = await this.#joinAddress(room);
    if (hosts.length > 0) sendView(hosts, 'host', hostViewOf(room, join, ranks));
    if (screens.length > 0) sendView(screens, 'screen', screenViewOf(room, join, ranks));
  }

  /** Tells those who were removed, and only them: who is not in the room as it was read may have sat down since. */
  #sendAway({ room }: LoadedRoom): void {
    const removed = new Set(room.players.filter((player) => player.removed).map((player) => player.id));
    if (removed.size === 0) return;
    for (const socket of this.#socketsIn(roomNames.players(room.id))) {
      if (socket.data.seat === undefined || !removed.has(socket.data.seat.player)) continue;
      socket.emit('removed', { session: room.id });
      void socket.leave(roomNames.players(room.id));
    }
  }

  #socketsIn(name: string): LiveSocket[] {
    const { adapter, sockets } = this.#io.of('/');
    return [...(adapter.rooms.get(name) ?? [])].flatMap((id) => sockets.get(id) ?? []);
  }
}

/** One view for all of them, encoded once; socket.io would search the whole of it for binary parts first. */
function sendView(sockets: readonly LiveSocket[], name: 'host' | 'screen', view: HostView | ScreenView): void {
  const prepared = prepare(name, JSON.stringify(view));
  for (const socket of sockets) sendPrepared(socket, prepared, '');
}

/** What all players share, encoded once; each one's own part comes behind it. */
/** Which of the values that a room deals a player has now; 0: all have the same. */
function handOf({ room }: LoadedRoom, player: string): number {
  const questionId = currentRound(room.state)?.questionId ?? '';
  const all = room.own?.get(questionId);
  return all === undefined ? 0 : dealt(player, questionId, all.length);
}

/** What all who are asked the same are sent, encoded once. */
function prepareFor(
  loaded: LoadedRoom,
  { ranks, player, hand }: { ranks: RankedPlayer[]; player: string; hand: number },
) {
  const views = new PlayerViews(loaded.room, ranks, player);
  const { question } = views.shared;
  return {
    views,
    shape: question === null ? undefined : `${shapeOf(loaded, question)}:${hand}`,
    whole: preparePlayers(views.shared),
    again: question && preparePlayers({ ...views.shared, question: { id: question.id, same: true } }),
  };
}

function preparePlayers(shared: Omit<PlayerNews, 'me'>): Prepared {
  return prepare('player', `${JSON.stringify(shared).slice(0, -1)},"me":`);
}

/** A name that stands for a question in one shape: there is one without options, and there may be a corrected one. */
function shapeOf({ session, room }: LoadedRoom, question: ShownQuestion): string {
  return `${session.lessonVersionId}:${question.id}:${room.state.phase === 'read'}`;
}

function seatsOf({ room }: LoadedRoom): Set<string> {
  return new Set(activePlayers(room).map((player) => player.id));
}
