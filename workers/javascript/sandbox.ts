/** The pool of JavaScript sandboxes. */
import path from 'node:path';
import { childCommand } from '../sandbox/command.ts';
import type { Gate } from '../sandbox/patience.ts';
import { SandboxPool } from '../sandbox/pool.ts';
import { FIRST_USER } from '../sandbox/rights.ts';
import { DATA_MB, JAVASCRIPT_LIMITS } from './limits.ts';

/** Makes the pool; its processes become the users from `firstUser` on, and start when they are first needed, or with `warm`. */
export function javascriptPool(
  slots: number,
  firstUser: number,
  log: (message: string) => void,
  gate?: Gate,
): SandboxPool {
  return new SandboxPool({
    slots,
    limits: JAVASCRIPT_LIMITS,
    log,
    gate,
    command: (slot) =>
      childCommand({
        module: path.join(import.meta.dirname, 'child.ts'),
        reads: [],
        dataMb: DATA_MB,
        parameters: [String(FIRST_USER + firstUser + slot)],
      }),
  });
}
