/** What outgrows its limits: each bomb has its clear verdict, in time, and harms no neighbour. */
import { describe, expect, test } from 'vitest';
import { type Language, languages, RIGHT, run, SOON, startAll } from './shared.ts';

const BOMBS: Record<Language, Record<string, [code: string, results: string[]]>> = {
  javascript: {
    'an endless loop': ['function double() { for (;;); }', ['timeout']],
    'an endless chain of promises': [
      'function double() { (async () => { for (;;) await 0; })(); return 1; }',
      ['timeout'],
    ],
    'an endless loop while loading': ['for (;;);', ['timeout']],
    'a slow regular expression': [
      'function double() { return /(a+)+$/.test("a".repeat(40) + "b"); }',
      ['timeout', 'fail'],
    ],
    'an array that fills the memory': [
      'function double() { new Array(6e7).fill(1); return 1; }',
      ['memory', 'timeout', 'fail'],
    ],
    'a list that grows for ever': [
      'function double() { const a = []; for (;;) a.push(new Array(1000).fill("x")); }',
      ['memory'],
    ],
    'integers that grow for ever': [
      'function double() { let a = 3n; for (;;) a = a * a * a; }',
      ['timeout', 'memory', 'error'],
    ],
    'buffers that fill the memory': [
      'function double() { const a = []; for (;;) a.push(new Uint8Array(1e8).fill(1)); }',
      ['memory', 'error'],
    ],
    'endless recursion': ['function double(x) { return double(x); }', ['error']],
    'a thrown object with traps': ['function double() { throw new Proxy({}, { get() { throw 1; } }); }', ['error']],
    'a thrown null': ['function double() { throw null; }', ['error']],
    'a result with getters': ['function double() { return { get length() { for (;;); } }; }', ['fail']],
    'a list that contains itself': ['function double() { const a = []; a.push(a); return a; }', ['fail']],
    'a huge result': ['function double() { return new Array(1e6).fill(1); }', ['fail', 'memory']],
    'an asynchronous function': ['async function double(x) { return 2 * x; }', ['fail']],
    'a string of the right number': ['function double(x) { return String(2 * x); }', ['fail']],
    'no function at all': ['const triple = 1;', ['error']],
    'a syntax error': ['function double(x) { return 2 * ; }', ['error']],
  },
  python: {
    'an endless loop that catches everything': [
      'def double(x):\n  while True:\n    try:\n      while True: pass\n    except BaseException: pass',
      ['timeout'],
    ],
    'an endless loop while loading': ['while True: pass', ['timeout']],
    'memory bombs': ['def double(x):\n  a = []\n  while True: a.append(bytearray(10**7))', ['memory']],
    'a very large integer': ['def double(x):\n  return 10 ** (10 ** 9)', ['timeout', 'memory', 'error']],
    'endless recursion': ['import sys\nsys.setrecursionlimit(10**9)\ndef double(x): return double(x)', ['error']],
    'sys.exit while loading': ['import sys\nsys.exit(0)', ['error']],
    'sys.exit in the function': ['import sys\ndef double(x): sys.exit(0)', ['error']],
    'os._exit': ['import os\ndef double(x): os._exit(0)', ['error']],
    'os.abort': ['import os\ndef double(x): os.abort()', ['error']],
    'a list that contains itself': ['def double(x):\n  a = []\n  a.append(a)\n  return a', ['fail']],
    'a huge result': ['def double(x): return [0] * 10**7', ['fail', 'memory']],
    'an object with a lying type': [
      'class F(float):\n  def __eq__(s, o): return True\n  __class__ = int\n  def __abs__(s): return 0\ndef double(x): return F(1)',
      ['fail'],
    ],
    'a boolean': ['def double(x): return True', ['fail']],
    input: ['def double(x): return float(input())', ['error']],
    'a thread': [
      'import threading\ndef double(x):\n  threading.Thread(target=print).start()\n  return 2 * x',
      ['error'],
    ],
    'no function at all': ['triple = 1', ['error']],
    'a syntax error': ['def double(x):\n  retrun 2 * x', ['error']],
    'builtins of another making': [
      'import builtins\nbuiltins.len = builtins.isinstance = builtins.type = builtins.repr = lambda *a: 1 / 0\ndef double(x): return 0',
      ['fail', 'error'],
    ],
  },
};

export function bombs(): void {
  describe.for(languages)('bombs in %s', (language) => {
    const bombs = Object.entries(BOMBS[language]);
    const verdictOf = startAll(
      language,
      Object.fromEntries(bombs.map(([name, [code]]) => [name, code])),
      SOON[language],
    );

    test.for(bombs)('%s', { timeout: 60_000 }, async ([name, [, results]]) => {
      const verdict = await verdictOf(name);
      expect(verdict.outcome).toBe('graded');
      expect(results).toContain(verdict.result);
      expect(verdict.points).toBe(0);
    });

    test('neighbours of bombs are graded as if nothing had been', { timeout: 60_000 }, async () => {
      const bombs = Object.values(BOMBS[language])
        .slice(0, 3)
        .map(([code]) => run(language, code, { limits: SOON[language] }));
      const right = Array.from({ length: 12 }, (_, index) =>
        run(language, RIGHT[language], { seed: `neighbour ${index}` }),
      );
      for (const verdict of await Promise.all(right)) expect(verdict).toMatchObject({ result: 'pass', points: 3 });
      await Promise.all(bombs);
    });
  });
}
