/** The pools of both languages: made when the first submission needs them, closed together. */

import { JAVASCRIPT_LIMITS, MEMORY_MB as JAVASCRIPT_MB } from '../javascript/limits.ts';
import { javascriptPool } from '../javascript/sandbox.ts';
import { PYTHON_LIMITS, MEMORY_MB as PYTHON_MB } from '../python/limits.ts';
import { NOTE_EVERY_MS, noteUse } from '../python/old-images.ts';
import { pythonPool } from '../python/sandbox.ts';
import { ensurePythonRuntime } from '../python/setup.ts';
import { Gate } from '../sandbox/patience.ts';
import type { Sandboxes } from './grade-code.ts';

/** Interpreters of Python that wait in each process. */
const WAITING = 1;
const REFERENCE_USERS = 50;

export interface SandboxOptions {
  stateDir?: string | undefined;
  slots: { python: number; javascript: number };
  log(message: string): void;
}

export interface AllSandboxes {
  javascript(): Sandboxes;
  /** rejects where Python cannot be set up; asked again, it tries again */
  python(): Promise<Sandboxes & { numpy: string | null }>;
  close(): Promise<void>;
}

export function allSandboxes({ stateDir, slots, log }: SandboxOptions): AllSandboxes {
  let javascript: Sandboxes | undefined;
  let python: Promise<Sandboxes & { numpy: string | null }> | undefined;

  const gate = new Gate();
  let noting: NodeJS.Timeout | undefined;

  async function makePython(): Promise<Sandboxes & { numpy: string | null }> {
    const { image, numpy } = await ensurePythonRuntime({ stateDir, log });
    noting = setInterval(() => void noteUse(image), NOTE_EVERY_MS).unref();
    return {
      pool: pythonPool({ image, slots: slots.python, for: { submissions: WAITING }, log, gate }),
      reference: pythonPool({ image, slots: 1, for: 'solutions', log, gate }),
      limits: PYTHON_LIMITS,
      memoryMb: PYTHON_MB,
      numpy,
    };
  }

  return {
    javascript() {
      javascript ??= {
        pool: javascriptPool(slots.javascript, 0, log, gate),
        reference: javascriptPool(1, REFERENCE_USERS, log, gate),
        limits: JAVASCRIPT_LIMITS,
        memoryMb: JAVASCRIPT_MB,
      };
      return javascript;
    },
    python() {
      python ??= makePython().catch((error: unknown) => {
        python = undefined;
        throw error;
      });
      return python;
    },
    async close() {
      // one that did not boot was told when it was asked for
      const made = await python?.catch(() => undefined);
      clearInterval(noting);
      const pools = [javascript, made].flatMap((sandboxes) => (sandboxes ? [sandboxes.pool, sandboxes.reference] : []));
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}
