/** Derivatives against the complex step: an independent way that is free of cancellation. */
import { describe, expect, it } from 'vitest';
import { compileFormulas } from './formula.ts';

/** Complex numbers for the complex step: f′(x) = Im f(x + ih)/h, without cancellation (Squire & Trapp 1998). */
type Complex = readonly [number, number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const exp = ([a, b]: Complex): Complex => [Math.exp(a) * Math.cos(b), Math.exp(a) * Math.sin(b)];
const sin = ([a, b]: Complex): Complex => [Math.sin(a) * Math.cosh(b), Math.cos(a) * Math.sinh(b)];
const ln = ([a, b]: Complex): Complex => [Math.log(Math.hypot(a, b)), Math.atan2(b, a)];
const plus = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
const over = (a: Complex, [c, d]: Complex): Complex => times(a, [c / (c * c + d * d), -d / (c * c + d * d)]);

describe('the complex step', () => {
  const cases: readonly (readonly [string, (z: Complex) => Complex])[] = [
    ['exp(sin(x))', (z) => exp(sin(z))],
    ['x^2 ln(x)', (z) => times(times(z, z), ln(z))],
    ['sin(x^3)/(1+exp(x))', (z) => over(sin(times(z, times(z, z))), plus([1, 0], exp(z)))],
    ['x^x', (z) => exp(times(z, ln(z)))],
    ['exp(x)/(sin(x)^3+x^3)', (z) => over(exp(z), plus(times(sin(z), times(sin(z), sin(z))), times(z, times(z, z))))],
  ];
  it.each(cases)('agrees for %s', (f, complex) => {
    const compiled = compileFormulas([f], ['x']);
    for (const x of [0.4, 1.1, 2.7]) {
      const step = complex([x, 1e-200])[1] / 1e-200;
      const slope = compiled.ok ? compiled.jacobian([x])[0]?.[0] : undefined;
      expect(Math.abs((slope ?? Number.NaN) - step)).toBeLessThan(1e-13 * Math.abs(step));
    }
  });
});
