import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportsInUse, keepExports } from './exports.ts';
import { capMemory } from './memory-cap.ts';
import { PYODIDE } from './pyodide-folder.ts';
import { patched, pyodideScripts } from './scripts.ts';

/** A module with nothing but a memory: one page at least, `most` pages at most. */
const moduleWith = (...limits: number[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, limits.length + 1, 1, ...limits]);

test('a memory without a limit gets one, and the module still compiles', async () => {
  const capped = new Uint8Array(capMemory(moduleWith(0, 1), 1));
  const exported = await WebAssembly.compile(capped);
  expect(exported).toBeInstanceOf(WebAssembly.Module);
  expect([...capped.slice(8)]).toEqual([5, 4, 1, 1, 1, 16]);
});

test('a module that needs more to begin with is refused', () => {
  expect(() => capMemory(moduleWith(0, 100), 1)).toThrow('needs 100 pages');
});

test('a module without a memory is refused', () => {
  expect(() => capMemory(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), 1)).toThrow('no memory section');
});

test('a patch whose place has moved fails loudly', () => {
  expect(() => patched('nothing here', { find: 'gone', replacement: '' })).toThrow('"gone" stands 0 times');
  expect(() => patched('twice twice', { find: 'twice', replacement: '' })).toThrow('stands 2 times');
});

test('the pinned Pyodide has every place that is patched, and no module syntax is left', () => {
  for (const script of pyodideScripts(PYODIDE)) {
    expect(script).not.toMatch(/\bimport\(/);
    expect(() => new Function(script)).not.toThrow();
  }
});

test('of the main module’s exports those stay that scripts, extensions and the module itself ask for', async () => {
  const bytes = new Uint8Array(readFileSync(path.join(PYODIDE, 'pyodide.asm.wasm')));
  const main = await WebAssembly.compile(bytes);
  // an extension that asks for one function by name: (import "env" "PyOS_strtoul" (func))
  const name = new TextEncoder().encode('PyOS_strtoul');
  const imports = [1, 3, ...new TextEncoder().encode('env'), name.length, ...name, 0, 0];
  const extension = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, imports.length, ...imports];
  const scripts = pyodideScripts(PYODIDE);
  const alone = new Set(exportsInUse(main, { scripts, sides: [] }));
  const sides = [await WebAssembly.compile(new Uint8Array(extension))];
  const used = new Set(exportsInUse(main, { scripts, sides }));
  const all = WebAssembly.Module.exports(main);
  expect([...used].filter((one) => !alone.has(one))).toEqual(['PyOS_strtoul']);
  // handed on by the linker’s script and called by nothing
  expect(all.map((one) => one.name)).toContain('PyUnicode_Splitlines');
  expect(used.has('PyUnicode_Splitlines')).toBe(false);
  for (const kept of ['memory', '__indirect_function_table', '__wasm_call_ctors', '__main_argc_argv', 'malloc'])
    expect(used).toContain(kept);
  const less = await WebAssembly.compile(new Uint8Array(keepExports(bytes, used)));
  expect(WebAssembly.Module.exports(less)).toEqual(all.filter((one) => used.has(one.name)));
  expect(WebAssembly.Module.imports(less)).toEqual(WebAssembly.Module.imports(main));
});
