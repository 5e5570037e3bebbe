/** The pool of Python sandboxes. */
import path from 'node:path';
import { childCommand } from '../sandbox/command.ts';
import { SandboxPool } from '../sandbox/pool.ts';
import { FIRST_USER } from '../sandbox/rights.ts';

export const PYTHON_LIMITS = { wallMs: 4_000, residentMb: 1_200, printed: 10_000 };
const DATA_MB = 8_192;
/** JavaScript's sandboxes have the users below. */
const FIRST_PYTHON_USER = FIRST_USER + 100;

/** Makes the pool on an image; processes start when they are first needed, or with `warm`. */
export function pythonPool(image: string, slots: number, waiting: number, log: (message: string) => void): SandboxPool {
  return new SandboxPool({
    slots,
    limits: PYTHON_LIMITS,
    log,
    command: (slot) =>
      childCommand({
        module: path.join(import.meta.dirname, 'child.ts'),
        reads: [image],
        dataMb: DATA_MB,
        parameters: [String(FIRST_PYTHON_USER + slot), image, String(waiting)],
      }),
  });
}
