/**
 * `npm run bench`: one JSON line each for the machine, the checker against KAS, the sandboxes and the queue against bare
 * ones, the board of a large class, a bank of questions, cold and second start, and submissions by kind; on a classroom of its own, on
 * loopback. It ends by itself. The live room has a bench of its own (`npm run bench:live`), and the board can be measured
 * alone (`npm run bench:board`). Figures are for comparing within one run.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { connect, disconnect } from '../../db/client.ts';
import { freePort } from '../support/free-port.ts';
import { type Launcher, launch, newStateFolder } from '../support/launcher.ts';
import { measureBank } from './bank.ts';
import { measureBoard } from './board.ts';
import { measureChecker } from './checker.ts';
import { machine, print } from './figures.ts';
import { measureQueue } from './queue.ts';
import { measureSandboxes } from './sandboxes.ts';
import { measureSubmissions } from './submissions.ts';

print({ bench: 'machine', ...machine() });
measureChecker();
await measureSandboxes();
await measureQueue();
await measureBoard();
await measureBank();
const state = newStateFolder('bench');
const [port, databasePort] = [await freePort(), await freePort()];
const start = async (): Promise<{ launcher: Launcher; seconds: number }> => {
  const begun = performance.now();
  const launcher = launch({
    state,
    args: ['--port', String(port)],
    variables: { NABLA_DATABASE_PORT: String(databasePort) },
  });
  await launcher.ready();
  return { launcher, seconds: Math.round((performance.now() - begun) / 100) / 10 };
};
const stop = async (launcher: Launcher): Promise<void> => {
  process.kill(launcher.pid, 'SIGTERM');
  await launcher.ended;
};

const first = await start();
await stop(first.launcher);
const second = await start();
try {
  // packages, pages and the snapshot of Python are there already: what a new database costs, and what an old one does
  print({ bench: 'start', newDatabaseSeconds: first.seconds, secondSeconds: second.seconds });
  const password = readFileSync(`${path.join(state, 'database')}.password`, 'utf8').trim();
  connect(`postgresql://nabla:${password}@127.0.0.1:${databasePort}/nabla`, { connections: 8 });
  await measureSubmissions();
} finally {
  await disconnect();
  await stop(second.launcher);
  rmSync(state, { recursive: true, force: true });
}
