/** Submissions that give, raise or define something odd: each has its clear verdict. */
import { describe, expect, test } from 'vitest';
import { type Language, languages, run, SOON, startAll } from './shared.ts';

const ODD: Record<Language, Record<string, [code: string, results: string[]]>> = {
  javascript: {
    'a thrown object with traps': ['function double() { throw new Proxy({}, { get() { throw 1; } }); }', ['error']],
    'a thrown object while loading': ['throw { get message() { throw 1; } };', ['error']],
    'a thrown symbol while loading': ['throw Symbol("x");', ['error']],
    'a thrown function while loading': ['throw () => 0;', ['error']],
    'a thrown proxy while loading': ['throw new Proxy(new Error("x"), { get() { throw 1; } });', ['error']],
    'a thrown big integer': ['function double() { throw 6n; }', ['error']],
    'a rejected promise': ['async function double() { throw new Error("x"); }', ['error']],
    'a promise of the right number': ['function double(x) { return Promise.resolve(2 * x); }', ['fail']],
    'a thenable': ['function double(x) { return { then(done) { done(2 * x); } }; }', ['fail']],
    'a generator': ['function* double(x) { yield 2 * x; }', ['fail']],
    'an error after awaiting in a module': [
      'export const double = (x) => 2 * x;\nawait null;\nthrow new Error("late");',
      ['error'],
    ],
    'a boxed number': ['function double(x) { return Object(2 * x); }', ['fail']],
    'a big integer': ['function double(x) { return 6n; }', ['fail']],
    'a getter with side effects in a list': [
      'function double(x) { let calls = 0; return Object.defineProperty([], 0, { enumerable: true, get() { calls++; return 2 * x; } }); }',
      ['fail'],
    ],
    'a proxy of a list that lies about its length': [
      'function double(x) { return new Proxy([], { get: (_, name) => (name === "length" ? { valueOf: () => Infinity } : 2 * x) }); }',
      ['fail', 'timeout'],
    ],
    'toJSON of the right number': ['function double(x) { return { toJSON: () => 2 * x }; }', ['fail']],
    'a thrown null': ['function double() { throw null; }', ['error']],
    'a result with getters': ['function double() { return { get length() { for (;;); } }; }', ['fail']],
    'an asynchronous function': ['async function double(x) { return 2 * x; }', ['fail']],
    'a string of the right number': ['function double(x) { return String(2 * x); }', ['fail']],
    'no function at all': ['const triple = 1;', ['error']],
    'a syntax error': ['function double(x) { return 2 * ; }', ['error']],
  },
  python: {
    'sys.exit while loading': ['import sys\nsys.exit(0)', ['error']],
    'sys.exit in the function': ['import sys\ndef double(x): sys.exit(0)', ['error']],
    'os._exit': ['import os\ndef double(x): os._exit(0)', ['error']],
    'os.abort': ['import os\ndef double(x): os.abort()', ['error']],
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
    'a group of a hundred thousand errors': [
      'def double(x): raise ExceptionGroup("x", [ValueError(i) for i in range(10**5)])',
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

export function oddResults(): void {
  describe.for(languages)('odd submissions in %s', (language) => {
    const odd = Object.entries(ODD[language]);
    const verdictOf = startAll(language, Object.fromEntries(odd.map(([name, [code]]) => [name, code])), SOON[language]);

    test.for(odd)('%s', async ([name, [, results]]) => {
      const verdict = await verdictOf(name);
      expect(verdict.outcome).toBe('graded');
      expect(results).toContain(verdict.result);
      expect(verdict.points).toBe(0);
    });

    if (language === 'javascript')
      test('a rejected promise is told as the error that it is, with its place', async () => {
        const verdict = await run(language, 'async function double() {\n  throw new TypeError("oops");\n}');
        expect(verdict.tests[0]?.error).toMatchObject({ type: 'TypeError', message: 'oops', line: 2 });
      });
    else
      test('a group of very many errors is told with its words, its line and the end of its traceback', async () => {
        const verdict = await run(
          language,
          'def double(x):\n  raise ExceptionGroup("many", [ValueError("x")] * 10**5) from KeyError(1)',
        );
        expect(verdict.tests[0]?.error).toMatchObject({
          type: 'ExceptionGroup',
          message: 'many (100000 sub-exceptions)',
          line: 2,
          traceback: expect.stringMatching(/line 2, in double\n(.*\n)*ExceptionGroup: many/),
        });
      });
  });
}
