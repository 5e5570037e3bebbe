/** Makes what an image needs and a container never makes again: database client, pages, Python with NumPy. */
import path from 'node:path';
import { generateClient, runProgram } from '../launch/build.ts';
import { CleanUp } from '../launch/clean-up.ts';
import { ROOT } from '../launch/state-folder.ts';
import { sentenceOf, step } from '../launch/steps.ts';

try {
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
} catch (error) {
  process.stderr.write(`✗ ${sentenceOf(error)}\n`);
  process.exit(1);
}
