/** What a process needs in memory to boot interpreters: Pyodide's parts, compiled once, ready to be handed to isolates. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ivm from 'isolated-vm';
import { exportsInUse, keepExports } from './exports.ts';
import type { Image, Replay } from './image.ts';
import { packSnapshot } from './insides/snapshot.ts';
import { MEMORY_MB } from './limits.ts';
import { capMemory } from './memory-cap.ts';
import { PYODIDE } from './pyodide-folder.ts';
import { pyodideScripts } from './scripts.ts';

export interface Packages {
  index: string;
  bytes: Uint8Array<ArrayBuffer>;
  sides: Map<string, Uint8Array<ArrayBuffer>>;
}

interface Restored {
  /** what Pyodide notes before the memory */
  head: ivm.ExternalCopy<ArrayBuffer>;
  /** a module that lays the memory out */
  memory: ivm.ExternalCopy<unknown>;
  cleared: Int32Array;
  replay: Replay;
}

export interface Runtime {
  scripts: { source: string; cachedData: ivm.ExternalCopy<ArrayBuffer> }[];
  boot: string;
  close: string;
  /** JSON without packages: nothing is to be loaded by name */
  lockFile: string;
  wasm: ivm.ExternalCopy<unknown>;
  /** those that `wasm` has kept */
  exports: string[];
  standardLibrary: ivm.ExternalCopy<ArrayBuffer>;
  sides: Map<string, ivm.ExternalCopy<unknown>>;
  files: { index: string; bytes: ivm.ExternalCopy<ArrayBuffer> } | null;
  restored: Restored | null;
}

const isolateScript = (name: string): string => readFileSync(path.join(import.meta.dirname, 'isolate', name), 'utf8');

/** Reads and compiles everything. With an image interpreters are restored from it; with packages they boot fresh. */
export async function loadRuntime(from: { image: Image } | { packages: Packages | null }): Promise<Runtime> {
  const image = 'image' in from ? from.image : null;
  const packages = 'image' in from ? { ...from.image.files, sides: from.image.sides } : from.packages;
  const read = (name: string): Buffer => readFileSync(path.join(PYODIDE, name));
  const lock: unknown = JSON.parse(read('pyodide-lock.json').toString());
  const main = new Uint8Array(capMemory(read('pyodide.asm.wasm'), MEMORY_MB));
  const compiledSides = new Map<string, WebAssembly.Module>();
  for (const [name, bytes] of packages?.sides ?? []) compiledSides.set(name, await WebAssembly.compile(bytes));
  const sides = new Map([...compiledSides].map(([name, side]) => [name, new ivm.ExternalCopy<unknown>(side)]));
  const pyodide = pyodideScripts(PYODIDE);
  const exports =
    image?.exports ??
    exportsInUse(await WebAssembly.compile(main), { scripts: pyodide, sides: compiledSides.values() });
  const machine = await WebAssembly.compile(new Uint8Array(keepExports(main, exports)));
  return {
    scripts: compiled([isolateScript('shim.js'), isolateScript('linker.js'), ...pyodide]),
    exports,
    boot: isolateScript('boot.js'),
    close: isolateScript('close.js'),
    lockFile: JSON.stringify({ ...Object(lock), packages: {} }),
    wasm: new ivm.ExternalCopy(machine),
    standardLibrary: new ivm.ExternalCopy(new Uint8Array(read('python_stdlib.zip')).buffer),
    sides,
    files: packages && { index: packages.index, bytes: new ivm.ExternalCopy(packages.bytes.buffer) },
    restored: image && (await restoredFrom(image)),
  };
}

async function restoredFrom({ snapshot, replay, cleared }: Image): Promise<Restored> {
  const { head, module } = packSnapshot(snapshot);
  return {
    head: new ivm.ExternalCopy(head.buffer),
    memory: new ivm.ExternalCopy<unknown>(await WebAssembly.compile(module)),
    cleared: Int32Array.from(cleared),
    replay,
  };
}

/** Scripts with what V8 makes of them when it compiles them, so that each interpreter is spared that (a tenth of its start). */
function compiled(sources: string[]): Runtime['scripts'] {
  const isolate = new ivm.Isolate();
  try {
    return sources.map((source) => {
      // its types leave out what the option adds to the script
      const script: ivm.Script & ivm.CachedDataResult = isolate.compileScriptSync(source, { produceCachedData: true });
      const { cachedData } = script;
      if (cachedData === undefined) throw new Error('V8 gave no compiled script');
      return { source, cachedData };
    });
  } finally {
    isolate.dispose();
  }
}
