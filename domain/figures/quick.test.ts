/** The quick way and the tape come to the same. */
import { describe, expect, it } from 'vitest';
import { quick } from './quick.ts';
import { number, numberOf, rows, Scope, vector } from './scope.ts';
import { treeOf } from './trees.ts';

const scope = new Scope().with([
  ['w', vector([1, -2])],
  [
    'X',
    rows([
      [1, 2],
      [3, 4],
      [5, -6],
    ]),
  ],
  ['b', number(0.5)],
  ['c', number(0)],
]);
scope.define({ name: 'f', params: ['a', 'b'], node: treeOf('a^2 + a b - c') });
scope.define({ name: 'L', params: ['a', 'b'], node: treeOf('mse([b, a, a + b], [1, 2, 3]) * 3/4') });

const FORMULAS = [
  ...['x', '-x^2 + y', 'x^-2', '2x y/(1 + abs(y))', 'exp(-x^2/2) sin(y)', 'sigmoid(x) relu(y)', 'x^y', 'f(x, 2y)'],
  ...[
    'L(x, y)',
    'bce(sigmoid([x, y]), [1, 0])',
    'dot([x, y], w)',
    '[x, y] w',
    'sum(X [x, y] + b)',
    'mean(relu(X ⊙ x))',
  ],
  ...['if(x > y, x, -y)', 'max(x, y) - min(x, 0)', 'floor(x) + round(y) sign(x)', 'norm([x, y])', 'count([x, y] > 0)'],
  ...['sum([[x, y], [y, x]] X^T)', 'sum(X w^T [x]^T)', 'sum([w, w] [x, y])', '(x < y) + (x >= y) + (x = x)', 'ln(x)'],
  ...['sum(softmax([x, y]) w)', 'sum(grad(f)(x, y))', 'last([x, y])', 'pi x + e'],
];

describe('the quick way', () => {
  it.each(FORMULAS)('comes to what the tape comes to: %s', (text) => {
    const of = slow(text);
    const made = attempt(() => quick(text, ['x', 'y'], scope));
    for (const [x, y] of [
      [0.5, 1.5],
      [-2, 0.25],
      [0, 0],
      [3, -1],
      [1e-3, 40],
    ] as const) {
      const [expected, found] = [attempt(() => of(x, y)), typeof made === 'string' ? made : attempt(() => made(x, y))];
      if (typeof expected === 'number' && typeof found === 'number' && Number.isFinite(expected))
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
      else if (typeof expected === 'number') expect(Number.isFinite(found)).toBe(false);
      else expect(found).toEqual(expected);
    }
  });

  it('has a way for most of them', () => {
    // a formula over names that the tape does not look up each time: a name that is put in later is not seen
    const later = new Scope();
    const made = quick('x + 1', ['x'], later);
    expect(made(1)).toBe(2);
    expect(() => quick('x + unknown', ['x'], later)(1)).toThrow('name');
  });
});

function slow(text: string): (x: number, y: number) => number {
  return (x, y) =>
    numberOf(
      scope.value(
        treeOf(text),
        new Map([
          ['x', number(x)],
          ['y', number(y)],
        ]),
      ),
    );
}

function attempt<T>(of: () => T): T | string {
  try {
    return of();
  } catch (error) {
    // both have to fail alike
    return error instanceof Error ? error.message : String(error);
  }
}
