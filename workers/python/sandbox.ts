/** The pool of Python sandboxes. */
import path from 'node:path';
import { type Command, childCommand } from '../sandbox/command.ts';
import type { Gate } from '../sandbox/patience.ts';
import { SandboxPool } from '../sandbox/pool.ts';
import { FIRST_USER } from '../sandbox/rights.ts';
import { DATA_MB, PYTHON_LIMITS } from './limits.ts';

/** JavaScript's sandboxes have the users below. */
const FIRST_PYTHON_USER = FIRST_USER + 100;

export interface PythonPoolOptions {
  /** folder of the image */
  image: string;
  slots: number;
  /** submissions: a fresh interpreter for each, and so many wait in each process; solutions: one is kept for each source */
  for: { submissions: number } | 'solutions';
  log(message: string): void;
  gate?: Gate;
}

/** Makes the pool; processes start when they are first needed, or with `warm`. */
export function pythonPool({ image, slots, for: purpose, log, gate }: PythonPoolOptions): SandboxPool {
  const first = purpose === 'solutions' ? FIRST_PYTHON_USER + 50 : FIRST_PYTHON_USER;
  const keeping = purpose === 'solutions' ? 'keep' : String(purpose.submissions);
  return new SandboxPool({
    slots,
    limits: PYTHON_LIMITS,
    log,
    gate,
    command: (slot) => pythonCommand(first + slot, image, keeping),
  });
}

/** The command of a process that becomes that user; `keeping` as child.ts takes it. */
export function pythonCommand(user: number, image: string, keeping: string): Command {
  return childCommand({
    module: path.join(import.meta.dirname, 'child.ts'),
    reads: [image],
    dataMb: DATA_MB,
    parameters: [String(user), image, keeping],
    // Pyodide's functions are compiled well when they are first called, and not bit by bit under the first submissions
    flags: ['--no-wasm-dynamic-tiering'],
  });
}
