/**
 * The embedded PostgreSQL: the binaries of an npm package, run as an unprivileged user where we are root, in a session
 * of its own so that Ctrl-C reaches us first and we stop it last. One left running by a killed parent is taken over.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CleanUp } from './clean-up.ts';
import {
  dataPlace,
  healLibraryLinks,
  nativeFolder,
  reachableBinaries,
  reachableData,
  readPassword,
  unprivilegedAccount,
} from './postgres-files.ts';
import { Refusal } from './refusal.ts';

const DATABASE = 'nabla';
const START_LIMIT_MS = 60_000;

export interface EmbeddedPostgres {
  url: string;
  pid: number;
  /** where it listens on loopback */
  port: number;
  isAlive(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts (or takes over) the cluster in `dataFolder` on a loopback port and makes its database.
 * @throws Refusal with one sentence saying what to do
 */
export async function startPostgres(options: {
  dataFolder: string;
  port: number;
  cleanUp?: CleanUp;
}): Promise<EmbeddedPostgres> {
  const { cleanUp = new CleanUp() } = options;
  const account = unprivilegedAccount();
  let native = nativeFolder();
  healLibraryLinks(native);
  if (account !== undefined) native = reachableBinaries(native, account);
  mkdirSync(options.dataFolder, { recursive: true });
  const password = readPassword(`${options.dataFolder}.password`);
  const data = reachableData(options.dataFolder, account);
  const asAccount = {
    ...(account ?? {}),
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    cwd: '/',
  };
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(native, data, password, asAccount);

  const running = runningPostmaster(data);
  if (running !== undefined) {
    const url = addressOf(running.port, password);
    if (await canConnect(url)) {
      cleanUp.add(() => stopByPid(running.pid));
      await makeDatabase(url);
      return handleOf(running.pid, running.port, url, data);
    }
  }
  const url = addressOf(options.port, password);
  const child = await launch(native, data, options.port, url, asAccount, cleanUp);
  await makeDatabase(url);
  const pid = child.pid ?? 0;
  child.unref();
  return handleOf(pid, options.port, url, data);
}

function handleOf(pid: number, port: number, url: string, data: string): EmbeddedPostgres {
  return { url: databaseUrl(url, data), pid, port, isAlive: () => alive(pid), stop: () => stopByPid(pid) };
}

/** The address of the cluster that runs in `dataFolder`, for tools beside a running classroom; starts nothing. */
export function addressOfRunning(dataFolder: string): string | undefined {
  const password = `${dataFolder}.password`;
  if (!existsSync(dataFolder) || !existsSync(password)) return undefined;
  const data = dataPlace(dataFolder, unprivilegedAccount());
  const running = runningPostmaster(data);
  return running === undefined
    ? undefined
    : databaseUrl(addressOf(running.port, readFileSync(password, 'utf8').trim()), data);
}

type SpawnAs = { uid?: number; gid?: number; env: NodeJS.ProcessEnv; cwd: string };

function initialise(native: string, data: string, password: string, as: SpawnAs): void {
  const passwordFile = path.join(os.tmpdir(), `nabla-initdb-${process.pid}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  const made = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [
      '-D',
      data,
      '-U',
      'nabla',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...as, encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (made.status === 0) return;
  const said = `${made.stderr ?? ''}${made.error?.message ?? ''}`;
  for (const entry of readdirSync(data)) rmSync(path.join(data, entry), { recursive: true, force: true });
  if (/No space left/.test(said))
    throw new Refusal('The disk is full: make room (about 200 MB for the database) and start again.');
  throw new Refusal(`The database could not be made in ${data}: ${lastLine(said)}`);
}

async function launch(
  native: string,
  data: string,
  port: number,
  url: string,
  as: SpawnAs,
  cleanUp: CleanUp,
): Promise<ChildProcess> {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    let log = '';
    let exited = false;
    const child = spawn(
      path.join(native, 'bin', 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `unix_socket_directories=${socketFolder(data) ?? ''}`,
        '-c',
        'max_connections=200',
      ],
      { ...as, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const forget = cleanUp.add(() => stopByPid(child.pid ?? 0));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4000);
    });
    child.on('error', () => {
      exited = true;
    });
    child.on('exit', () => {
      exited = true;
    });
    while (!exited && Date.now() < deadline) {
      if (await canConnect(url)) {
        const { stderr } = child;
        if ('unref' in stderr && typeof stderr.unref === 'function') stderr.unref();
        return child;
      }
      await sleep(25);
    }
    forget();
    child.kill('SIGKILL');
    // the lock of a postmaster that was just killed may stand for a moment
    if (/lock file/.test(log) && Date.now() < deadline - START_LIMIT_MS + 10_000) {
      await sleep(200);
      continue;
    }
    throw new Refusal(whyNot(log, port, data));
  }
}

/** What PostgreSQL's last words mean for the person who started it. */
export function whyNot(log: string, port: number, data: string): string {
  if (/Address already in use/.test(log))
    return `Port ${port}, which the embedded database wants, is used by another program: stop it, or set NABLA_DATABASE_PORT to a free port.`;
  if (/No space left/.test(log)) return 'The disk is full: make room and start again.';
  if (/incompatible with server/.test(log))
    return `The database in ${data} was made by another version of PostgreSQL: run "npm run reset" (which empties it) or set DATABASE_URL.`;
  return `The embedded database does not start (${lastLine(log) || 'it says nothing'}): look at ${data}, or run "npm run reset" to begin anew.`;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

function addressOf(port: number, password: string): string {
  return `postgresql://nabla:${password}@127.0.0.1:${port}/postgres`;
}

/** The address for our processes: by a socket of the file system where there is one, which costs less than a network's. */
function databaseUrl(url: string, data: string): string {
  const folder = socketFolder(data);
  // one that was started by an older version of ours has none
  const there = folder !== undefined && existsSync(path.join(folder, `.s.PGSQL.${new URL(url).port}`));
  return url.replace(/\/postgres$/, `/${DATABASE}${there ? `?host=${encodeURIComponent(folder)}` : ''}`);
}

/** A socket's whole path may have 107 bytes (sun_path); in a deeper folder the network's address has to do. */
const LONGEST_FOLDER = 107 - '/.s.PGSQL.65535.lock'.length;

/** Where the socket of a cluster lies: beside its data, which nobody else can enter. */
function socketFolder(data: string): string | undefined {
  return Buffer.byteLength(data) <= LONGEST_FOLDER ? data : undefined;
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    // not there yet: whoever waits for it asks again, up to a limit
    return false;
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database "${DATABASE}"`);
  } finally {
    await client.end();
  }
}

function runningPostmaster(data: string): { pid: number; port: number } | undefined {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 1 && port > 0 && existsSync(`/proc/${pid}`) ? { pid, port } : undefined;
}

/** Fast shutdown (SIGINT): sessions are ended, everything committed is kept. */
async function stopByPid(pid: number): Promise<void> {
  if (pid <= 1) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // it is gone already
    return;
  }
  for (let waited = 0; waited < 15_000; waited += 25) {
    if (!alive(pid)) return;
    await sleep(25);
  }
  process.kill(pid, 'SIGQUIT');
}

function alive(pid: number): boolean {
  try {
    // a zombie (our own child, not yet reaped) counts as gone
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // it is gone already
    return false;
  }
}
