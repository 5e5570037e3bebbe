/**
 * `npm run bench:live -- --players N --rounds M [--rooms R] [--polling]`: the same game against Nabla, with its own
 * PostgreSQL, and against a bare in-memory room (bare-room.ts), round by round in turn on this machine. One JSON line.
 * Rounds are played before it counts: V8 compiles a function well once it has run some thousand times.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { connect, database, disconnect } from '../../db/client.ts';
import { GUARD_MS } from '../../domain/live/guard.ts';
import { startPostgres } from '../../launch/postgres.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDemoClass } from '../../server/features/start/demo.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { call } from '../support/calls.ts';
import { freePort } from '../support/free-port.ts';
import { newStateFolder } from '../support/launcher.ts';
import { cookieOf } from '../support/live-client.ts';
import { startProcess, startServer, WITH_FRONT_PAGE } from '../support/processes.ts';
import { machine, print } from './figures.ts';
import { type GameFigures, type OpenGame, openGame, type Percentiles } from './live-game.ts';
import { cpuMsOfTree } from './process-cost.ts';
import { connectRaw, type RawClient } from './raw-client.ts';

interface Size {
  players: number;
  rounds: number;
  rooms: number;
  polling: boolean;
  /** rounds that are played first and not counted */
  warmUp: number;
}

/** So many answers warm a server up. */
const WARM_ANSWERS = 2400;

function readSize(): Size {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      players: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '4' },
      rooms: { type: 'string', default: '1' },
      polling: { type: 'boolean', default: false },
    },
  });
  const whole = (name: 'players' | 'rounds' | 'rooms', most: number): number => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    process.stderr.write(`--${name} must be a whole number from 1 to ${most}.\n`);
    process.exit(2);
  };
  const [players, rounds, rooms] = [whole('players', 2000), whole('rounds', 100), whole('rooms', 500)];
  const warmUp = Math.ceil(WARM_ANSWERS / (players * rooms));
  return { players, rounds, rooms, polling: values.polling, warmUp };
}

/** A lesson has four checks; the bench asks them over and over, as many rounds as it was told. */
const AS_MANY_QUESTIONS = `
update live_sessions set state = jsonb_set(state, '{plan}', (
  select jsonb_agg(state->'plan'->(n % jsonb_array_length(state->'plan'))) from generate_series(0, $1::int - 1) n))
where id = $2::uuid`;

/** A game, and what ends all that was started for it. */
interface Table {
  game: OpenGame;
  close(): Promise<void>;
}

/** A backend tells the statistics what it has committed at once, or after ten idle seconds. */
const STATISTICS_MS = 11_000;

async function openNabla(size: Size): Promise<Table> {
  const folder = newStateFolder('bench-live');
  const [port, databasePort] = [await freePort(), await freePort()];
  const postgres = await startPostgres({ dataFolder: path.join(folder, 'database'), port: databasePort });
  connect(postgres.url, { connections: 4 });
  await prepare(postgres.url, path.join(ROOT, 'content'));
  await makeDemoClass();
  const teacher = await database().user.findUniqueOrThrow({ where: { login: 'teacher' } });
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } });
  const cookie = await cookieOf(teacher.id);
  await disconnect();
  const watcher = new pg.Client({ connectionString: postgres.url });
  await watcher.connect();
  const server = await startServer(postgres.url, port, { ...WITH_FRONT_PAGE, NABLA_PROXY: '1' });
  const address = `http://127.0.0.1:${port}`;
  const headers = { cookie };
  const hosts: { client: RawClient; session: string; begun: boolean }[] = [];
  const codes: string[] = [];
  for (let room = 0; room < size.rooms; room++) {
    const asked = { lessonId: lesson.id, classId: null, settings: { speed: true, readSeconds: 0 } };
    const { outcome: opened } = await call<{ session: string; code: string }>(address, 'live.open', asked, headers);
    await watcher.query(AS_MANY_QUESTIONS, [size.warmUp + size.rounds, opened.session]);
    const client = await connectRaw(
      { address, path: '/live-socket', polling: false, headers: { cookie: headers.cookie } },
      () => undefined,
    );
    await client.ask('host', { session: opened.session });
    hosts.push({ client, session: opened.session, begun: false });
    codes.push(opened.code);
  }
  const order = async ({ client, session }: (typeof hosts)[number]): Promise<void> => {
    const reply = await client.ask('command', { session, command: { type: 'next' } });
    if (reply.refused !== 'tooSoon') return;
    // one that is refused is read from the database like any other: a host's pages wait a moment after each step
    await sleep(GUARD_MS);
    await order({ client, session, begun: true });
  };
  const game = await openGame({
    ...size,
    address,
    server: server.pid,
    codes,
    waits: GUARD_MS,
    steps: [
      async (room) => {
        const host = hosts[room];
        // before the first question there are no standings
        if (host?.begun === true) await order(host);
        else if (host !== undefined) host.begun = true;
      },
      async (room) => {
        const host = hosts[room];
        if (host !== undefined) await order(host);
      },
    ],
    database: {
      cpuMs: () => cpuMsOfTree(postgres.pid),
      async commits() {
        await sleep(STATISTICS_MS);
        const { rows } = await watcher.query(
          'select xact_commit::float8 as commits from pg_stat_database where datname = current_database()',
        );
        return rows[0].commits;
      },
    },
  });
  return {
    game,
    async close() {
      await server.kill('SIGTERM');
      await watcher.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openBare(size: Size): Promise<Table> {
  const port = await freePort();
  const server = await startProcess('tests/load/bare-room.ts', { NABLA_PORT: String(port) });
  const address = `http://127.0.0.1:${port}`;
  const host = await connectRaw({ address, path: '/live-socket', polling: false, headers: {} }, () => undefined);
  const codes = Array.from({ length: size.rooms }, (_, room) => String(100_000 + room));
  const game = await openGame({
    ...size,
    address,
    server: server.pid,
    codes,
    waits: 0,
    steps: [async (room) => void (await host.ask('next', { code: codes[room] }))],
  });
  return { game, close: async () => void (await server.kill('SIGTERM')) };
}

function ratio(one: number, other: number): number {
  return Math.round((100 * one) / other) / 100;
}
function ratios(nabla: GameFigures, bare: GameFigures): object {
  const of = (name: 'joinMs' | 'receiptMs' | 'revealMs' | 'spreadMs'): Percentiles => ({
    p50: ratio(nabla[name].p50, bare[name].p50),
    p99: ratio(nabla[name].p99, bare[name].p99),
  });
  return {
    joinMs: of('joinMs'),
    receiptMs: of('receiptMs'),
    revealMs: of('revealMs'),
    spreadMs: of('spreadMs'),
    messagesPerAnswer: ratio(nabla.messagesPerAnswer, bare.messagesPerAnswer),
    serverCpuMsPerAnswer: ratio(nabla.serverCpuMsPerAnswer, bare.serverCpuMsPerAnswer),
    rssKbPerPlayer: ratio(nabla.rssKbPerPlayer, bare.rssKbPerPlayer),
  };
}

const size = readSize();
const about = machine();
const tables = [await openNabla(size), await openBare(size)];
for (let round = -size.warmUp; round < size.rounds; round++) {
  if (round === 0) for (const { game } of tables) await game.count();
  for (const { game } of tables) await game.playRound();
}
const [nabla, bare] = await Promise.all(tables.map(({ game }) => game.end()));
if (nabla === undefined || bare === undefined) throw new Error('a game is missing');
print({ bench: 'live', ...size, machine: about, nabla, bare, ratios: ratios(nabla, bare) });
for (const table of tables) await table.close();
