/**
 * With exactly the rights that docker-compose.yml gives, on files that are read only: the grading pool, root without the
 * right to read what is not readable for others, on an image of Python that belongs to somebody else; the server; and
 * what the image of PostgreSQL does at its start before it is PostgreSQL. Needs root and util-linux, as CI has them.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { build } from '../../launch/build.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { ensurePythonRuntime } from '../../workers/python/setup.ts';
import { handIn, SAMPLES, studentIds } from '../faults/hand-in.ts';
import { readCompose } from '../support/compose.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { newStateFolder } from '../support/launcher.ts';
import { SECRET } from '../support/processes.ts';

/** Any user that is not root: the one that the image was built for. */
const SOMEBODY = 65_534;
const compose = readCompose({ NABLA_DATABASE_PASSWORD: 'letters0and1digits', NABLA_SECRET: SECRET });
/** What the official image does as root, and then as its user: the steps that need rights, and none of them may fail. */
const ENTRYPOINT = `
set -e
mkdir -p "$PGDATA"
chmod 700 "$PGDATA"
find "$PGDATA" ! -user "$BECOMES" -exec chown "$BECOMES" {} +
exec setpriv --reuid "$BECOMES" --regid "$BECOMES" --clear-groups sh -c '
  mkdir -p "$PGDATA/base" && chmod 700 "$PGDATA" && echo 18 > "$PGDATA/PG_VERSION" && chmod 600 "$PGDATA/PG_VERSION"'
`;
const canTry = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;
/** Files as `read_only` has them, for the program that follows; nothing where no mount of one's own is allowed. */
const SEAL = 'mount --bind "$PWD" "$PWD" && mount -o remount,bind,ro "$PWD" && cd "$PWD" && exec "$@"';
const SEALED = ['unshare', '--mount', 'sh', '-c', SEAL, 'sh'];
const sealed = spawnSync(SEALED[0] ?? '', [...SEALED.slice(1), 'true'], { cwd: ROOT }).status === 0 ? SEALED : [];

if (canTry) {
  let url: string;
  let cache: string;
  let dist: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    url = await makeDatabase();
    connect(url, { connections: 2 });
    dist = await build();
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

  /** For `setpriv`: no rights but those that a service is given. */
  function rightsOf(given: readonly string[]): string[] {
    const rights = ['-all', ...given.map((name) => `+${name.toLowerCase()}`)].join(',');
    return [`--bounding-set=${rights}`, `--inh-caps=${rights}`, '--no-new-privs'];
  }

  function startPool(): { child: ChildProcess; said(): string } {
    return start('workers', { NABLA_CACHE: cache, NABLA_SLOTS: '2' });
  }

  /** A service's command with its rights, on files that nobody can write as far as that can be had here. */
  function start(service: string, variables: Record<string, string>): { child: ChildProcess; said(): string } {
    const { command = [], cap_add = [] } = compose.services[service] ?? {};
    const [program = '', ...args] = [...sealed, 'setpriv', ...rightsOf(cap_add), process.execPath, ...command.slice(1)];
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url, ...variables },
    });
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

  it('the server begins and shows its pages without a right, and writes nothing beside the database', async () => {
    const port = await freePort();
    const { child, said } = start('server', {
      ...compose.services.server?.environment,
      DATABASE_URL: url,
      NABLA_HOST: '127.0.0.1',
      NABLA_PORT: String(port),
      NABLA_DIST: dist,
    });
    const page = async (at: string): Promise<string> => {
      const answer = await fetch(`http://127.0.0.1:${port}${at}`).catch(() => undefined);
      return answer?.ok === true ? answer.text() : '';
    };
    for (
      const end = Date.now() + GUARD_MS;
      child.exitCode === null && (await page('/api/health')) === '' && Date.now() < end;
    )
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await page('/sign-in'), said()).toContain('</html>');
    expect(await page('/nabla.svg')).toContain('<svg');
    expect(said()).not.toMatch(/EROFS|EACCES/);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  it('the image of PostgreSQL can give its volume to its user, and become that user, the first time and later; with no right less', () => {
    const start = (given: readonly string[]): boolean => {
      const volume = newStateFolder('volume');
      // as the image has it; whose the folder for data is, is settled as it starts
      chownSync(volume, SOMEBODY, SOMEBODY);
      chmodSync(volume, 0o1777);
      const env = {
        NODE_ENV: 'production' as const,
        PATH: process.env.PATH,
        PGDATA: path.join(volume, '18/docker'),
        BECOMES: String(SOMEBODY),
      };
      const ends = [0, 1].map(() => spawnSync('setpriv', [...rightsOf(given), 'sh', '-c', ENTRYPOINT], { env }).status);
      rmSync(volume, { recursive: true, force: true });
      return ends.every((status) => status === 0);
    };
    const { cap_add = [] } = compose.services.postgres ?? {};
    expect(start(cap_add)).toBe(true);
    for (const one of cap_add) expect(start(cap_add.filter((name) => name !== one)), `without ${one}`).toBe(false);
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
    expect(canTry).toBe(false);
  });
