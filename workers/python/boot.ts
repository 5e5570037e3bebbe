/** Boots one Python interpreter in an isolate of its own. */
import { randomBytes } from 'node:crypto';
import ivm from 'isolated-vm';
import type { Runtime } from './runtime.ts';

/** Of the isolate's own heap; the interpreter's memory is WebAssembly's and capped in the module. */
const HEAP_MB = 256;
const BOOT_MS = 60_000;

export interface Booted {
  isolate: ivm.Isolate;
  context: ivm.Context;
  /** {python, module} in the isolate */
  inside: ivm.Reference<unknown>;
}

/** While an image is made: a snapshot is to be taken, or what restoring does to the memory is looked at (isolate/look.js). */
export type Making = { recording: true } | { look: string; whole: Uint8Array<ArrayBuffer> };

/** Boots it. Throws, with what Pyodide said, where it does not boot. */
export async function boot(runtime: Runtime, making?: Making): Promise<Booted> {
  const isolate = new ivm.Isolate({ memoryLimit: HEAP_MB });
  const context = await isolate.createContext();
  try {
    await context.eval('globalThis.__nabla = {}');
    const given = await context.global.get('__nabla', { reference: true });
    const words = randomBytes(16);
    await given.set(
      'seed',
      [0, 4, 8, 12].map((at) => words.readInt32LE(at)),
      { copy: true },
    );
    await given.set('lockFile', runtime.lockFile);
    await given.set('recording', making !== undefined && 'recording' in making);
    await given.set('wasmModule', runtime.wasm.copyInto());
    await given.set('standardLibrary', runtime.standardLibrary.copyInto());
    await setSides(context, runtime);
    if (runtime.files) {
      await context.eval('globalThis.__nabla.files = {}');
      const files = await given.get('files', { reference: true });
      await files.set('index', runtime.files.index);
      await files.set('bytes', runtime.files.bytes.copyInto());
    }
    if (runtime.restored) {
      await given.set('replay', new ivm.ExternalCopy(runtime.restored.replay).copyInto());
      await given.set('snapshot', runtime.restored.head.copyInto());
      await given.set('memory', runtime.restored.memory.copyInto());
      await given.set('cleared', runtime.restored.cleared, { copy: true });
    }
    if (making !== undefined && 'look' in making) {
      await given.set('whole', new ivm.ExternalCopy(making.whole.buffer).copyInto());
      await context.eval(making.look);
    }
    for (const { source, cachedData } of runtime.scripts) {
      const script = await isolate.compileScript(source, { cachedData });
      await script.run(context, { timeout: BOOT_MS });
    }
    const inside: ivm.Reference<unknown> = await context.eval(runtime.boot, {
      promise: true,
      reference: true,
      timeout: BOOT_MS,
    });
    return { isolate, context, inside };
  } catch (error) {
    const said: unknown = isolate.isDisposed
      ? ''
      : // what it said is a help, and not always there to be asked for
        await context.eval('String(globalThis.__said?.join("\\n"))').catch(() => '');
    if (!isolate.isDisposed) isolate.dispose();
    throw new Error(`Python did not boot: ${error instanceof Error ? error.message : String(error)}\n${String(said)}`);
  }
}

async function setSides(context: ivm.Context, runtime: Runtime): Promise<void> {
  await context.eval('globalThis.__nabla.sides = {}');
  const given = await context.global.get('__nabla', { reference: true });
  const sides = await given.get('sides', { reference: true });
  for (const [name, module] of runtime.sides) await sides.set(name, module.copyInto());
}
