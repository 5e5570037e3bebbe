/**
 * One game of the live bench: bots in a process of their own play against a server, and what it cost is added up. It is
 * played round by round, so that two games can take turns: what else the machine does then slows both.
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './figures.ts';
import type { BotMessage, BotOrder, RoundFigures } from './live-bots.ts';
import { cpuMs, residentKb } from './process-cost.ts';

export interface Game {
  address: string;
  /** process id of the server that is measured */
  server: number;
  codes: string[];
  /** in each room */
  players: number;
  polling: boolean;
  /** what opens the next question of a room, in order: the standings of the last one, then the question */
  steps: readonly ((room: number) => Promise<void>)[];
  /** a host's page waits so long before each step, in ms: what a server does then, unasked, costs no answer */
  waits: number;
  /** what else costs something: the database */
  database?: { cpuMs(): number; commits(): Promise<number> };
}

export interface Percentiles {
  p50: number;
  p99: number;
}
export interface GameFigures {
  joinMs: Percentiles;
  receiptMs: Percentiles;
  /** from the last answer that was sent to the last player's reveal, over the rounds */
  revealMs: Percentiles;
  /** between the first and the last player that a broadcast reached, over the broadcasts */
  spreadMs: Percentiles;
  /** what clients received from the first question to the last reveal, receipts included, by answers */
  messagesPerAnswer: number;
  serverCpuMsPerAnswer: number;
  /** of the server while a host waits and nothing is asked of it, in ms a second; null: nobody waits */
  idleCpuMsPerSecond: number | null;
  databaseCpuMsPerAnswer: number | null;
  rssKbPerPlayer: number;
  commitsPerAnswer: number | null;
}

/** A game whose players have joined. */
export interface OpenGame {
  /** a round in each room, from the question to the last player's reveal */
  playRound(): Promise<void>;
  /** what was played before has warmed the servers up: it is counted from now on */
  count(): Promise<void>;
  end(): Promise<GameFigures>;
}

const JOIN_LIMIT_MS = 120_000;
const ROUND_LIMIT_MS = 60_000;
/** What a step sets going has come to rest after so long: until then it is counted, though the host waits. */
const AT_REST_MS = 300;

export async function openGame(game: Game): Promise<OpenGame> {
  const { address, codes, players, polling, server } = game;
  const rssBefore = residentKb(server);
  const order = JSON.stringify({ address, path: '/live-socket', codes, players, polling });
  const bots = new Bots(order);
  const { joinMs } = await bots.hear('joined', JOIN_LIMIT_MS);
  const received = async (): Promise<number> => {
    bots.ask('count');
    return (await bots.hear('received', ROUND_LIMIT_MS)).received;
  };
  let played: RoundFigures[] = [];
  let cost = { server: 0, database: 0 };
  let idle = { cpu: 0, ms: 0 };
  let before: { received: number; commits: number | undefined } = { received: 0, commits: undefined };
  return {
    async count() {
      played = [];
      cost = { server: 0, database: 0 };
      idle = { cpu: 0, ms: 0 };
      before = { received: await received(), commits: await game.database?.commits() };
    },
    async playRound() {
      const ended = Promise.all(codes.map(() => bots.hear('round', ROUND_LIMIT_MS)));
      const counted = async (act: () => Promise<void>): Promise<void> => {
        const spent = { server: cpuMs(server), database: game.database?.cpuMs() ?? 0 };
        await act();
        cost.server += cpuMs(server) - spent.server;
        cost.database += (game.database?.cpuMs() ?? 0) - spent.database;
      };
      for (const [at, step] of game.steps.entries()) {
        if (game.waits > 0) {
          await counted(() => sleep(AT_REST_MS));
          const [spent, began] = [cpuMs(server), performance.now()];
          await sleep(game.waits - AT_REST_MS);
          idle = { cpu: idle.cpu + cpuMs(server) - spent, ms: idle.ms + performance.now() - began };
        }
        await counted(async () => {
          await Promise.all(codes.map((_, room) => step(room)));
          if (at === game.steps.length - 1) played.push(...(await ended));
        });
      }
    },
    async end() {
      const rss = residentKb(server) - rssBefore;
      const commits = (await game.database?.commits()) ?? 0;
      const messages = (await received()) - before.received;
      bots.ask('leave');
      const receipts = played.flatMap((round) => round.receiptMs);
      const perAnswer = (total: number): number => Math.round((1000 * total) / receipts.length) / 1000;
      return {
        joinMs: percentiles(joinMs),
        receiptMs: percentiles(receipts),
        revealMs: percentiles(played.map((round) => round.revealMs)),
        spreadMs: percentiles(played.flatMap((round) => round.spreadMs)),
        messagesPerAnswer: perAnswer(messages),
        serverCpuMsPerAnswer: perAnswer(cost.server),
        idleCpuMsPerSecond: idle.ms === 0 ? null : Math.round((10_000 * idle.cpu) / idle.ms) / 10,
        databaseCpuMsPerAnswer: game.database === undefined ? null : perAnswer(cost.database),
        rssKbPerPlayer: Math.round(rss / (players * codes.length)),
        commitsPerAnswer: before.commits === undefined ? null : perAnswer(commits - before.commits),
      };
    },
  };
}

type Told<T extends BotMessage['type']> = Extract<BotMessage, { type: T }>;

/** The process of the players, and what it tells. */
class Bots {
  readonly #process: ChildProcess;
  readonly #told: BotMessage[] = [];
  readonly #waiting: { type: BotMessage['type']; take(message: BotMessage): void; fail(error: Error): void }[] = [];

  constructor(order: string) {
    this.#process = fork(path.join(import.meta.dirname, 'live-bots.ts'), [order], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#process.on('message', (message: BotMessage) => {
      const at = this.#waiting.findIndex((one) => one.type === message.type);
      const [first] = at === -1 ? [] : this.#waiting.splice(at, 1);
      if (first === undefined) this.#told.push(message);
      else first.take(message);
    });
    this.#process.on('exit', (code) => {
      for (const one of this.#waiting) one.fail(new Error(`the bots ended with ${code}`));
    });
  }

  /** The next message of a kind. */
  hear<T extends BotMessage['type']>(type: T, limitMs: number): Promise<Told<T>> {
    const at = this.#told.findIndex((one) => one.type === type);
    if (at !== -1) return Promise.resolve(this.#told.splice(at, 1)[0] as Told<T>);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the bots did not say "${type}" in time`)), limitMs);
      this.#waiting.push({
        type,
        take(message) {
          clearTimeout(late);
          resolve(message as Told<T>);
        },
        fail(error) {
          clearTimeout(late);
          reject(error);
        },
      });
    });
  }

  ask(order: BotOrder): void {
    this.#process.send(order);
  }
}

function percentiles(values: readonly number[]): Percentiles {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
}
