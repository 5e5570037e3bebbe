/**
 * What grading is measured against, in a process of its own with `--no-node-snapshot`: a bare isolate with a context that runs
 * the same JavaScript; an interpreter of Python fresh from the snapshot; and with `cold <wheel>` plain Pyodide from nothing to NumPy.
 */
import { readFileSync } from 'node:fs';
import ivm from 'isolated-vm';
import { loadPyodide } from 'pyodide';
import { readImage } from '../../workers/python/image.ts';
import { openInterpreter } from '../../workers/python/interpreter.ts';
import { loadRuntime } from '../../workers/python/runtime.ts';

export type BareOrder = { measure: 'isolate'; source: string; call: string } | { measure: 'fresh'; image: string };

const say = (milliseconds: number): unknown => process.send?.(milliseconds);
let runtime: ReturnType<typeof loadRuntime> | undefined;

const [mode, wheel = ''] = process.argv.slice(2);
if (mode === 'cold') {
  const start = performance.now();
  const python = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
  python.unpackArchive(new Uint8Array(readFileSync(wheel)), 'wheel');
  python.runPython('import numpy');
  say(performance.now() - start);
  process.disconnect();
} else {
  process.on('message', (order: BareOrder) => void measure(order));
}

async function measure(order: BareOrder): Promise<void> {
  if (order.measure === 'isolate') {
    const start = performance.now();
    const isolate = new ivm.Isolate({ memoryLimit: 64 });
    const context = await isolate.createContext();
    await (await isolate.compileScript(order.source)).run(context, { timeout: 1_000 });
    await context.eval(order.call, { timeout: 1_000, copy: true });
    isolate.dispose();
    say(performance.now() - start);
    return;
  }
  runtime ??= loadRuntime({ image: readImage(order.image) });
  const ready = await runtime;
  const start = performance.now();
  const interpreter = await openInterpreter(ready);
  say(performance.now() - start);
  interpreter.dispose();
}
