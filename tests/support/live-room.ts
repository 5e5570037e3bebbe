/** A live room for tests: its host, its players, and what no player may have seen. */
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import type { Answer } from '../../domain/answer.ts';
import type { HostCommand } from '../../domain/live/advance.ts';
import type { PlayerView } from '../../domain/live/views.ts';
import type { Question } from '../../domain/question.ts';
import { call, type Told } from './calls.ts';
import { leaksIn, leaksInPage } from './key-scan.ts';
import { cookieOf, LiveClient } from './live-client.ts';

export interface RoomOptions {
  /** players' connections: WebSockets, long polling, or every other one of each */
  transport?: 'websocket' | 'polling' | 'both';
  /** of a class; left out: for anybody with the code */
  classId?: string;
  /** its slug; left out: the demo class's lesson */
  lesson?: string;
  /** left out: the checks of the lesson */
  questionIds?: string[];
  /** sign-in name of the host */
  host?: string;
}

export interface TestRoom {
  session: string;
  code: string;
  host: LiveClient;
  players: LiveClient[];
  questions: ReadonlyMap<string, Question>;
  /** the host's order, which must not be refused */
  order(command: HostCommand['type'] | HostCommand): Promise<void>;
  /** rings the bell before its time, and shows the answer */
  ringAndShow(): Promise<void>;
  /** another player with a connection of their own */
  join(
    nickname: string,
    options?: { address?: string; cookie?: string; polling?: boolean; from?: string },
  ): Promise<LiveClient>;
  /** what anybody who joined was sent of keys that were not open, in frames and pages */
  leaks(): Promise<string[]>;
  close(): void;
}

/** The host rings the bell before its time, and shows the answer. */
export async function ringAndShow(host: LiveClient, session: string): Promise<void> {
  for (const type of ['close', 'reveal'] as const) {
    const reply = await host.ask('command', { session, command: { type } });
    if (!reply.ok) throw new Error(`${type} was refused: ${reply.refused}`);
  }
}

export async function cookieFor(login: string): Promise<string> {
  return cookieOf((await database().user.findUniqueOrThrow({ where: { login } })).id);
}

/** Calls a command as somebody. */
export async function callAs<T extends object = Told>(
  address: string,
  command: string,
  body: object,
  cookie: string,
): Promise<T> {
  return (await call<T>(address, command, body, { cookie })).outcome;
}

/** Opens a room of the demo class's lesson on a server, with so many guests in it. */
export async function openTestRoom(
  address: string,
  count: number,
  settings: object,
  { transport = 'websocket', classId, questionIds, host: login = 'teacher', lesson: slug }: RoomOptions = {},
): Promise<TestRoom> {
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: slug ?? 'gradients-and-derivatives' } });
  const cookie = await cookieFor(login);
  const asked = { lessonId: lesson.id, classId: classId ?? null, questionIds, settings };
  const opened = await callAs(address, 'live.open', asked, cookie);
  if (opened.ok !== true) throw new Error(`no room was opened: ${JSON.stringify(opened)}`);
  const [session, code] = [String(opened.session), String(opened.code)];
  const host = new LiveClient(address, { cookie });
  await host.ask('host', { session });
  const players: LiveClient[] = [];
  const polls = (index: number): boolean => transport === 'polling' || (transport === 'both' && index % 2 === 1);
  const room: TestRoom = {
    session,
    code,
    host,
    players,
    questions: await selectQuestions(database(), lesson.publishedId ?? ''),
    async order(command) {
      const ordered = typeof command === 'string' ? ({ type: command } as HostCommand) : command;
      const reply = await host.ask('command', { session, command: ordered });
      if (!reply.ok) throw new Error(`${ordered.type} was refused: ${reply.refused}`);
    },
    ringAndShow: () => ringAndShow(host, session),
    async join(nickname, { address: at = address, ...options } = {}) {
      const player = new LiveClient(at, options);
      players.push(player);
      await player.join(code, nickname);
      return player;
    },
    async leaks() {
      const frames = players.flatMap((player) => leaksIn(player.frames, room.questions));
      const paths = ['/join', `/join/${code}`, `/play/${session}`];
      const pages = await Promise.all(paths.map(async (path) => (await fetch(`${address}${path}`)).text()));
      return [...frames, ...pages.flatMap((page) => leaksInPage(page, room.questions))];
    },
    close() {
      for (const client of [host, ...players]) client.close();
    },
  };
  await Promise.all(
    Array.from({ length: count }, (_, index) => room.join(`Player ${index + 1}`, { polling: polls(index) })),
  );
  return room;
}

/** Gives the questions of a room that has not begun so many seconds each. */
export async function shorten(session: string, seconds: number): Promise<void> {
  await database().$executeRaw`
    update live_sessions set state = jsonb_set(state, '{plan}',
      (select jsonb_agg(one || jsonb_build_object('seconds', ${seconds}::int)) from jsonb_array_elements(state->'plan') one))
    where id = ${session}::uuid`;
}

/** Puts off the moment at which the options show, beyond what a host may choose: what happens meanwhile may take its time. */
export async function readLonger(session: string, seconds: number): Promise<void> {
  await database().$executeRaw`
    update live_sessions set state = jsonb_set(state, '{rounds}', (
      select jsonb_agg(one || jsonb_build_object(
        'opensAt', (one->>'opensAt')::float8 + ${seconds * 1_000}::float8,
        'closesAt', (one->>'closesAt')::float8 + ${seconds * 1_000}::float8))
      from jsonb_array_elements(state->'rounds') one))
    where id = ${session}::uuid`;
}

/** What a player of a test answers: not what the neighbour does, so that answers that are mixed up show. */
export function letterOf(index: number): string {
  return 'ABCD'[index % 4] ?? 'A';
}

/** Sends a player's answer under one client id until it is receipted or refused for good, as the page does. */
export async function answerUntilStored(
  player: LiveClient,
  round: number,
  given: string[] | Answer,
  clientId = `${player.id}-${round}`,
): Promise<'stored' | string> {
  const answer = Array.isArray(given) ? { kind: 'choice' as const, choices: given } : given;
  for (let tried = 0; tried < 60; tried++) {
    const reply = await player
      .ask('answer', { token: player.token, round, clientId, answer }, 10_000)
      .catch(() => ({ ok: false as const, refused: 'unavailable' as const }));
    if (reply.ok) return 'stored';
    if (reply.refused !== 'unavailable') return reply.refused;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return 'unavailable';
}

/** Waits until all players see something. */
export async function allSee(
  players: readonly LiveClient[],
  is: (view: PlayerView) => boolean,
  what: string,
): Promise<void> {
  await Promise.all(
    players.map((player) => player.until(() => player.view !== undefined && is(player.view), what)),
  ).catch((error: unknown) => {
    const seen = players.map(
      ({ view, socket }) =>
        `${view?.phase} ${view?.version} ${socket.connected ? socket.io.engine.transport.name : 'off'}`,
    );
    throw new Error(`${error}: ${seen.join(', ')}`);
  });
}
