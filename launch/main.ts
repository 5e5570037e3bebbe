/**
 * `npm start` and `npm run dev` in the pinned Node: prepares everything, starts server and workers, and stops them in
 * order. Whatever goes wrong ends in one sentence, exit code 1, and nothing left running.
 */
import path from 'node:path';
import { startClassroom } from './classroom.ts';
import { CleanUp } from './clean-up.ts';
import { readOptions } from './options.ts';
import { requireFreePort } from './ports.ts';
import { reset } from './reset.ts';
import { closeStateFolder, openStateFolder, type StateFolder } from './state-folder.ts';
import { sentenceOf } from './steps.ts';

const cleanUp = new CleanUp();
let state: StateFolder | undefined;
let ending = false;

async function end(code: number, sentence?: string): Promise<void> {
  if (ending) return;
  ending = true;
  if (sentence !== undefined) process.stderr.write(`\n✗ ${sentence}\n`);
  await cleanUp.run();
  if (state !== undefined) closeStateFolder(state);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (!ending) process.stdout.write('\nStopping …\n');
    void end(signal === 'SIGINT' ? 130 : 0);
  });
process.on('disconnect', () => void end(1)); // what started us was killed
process.on('uncaughtException', (error) => void end(1, sentenceOf(error)));
process.on('unhandledRejection', (error) => void end(1, sentenceOf(error)));
// a reader that went away (| head) is no reason to leave a database running
process.stdout.on('error', () => undefined);

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.mode === 'reset') {
    await reset(options.yes);
    process.exit(0);
  }
  state = openStateFolder();
  await requireFreePort(options.host, options.port);
  const begun = performance.now();
  await startClassroom(options, state, cleanUp, (sentence) => void end(1, sentence));
  process.stdout.write(
    `\nReady after ${((performance.now() - begun) / 1000).toFixed(1)} s. Ctrl-C stops everything. Logs: ${path.relative(process.cwd(), state.logs)}\n`,
  );
} catch (error) {
  await end(1, sentenceOf(error));
}
