/** A submission in JavaScript in an isolate of its own. Runs in a sandbox process only. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ivm from 'isolated-vm';
import { type Interpreter, Stopped } from '../sandbox/child.ts';
import { describeFailure } from './failure.ts';
import { AFTERWARDS_MS, MEMORY_MB } from './limits.ts';

const [show, clone, harness] = ['show.js', 'clone.js', 'harness.js'].map((name) =>
  // an expression, without what ends it
  readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .trimEnd()
    .replace(/;$/, ''),
);
const HARNESS = `(${harness}\n)(${show}\n, ${clone}\n)`;

/** What V8 makes of the harness when it compiles it: each isolate is spared that. */
const COMPILED = (() => {
  const isolate = new ivm.Isolate();
  try {
    // its types leave out what the option adds to the script
    const script: ivm.Script & ivm.CachedDataResult = isolate.compileScriptSync(HARNESS, { produceCachedData: true });
    return script.cachedData;
  } finally {
    isolate.dispose();
  }
})();
const SOURCE_FILE = 'solution.js';

type Harness = Record<'begin' | 'enter' | 'printed' | 'call', ivm.Reference<(...parameters: unknown[]) => unknown>>;

/** What the harness notes where this thread can read it: the function has returned, and what runs now are its promises. */
const RETURNED = 2;

/** A fresh isolate that nothing has run in but the harness, which no name leads to. */
export interface Prepared {
  isolate: ivm.Isolate;
  context: ivm.Context;
  harness: Harness;
}

/** An isolate in which nothing of a student has run, with the harness in it. */
export async function prepareIsolate(): Promise<Prepared> {
  const isolate = new ivm.Isolate({ memoryLimit: MEMORY_MB });
  const context = await isolate.createContext();
  const compiled = await isolate.compileScript(HARNESS, COMPILED ? { cachedData: COMPILED } : {});
  const made: ivm.Reference<Record<keyof Harness, (...parameters: unknown[]) => unknown>> = await compiled.run(
    context,
    {
      reference: true,
    },
  );
  const [begin, enter, printed, call] = await Promise.all(
    (['begin', 'enter', 'printed', 'call'] as const).map((name) => made.get(name, { reference: true })),
  );
  if (!begin || !enter || !printed || !call) throw new Error('the harness lacks a function');
  return { isolate, context, harness: { begin, enter, printed, call } };
}

/** An interpreter for one submission, in an isolate that was prepared and is used for nothing else. */
export function interpreterIn({ isolate, context, harness }: Prepared, printed: number): Interpreter {
  const { begin, enter, printed: printedSoFar, call } = harness;
  let loaded = '';
  const phase = new Int32Array(new SharedArrayBuffer(4));
  let returned: number | null = null;

  /** Runs one step in the isolate; what goes wrong there without being thrown there ends the run. */
  async function step<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } catch (error) {
      if (isolate.isDisposed) throw new Stopped('memory');
      if (performance.now() - start >= milliseconds - 1) throw new Stopped('timeout');
      throw error;
    }
  }

  return {
    load: (source, entry, seed, milliseconds) =>
      step(milliseconds, async () => {
        loaded = source;
        await begin.apply(undefined, [seed, printed, new ivm.ExternalCopy(phase.buffer).copyInto()], {
          timeout: milliseconds,
        });
        const start = performance.now();
        try {
          const found = await evaluate(isolate, context, source, entry, milliseconds);
          return String(await enter.apply(undefined, [found.derefInto()], { timeout: milliseconds }));
        } catch (error) {
          if (isolate.isDisposed || performance.now() - start >= milliseconds - 1) throw error;
          const text = String(await printedSoFar.apply(undefined, [], { timeout: milliseconds }));
          return JSON.stringify({ ok: false, error: describeFailure(error, source), printed: text });
        }
      }),
    call: (parameters, milliseconds) =>
      step(milliseconds, async () => {
        try {
          phase[0] = 0;
          const text: unknown = await call.apply(undefined, [parameters], { timeout: milliseconds });
          phase[0] = 0;
          return typeof text === 'string' ? text : '';
        } catch (error) {
          if (isolate.isDisposed || /timed out/.test(String(error))) throw error;
          // the harness itself cannot throw unless the submission has bent the language: it is a promise that was rejected
          const text = String(await printedSoFar.apply(undefined, [], { timeout: milliseconds }));
          return JSON.stringify({ ok: false, error: describeFailure(error, loaded), printed: text });
        }
      }),
    // nanoseconds
    atWork: () => (isolate.isDisposed ? 0 : Number(isolate.cpuTime) / 1e6),
    overdue(computed) {
      if (phase[0] !== RETURNED) returned = null;
      else returned ??= computed;
      return returned !== null && computed - returned > AFTERWARDS_MS ? 'promises' : null;
    },
    dispose() {
      if (!isolate.isDisposed) isolate.dispose();
    },
  };
}

/** Evaluates a source and gives the value of the name `entry`, or what it exports as that; `undefined` where there is none. */
async function evaluate(
  isolate: ivm.Isolate,
  context: ivm.Context,
  source: string,
  entry: string,
  timeout: number,
): Promise<ivm.Reference<unknown>> {
  if (/^[ \t]*export\b/m.test(source)) return evaluateModule(isolate, context, source, entry, timeout);
  const exports = EXPORTS.test(source);
  if (exports) await context.eval('globalThis.module={exports:{}};globalThis.exports=module.exports;', { timeout });
  const script = await isolate.compileScript(source, { filename: SOURCE_FILE });
  await script.run(context, { timeout });
  const exported = exports
    ? `(typeof module.exports==='function'?module.exports:module.exports?.${entry})`
    : 'undefined';
  return context.eval(`typeof ${entry}==='undefined'?${exported}:${entry}`, { reference: true, timeout });
}

/** What is written for Node hands its function over like this. */
const EXPORTS = /\bmodule\s*\.\s*exports\b|\bexports\s*\.\s*[\w$]+\s*=/;

async function evaluateModule(
  isolate: ivm.Isolate,
  context: ivm.Context,
  source: string,
  entry: string,
  timeout: number,
): Promise<ivm.Reference<unknown>> {
  const handed = `\n;globalThis.${ENTRY_KEY}=typeof ${entry}==='undefined'?undefined:${entry};`;
  const module = await isolate.compileModule(source + handed, { filename: SOURCE_FILE });
  await module.instantiate(context, (name) => {
    throw new Error(`there is nothing to import here: ${name}`);
  });
  await module.evaluate({ timeout });
  const named = await context.eval(`{const found=globalThis.${ENTRY_KEY};delete globalThis.${ENTRY_KEY};found}`, {
    reference: true,
  });
  if (named.typeof !== 'undefined') return named;
  // exported by this name only, or by none
  for (const name of [entry, 'default']) {
    const exported = await module.namespace.get(name, { reference: true });
    if (exported.typeof !== 'undefined') return exported;
  }
  return named;
}

/** Where a module's function is handed over, for a moment: the names of a module are not the script's. */
const ENTRY_KEY = '__entry';
