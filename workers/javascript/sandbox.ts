/** The pool of JavaScript sandboxes. */
import path from 'node:path';
import { childCommand } from '../sandbox/command.ts';
import { SandboxPool } from '../sandbox/pool.ts';
import { FIRST_USER } from '../sandbox/rights.ts';

export const JAVASCRIPT_LIMITS = { wallMs: 2_000, residentMb: 320, printed: 10_000 };
const DATA_MB = 3_072;

/** Makes the pool; processes start when they are first needed, or with `warm`. */
export function javascriptPool(slots: number, log: (message: string) => void): SandboxPool {
  return new SandboxPool({
    slots,
    limits: JAVASCRIPT_LIMITS,
    log,
    command: (slot) =>
      childCommand({
        module: path.join(import.meta.dirname, 'child.ts'),
        reads: [],
        dataMb: DATA_MB,
        parameters: [String(FIRST_USER + slot)],
      }),
  });
}
