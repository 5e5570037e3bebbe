/** Whether NumPy could be had on this machine: tests that need it are skipped, and counted as skipped, with the reason. */
import { ensurePythonRuntime } from '../../workers/python/setup.ts';

const { numpy } = await ensurePythonRuntime({ log: () => undefined });

/** Null: it is there. Use as `skip(withoutNumpy !== null, withoutNumpy ?? '')` in a test's body. */
export const withoutNumpy: string | null =
  numpy === null ? 'NumPy is missing on this machine: see “NumPy” in docs/grading.md for how to supply it' : null;
