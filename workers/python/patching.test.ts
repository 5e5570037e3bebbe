import { expect, test } from 'vitest';
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
