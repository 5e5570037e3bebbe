/** Programs of ours that are waited for, as a build is: with nobody left to wait for them they end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './state-folder.ts';

test('a program ends, and what it has started, when whoever ran it is killed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-build-'));
  const [program, told] = [path.join(folder, 'program.mjs'), path.join(folder, 'pids')];
  // it computes, and so does a worker of its own, as those of a build do
  writeFileSync(
    program,
    `import { fork } from 'node:child_process'; import { writeFileSync } from 'node:fs';
     const worker = process.argv[2] === 'worker' ? undefined : fork(${JSON.stringify(program)}, ['worker']);
     if (worker) writeFileSync(${JSON.stringify(told)}, process.pid + ' ' + worker.pid);
     setInterval(() => undefined, 1000);`,
  );
  const owner = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { CleanUp } from './launch/clean-up.ts'; import { runProgram } from './launch/build.ts';
       await runProgram(${JSON.stringify(path.relative(ROOT, program))}, [], {}, new CleanUp());`,
    ],
    { cwd: ROOT, stdio: 'ignore' },
  );
  const pids = (): string[] => (existsSync(told) ? readFileSync(told, 'utf8').split(' ') : []);
  await expect.poll(() => pids().length, { timeout: 50_000 }).toBe(2);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  await expect.poll(() => pids().filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 50_000 }).toEqual([]);
  rmSync(folder, { recursive: true });
});
