/** Formulas as functions: values, Jacobian, source in two languages. */
import { describe, expect, it } from 'vitest';
import { compileFormulas, type Formulas } from './formula.ts';

function compiled(formulas: readonly string[], variables: readonly string[]): Formulas {
  const result = compileFormulas(formulas, variables);
  if (!result.ok) throw new Error(result.problem.code);
  return result;
}

describe('formulas', () => {
  it('have the Jacobian of the seed lesson', () => {
    const f = compiled(['x^2 + y', 'x*y'], ['x', 'y']);
    expect(f.evaluate([1, 2])).toEqual([3, 2]);
    expect(f.jacobian([1, 2])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('are m×n for m formulas of n variables, in the order of the variables', () => {
    const f = compiled(['a b c', 'c', '7'], ['c', 'b', 'a']);
    expect(f.jacobian([2, 3, 5])).toEqual([
      [15, 10, 6],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('are NaN where there is no real value', () => {
    const f = compiled(['sqrt(x)', '1/x', 'ln(x)', 'x^0.5'], ['x']);
    expect(f.evaluate([-1])).toEqual([Number.NaN, -1, Number.NaN, Number.NaN]);
    expect(f.evaluate([0])).toEqual([0, Number.NaN, Number.NaN, 0]);
    expect(f.jacobian([-1])[0]).toEqual([Number.NaN]);
  });

  it('give the source of a Python function', () => {
    expect(
      compiled(['x^2 + y', 'sin(x)/e', 'max(x,y,2)', 'ln|x|', 'sec(x)', 'acot(y)'], ['x', 'y']).toPython(),
    ).toEqual([
      '(((x) ** (2.0)) + y)',
      '(np.sin(x) / np.e)',
      'np.maximum(np.maximum(x, y), 2.0)',
      'np.log(np.abs(x))',
      '(1.0 / np.cos(x))',
      'np.arctan(1.0 / (y))',
    ]);
  });

  it('give JavaScript that computes the same', () => {
    const sources = [
      'x^2 y - 3x/y',
      '-x^2',
      '(-x)^2',
      'e^-x^2',
      '2^x^2',
      'sin(2x)cos(y)^3',
      'root(x,3)+root(x,4)',
      'root(-x,5)+root(-y,7)',
      'log(x,2)+log10(y)',
      'asinh(x)+acosh(y+1)',
      'coth(x)+asech(1/(1+y))',
      'gamma(x+y)',
      'digamma(x-y)+trigamma(y)',
      'trigamma(-x/7)+digamma(9x)',
      'min(x,y)',
      '4!',
      '|x-y|',
      '3.50e-2x',
      '007x',
      'sgn(x)',
    ];
    const f = compiled(sources, ['x', 'y']);
    for (const [x, y] of [
      [1.3, 2.1],
      [0.4, 0.7],
      [3, 2],
    ] as const) {
      const values = f.toJavaScript().map((source): unknown => new Function('x', 'y', `return ${source};`)(x, y));
      f.evaluate([x, y]).forEach((value, k) => {
        expect(Number(values[k]), sources[k]).toBeCloseTo(value, 9);
      });
    }
  });

  it('have gradients by reverse mode, the rows of the Jacobian', () => {
    const f = compiled(['x^2 y + sin(z)', 'sqrt(x)', '3'], ['x', 'y', 'z']);
    expect(f.gradient(0, [3, 5, 0])).toEqual({ value: 45, gradient: [30, 9, 1] });
    expect(f.gradient(1, [-1, 5, 0])).toEqual({ value: Number.NaN, gradient: [Number.NaN, Number.NaN, Number.NaN] });
    expect(f.gradient(2, [3, 5, 0])).toEqual({ value: 3, gradient: [0, 0, 0] });
    expect(() => f.gradient(3, [3, 5, 0])).toThrow(RangeError);
    expect(f.gradient(0, [3, 5]).value).toBeNaN();
  });

  it('are a problem value where they cannot be read', () => {
    expect(compileFormulas(['x', 'x +'], ['x'])).toMatchObject({
      ok: false,
      index: 1,
      problem: { code: 'missing-operand' },
    });
    expect(compileFormulas(['__import__("os")'], ['x']).ok).toBe(false);
  });
});
