/** A submission in Python in an interpreter of its own. Runs in a sandbox process only. */
import type ivm from 'isolated-vm';
import { type Interpreter, Stopped } from '../sandbox/child.ts';
import { boot } from './boot.ts';
import type { Runtime } from './runtime.ts';

const TOO_DEEP = JSON.stringify({
  ok: false,
  error: { type: 'RecursionError', message: '', line: null, column: null, traceback: '' },
  printed: '',
});

type Functions = Record<'load' | 'call', (...parameters: unknown[]) => unknown>;
type Step = ivm.Reference<(...parameters: unknown[]) => unknown>;

/** Boots an interpreter and closes it: what is left in it are Python, the harness, and no way out. */
export async function openInterpreter(runtime: Runtime): Promise<Interpreter & { printed: number }> {
  const { isolate, context, inside } = await boot(runtime);
  const close: ivm.Reference<(booted: unknown) => Functions> = await context.eval(runtime.close, { reference: true });
  const made = await close.apply(undefined, [inside.derefInto()], { result: { reference: true } });
  const load = await made.get('load', { reference: true });
  const call = await made.get('call', { reference: true });
  close.release();
  inside.release();

  /** Runs one step; its text, or how the interpreter ended. */
  async function step(reference: Step, parameters: (string | number)[], timeout: number): Promise<string> {
    const start = performance.now();
    let text: unknown;
    try {
      text = await reference.apply(undefined, parameters, { timeout });
    } catch {
      // what stops an isolate is told by how it left it
      if (performance.now() - start >= timeout - 1) throw new Stopped('timeout');
      throw new Stopped(isolate.isDisposed ? 'memory' : 'died');
    }
    if (typeof text !== 'string') return '';
    if (text === '!deep') throw new Stopped('died', TOO_DEEP);
    if (text.startsWith('!')) throw new Stopped(/memory/i.test(text) ? 'memory' : 'died');
    return text;
  }

  const interpreter: Interpreter & { printed: number } = {
    printed: 0,
    load: (source, entry, seed, milliseconds) => step(load, [source, entry, seed, interpreter.printed], milliseconds),
    call: (parameters, milliseconds) => step(call, [parameters], milliseconds),
    // nanoseconds
    atWork: () => (isolate.isDisposed ? 0 : Number(isolate.cpuTime) / 1e6),
    dispose() {
      if (!isolate.isDisposed) isolate.dispose();
    },
  };
  return interpreter;
}
