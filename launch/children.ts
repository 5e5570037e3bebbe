/**
 * Server and workers as child processes: started, watched, started again when they die, stopped in order. Their logs go
 * to files; what is wrong is shown as well.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CleanUp } from './clean-up.ts';
import { Refusal } from './refusal.ts';
import { ROOT } from './state-folder.ts';
import { watchSources } from './watch-sources.ts';

const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;
/** One that dies this often within a minute is not started again. */
const DEATHS_A_MINUTE = 5;

export interface ChildOptions {
  name: string;
  script: string;
  /** for Node itself */
  flags?: readonly string[];
  /** folders whose changes start it again (`npm run dev`) */
  watched?: readonly string[];
  variables: Record<string, string>;
  logs: string;
  verbose: boolean;
  cleanUp: CleanUp;
  /** it died too often: everything has to stop */
  onGivenUp(sentence: string): void;
}

/** Starts a child and resolves once it says that it is ready. */
export async function startChild(options: ChildOptions): Promise<void> {
  let stopping = false;
  let child: ChildProcess | undefined;
  const deaths: number[] = [];
  const launch = (): Promise<void> => {
    child = spawn(process.execPath, [...(options.flags ?? []), path.join(ROOT, options.script)], {
      cwd: ROOT,
      env: { ...process.env, ...options.variables },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // a session of its own: Ctrl-C reaches the launcher alone, which stops everything in order
      detached: true,
    });
    const running = child;
    const said = keepLogs(running, options);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(
          new Refusal(`The ${options.name} did not become ready in time: look at ${options.logs}/${options.name}.log.`),
        );
        running.kill('SIGKILL');
      }, READY_LIMIT_MS);
      running.on('message', (message) => {
        if (typeof message === 'object' && message !== null && 'ready' in message) {
          clearTimeout(late);
          resolve();
        }
      });
      running.on('exit', (code, signal) => {
        clearTimeout(late);
        reject(
          new Refusal(
            said() ?? `The ${options.name} ended (${signal ?? code}): look at ${options.logs}/${options.name}.log.`,
          ),
        );
        if (!stopping) void again();
      });
    });
  };
  let ready = false;
  let changed = false;
  const again = async (): Promise<void> => {
    if (!ready) return;
    if (changed) {
      changed = false;
      // its own exit brings us back here
      await launch().catch(() => undefined);
      return;
    }
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => at > now - 60_000).length > DEATHS_A_MINUTE) {
      options.onGivenUp(`The ${options.name} keeps ending: look at ${options.logs}/${options.name}.log.`);
      return;
    }
    process.stderr.write(`! the ${options.name} ended; starting it again\n`);
    await launch().catch(() => undefined); // its own exit brings us back here
  };
  options.cleanUp.add(async () => {
    stopping = true;
    if (child !== undefined) await end(child);
  });
  await launch();
  ready = true;
  if (options.watched === undefined) return;
  const unwatch = watchSources(options.watched, (file) => {
    if (stopping || changed) return;
    changed = true;
    process.stdout.write(`  ${file} changed: starting the ${options.name} again\n`);
    // one that ended by itself, over a mistake just mended, is not there to be ended
    if (child !== undefined && child.exitCode === null && child.signalCode === null) void end(child);
    else void again();
  });
  options.cleanUp.add(async () => unwatch());
}

/** Asks it to end, and ends it if it does not. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await gone;
}

/** Writes what a child says to its file; returns what gives the last line that is no log entry: a reason to end. */
function keepLogs(child: ChildProcess, options: ChildOptions): () => string | undefined {
  const file = createWriteStream(path.join(options.logs, `${options.name}.log`), { flags: 'a' });
  file.on('error', () => undefined); // a full disk must not end the classroom for its log
  let sentence: string | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      if (line.startsWith('{')) {
        if (options.verbose || isTrouble(line)) process.stderr.write(`${line}\n`);
      } else {
        if (/^(?:\S.*[.:!]$|Error: )/.test(line) && !line.startsWith('    at '))
          sentence = line.replace(/^(?:\w*Error): /, '');
        if (options.verbose) process.stderr.write(`${line}\n`);
      }
    });
  }
  child.on('exit', () => file.end());
  return () => sentence;
}

function isTrouble(line: string): boolean {
  const level = /"level":(\d+)/.exec(line)?.[1];
  return level !== undefined && Number(level) >= 50;
}
