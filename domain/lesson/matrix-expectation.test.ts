/** Gradient checks of a lesson: what is understood, and which mistakes are told before any student sees them. */
import { describe, expect, it } from 'vitest';
import { matrixTruth } from '../judging/matrix-truth.ts';
import { compiled, exercise, fence, told } from './example.ts';

const LINE = 17;

const withExpectation = (
  expectation: string,
  call = '[{ array: [[1, 2]] }, { array: [[1], [3]] }, 2, hello]',
): string =>
  exercise(
    [
      fence('python starter', 'def f(x, w, s, t):\n    pass'),
      fence('python solution', 'def f(x, w, s, t):\n    return 1'),
      fence(
        'yaml tests',
        [
          '- { name: One, call: [1, 2, 3, 4], expect: 1 }',
          `- { name: Two, hidden: true, hint: No., call: ${call},`,
          `    expect: ${expectation} }`,
        ].join('\n'),
      ),
    ].join('\n\n'),
    '#one kind=function entry=f',
  );

async function truthOf(expectation: string) {
  const lesson = await compiled(withExpectation(expectation));
  const [question] = lesson.questions;
  const test = question && 'tests' in question.key ? question.key.tests[1] : undefined;
  if (test?.expect.type !== 'matrix') throw new Error(JSON.stringify(test));
  return matrixTruth(
    test.expect,
    [
      { type: 'array', dtype: 'float64', shape: [1, 2], data: [1, 2] },
      { type: 'array', dtype: 'float64', shape: [2, 1], data: [1, 3] },
      { type: 'value', value: 2 },
      { type: 'value', value: 'hello' },
    ],
    'two',
  );
}

const array = (shape: number[], v: number[]) => ({ t: 'array', dtype: 'float64', shape, v });

describe('a gradient check', () => {
  it('gives the gradients of all that is named, as a tuple', async () => {
    expect(await truthOf('{ gradients: s sum(x w), of: [x, w, s, null] }')).toEqual({
      t: 'tuple',
      v: [array([1, 2], [2, 6]), array([2, 1], [2, 4]), { t: 'float', v: 7 }],
    });
  });

  it('gives one alone, as itself', async () => {
    expect(await truthOf('{ gradients: s sum(x w), of: [x, w, s, null], by: w }')).toEqual(array([2, 1], [2, 4]));
  });

  it('gives the product with an upstream gradient', async () => {
    expect(await truthOf('{ gradients: s w, of: [x, w, s, null], by: [s], upstream: w }')).toEqual({
      t: 'tuple',
      v: [{ t: 'float', v: 10 }],
    });
  });

  it('gives a Jacobian, and a value', async () => {
    expect(await truthOf('{ jacobian: x^T s, of: [x, w, s, null], by: x }')).toEqual(array([2, 2], [2, 0, 0, 2]));
    expect(await truthOf('{ formula: x w, of: [x, w, s, null] }')).toEqual(array([1, 1], [7]));
  });

  it.each([
    ['shapes that do not fit', '{ gradients: w x w x x, of: [x, w, s, null] }', 'matrix.product'],
    ['a value that is no number, and no upstream', '{ gradients: x^T s, of: [x, w, s, null] }', 'matrix.result'],
    ['an upstream of another shape', '{ gradients: x^T s, of: [x, w, s, null], upstream: x }', 'matrix.upstream'],
    ['an upstream that is not named', '{ gradients: x^T s, of: [x, w, s, null], upstream: g }', 'matrix.by'],
    ['a name too few', '{ gradients: sum(x), of: [x, w, s] }', 'matrix.names'],
    ['a name twice', '{ gradients: sum(x), of: [x, x, s, null] }', 'matrix.twice'],
    ['words for numbers', '{ gradients: sum(x), of: [x, w, s, t] }', 'matrix.numbers'],
    ['a stranger in the formula', '{ gradients: sum(y), of: [x, w, s, null] }', 'matrix.name'],
    ['a stranger to differentiate by', '{ gradients: sum(x), of: [x, w, s, null], by: y }', 'matrix.by'],
    ['a formula that cannot be read', '{ gradients: sum(x, of: [x, w, s, null] }', 'matrix.unclosed'],
    ['a key that is not known', '{ formula: x, of: [x, w, s, null], by: x }', 'yaml.unknownKey'],
  ])('tells %s', async (_, expectation, code) => {
    const quoted = expectation.replace(/(gradients|formula|jacobian): ([^:]*?), of:/, '$1: "$2", of:');
    const problems = await told(withExpectation(quoted));
    expect(problems.map((problem) => problem.split('@')[0])).toContain(code);
  });

  it('tells rows that differ in length', async () => {
    const call = '[{ array: [[1, 2], [3]] }, 1, 1, 1]';
    const problems = await told(withExpectation('{ formula: x, of: [x, null, null, null] }', call));
    expect(problems.join()).toContain('matrix.numbers');
  });

  it('tells the line', async () => {
    const [problem] = await told(withExpectation('{ formula: y, of: [x, w, s, null] }'));
    expect(problem).toBe(`matrix.name@${LINE}`);
  });
});
