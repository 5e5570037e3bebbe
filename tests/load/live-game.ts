/** One game of the live bench: bots in a process of their own play against a server, and what it cost is added up. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { percentile } from './figures.ts';
import type { BotMessage, RoundFigures } from './live-bots.ts';
import { cpuMs, residentKb } from './process-cost.ts';

export interface Game {
  address: string;
  /** process id of the server that is measured */
  server: number;
  codes: string[];
  players: number;
  rounds: number;
  polling: boolean;
  /** opens the next question of a room, after the standings of the last one */
  next(room: number): Promise<void>;
  /** what else has cost something so far: the database */
  beside?(): Promise<{ cpuMs: number; commits: number }>;
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
  databaseCpuMsPerAnswer: number | null;
  rssKbPerPlayer: number;
  commitsPerAnswer: number | null;
}

const GAME_LIMIT_MS = 300_000;

export async function playGame(game: Game): Promise<GameFigures> {
  const { address, codes, players, polling, rounds } = game;
  const rssBefore = residentKb(game.server);
  const order = JSON.stringify({ address, path: '/live-socket', codes, players, polling });
  const bots = fork(path.join(import.meta.dirname, 'live-bots.ts'), [order], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const played: RoundFigures[] = [];
  let joinMs: number[] = [];
  let received = 0;
  const beside = async () => (await game.beside?.()) ?? { cpuMs: 0, commits: 0 };
  let before = { server: 0, cpuMs: 0, commits: 0 };
  let after = before;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the game took too long')), GAME_LIMIT_MS);
    bots.on('exit', (code) => (code === 0 ? undefined : reject(new Error(`the bots ended with ${code}`))));
    bots.on('message', (message: BotMessage) => {
      const act = async (): Promise<void> => {
        if (message.type === 'joined') {
          ({ joinMs } = message);
          received = -message.received;
          // what joining left to be done is done by then
          const others = await beside();
          before = { ...others, server: cpuMs(game.server) };
          await Promise.all(codes.map((_, room) => game.next(room)));
        } else if (message.type === 'round') {
          played.push(message);
          if (message.round + 1 < rounds) await game.next(message.room);
          else if (played.length === rounds * codes.length) {
            const server = cpuMs(game.server);
            after = { ...(await beside()), server };
            bots.send('enough');
          }
        } else {
          received += message.received;
          clearTimeout(late);
          resolve();
        }
      };
      act().catch(reject);
    });
  });
  const receipts = played.flatMap((round) => round.receiptMs);
  const perAnswer = (total: number): number => Math.round((1000 * total) / receipts.length) / 1000;
  return {
    joinMs: percentiles(joinMs),
    receiptMs: percentiles(receipts),
    revealMs: percentiles(played.map((round) => round.revealMs)),
    spreadMs: percentiles(played.flatMap((round) => round.spreadMs)),
    messagesPerAnswer: perAnswer(received),
    serverCpuMsPerAnswer: perAnswer(after.server - before.server),
    databaseCpuMsPerAnswer: game.beside === undefined ? null : perAnswer(after.cpuMs - before.cpuMs),
    rssKbPerPlayer: Math.round((residentKb(game.server) - rssBefore) / (players * codes.length)),
    commitsPerAnswer: game.beside === undefined ? null : perAnswer(after.commits - before.commits),
  };
}

function percentiles(values: readonly number[]): Percentiles {
  return { p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
}
