/**
 * docker-compose.yml: linted against the Compose specification, and its very commands started by hand on an external
 * PostgreSQL, since no Docker runs here.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { POOL_LOCKS } from '../../db/queue.ts';
import { build } from '../../launch/build.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { balancer } from '../support/balancer.ts';
import { addressOf, outcomeIn } from '../support/calls.ts';
import { COMPOSE_FILE, readCompose } from '../support/compose.ts';
import { makeDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { GUARD_MS } from '../support/guard.ts';
import { cookieOf } from '../support/live-client.ts';
import { SECRET } from '../support/processes.ts';
import { Visitor } from '../support/visitor.ts';

const variables = { NABLA_DATABASE_PASSWORD: 'letters0and1digits', NABLA_SECRET: SECRET };

describe('docker-compose.yml', () => {
  it('follows the Compose specification and has nothing that a linter calls an error', () => {
    // order of keys and quotes are matters of taste, which the formatter of YAML's own readers does not share
    const linted = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/dclint/bin/dclint.cjs'), COMPOSE_FILE], {
      encoding: 'utf8',
    });
    expect(linted.stdout.split('\n').filter((line) => /\s+error\s/.test(line))).toEqual([]);
    expect(linted.status).toBe(0);
    const docker = spawnSync('docker', ['compose', '--file', COMPOSE_FILE, 'config', '--quiet'], {
      encoding: 'utf8',
      env: { ...process.env, ...variables },
    });
    // where there is no Compose the linter has to do
    if (docker.error === undefined && !/unknown command|unknown flag|is not a docker command/.test(docker.stderr))
      expect(docker.stderr).toBe('');
  });

  it('carries no secret: each has to be set', () => {
    for (const name of Object.keys(variables))
      expect(() => readCompose({ ...variables, [name]: '' })).toThrow(`required variable ${name} is missing`);
  });

  it('lets workers be scaled, and keeps them in a network without a way out', () => {
    const { services, networks } = readCompose(variables);
    expect(Object.keys(services)).toEqual(['postgres', 'migrate', 'server', 'workers']);
    expect(services.workers).toMatchObject({ ports: [], networks: ['graded'], cap_drop: ['ALL'] });
    expect(networks.graded?.internal).toBe(true);
    // what a pool can reach is the database alone
    const beside = Object.entries(services).filter(([, one]) => one.networks.includes('graded'));
    expect(beside.map(([name]) => name)).toEqual(['postgres', 'workers']);
    for (const one of Object.values(services)) expect(one).not.toHaveProperty('container_name');
    for (const name of ['server', 'workers'])
      expect(services[name]?.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  });
});

describe('what its services may do', () => {
  const { services } = readCompose(variables);

  it('is no more than they need: read-only roots, no new rights, limits where students’ code runs', () => {
    for (const [name, one] of Object.entries(services)) {
      expect(one, name).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(one.mem_limit, name).toMatch(/^\d+g$/);
      expect(one.pids_limit, name).toBeGreaterThan(100);
      expect(one.tmpfs, name).toContain('/tmp');
    }
    const given = Object.entries(services).map(([name, { cap_add }]) => [name, cap_add.toSorted()]);
    expect(Object.fromEntries(given)).toEqual({
      postgres: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'],
      migrate: [],
      server: [],
      workers: ['KILL', 'SETGID', 'SETUID'],
    });
  });

  it('leaves the database what it writes to: its volume, its socket, what it forgets', () => {
    expect(services.postgres).toMatchObject({
      volumes: ['database:/var/lib/postgresql'],
      tmpfs: ['/tmp', '/run/postgresql'],
    });
  });

  it('can be told to the server: each of its variables passes through the file', () => {
    const told = {
      NABLA_PROXY: '1',
      NABLA_HOSTS: 'a.example,b.example',
      NABLA_LOG: 'debug',
      NABLA_GUEST_DAYS: '7',
      NABLA_TRY: '0',
    };
    const { services: with_ } = readCompose({ ...variables, ...told });
    expect(with_.server?.environment).toMatchObject(told);
    const documented = readFileSync(path.join(ROOT, 'docs/production.md'), 'utf8').matchAll(
      /^\| `(NABLA_\w+)`(?:, `(NABLA_\w+)`)? \| (?:server|both) \|/gm,
    );
    const names = [...documented].flatMap(([, one, other]) => [one, other]).filter((name) => name !== undefined);
    expect(names.length).toBeGreaterThan(6);
    // the image's own folder is set in the Dockerfile, and nothing is kept in it
    const missing = names.filter((name) => name !== 'NABLA_STATE' && !(name in (services.server?.environment ?? {})));
    expect(missing).toEqual([]);
  });
});

describe('the commands of its services', () => {
  const compose = readCompose(variables);
  const running: ChildProcess[] = [];
  let url: string;
  let port: number;
  let dist: string;

  /** Starts a command of the file as Docker would, with nothing but the file's environment and the image's. */
  function start(command: readonly string[] | undefined, service: string): ChildProcess {
    const [program, ...args] = command ?? [];
    expect(program).toBe('node');
    return spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        NABLA_DIST: dist,
        NABLA_CACHE: path.join(ROOT, '.nabla'),
        ...compose.services[service]?.environment,
        // where the file names its own database and port, the test has others
        DATABASE_URL: url,
        ...(service === 'server' ? { NABLA_HOST: '127.0.0.1', NABLA_PORT: String(port) } : {}),
      },
    });
  }
  function keep(service: string): ChildProcess {
    const child = start(compose.services[service]?.command, service);
    running.push(child);
    return child;
  }
  /** The exit code of a service's health check. */
  async function health(service: string): Promise<number> {
    const test = compose.services[service]?.healthcheck?.test ?? [];
    expect(test[0]).toBe('CMD');
    const [code] = await once(start(test.slice(1), service), 'exit');
    return code;
  }
  async function healthy(service: string): Promise<void> {
    for (const deadline = Date.now() + GUARD_MS; (await health(service)) !== 0; ) {
      if (Date.now() > deadline) throw new Error(`${service} did not become healthy`);
      // asking is a process of its own, which takes its time from the one that starts
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  async function end(child: ChildProcess | undefined): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  beforeAll(async () => {
    [url, port, dist] = [await makeDatabase('empty'), await freePort(), await build()];
    connect(url, { connections: 2 });
  });
  afterAll(async () => {
    await Promise.all(running.map(end));
    await disconnect();
  });

  it('migrate fills an empty database, ends, and may be repeated', async () => {
    for (let time = 0; time < 2; time++) {
      const [code] = await once(start(compose.services.migrate?.command, 'migrate'), 'exit');
      expect(code).toBe(0);
    }
    expect((await query('select slug from lessons where published_id is not null')).length).toBeGreaterThan(0);
    expect(await query('select login from users')).toEqual([]);
  });

  it('server and workers are unhealthy until they run, and healthy then', async () => {
    // a pool of another classroom in the same PostgreSQL is none of this one's
    const other = new pg.Client({ connectionString: url.replace(/\/[^/]+$/, '/postgres') });
    await other.connect();
    await other.query(`select pg_advisory_lock(${POOL_LOCKS}, 1)`);
    expect([await health('server'), await health('workers')]).toEqual([1, 1]);
    await other.end();
    keep('server');
    keep('workers');
    await Promise.all([healthy('server'), healthy('workers')]);
  });

  it('a submission is graded, and a second pool takes its share of the queue', async () => {
    const [student] = await query<{ id: string }>(
      `insert into users (name, login, role) values ('Ada', 'ada', 'student') returning id`,
    );
    const [lesson] = await query<{ id: string }>(`select id from lessons where slug = 'gradients-and-derivatives'`);
    const pools = () =>
      query<{ pid: number }>(
        `select distinct pid from pg_locks where locktype = 'advisory' and classid = ${POOL_LOCKS} and database = (select oid from pg_database where datname = current_database())`,
      );
    expect(await pools()).toHaveLength(1);
    const second = keep('workers');
    while ((await pools()).length < 2) await new Promise((resolve) => setTimeout(resolve, 100));
    const ada = new Visitor(`http://127.0.0.1:${port}`);
    const headers = { cookie: await cookieOf(student?.id ?? '') };
    const loop = 'def jacobian(f, x, h=1e-5):\n    while True:\n        pass\n';
    // of one student a pool runs one at a time: the second one goes to the other pool
    const answers = [0, 1].map((count) =>
      ada.send(addressOf('practice.submissions'), {
        body: JSON.stringify({
          lessonId: lesson?.id,
          questionId: 'jacobian',
          answer: { kind: 'function', code: loop },
          purpose: 'submit',
          clientId: `compose-test-${count}`,
        }),
        headers: { ...headers, 'content-type': 'application/json' },
      }),
    );
    for (const answer of await Promise.all(answers)) expect(outcomeIn(answer.text)).toMatchObject({ ok: true });
    // who grades is told by who holds the lock under the name that stands at the job
    const graders = new Set<number>();
    for (let done = 0; done < answers.length; await new Promise((resolve) => setTimeout(resolve, 50))) {
      for (const { pid } of await query<{ pid: number }>(
        `select distinct l.pid from graphile_worker._private_jobs j join pg_locks l
         on l.locktype = 'advisory' and l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295`,
      ))
        graders.add(pid);
      done = (await query('select 1 from verdicts')).length;
    }
    expect(graders.size).toBe(2);
    await end(second);
    expect(await query('select outcome, result from verdicts')).toEqual(
      answers.map(() => ({ outcome: 'graded', result: 'timeout' })),
    );
  });

  it('server and workers that start without a database say one sentence and wait for it', async () => {
    const [away, later] = [await freePort(), url];
    url = `postgresql://nabla:x@127.0.0.1:${away}/nabla`;
    for (const service of ['server', 'workers']) {
      const child = start(compose.services[service]?.command, service);
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
      while (!said.includes('Waiting for it')) await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(child.exitCode).toBeNull();
      expect(said.trim()).toBe(
        'The database does not answer: check DATABASE_URL and that PostgreSQL runs there. Waiting for it …',
      );
      await end(child);
    }
    url = later;
  });

  it('server and workers that lose their database say one sentence, wait for it, and say when it is there', async () => {
    const [direct, at] = [new URL(url), await freePort()];
    const line = () => balancer([Number(direct.port)], at);
    let between = await line();
    const later = { url, port };
    port = await freePort();
    url = Object.assign(new URL(url), { port: String(at) }).href;
    for (const service of ['server', 'workers']) {
      const child = keep(service);
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
      while (!said.includes('"msg":"ready"')) await new Promise((resolve) => setTimeout(resolve, 50));
      said = '';
      await between.close();
      while (!said.includes('Waiting for it')) await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      between = await line();
      while (!said.includes('The database is there.')) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(child.exitCode).toBeNull();
      // beside what the log has, which is told once as well
      const sentences = said.split('\n').filter((text) => text !== '' && !text.startsWith('{'));
      expect(sentences).toEqual([
        'The database does not answer: check DATABASE_URL and that PostgreSQL runs there. Waiting for it …',
        'The database is there.',
      ]);
      await end(child);
    }
    await between.close();
    ({ url, port } = later);
  });
});
