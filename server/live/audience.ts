/**
 * Tells the viewers of a room its state, each in their own view. Hints come from the database; a hint that is missed is
 * made good at the next one, since a view is always made from the truth.
 */

import { database } from '../../db/client.ts';
import { countAnswers, countGraded } from '../../db/live-answers.ts';
import { allHaveAnswered, isRevealed } from '../../domain/live/room.ts';
import { hostViewOf, type JoinAddress, playerViewOf, ranking, screenViewOf } from '../../domain/live/view.ts';
import type { LiveServer } from './connections.ts';
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

export class Audience {
  readonly #io: LiveServer;
  readonly #rooms: Rooms;
  readonly #joinAddress: (code: string) => Promise<JoinAddress>;
  readonly #onAllAnswered: (session: string, round: number) => void;
  readonly #samples = new Map<string, Set<News>>();

  constructor(
    io: LiveServer,
    rooms: Rooms,
    joinAddress: (code: string) => Promise<JoinAddress>,
    onAllAnswered: (session: string, round: number) => void,
  ) {
    this.#io = io;
    this.#rooms = rooms;
    this.#joinAddress = joinAddress;
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

  /** The state changed: everybody gets a new view. */
  async tell(session: string): Promise<LoadedRoom | undefined> {
    const loaded = await this.#rooms.load(session);
    if (loaded === undefined) return undefined;
    await this.#tellDesk(loaded);
    const ranks = ranking(loaded.room);
    const seated = new Set(loaded.room.players.filter((player) => !player.removed).map((player) => player.id));
    for (const socket of this.#socketsIn(roomNames.players(session))) {
      const player = socket.data.seat?.player;
      if (player === undefined) continue;
      if (seated.has(player)) socket.emit('player', playerViewOf(loaded.room, player, ranks));
      else {
        socket.emit('removed', { session });
        socket.leave(roomNames.players(session));
      }
    }
    return loaded;
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
      void this.#tellNews(session, due).catch(() => undefined);
    }, SAMPLE_MS).unref();
  }

  async #tellNews(session: string, news: ReadonlySet<News>): Promise<void> {
    if (news.has('verdicts')) await this.#tellVerdicts(session);
    if (news.has('people')) await this.#tellPeople(session);
    else if (news.has('answers')) await this.#tellCount(session);
  }

  /** Before the reveal the host alone hears how many are right; afterwards verdicts change everybody's view. */
  async #tellVerdicts(session: string): Promise<void> {
    const loaded = await this.#rooms.load(session);
    if (loaded === undefined) return;
    if (isRevealed(loaded.room.state)) {
      await this.tell(session);
      return;
    }
    const round = loaded.room.state.rounds.length - 1;
    const counts = await countGraded(database(), session, round);
    this.#io.to(roomNames.host(session)).emit('graded', { session, round, ...counts });
  }

  async #tellPeople(session: string): Promise<void> {
    const loaded = await this.#rooms.load(session);
    if (loaded === undefined) return;
    await this.#tellDesk(loaded);
    const seated = new Set(loaded.room.players.filter((player) => !player.removed).map((player) => player.id));
    for (const socket of this.#socketsIn(roomNames.players(session))) {
      if (socket.data.seat === undefined || seated.has(socket.data.seat.player)) continue;
      socket.emit('removed', { session });
      socket.leave(roomNames.players(session));
    }
    this.#closeWhenAllAnswered(loaded);
  }

  async #tellCount(session: string): Promise<void> {
    const loaded = await this.#rooms.load(session);
    if (loaded === undefined) return;
    const round = loaded.room.state.rounds.length - 1;
    const answered = await countAnswers(database(), session, round);
    this.#io.to([roomNames.host(session), roomNames.screen(session)]).emit('answered', { session, round, answered });
    this.#closeWhenAllAnswered(loaded);
  }

  /** With speed the first answer counts, so nothing can change any more; without, the bell decides. */
  #closeWhenAllAnswered({ room }: LoadedRoom): void {
    if (room.state.phase === 'question' && room.state.settings.speed && allHaveAnswered(room))
      this.#onAllAnswered(room.id, room.state.rounds.length - 1);
  }

  async #tellDesk({ room }: LoadedRoom): Promise<void> {
    const { host, screen } = roomNames;
    const { adapter } = this.#io.of('/');
    if (!adapter.rooms.has(host(room.id)) && !adapter.rooms.has(screen(room.id))) return;
    const join = await this.#joinAddress(room.code);
    if (adapter.rooms.has(host(room.id))) this.#io.to(host(room.id)).emit('host', hostViewOf(room, join));
    if (adapter.rooms.has(screen(room.id))) this.#io.to(screen(room.id)).emit('screen', screenViewOf(room, join));
  }

  #socketsIn(name: string) {
    const { adapter, sockets } = this.#io.of('/');
    return [...(adapter.rooms.get(name) ?? [])].flatMap((id) => sockets.get(id) ?? []);
  }
}
