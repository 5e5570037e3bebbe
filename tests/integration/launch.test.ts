/** The life of a classroom: `npm start`, killed parts, Ctrl-C, a second start, a launcher that is killed. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../launch/state-folder.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { type Launcher, launch, newStateFolder } from '../support/launcher.ts';
import { killBelow, leftOf, processBelow, processesBelow, processesFrom } from '../support/process-tree.ts';
import { Visitor } from '../support/visitor.ts';

const state = newStateFolder('launch');
let port: number;
let databasePort: number;
let launcher: Launcher;

function start(): Launcher {
  return launch({
    state,
    args: ['--port', String(port)],
    variables: { NABLA_DATABASE_PORT: String(databasePort) },
    session: true,
  });
}

async function query(sql: string): Promise<unknown[]> {
  const password = readFileSync(`${path.join(state, 'database')}.password`, 'utf8');
  const client = new pg.Client({ connectionString: `postgresql://nabla:${password}@127.0.0.1:${databasePort}/nabla` });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function healthy(limit = GUARD_MS): Promise<boolean> {
  const visitor = new Visitor(`http://localhost:${port}`);
  for (const deadline = Date.now() + limit; Date.now() < deadline; await pause()) {
    const answer = await visitor.send('/api/health').catch(() => undefined);
    if (answer?.status === 200) return true;
  }
  return false;
}
const pause = (ms = 50) => new Promise((resolve) => setTimeout(resolve, ms));

/** Hands in a Python function as a student does, and waits until it is graded: the sandboxes run then. */
async function gradeSomething(): Promise<unknown> {
  const ada = new Visitor(`http://localhost:${port}`);
  expect(await ada.signIn('ada', 'nabla-demo')).toBe(true);
  const [lesson] = await query(`select id from lessons where slug = 'gradients-and-derivatives'`);
  const sent = await ada.call('practice.submissions', {
    lessonId: (lesson as { id: string }).id,
    questionId: 'jacobian',
    answer: { kind: 'function', code: 'def jacobian(f, x, h=1e-5):\n    return [[0, 0], [0, 0]]\n' },
    purpose: 'submit',
    clientId: 'from-the-launch-test',
  });
  for (;;) {
    const read = await ada.call('practice.verdicts', { submission: sent.submission });
    if (read.verdict !== null) return read.verdict;
    await pause();
  }
}

beforeAll(async () => {
  [port, databasePort] = [await freePort(), await freePort()];
  launcher = start();
  await launcher.ready();
});
afterAll(async () => {
  const below = processesBelow(launcher.pid);
  if ((await leftOf(below, 0)).length > 0) {
    process.kill(launcher.pid, 'SIGTERM');
    await launcher.ended;
  }
  rmSync(state, { recursive: true, force: true });
});

describe('npm start', () => {
  it('tells its steps, one address and the demo accounts, in plain lines', () => {
    const said = launcher.said();
    const migrations = readdirSync(path.join(ROOT, 'prisma/migrations'), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    ).length;
    expect(said.match(/https?:\/\/\S+/g)).toEqual([`http://localhost:${port}`]);
    for (const line of [
      '✓ pages',
      '✓ database',
      '✓ tables and lessons',
      '✓ server and workers',
      `${migrations} migrations applied`,
    ])
      expect(said).toContain(line);
    expect(said).toMatch(/password nabla-demo for each: .*admin .*teacher .*ada/);
    expect([...said].filter((letter) => letter === '\u001b' || letter === '\r')).toEqual([]);
  });

  it('starts a killed server again', async () => {
    const server = killBelow(launcher.pid, 'server/main.ts');
    while (processBelow(launcher.pid, 'server/main.ts') === server) await pause();
    expect(await healthy()).toBe(true);
    expect(launcher.complained()).toContain('! the server ended; starting it again');
  });

  it('starts a killed database again, and what was handed in is there', async () => {
    const ada = new Visitor(`http://localhost:${port}`);
    expect(await ada.signIn('ada', 'nabla-demo')).toBe(true);
    const database = killBelow(launcher.pid, 'bin/postgres');
    while (!launcher.complained().includes('✓ the database is there again')) await pause();
    expect(processBelow(launcher.pid, 'bin/postgres')).not.toBe(database);
    expect(await healthy()).toBe(true);
    expect((await ada.send('/home')).status).toBe(200);
  });

  it('stops everything at Ctrl-C, which the whole group hears, and twice', async () => {
    expect(await gradeSomething()).toMatchObject({ outcome: 'graded' });
    await query(`insert into users (name, login, role) values ('Kept', 'kept', 'student')`);
    const below = processesBelow(launcher.pid);
    for (const part of ['launch/main.ts', 'server/main.ts', 'workers/main.ts', 'postgres', 'python/child.ts'])
      expect(below.map((one) => one.command).join('\n')).toContain(part);
    const before = launcher.complained();
    process.kill(-launcher.pid, 'SIGINT');
    await pause(100);
    process.kill(-launcher.pid, 'SIGINT');
    expect(await launcher.ended).toEqual({ code: 130, signal: null });
    expect(await leftOf(below)).toEqual([]);
    expect(launcher.complained()).toBe(before);
    expect(launcher.said()).toContain('Stopping …');
  });
});

describe('a second start', () => {
  it('makes nothing anew and keeps what was there', async () => {
    launcher = start();
    await launcher.ready();
    expect(launcher.said()).not.toMatch(/migrations applied|new or changed|snapshot/);
    expect(await query(`select name from users where login = 'kept'`)).toEqual([{ name: 'Kept' }]);
    expect(await query('select result from verdicts')).toHaveLength(1);
  });

  it('after kill -9 of the launcher finds no server and no workers, and takes over the database', async () => {
    const below = processesBelow(launcher.pid);
    const postgres = processBelow(launcher.pid, 'bin/postgres');
    killBelow(launcher.pid, 'launch/main.ts');
    expect((await launcher.ended).code).not.toBe(0);
    const left = await leftOf(below.filter((one) => !one.command.includes('postgres')));
    expect(left).toEqual([]);
    launcher = start();
    await launcher.ready();
    const lines = readFileSync(path.join(state, 'database', 'postmaster.pid'), 'utf8').split('\n');
    expect(Number(lines[0])).toBe(postgres);
    expect(await query(`select name from users where login = 'kept'`)).toEqual([{ name: 'Kept' }]);
  });

  it('stops everything, a database taken over too, when what npm started is killed with kill -9', async () => {
    const postgres = Number(readFileSync(path.join(state, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const below = [...processesBelow(launcher.pid), ...processesFrom(postgres)];
    expect(below.length).toBeGreaterThan(8);
    process.kill(launcher.pid, 'SIGKILL');
    expect(await launcher.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await leftOf(below, 12_000)).toEqual([]);
  });
});
