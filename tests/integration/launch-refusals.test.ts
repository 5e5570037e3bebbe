/** What can be wrong before a classroom opens: one clear sentence, an exit code, nothing left running. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { whyNot } from '../../launch/postgres.ts';
import { sentenceOf } from '../../launch/steps.ts';
import { freePort } from '../support/free-port.ts';
import { launch, newStateFolder } from '../support/launcher.ts';
import { leftOf, processesBelow } from '../support/process-tree.ts';

const folder = newStateFolder('refusals');
const DATABASE = 'postgresql://nobody:wrong@127.0.0.1';
let free: number;
let taken: number;
let other: Server;

beforeAll(async () => {
  [free, taken] = [await freePort(), await freePort()];
  other = createServer((socket) => socket.destroy()).listen(taken, '127.0.0.1');
});
afterAll(() => {
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

let cases = 0;
/** Starts, waits for the end, and gives the one sentence; whatever ran meanwhile has to be gone. */
async function refusal(options: { args?: string[]; variables?: Record<string, string>; state?: string }) {
  const state = options.state ?? path.join(folder, `case-${++cases}`);
  const launcher = launch({
    state,
    args: options.args ?? ['--port', String(free)],
    variables: { NABLA_DATABASE_PORT: String(await freePort()), ...options.variables },
  });
  const seen = new Map<number, ReturnType<typeof processesBelow>[number]>();
  const watch = setInterval(() => {
    for (const one of processesBelow(launcher.pid)) seen.set(one.pid, one);
  }, 100);
  const { code } = await launcher.ended;
  clearInterval(watch);
  expect(code).toBe(1);
  expect(await leftOf([...seen.values()])).toEqual([]);
  expect(existsSync(path.join(state, 'running'))).toBe(false);
  const lines = launcher.complained().split('\n').filter(Boolean);
  expect(lines).toHaveLength(1);
  expect(launcher.said()).not.toMatch(/\n\s+at |node:internal|Error:/);
  return lines[0];
}

describe('npm start refuses', () => {
  it('an unknown option', async () => {
    expect(await refusal({ args: ['--prot', '3000'] })).toMatch(/^✗ There is no option --prot: npm start --/);
  });

  it.each(['http', '0', '70000', '3000.5'])('the port "%s"', async (port) => {
    expect(await refusal({ args: ['--port', port] })).toBe(
      `✗ --port is "${port}": it must be a number from 1 to 65535.`,
    );
  });

  it('a port that is used', async () => {
    expect(await refusal({ args: ['--port', String(taken)] })).toBe(
      `✗ Port ${taken} is used by another program: stop it, or choose another one: npm start -- --port ${taken + 1}`,
    );
  });

  it('a database port that is used', async () => {
    expect(await refusal({ variables: { NABLA_DATABASE_PORT: String(taken) } })).toMatch(
      /^✗ Port \d+, which the embedded database wants, is used by another program: .* NABLA_DATABASE_PORT/,
    );
  });

  it('a host that is not this machine', async () => {
    expect(await refusal({ args: ['--port', String(free), '--host', '203.0.113.7'] })).toBe(
      '✗ 203.0.113.7 is no address of this machine: choose another --host, or 0.0.0.0 for all its addresses.',
    );
  });

  it('a DATABASE_URL that is none', async () => {
    expect(await refusal({ variables: { DATABASE_URL: 'mysql://localhost/nabla' } })).toMatch(
      /^✗ DATABASE_URL must be an address like postgresql:/,
    );
  });

  it('a database that does not answer', async () => {
    expect(await refusal({ variables: { DATABASE_URL: `${DATABASE}:${await freePort()}/nabla` } })).toBe(
      '✗ The database does not answer: check DATABASE_URL and that PostgreSQL runs there.',
    );
  });

  it('something else than PostgreSQL at DATABASE_URL', async () => {
    expect(await refusal({ variables: { DATABASE_URL: `${DATABASE}:${taken}/nabla` } })).toBe(
      '✗ The database does not answer: check DATABASE_URL and that PostgreSQL runs there.',
    );
  });

  it('a password that is wrong, and a database that is not there', async () => {
    const url = new URL(inject('template'));
    url.password = 'wrong';
    expect(await refusal({ variables: { DATABASE_URL: url.href } })).toBe(
      '✗ The database refuses this user or password: correct DATABASE_URL.',
    );
    const absent = inject('template').replace(/[^/]+$/, 'no_such_database');
    expect(await refusal({ variables: { DATABASE_URL: absent } })).toMatch(/^✗ There is no such database: make it/);
  });

  it('a secret that is too short', async () => {
    expect(await refusal({ variables: { NABLA_SECRET: 'short' } })).toMatch(
      /^✗ The variable NABLA_SECRET must be at least 32 characters/,
    );
  });

  it('a state folder that cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ state: path.join(file, 'below') })).toMatch(
      /^✗ The folder \S+ cannot be written: make it writable, or set NABLA_STATE/,
    );
  });
});

describe('a full disk', () => {
  const disk = path.join(folder, 'tiny-disk');
  let mounted = false;
  beforeAll(() => {
    mkdirSync(disk);
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'tmpfs', disk]).status === 0;
  });
  afterEach(() => {
    if (mounted) spawnSync('umount', [disk]);
  });

  it('is said in one sentence', async () => {
    expect(sentenceOf(new Error('ENOSPC: no space left on device, write'))).toMatch(/^The disk is full: make room/);
    expect(whyNot('FATAL:  could not write lock file: No space left on device', 1, '')).toMatch(/^The disk is full/);
    // a small disk can be made by root only; elsewhere the sentences above have to do
    if (mounted) expect(await refusal({ state: disk })).toMatch(/^✗ The disk is full: make room/);
  });
});

describe('npm run reset', () => {
  it('deletes nothing where there is nobody to ask, and everything with --yes', async () => {
    const state = path.join(folder, 'reset');
    mkdirSync(path.join(state, 'database'), { recursive: true });
    writeFileSync(path.join(state, 'secret'), 'kept');
    expect(await refusal({ state, args: ['--reset'] })).toMatch(/^✗ Nothing was deleted/);
    expect(existsSync(path.join(state, 'secret'))).toBe(true);
    const launcher = launch({ state, args: ['--reset', '--yes'] });
    expect(await launcher.ended).toMatchObject({ code: 0 });
    expect(existsSync(path.join(state, 'secret'))).toBe(false);
    expect(existsSync(path.join(state, 'database'))).toBe(false);
  });
});
