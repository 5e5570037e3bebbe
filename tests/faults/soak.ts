/** `npm run soak [name]`: the fault tests in full size; the test command runs the same ones smaller. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, generateClient } from '../../launch/build.ts';
import { ROOT } from '../../launch/state-folder.ts';

await generateClient();
await build();
const child = spawn(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/faults/vitest.config.ts',
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', NABLA_SOAK: 'whole' },
  },
);
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
