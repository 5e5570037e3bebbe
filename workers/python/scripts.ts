/**
 * Pyodide's two modules as plain scripts that an isolate can evaluate. The patches are tied to the pinned version of
 * Pyodide: each names the text it replaces, and fails loudly where that text is not there.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Patch {
  find: string;
  replacement: string;
}

/** A side module gets its memory where it was when the snapshot was taken. */
const SIDE_MEMORY: Patch = {
  find: 'getMemory(metadata.memorySize+memAlign)',
  replacement: '__sideMemory(libName,metadata.memorySize+memAlign,getMemory,wasmTable,freeTableIndexes)',
};
/** A side module that was compiled on the host is not compiled again. */
const SIDE_MODULE: Patch = {
  find: 'var module=binary instanceof WebAssembly.Module?binary:new WebAssembly.Module(binary);var instance',
  replacement: 'var module=__sideModule(libName,binary);var instance',
};
/** The linker's insides, for boot.js. */
const LINKER: Patch = {
  find: 'var loadWebAssemblyModule=',
  replacement:
    'Module.__linker={get libraries(){return LDSO},get table(){return wasmTable},newLibrary:(...a)=>newDSO(...a),' +
    'load:(...a)=>loadWebAssemblyModule(...a),get memory(){return wasmMemory},freeTableIndexes:()=>freeTableIndexes};var loadWebAssemblyModule=',
};
/**
 * Names that a module asks for are looked up once, when they are new: Pyodide walks all of its 9,000 for each side module, which is
 * half of the time that linking takes. In the same order as before, so that the function table comes out the same.
 */
const NEW_NAMES: Patch[] = [
  { find: 'var GOT={};', replacement: 'var GOT={},names=[],looked=0;' },
  {
    find: 'rtn=GOT[symName]=new WebAssembly.Global({value:"i32",mutable:true},-1)}',
    replacement: 'rtn=GOT[symName]=new WebAssembly.Global({value:"i32",mutable:true},-1);names.push(symName)}',
  },
  {
    // one that is missing throws, and is asked for again, as before
    find: 'for(var[symName,entry]of Object.entries(GOT)){if(entry.value==-1){',
    replacement: 'for(;looked<names.length;looked++){var symName=names[looked],entry=GOT[symName];if(entry.value==-1){',
  },
];
/** Whether a name is one of the linker's own: asked 8,556 times, of a list that was written down anew each time. */
const INTERNAL_NAMES: Patch[] = [
  { find: 'var isInternalSym=symName=>["memory"', replacement: 'var internalNames=new Set(["memory"' },
  {
    find: '"__stop_em_js"].includes(symName)||symName.startsWith("__em_js__");',
    replacement: '"__stop_em_js"]),isInternalSym=symName=>internalNames.has(symName)||symName.startsWith("__em_js__");',
  },
];
/** Random bytes come from our `crypto`, not from a shell's weak source. */
const RANDOM: Patch = { find: 'if(ENVIRONMENT_IS_SHELL){return view=>', replacement: 'if(false){return view=>' };

/** The snapshot's bytes come out of a module that every isolate shares, not out of a buffer of this one's own (snapshot.ts). */
const SNAPSHOT: Patch = { find: 'return Module.HEAP8.set(t),l}', replacement: 'return __fillMemory(Module),l}' };

/** Replaces the one place where `find` stands; throws where it does not stand exactly once. */
export function patched(source: string, { find, replacement }: Patch): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(`Pyodide has changed: "${find}" stands ${parts.length - 1} times in it, not once`);
  return parts.join(replacement);
}

function asScript(source: string): string {
  return source
    .replace(/import\.meta\.url/g, '"file:///p/module.mjs"')
    .replace(/\bimport\(/g, '__noImport(')
    .replace(/^\/\/# sourceMappingURL.*$/gm, '');
}

/** The scripts to evaluate, in order; afterwards `_createPyodideModule` and `__loadPyodide` are global. */
export function pyodideScripts(folder: string): string[] {
  let assembly = asScript(readFileSync(path.join(folder, 'pyodide.asm.mjs'), 'utf8'));
  for (const patch of [SIDE_MEMORY, SIDE_MODULE, LINKER, RANDOM, SNAPSHOT, ...NEW_NAMES, ...INTERNAL_NAMES])
    assembly = patched(assembly, patch);
  const named = /export default ([A-Za-z_$]+);?/.exec(assembly)?.[1];
  if (named === undefined) throw new Error('Pyodide has changed: no default export in pyodide.asm.mjs');
  assembly = assembly.replace(/export default [A-Za-z_$]+;?/, `globalThis._createPyodideModule=${named};`);

  const loader = asScript(readFileSync(path.join(folder, 'pyodide.mjs'), 'utf8'));
  const load = /export\s*\{[^}]*?([A-Za-z_$]+) as loadPyodide\b[^}]*\};?/.exec(loader);
  if (load === null) throw new Error('Pyodide has changed: loadPyodide is not exported from pyodide.mjs');
  return [assembly, `(function(){${loader.replace(load[0], '')};globalThis.__loadPyodide=${load[1]};})();`];
}
