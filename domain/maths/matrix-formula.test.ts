/** Formulas of matrices: read, shaped, and differentiated as differences say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatrixFormula, type MatrixFormula, type Tensor } from './matrix-formula.ts';
import { mulberry32 } from './sample.ts';

type Shapes = Record<string, number[]>;
const shapesOf = (shapes: Shapes) => new Map(Object.entries(shapes));

function compiled(text: string, shapes: Shapes): MatrixFormula {
  const formula = compileMatrixFormula(text, shapesOf(shapes));
  if (!formula.ok) throw new Error(`${text}: ${JSON.stringify(formula.problem)}`);
  return formula;
}

function problem(text: string, shapes: Shapes): string {
  const formula = compileMatrixFormula(text, shapesOf(shapes));
  return formula.ok ? 'fits' : `${formula.problem.code}@${formula.problem.at}`;
}

function drawn(shapes: Shapes, seed: number): Map<string, Tensor> {
  const random = mulberry32(seed);
  const size = (shape: number[]): number => shape.reduce((product, length) => product * length, 1);
  return new Map(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      { shape, data: Array.from({ length: size(shape) }, () => 0.2 + 0.7 * random()) },
    ]),
  );
}

/** The Jacobian by central differences. */
function differences(formula: MatrixFormula, values: Map<string, Tensor>, by: string): number[] {
  const h = 1e-5;
  const at = values.get(by);
  if (at === undefined) throw new Error(by);
  const moved = (index: number, step: number): readonly number[] =>
    formula.evaluate(new Map([...values, [by, { ...at, data: at.data.map((x, i) => (i === index ? x + step : x)) }]]))
      .data;
  const columns = at.data.map((_, index) => {
    const [up, down] = [moved(index, h), moved(index, -h)];
    return up.map((value, row) => (value - (down[row] ?? 0)) / (2 * h));
  });
  return formula.evaluate(values).data.flatMap((_, row) => columns.map((column) => column[row] ?? 0));
}

const LAYER: Shapes = { W: [2, 3], x: [3], b: [2], y: [2] };
const BATCH: Shapes = { X: [4, 3], W: [3, 2], b: [2], G: [4, 2], v: [3], s: [] };

describe('derivatives of matrix formulas agree with differences', () => {
  it.each([
    ['sum((W x + b)^2)', LAYER],
    ['W x + b', LAYER],
    ['tanh(W x + b)', LAYER],
    ['mse(W x + b, y)', LAYER],
    ['bce(sigmoid(W x + b), y)', LAYER],
    ['cross_entropy(W x + b, y)', LAYER],
    ['x^T W^T y / 3', LAYER],
    ['y x^T - 2 W', LAYER],
    ['softmax(x)', LAYER],
    ['X @ W + b', BATCH],
    ['sum(relu(X W + b), 0) ⊙ b', BATCH],
    ['mean(sigmoid(X W) .* G, 1)', BATCH],
    ['cross_entropy(X W + b, G)', BATCH],
    ['softmax(X W)', BATCH],
    ['-s*exp(X)ᵀ G / (1 + sum(v²))', BATCH],
    ['X ⊙ v + 3', BATCH],
    ['(X / sqrt(v)) W', BATCH],
    ['dot(v, X^T sum(G, 1)) ^ -2', BATCH],
    ['v^T X^T G', BATCH],
    ['mean(X) + mean(G, 0)', BATCH],
  ] as const)('%s', (text, shapes) => {
    const formula = compiled(text, shapes);
    for (const seed of [1, 2, 3]) {
      const values = drawn(shapes, seed);
      for (const name of Object.keys(shapes)) {
        const wanted = differences(formula, values, name);
        const exact = formula.jacobian(values, name).data;
        expect(exact).toHaveLength(wanted.length);
        for (const [place, value] of wanted.entries()) expect(exact[place] ?? Number.NaN).toBeCloseTo(value, 6);
      }
    }
  });

  it('a product with an upstream gradient is that row times the Jacobian', () => {
    const formula = compiled('tanh(X W + b)', BATCH);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('X', 'W', 'b'), (seed, by) => {
        const values = drawn(BATCH, seed);
        const upstream = values.get('G');
        const [product] = formula.gradients(values, [by], upstream);
        const {
          shape: [rows = 0, columns = 0],
          data,
        } = formula.jacobian(values, by);
        for (let j = 0; j < columns; j += 1) {
          let sum = 0;
          for (let i = 0; i < rows; i += 1) sum += (upstream?.data[i] ?? 0) * (data[i * columns + j] ?? 0);
          expect(product?.data[j] ?? Number.NaN).toBeCloseTo(sum, 10);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives each gradient the shape of what it belongs to', () => {
    const [dX, dW, db] = compiled('X W + b', BATCH).gradients(drawn(BATCH, 5), ['X', 'W', 'b'], {
      shape: [4, 2],
      data: [1, 0, 0, 2, 0, 0, 3, -1],
    });
    expect([dX?.shape, dW?.shape, db]).toEqual([[4, 3], [3, 2], { shape: [2], data: [4, 1] }]);
  });
});

describe('shape mistakes are told with their place', () => {
  it.each([
    ['X + W', 'together@0'],
    ['s + X X', 'product@4'],
    ['X * W', 'star@0'],
    ['v X', 'vectorProduct@0'],
    ['v v', 'vectorProduct@0'],
    ['v + v^T', 'together@0'],
    ['sum(v, 0)', 'axis@7'],
    ['sum(X, 2)', 'axis@7'],
    ['mse(X, W)', 'same@0'],
    ['mse(X)', 'count@0'],
    ['foo(X)', 'function@0'],
    ['constructor(X)', 'function@0'],
    ['X + Wx', 'name@4'],
    ['X + toString', 'name@4'],
    ['(X W', 'unclosed@0'],
    ['X W)', 'rest@3'],
    ['X +', 'operand@3'],
    ['X^W', 'exponent@2'],
    ['', 'empty@0'],
    ['X # W', 'character@2'],
  ])('%s', (text, wanted) => {
    expect(problem(text, BATCH)).toBe(wanted);
  });

  it('stops at hostile lengths and depths', () => {
    expect(problem('('.repeat(100_000), BATCH)).toBe('tooLong@0');
    expect(problem('('.repeat(1000), BATCH)).toBe('tooDeep@60');
    expect(problem('-'.repeat(1000), BATCH)).toMatch(/^tooDeep/);
  });

  it('never throws, whatever is written', () => {
    const word = fc.constantFrom(
      'X',
      'W',
      'b',
      'v',
      's',
      '+',
      '-',
      '@',
      '*',
      '^T',
      '^',
      '2',
      '(',
      ')',
      'sum(',
      ',',
      ' ',
      '⊙',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        expect(typeof compileMatrixFormula(words.join(''), shapesOf(BATCH)).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses three axes', () => {
    expect(problem('T', { T: [2, 2, 2] })).toBe('shape@0');
  });
});
