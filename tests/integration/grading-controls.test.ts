/** Positive controls: the escapes that hold in our sandboxes do work where Node or plain Pyodide is taken for a sandbox. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { escapes } from '../data/escapes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-control-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Those of the named escapes that leave their marker in a process that is thrown away (it ends by a signal, always). */
function working(language: 'javascript' | 'python', names: readonly string[]): Promise<string[]> {
  const control = path.join(import.meta.dirname, '../data/escape-control.ts');
  const marker = path.join(folder, `marker-${names.join('').replace(/\W/g, '').slice(0, 40)}`);
  return new Promise((resolve) => {
    execFile(process.execPath, [control, language, marker, ...names], { timeout: 60_000 }, (_error, stdout) => {
      resolve(stdout.split('\n').filter((line) => names.includes(line)));
    });
  });
}

test('a dozen escapes from JavaScript work in node:vm', { timeout: 60_000 }, async () => {
  const names = Object.keys(escapes('').javascript);
  const works: string[] = [];
  // each in a process of its own: some bend the language for whoever comes next
  for (const name of names) works.push(...(await working('javascript', [name])));
  expect(works).toEqual([
    'the global process',
    'require',
    'a dynamic import',
    'the constructor of this',
    'the constructor of a function',
    'the constructor of console.log',
    'the constructor of an argument',
    'the constructor of an error',
    'the caller of the function',
    'prepareStackTrace',
    'a poisoned prototype',
    'WebAssembly imports',
  ]);
});

test('ten escapes from Python work in plain Pyodide', { timeout: 60_000 }, async () => {
  const names = Object.keys(escapes('').python).filter((name) => name !== 'JavaScript of the isolate, patched');
  expect(await working('python', names)).toEqual([
    'js.process',
    'run_js with process',
    'run_js with a dynamic import',
    'the Function constructor',
    "pyodide_js's module",
    'mounting the host',
    'NODEFS by hand',
    'emscripten_run_script',
    'os.system',
    'a JavaScript proxy in sys.modules',
  ]);
});
