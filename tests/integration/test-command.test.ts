/** The test command itself: stopped, it leaves nothing of all that it has started. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { ROOT } from '../../launch/state-folder.ts';
import { leftOf, processesBelow } from '../support/process-tree.ts';

it('ends its tools, their database and itself, when it alone is sent SIGTERM', async () => {
  const command = spawn(process.execPath, ['launch/test.mjs', '--only', 'faults'], { cwd: ROOT, stdio: 'ignore' });
  const ended = once(command, 'exit');
  const below = () => processesBelow(command.pid ?? 0);
  // in a session of its own: it hears nothing of what happens to the others
  const databaseServes = (): boolean => below().some((one) => /postgres: .*(writer|launcher)/.test(one.command));
  await expect.poll(databaseServes).toBe(true);
  const started = below();
  expect(started.filter((one) => /vitest|bin\/postgres /.test(one.command)).length).toBeGreaterThanOrEqual(2);
  command.kill('SIGTERM');
  expect(await ended).toEqual([143, null]);
  expect(await leftOf(started)).toEqual([]);
});
