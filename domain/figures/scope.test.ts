/** What a figure's formulas come to: values by state, exact slopes of functions that it defines, and what does not fit. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MatrixFailure, parseMatrixFormula } from '../maths/matrix-parse.ts';
import { number, numberOf, numbersOf, rows, rowsOf, Scope, vector } from './scope.ts';

const read = (text: string) => parseMatrixFormula(text, 'figure');
function scope(definitions: readonly string[] = []): Scope {
  const made = new Scope();
  made.set('p', vector([1, 2]));
  made.set('p.x', number(1));
  made.set('p.y', number(2));
  made.set('x1', vector([0, 0, 1, 1]));
  made.set('x2', vector([0, 1, 0, 1]));
  made.set('y', vector([0, 1, 1, 0]));
  made.set(
    'W',
    rows([
      [1, 1],
      [1, 1],
    ]),
  );
  for (const text of definitions) {
    const [, name = '', list, body = ''] =
      /^\s*([\p{L}_][\p{L}\p{Nd}_]*)\s*(?:\(([^)]*)\))?\s*=(.*)$/su.exec(text) ?? [];
    const params = list === undefined ? null : list.split(',').map((one) => one.trim());
    made.define({ name, params, node: read(body) });
  }
  return made;
}
const value = (text: string, definitions: readonly string[] = []): number[] =>
  numbersOf(scope(definitions).value(read(text)));

it.each([
  ['p.x + 2p.y', [5]],
  ['[1, 2, 3]', [1, 2, 3]],
  ['[p.x, p.y] · [3, 4]', [11]],
  ['2^p.y', [4]],
  ['p.y^(-1)', [0.5]],
  ['(1 - p.y)^3', [-1]],
  ['if(p.x < p.y, 7, 8)', [7]],
  ['max(p.x, p.y) - min(p.x, p.y)', [1]],
  ['max([1, 5], [2, 3])', [2, 5]],
  ['count((y > 0.5) = (x1 = 1))', [2]],
  ['norm([3, 4])', [5]],
  ['last([1, 2, 9])', [9]],
  ['entry([4, 5, 6], 2)', [5]],
  ['row([[1, 2], [3, 4]], 2)', [3, 4]],
  ['[[1, 2], [3, 4]] [1, 0]', [1, 3]],
  ['round(2.6) + floor(2.6) + sign(-3)', [4]],
  ['cos(pi)', [-1]],
])('reads %s', (text, expected) => {
  expect(value(text)).toEqual(expected);
});

it('works with all rows of data at once: a vector by name is a column, and a bias is added to each row', () => {
  expect(rowsOf(scope().value(read('relu([x1, x2] W + [0, -1])')))).toEqual([
    [0, 0],
    [1, 0],
    [1, 0],
    [2, 1],
  ]);
  expect(value('relu([x1, x2] W + [0, -1]) [1, -2]')).toEqual([0, 1, 1, 0]);
});

it('calls functions that were defined before, by their own names for what they are given', () => {
  const three = ['L(a, b) = mse([b, a, a + b], [1, 2, 3]) * 3/4', 'half(a) = L(a, p.x)/2', 'h = half(0)'];
  expect(value('h', three)[0]).toBeCloseTo((0 + 4 + 4) / 8, 12);
});

it('has gradients of its functions by automatic differentiation, and second derivatives near enough to be read', () => {
  const f = ['f(a, b) = a^2 b + sin(b)'];
  expect(value('grad(f)(p.x, p.y)', f)).toEqual([4, 1 + Math.cos(2)]);
  const hessian = value('hess(f)(p.x, p.y)', f);
  for (const [index, exact] of [4, 2, 2, -Math.sin(2)].entries()) expect(hessian[index]).toBeCloseTo(exact, 8);
  expect(value('grad(g)([1, 2, 3])', ['g(w) = norm(w)^2'])).toEqual([2, 4, 6].map((one) => expect.closeTo(one, 12)));
});

it('differentiates through its choices, powers and lists as a difference quotient does', () => {
  const one = scope(['f(a, b) = if(a > b, a^b, b^2) + max(a, 2b) + [a, b] · [b, 3] + a^1.5']);
  const at = fc.double({ min: 0.5, max: 3, noNaN: true });
  fc.assert(
    fc.property(at, at, (a, b) => {
      fc.pre(Math.abs(a - b) > 1e-3 && Math.abs(a - 2 * b) > 1e-3);
      const f = (x: number, y: number): number => one.at(read('f(x, y)'), { x, y });
      const h = 1e-6;
      const exact = numbersOf(
        one.value(
          read('grad(f)(u, v)'),
          new Map([
            ['u', number(a)],
            ['v', number(b)],
          ]),
        ),
      );
      const near = [(f(a + h, b) - f(a - h, b)) / (2 * h), (f(a, b + h) - f(a, b - h)) / (2 * h)];
      for (const [index, slope] of near.entries())
        expect(Math.abs((exact[index] ?? Number.NaN) - slope)).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)));
    }),
  );
});

it.each([
  ['q + 1', 'name'],
  ['f(1)', 'function'],
  ['[1, [2]]', 'together'],
  ['[1, 2] + [1, 2, 3]', 'together'],
  ['grad(f)(1)', 'function'],
  ['if(1, 2)', 'count'],
  ['(1', 'unclosed'],
  ['[1', 'unclosed'],
  ['1 < 2 < 3', 'rest'],
])('says of %s what is wrong (%s)', (text, code) => {
  try {
    value(text);
    expect.unreachable();
  } catch (failure) {
    expect(failure instanceof MatrixFailure && failure.problem.code).toBe(code);
  }
});

it('says of a formula of an answer what it always said: figures have signs of their own', () => {
  for (const text of ['[1, 2]', 'a < b', 'x.y', '2^k']) expect(() => parseMatrixFormula(text)).toThrow(MatrixFailure);
  expect(numberOf(scope().value(read('p.x')))).toBe(1);
});
