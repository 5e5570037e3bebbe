/**
 * Answers as students write them: what is right must pass, however it is written, and of what is wrong the words must help.
 * Each was once graded otherwise.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { studentVerdict } from '../../../domain/results/student-verdict.ts';
import type { Feedback, Verdict } from '../../../domain/results/verdict.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import { grader } from './shared.ts';
import { questionOf } from './slip-cases.ts';
import { array, DOUBLE, IN_JAVASCRIPT, javascript, np, python, type Task, value } from './student-tasks.ts';
import { TOLD } from './student-words.ts';

const MASK = python(`${np}def f(x): return x > 0`, array([1, -2, 3]));
const WORDS = python('def f(x): return [str(a) for a in x]', value([1, 2]));
const GRADIENT: Task = {
  ...python('', { type: 'formula', formulas: ['x^2*y'], variables: ['x', 'y'], gives: 'number' }, array([1.5, 2])),
  more: { expect: { type: 'derivative', of: 0, at: 1, gives: 'gradient' } },
};
const ROWS = javascript('const f = (m) => m.map((row) => row.map((x) => x + 1))', {
  type: 'value',
  value: [
    [1, 2],
    [3, 4],
  ],
});

const RIGHT: Record<string, [task: Task, code: string]> = {
  'a mask of booleans': [MASK, `${np}def f(x): return np.greater(x, 0)`],
  'a list of booleans for a mask': [MASK, 'def f(x): return [bool(a > 0) for a in x]'],
  'an array of words for a list': [WORDS, `${np}def f(x): return np.array(x).astype(str)`],
  'a word of NumPy': [
    python('def f(x): return "a" * x', value(3)),
    `${np}def f(x): return np.strings.multiply(np.array(["a"]), x)[0]`,
  ],
  'a factorial that no double holds': [
    python('import math\ndef f(n): return math.factorial(n)', value(400)),
    'def f(n): return n * f(n - 1) if n else 1',
  ],
  'a depth of recursion that the file asks for': [
    DOUBLE,
    'import sys\nsys.setrecursionlimit(5000)\ndef g(n): return n and 1 + g(n - 1)\ndef f(x): return 2 * x if g(3000) == 3000 else 0',
  ],
  'a mark of byte order before the first line': [DOUBLE, '\uFEFFdef f(x): return 2 * x'],
  'a complex step': [
    GRADIENT,
    `${np}def f(g, x): return np.array([g(x + 1e-20j * e).imag / 1e-20 for e in np.eye(len(x))])`,
  ],
  structuredClone: [
    ROWS,
    'const f = (m) => { const copy = structuredClone(m); for (const row of copy) row.forEach((x, j) => { row[j] = x + 1; }); return copy[0] === m[0] ? null : copy; };',
  ],
  'a microtask, and the time it took': [
    IN_JAVASCRIPT,
    'const f = (x) => { const start = performance.now(); queueMicrotask(() => performance.now() - start); return x.map((a) => 2 * a); };',
  ],
  'points mapped by a function that is handed in': [
    {
      ...javascript(
        'const f = (g, points) => points.map((p) => g(p))',
        { type: 'formula', formulas: ['x*y'], variables: ['x', 'y'], gives: 'number' },
        {
          type: 'value',
          value: [
            [1, 2],
            [3, 4],
          ],
        },
      ),
    },
    'const f = (g, points) => points.map(g);',
  ],
  'module.exports with the function': [IN_JAVASCRIPT, 'const f = (x) => x.map((a) => 2 * a);\nmodule.exports = f;'],
  'module.exports with a function without a name': [IN_JAVASCRIPT, 'module.exports = (x) => x.map((a) => 2 * a);'],
  'module.exports by its name': [IN_JAVASCRIPT, 'module.exports.f = function (x) { return x.map((a) => 2 * a); };'],
  'exports by its name': [IN_JAVASCRIPT, "'use strict';\nexports.f = (x) => x.map((a) => 2 * a);"],
  'module.exports under another name inside': [
    IN_JAVASCRIPT,
    'function twice(x) { return x.map((a) => 2 * a); }\nmodule.exports = { f: twice };',
  ],
  'an export under another name inside': [
    IN_JAVASCRIPT,
    'function twice(x) { return x.map((a) => 2 * a); }\nexport { twice as f };',
  ],
  'an export without a name': [IN_JAVASCRIPT, 'export default (x) => x.map((a) => 2 * a);'],
  'what asks first whether a browser or Node is there': [
    IN_JAVASCRIPT,
    `function f(x) { return x.map((a) => 2 * a); }
if (typeof module !== 'undefined') module.exports = { f };
if (typeof window !== 'undefined') window.f = f;
if (typeof require !== 'undefined' || typeof process !== 'undefined' || typeof alert !== 'undefined') throw new Error();`,
  ],
};

/** `words`: all that is told of the first test, and of its error. */
const WRONG: Record<string, [task: Task, code: string, words: RegExp]> = {
  'the other mask': [MASK, `${np}def f(x): return x < 0`, /^At \[0\]: False was returned, and True is expected/],
  'ones and zeros for a mask': [MASK, `${np}def f(x): return (x > 0).astype(int)`, /type bool is expected/],
  'a count that is off by one': [
    python('def f(n): return n ** 4', value(300)),
    'def f(n): return n ** 4 + 1',
    /8100000001 was returned, and 8100000000 is expected/,
  ],
  'a count that is off by one in JavaScript': [
    javascript('const f = (n) => n ** 4', value(300)),
    'const f = (n) => n ** 4 + 1;',
    /8100000001 was returned/,
  ],
  'a large number for infinity': [
    python('import math\ndef f(x): return math.inf', value(3)),
    'def f(x): return 1e308',
    /1e\+308 was returned/,
  ],
  'a long text with another end': [
    python('def f(x): return "a" * 3000', value(3)),
    'def f(x): return "a" * 2999 + "b"',
    /^… 'a+b' was returned, and … 'a+' is expected\./,
  ],
  'an asynchronous function': [DOUBLE, 'async def f(x): return 2 * x', /asynchronous.*Take `async` away/],
  asyncio: [
    DOUBLE,
    'import asyncio\nasync def g(x): return 2 * x\ndef f(x): return asyncio.run(g(x))',
    /RuntimeError: nothing can be waited for here: leave asyncio out/,
  ],
  'a generator': [WORDS, 'def f(x): yield from map(str, x)', /generator was returned. Make a list of it/],
  'a dict': [WORDS, 'def f(x): return dict(enumerate(x))', /return the values, one after the other/],
  'an array with an axis too many of its own shape': [DOUBLE, `${np}def f(x): return np.ones((2, 3))`, /single number/],
  'one of two results left out': [
    python(`${np}def f(x): return x * 2, x * 3`, array([1, 2])),
    'def f(x): return x * 2, None',
    /^Returned value 2 is None\. Was it never computed/,
  ],
  'one of two results too long': [
    python(`${np}def f(x): return x * 2, x * 3`, array([1, 2])),
    `${np}def f(x): return x * 2, np.append(x, 1)`,
    /^Returned value 2: The shape is \(3,\), and \(2,\) is expected/,
  ],
  'whole numbers beyond 32 bits': [
    python(`${np}def f(x): return x.astype(np.int64) ** 2`, array([100_000], 'int64')),
    `${np}def f(x): return np.array(x, dtype=int) ** 2`,
    /begin again at the other end.*dtype=np\.int64/,
  ],
  'masked values': [
    python(`${np}def f(x): return x * 1`, array([1, 2])),
    `${np}def f(x): return np.ma.array(x, mask=[0, 1])`,
    /At \[1\]: nan was returned/,
  ],
  'x − 1 for x + 1': [
    python('def f(x): return x + 1', value(3)),
    'def f(x): return x - 1',
    /^2 was returned, and 4 is expected\.$/,
  ],
  'the smallest for the largest': [
    python('def f(x): return max(x)', value([1, 2, 3])),
    'def f(x): return min(x)',
    /^1 was returned, and 3 is expected\.$/,
  ],
  'an integral twice as large': [
    python(
      'def f(g, a, b): return sum(g([a + (b - a) * (k + 0.5) / 50]) for k in range(50)) * (b - a) / 50',
      { type: 'formula', formulas: ['x^2'], variables: ['x'], gives: 'number' },
      value(0),
      value(1),
    ),
    'def f(g, a, b): return sum(g([a + (b - a) * (k + 0.5) / 50]) for k in range(50)) * (b - a) / 25',
    /Everything is twice what it should be\.$/,
  ],
  'a warning and no result': [
    DOUBLE,
    'import warnings\ndef f(x): warnings.warn("line 7")',
    /^Your function returned None/,
  ],
  'an error with several lines': [
    DOUBLE,
    `${np}def f(x): return np.float(x)`,
    /AttributeError: module 'numpy' has no attribute 'float'/,
  ],
  'an error of a library': [
    DOUBLE,
    `${np}def f(x): return np.ones(3).sum(axis=1)`,
    /AxisError: axis 1 is out of bounds/,
  ],
  'an error of its own': [
    DOUBLE,
    'class Bad(Exception): pass\ndef f(x): raise Bad("no", x)',
    /^Bad: \('no', 3\) \(line 2\)$/,
  ],
  'numbers for the vector that a function takes': [
    GRADIENT,
    'def f(g, x): return g(x[0], x[1])',
    /TypeError: f takes one vector of 2 numbers \(x, y\), and was given: 2 arguments \(line 1\)/,
  ],
  'a number for it': [GRADIENT, 'def f(g, x): return g(x[0])', /\(x, y\), and was given: float64/],
  'a short one': [GRADIENT, 'def f(g, x): return g([1])', /\(x, y\), and was given: one of length 1/],
  'a number for it in JavaScript': [
    { ...GRADIENT, language: 'javascript' },
    'const f = (g, x) => x.map((one) => g(one));',
    /TypeError: f takes one vector of 2 numbers \(x, y\), and was given: number \(line 1\)/,
  ],
  'endless recursion behind a high limit': [
    DOUBLE,
    'import sys\nsys.setrecursionlimit(10**6)\ndef f(x): return f(x)',
    /RecursionError.*calls itself again and again/,
  ],
  'a change in a very large input': [
    {
      ...python('def f(x): return x.sum()', { type: 'draw', shape: [64, 64, 16], low: -1, high: 1, integer: false }),
      more: { mayChangeInputs: false },
    },
    'def f(x):\n  total = x.sum()\n  x[63, 63, 15] = 7\n  return total',
    /your function changed its input/,
  ],
  'a change in a very large input in JavaScript': [
    {
      ...javascript('const f = (x) => x[0][0][0];', {
        type: 'draw',
        shape: [64, 64, 16],
        low: -1,
        high: 1,
        integer: false,
      }),
      more: { mayChangeInputs: false },
    },
    'const f = (x) => { const first = x[0][0][0]; x[63][63][15] = 7; return first; };',
    /your function changed its input/,
  ],
  'a power as in maths': [
    python('def f(x): return x ** 2', value(1.5)),
    'def f(x): return x^2',
    /TypeError.*`\^` is not a power here: write `x\*\*2`/,
  ],
  'a function without return inside': [
    IN_JAVASCRIPT,
    'const f = (x) => x.map((a) => { 2 * a; });',
    /returned values is undefined\..*`return`/,
  ],
  'a promise of each value': [IN_JAVASCRIPT, 'const f = (x) => x.map(async (a) => 2 * a);', /take `async` away/],
  'a generator in JavaScript': [IN_JAVASCRIPT, 'function* f(x) { yield* x; }', /Generator was returned. Spread it/],
  'words for numbers in JavaScript': [IN_JAVASCRIPT, 'const f = (x) => x.map(String);', /type string was returned/],
  ...TOLD,
  setTimeout: [
    IN_JAVASCRIPT,
    'const f = (x) => setTimeout(() => x, 1);',
    /setTimeout cannot be used here: nothing can be waited for/,
  ],
};

/** What a student is told first: of the first test, or of the whole where nothing could be run. */
function told(verdict: Verdict | undefined): Feedback[] {
  const shown = verdict && studentVerdict(verdict);
  return shown ? [...(shown.tests[0]?.feedback ?? []), ...shown.feedback] : [];
}

function question({ language, arguments: given, solution, entry = 'f', more }: Task) {
  return questionOf(language, entry, [{ arguments: given, expect: { type: 'solution' }, ...more }], solution);
}

export function students(): void {
  describe('answers of students', () => {
    const verdicts = new Map<string, Promise<Verdict>>();
    const isLeftOut = ({ language }: Task): boolean => language === 'python' && withoutNumpy !== null;
    beforeAll(() => {
      for (const [name, [task, code]] of Object.entries({ ...RIGHT, ...WRONG })) {
        if (isLeftOut(task)) continue;
        const verdict = grader.grade(question(task), { kind: 'function', code }, { seed: name, mode: 'submit' });
        verdict.catch(() => undefined);
        verdicts.set(name, verdict);
      }
    });

    test.for(Object.entries(RIGHT))('%s is right', async ([name, [task]], { skip }) => {
      skip(isLeftOut(task), withoutNumpy ?? '');
      const verdict = await verdicts.get(name);
      expect(verdict, JSON.stringify(verdict)).toMatchObject({ outcome: 'graded', result: 'pass' });
      expect(verdict?.tests[0]?.feedback).toEqual([]);
    });

    test.for(Object.entries(WRONG))('%s', async ([name, [task, , words]], { skip }) => {
      skip(isLeftOut(task), withoutNumpy ?? '');
      const verdict = await verdicts.get(name);
      expect(verdict).toMatchObject({ outcome: 'graded', points: 0 });
      expect(verdict?.result).toBeOneOf(['fail', 'error']);
      expect(wordsOf(told(verdict))).toMatch(new RegExp(words.source, 's'));
    });

    test('what is printed in JavaScript is shown as its author knows it', async () => {
      const code = `const f = (x) => {
  console.log('text', [1, 'a', [NaN, undefined, -0]], { a: { b: 1n }, get c() { throw 1; } });
  console.log(new Map([['k', new Set([1])]]), new Error('oops'), Float64Array.of(1, 2), () => 1, null, Symbol('s'));
  const round = []; round.push(round);
  console.log(round, new Proxy({}, { ownKeys() { throw 1; } }), Array(200).fill(0).length);
  return x.map((a) => 2 * a);
};`;
      const verdict = await grader.grade(
        question(IN_JAVASCRIPT),
        { kind: 'function', code },
        { seed: 1, mode: 'submit' },
      );
      expect(verdict.result).toBe('pass');
      expect(verdict.tests[0]?.printed?.split('\n')).toEqual([
        'text [ 1, "a", [ NaN, undefined, -0 ] ] { a: { b: 1n }, c: [Getter] }',
        'Map(1) { "k" => Set(1) { 1 } } Error: oops Float64Array(2) [ 1, 2 ] [Function: ] null Symbol(s)',
        '[ [ [ [ [ [Array] ] ] ] ] ] [object] 200',
        '',
      ]);
    });

    test('a solution of the lesson that gives what cannot be compared is a fault of ours, and no wrong answer', async () => {
      const task = question(javascript('const f = (x) => new Map([[x, 1]])', value(3)));
      const answer = { kind: 'function' as const, code: 'const f = (x) => new Map([[x, 1]]);' };
      await expect(grader.grade(task, answer, { seed: 1, mode: 'submit' })).rejects.toThrow('cannot be compared');
    });
  });
}
