/**
 * The programs of the test command. Whoever stops it (Ctrl-C, SIGTERM to it alone, a closed terminal) stops what it has
 * started, and what that has started: servers, databases and browsers, also those in a session of their own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../launch/state-folder.ts';
import { leftOf, processesBelow, type Running } from '../support/process-tree.ts';

/** Servers and workers are started hundreds of times: what V8 made of their code the first time is kept. */
const COMPILED = { NODE_COMPILE_CACHE: path.join(ROOT, '.nabla/test/compiled') };
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
/** The classrooms of the stories are ended in order, with their databases. */
const IN_ORDER_MS = 30_000;
const AT_ONCE_MS = 10_000;

const running = new Set<ChildProcess>();
let stopping = false;

/** Runs a program in the pinned Node with its output shown; says whether it ended well. */
export function run(args: string[], variables: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    // what comes while everything is stopped does not begin, and nothing goes on after it
    if (stopping) return;
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...COMPILED, ...variables },
    });
    running.add(child);
    const end = (right: boolean): void => {
      running.delete(child);
      if (!stopping) resolve(right);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
  });
}

/** Ends everything below this process when it is told to end, and then itself. */
export function stopWithEverything(): void {
  for (const [signal, number] of Object.entries(SIGNALS))
    process.on(signal, () => {
      // Ctrl-C comes twice, from the terminal and from what started us
      if (stopping) return;
      stopping = true;
      void stopBelow().finally(() => process.exit(128 + number));
    });
}

async function stopBelow(): Promise<void> {
  const below = processesBelow(process.pid);
  // as Ctrl-C does: Playwright ends its classrooms in order then, and PostgreSQL does not wait for its clients
  for (const child of running) child.kill('SIGINT');
  const own = below.filter(({ pid }) => [...running].some((child) => child.pid === pid));
  await leftOf(own, IN_ORDER_MS);
  tell(await leftOf(below, 1_000), 'SIGINT');
  tell(await leftOf(below, AT_ONCE_MS), 'SIGKILL');
}

function tell(processes: readonly Running[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // it has just ended
    }
  }
}
