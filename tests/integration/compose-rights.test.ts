/**
 * The grading pool with exactly the rights that docker-compose.yml gives it: root without the right to read what is not
 * readable for others, on an image of Python that belongs to somebody else. Needs root and util-linux, as CI has them.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { ensurePythonRuntime } from '../../workers/python/setup.ts';
import { handIn, SAMPLES, studentIds } from '../faults/hand-in.ts';
import { readCompose } from '../support/compose.ts';
import { makeDatabase } from '../support/database.ts';
import { GUARD_MS } from '../support/guard.ts';
import { newStateFolder } from '../support/launcher.ts';
import { SECRET } from '../support/processes.ts';

/** Any user that is not root: the one that the image was built for. */
const SOMEBODY = 65_534;
const compose = readCompose({ NABLA_DATABASE_PASSWORD: 'letters0and1digits', NABLA_SECRET: SECRET });
const canTry = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

if (canTry) {
  let url: string;
  let cache: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    url = await makeDatabase();
    connect(url, { connections: 2 });
    await ensurePythonRuntime({ stateDir: path.join(ROOT, '.nabla') });
    cache = newStateFolder('rights');
    cpSync(path.join(ROOT, '.nabla/cache'), path.join(cache, 'cache'), { recursive: true, preserveTimestamps: true });
    give(cache);
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await disconnect();
    rmSync(cache, { recursive: true, force: true });
  });

  function give(folder: string): void {
    chownSync(folder, SOMEBODY, SOMEBODY);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      chownSync(path.join(entry.parentPath, entry.name), SOMEBODY, SOMEBODY);
  }

  function startPool(): { child: ChildProcess; said(): string } {
    const { command = [], cap_add = [] } = compose.services.workers ?? {};
    const rights = ['-all', ...cap_add.map((name) => `+${name.toLowerCase()}`)].join(',');
    const child = spawn(
      'setpriv',
      [`--bounding-set=${rights}`, `--inh-caps=${rights}`, '--no-new-privs', process.execPath, ...command.slice(1)],
      {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          DATABASE_URL: url,
          NABLA_CACHE: cache,
          NABLA_SLOTS: '2',
        },
      },
    );
    running.push(child);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    return { child, said: () => said };
  }

  it('grades Python, JavaScript and maths', async () => {
    const { said } = startPool();
    const [student = ''] = await studentIds();
    const wanted = ['right blanks in Python', 'right JavaScript', 'right maths'];
    const samples = SAMPLES.filter(({ name }) => wanted.includes(name));
    const ids = await Promise.all(samples.map((sample) => handIn(sample, student)));
    const verdicts = async () =>
      (await database().verdict.findMany({ where: { submissionId: { in: ids } } })).map(({ result, outcome }) => [
        outcome,
        result,
      ]);
    for (const end = Date.now() + GUARD_MS; (await verdicts()).length < 3 && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await verdicts(), said()).toEqual([0, 1, 2].map(() => ['graded', 'pass']));
  });

  it('does not begin where it cannot open its Python, and says what to do', async () => {
    const images = path.join(cache, 'cache/python');
    const before = statSync(images).mode;
    chmodSync(images, 0o700);
    const { child, said } = startPool();
    const [code] = await once(child, 'exit');
    chmodSync(images, before & 0o777);
    expect(code).toBe(1);
    expect(said()).toMatch(/Python cannot be set up .*: make the folder of NABLA_CACHE readable/);
  });
} else
  it('cannot be tried without root and setpriv', () => {
    expect(process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0).toBe(false);
  });
