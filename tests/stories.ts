/** `npm run stories:full`: the stories that the test command is too short for; what is named after it is handed to Playwright. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, generateClient } from '../launch/build.ts';
import { ROOT } from '../launch/state-folder.ts';

await generateClient();
await build();
const child = spawn(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    'tests/e2e/full.config.ts',
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } },
);
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
