/** What answers earn in the real sandboxes: visible and hidden tests, weights, drawn inputs and their seeds. */
import { beforeEach, describe, expect, type TestContext, test } from 'vitest';
import { studentVerdict } from '../../../domain/results/student-verdict.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { createGrader } from '../../../workers/grade.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import { grader } from './shared.ts';
import { questionOf } from './slip-cases.ts';

const draw = (shape: number[]) => ({ type: 'draw', shape, low: -5, high: 5, integer: false }) as const;

const NORMALISED = 'import numpy as np\ndef centred(m):\n    return m - m.mean(axis=0)\n';
/** One case is shown in the lesson; three are drawn, from the seed of each submission. */
const centred = questionOf(
  'python',
  'centred',
  [
    {
      points: 1,
      arguments: [
        {
          type: 'array',
          values: [
            [1, 10],
            [3, 30],
          ],
          dtype: 'float64',
        },
      ],
      expect: {
        type: 'value',
        value: [
          [-1, -10],
          [1, 10],
        ],
      },
    },
    { points: 3, visible: false, draws: 3, arguments: [draw([3, 2])], expect: { type: 'solution' } },
    { points: 2, visible: true, arguments: [draw([2, 2])], expect: { type: 'solution' } },
  ],
  NORMALISED,
);

/** Weights of which every sum is another one, over x: 0, 1, 2, 3. */
const WEIGHTS = [1, 2, 4, 0.5];
const weighted = questionOf(
  'javascript',
  'half',
  WEIGHTS.map((points, x) => ({
    points,
    visible: x % 2 === 0,
    arguments: [{ type: 'value', value: x }],
    expect: { type: 'value', value: x / 2 },
  })),
  'const half = (x) => x / 2;',
);

/** The inputs of a verdict's tests, as they are told. */
const callsOf = (verdict: Verdict): (string | undefined)[] => verdict.tests.map(({ call }) => call);
const submit = (question: Parameters<typeof grader.grade>[0], code: string, seed = 'a'): Promise<Verdict> =>
  grader.grade(question, { kind: 'function', code }, { seed, mode: 'submit' });

const needNumpy = ({ skip }: TestContext): void => skip(withoutNumpy !== null, withoutNumpy ?? '');

export function marks(): void {
  describe('points', () => {
    const subsets = Array.from({ length: 16 }, (_, bits) => {
      const passing = WEIGHTS.map((_, x) => (bits >> x) % 2 === 1);
      return [WEIGHTS.filter((_, x) => passing[x]).join(' + ') || 'none', passing] as const;
    });
    test.for(subsets)('are the weights of the tests that pass: %s', async ([, passing]) => {
      const verdict = await submit(weighted, `const half = (x) => ${JSON.stringify(passing)}[x] ? x / 2 : -7;`);
      expect(verdict.tests.map(({ passed }) => passed)).toEqual(passing);
      const points = WEIGHTS.reduce((sum, weight, x) => sum + (passing[x] ? weight : 0), 0);
      const result = passing.every(Boolean) ? 'pass' : passing.some(Boolean) ? 'partial' : 'fail';
      expect(verdict).toMatchObject({ points, maxPoints: 7.5, result });
      expect(verdict.tests.map((one) => one.points)).toEqual(WEIGHTS.map((weight, x) => (passing[x] ? weight : 0)));
    });

    test('an error in one test leaves the others what they earn', async () => {
      const code = 'const half = (x) => { if (x === 1) throw new TypeError("no"); return x / 2; };';
      expect(await submit(weighted, code)).toMatchObject({ result: 'partial', points: 5.5 });
    });
  });

  describe('inputs drawn by the language of variants', () => {
    const parts = questionOf(
      'javascript',
      'parts',
      [
        {
          points: 1,
          arguments: [
            { type: 'value', value: 6 },
            { type: 'value', value: 2 },
          ],
          expect: { type: 'value', value: 3 },
        },
        {
          points: 2,
          visible: false,
          draws: 3,
          arguments: [
            { type: 'value', value: 1 },
            { type: 'value', value: 1 },
          ],
          expect: { type: 'value', value: 1 },
          inputs: {
            parameters: '{"k":{"from":1,"to":40},"n":{"from":"k + 1","to":900}}',
            call: ['{n}', '{k}'],
            expect: '{n / k}',
          },
        },
      ],
      'const parts = (n, k) => n / k;',
    );
    test('are right for who computes and wrong for who writes down what is shown', async () => {
      expect(await submit(parts, 'const parts = (n, k) => n / k;')).toMatchObject({ result: 'pass', points: 3 });
      const shown = await submit(parts, 'const parts = (n, k) => (n === 6 ? 3 : 1);');
      expect(shown).toMatchObject({ result: 'partial', points: 1 });
    });

    test('come again with the stored seed, are others with another one, and are told to no student', async () => {
      const [first, again, other] = await Promise.all(
        ['a', 'a', 'b'].map((seed) => submit(parts, 'const parts = () => -1;', seed)),
      );
      expect(again).toEqual(first);
      expect(callsOf(other as Verdict)[1]).not.toBe(callsOf(first as Verdict)[1]);
      expect(first?.tests[1]?.call).toMatch(/^parts\(\d+, \d+\)$/);
      const told = JSON.stringify(studentVerdict(first as Verdict));
      for (const secret of [first?.tests[1]?.call ?? '', '{n}', 'from']) expect(told).not.toContain(secret);
    });
  });

  describe('drawn inputs', () => {
    beforeEach(needNumpy);
    test('the case that the lesson shows earns its own points when it is written down, and no others', async () => {
      const code =
        'import numpy as np\ndef centred(m):\n    if m[0, 0] == 1: return np.array([[-1, -10], [1, 10.0]])\n    return m\n';
      const verdict = await submit(centred, code);
      expect(verdict.tests.map(({ passed, points }) => [passed, points])).toEqual([
        [true, 1],
        [false, 0],
        [false, 0],
      ]);
      expect(verdict).toMatchObject({ result: 'partial', points: 1, maxPoints: 6 });
    });

    test('what one submission was given and told helps no other: its inputs are drawn anew', async () => {
      const wrong = 'def centred(m): return m.tolist()\n';
      const told = await submit(centred, wrong, 'first');
      // everything that is told of the visible drawn test, learnt by heart: where m looks like this, give that
      const input = told.tests[2]?.call?.match(/\[\[(-?[\d.]+)/)?.[1] ?? '';
      expect(input).not.toBe('');
      const code = `import numpy as np\nfrom numpy import array\ndef centred(m):\n    if m[0, 0] == 1: return np.array([[-1, -10], [1, 10.0]])\n    return ${told.tests[2]?.expected} if m[0, 0] == ${input} else m\n`;
      // it would have helped the one that was told
      expect(await submit(centred, code, 'first')).toMatchObject({ points: 3 });
      expect(await submit(centred, code, 'second')).toMatchObject({ points: 1 });
    });

    test('a regrade with the stored seed sees the very same inputs and gives the very same verdict, in another process too', async () => {
      const code = 'import numpy as np\ndef centred(m): return m - m.mean(axis=0) + np.random.normal(size=m.shape)\n';
      const first = await submit(centred, code, 'stored');
      const another = createGrader({ slots: { python: 1, javascript: 1 } });
      try {
        const again = await another.grade(centred, { kind: 'function', code }, { seed: 'stored', mode: 'submit' });
        expect(again).toEqual(first);
        const other = await another.grade(centred, { kind: 'function', code }, { seed: 'other', mode: 'submit' });
        expect(callsOf(other)[0]).toBe(callsOf(first)[0]);
        // the interpreter's own random numbers, on the same input
        expect(other.tests[0]?.got).not.toBe(first.tests[0]?.got);
        expect(callsOf(other)[1]).not.toBe(callsOf(first)[1]);
      } finally {
        await another.close();
      }
    });
  });

  describe('what is told of a failing test', () => {
    beforeEach(needNumpy);
    test('the input, what came and what was expected, as NumPy shows them', async () => {
      const verdict = await submit(centred, 'def centred(m): return (m - m.mean(axis=0)).T\n');
      const [shown] = studentVerdict(verdict).tests;
      expect(shown).toMatchObject({
        passed: false,
        call: 'centred(np.array([[1.0, 10.0], [3.0, 30.0]]))',
        got: 'array([[-1.0, 1.0],\n       [-10.0, 10.0]])',
      });
      expect(shown?.expected).toBe('[[-1, -10], [1, 10]]');
      expect(wordsOf(shown?.feedback ?? [])).toBe(
        'At [0, 1]: 1.0 was returned, and -10.0 is expected. Rows and columns have changed places: this is the transpose of what is expected.',
      );
    });

    test('of a hidden test neither input nor values, nor which slip it was', async () => {
      const verdict = await submit(centred, 'def centred(m): return -(m - m.mean(axis=0))\n');
      const told = studentVerdict(verdict).tests[1];
      expect(told).not.toHaveProperty('call');
      expect(told).not.toHaveProperty('expected');
      expect(told).not.toHaveProperty('got');
      expect(told?.feedback).toEqual([{ code: 'feedback.hiddenToo', params: {} }]);
      expect(wordsOf(told?.feedback ?? [])).toMatch(/^What goes wrong where you can see the inputs/);
    });

    test('the first draw that fails is the one that is told', async () => {
      // right wherever the first number is positive
      const code = 'def centred(m): return m - m.mean(axis=0) if m[0, 0] > 0 else m * 0 + 7\n';
      const verdict = await submit(centred, code, 'mixed');
      const failing = verdict.tests.find(({ passed }) => passed === false);
      expect(failing?.call).toMatch(/^centred\(np\.array\(\[\[-/);
      expect(failing?.got).toMatch(/^array\(\[\[7\.0, 7\.0\]/);
    });
  });
}
