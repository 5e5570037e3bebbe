/**
 * `npm run escapes`: the whole escape suite, of which the test command tries a part (tests/integration/grading/payloads/chosen.ts):
 * every payload is first shown to get out of its control, then that it is held by our sandboxes. And all the resource bombs, one after
 * another, each with its whole limit and by the clock; and what Python brings, each import in an interpreter of its own.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { generateClient } from '../launch/build.ts';
import { ROOT } from '../launch/state-folder.ts';

await generateClient();
const suites = ['grading-controls', 'grading'].map((name) => `tests/integration/${name}.test.ts`);
const child = spawn(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/integration/vitest.config.ts',
    '--testNamePattern',
    'suite is as large|naive graders|controls of|escapes from|bombs in|what Python brings',
    ...suites,
  ],
  {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', NABLA_ESCAPES: 'all' },
  },
);
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
