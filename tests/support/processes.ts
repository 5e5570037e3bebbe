/** Server and workers as real processes for a test; what is started here is ended here, by its process id. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../launch/build.ts';
import { SERVER_FLAGS } from '../../launch/server-flags.ts';
import { ROOT } from '../../launch/state-folder.ts';

export interface RunningProcess {
  pid: number;
  /** everything it has said */
  said(): string;
  /** @returns its exit code once it is gone; null: the signal ended it, and not it itself */
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export const SECRET = 'a-secret-of-the-tests-and-of-nothing-else-0123456789';

/** Starts a script and resolves once it says that it is ready. */
export function startProcess(
  script: string,
  variables: Record<string, string>,
  flags: readonly string[] = [],
): Promise<RunningProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...flags, '--disable-warning=ExperimentalWarning', path.join(ROOT, script)],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          NABLA_LOG: 'warn',
          NABLA_CACHE: path.join(ROOT, '.nabla'),
          ...variables,
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('message', () => resolve({ pid: child.pid ?? 0, said: () => said, kill: (signal) => end(child, signal) }));
    child.on('exit', (code, signal) => reject(new Error(`${script} ended (${signal ?? code}): ${said.slice(-2000)}`)));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

/** One build for all servers of a test file, also when somebody edits meanwhile. */
function built(): Promise<string> {
  dist ??= build();
  return dist;
}
let dist: Promise<string> | undefined;

/** What a server does as it starts for strangers at its front page: a third of its start, and of no use to most tests. */
export const WITH_FRONT_PAGE = { NABLA_TRY: '1' };

/** A server of its own; without the exercises of the front page, unless it is started `WITH_FRONT_PAGE`. */
export async function startServer(
  databaseUrl: string,
  port: number,
  variables: Record<string, string> = {},
): Promise<RunningProcess> {
  const known = {
    DATABASE_URL: databaseUrl,
    NABLA_PORT: String(port),
    NABLA_SECRET: SECRET,
    NABLA_DIST: await built(),
    NABLA_TRY: '0',
    NABLA_PRELOAD: '0',
  };
  return startProcess('server/main.ts', { ...known, ...variables }, SERVER_FLAGS);
}

/** Flags of workers that stop endless loops in Python sooner: what they compute until then is of no use to most tests. */
export const SOONER = [`--import=${pathToFileURL(path.join(import.meta.dirname, 'sooner.ts'))}`];

export function startWorkers(
  databaseUrl: string,
  variables: Record<string, string> = {},
  flags: readonly string[] = [],
): Promise<RunningProcess> {
  return startProcess('workers/main.ts', { DATABASE_URL: databaseUrl, NABLA_SLOTS: '2', ...variables }, flags);
}
