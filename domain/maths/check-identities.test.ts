/** Identities of each function over random formulas: never called different; spoilt a little, never called equal. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formulas, smoothFormulas } from '../../tests/support/arbitrary-formulas.ts';
import { checkAnswer } from './check.ts';

const variables = ['x', 'y'];

/** f and g stand for any formulas; where both sides are defined, they are equal. */
const IDENTITIES: readonly (readonly [string, string])[] = [
  ['(f)^2', '(f)*(f)'],
  ['(f)^-2', '1/((f)*(f))'],
  ['sqrt((f)^2)', '|f|'],
  ['cbrt(f)^3', 'f'],
  ['root(f,5)^5', 'f'],
  ['|f|*sign(f)', 'f'],
  ['|(f)*(g)|', '|f|*|g|'],
  ['(f)^2-(g)^2', '((f)-(g))*((f)+(g))'],
  ['((f)+(g))^2', '(f)^2+2(f)*(g)+(g)^2'],
  ['(f)/(g)', '1/((g)/(f))'],
  ['exp((f)+(g))', 'exp(f)*exp(g)'],
  ['exp(-(f))', '1/exp(f)'],
  ['ln((f)^2)', '2ln|f|'],
  ['ln|(f)*(g)|', 'ln|f|+ln|g|'],
  ['log10(f)', 'ln(f)/ln(10)'],
  ['log(f,3)', 'ln(f)/ln(3)'],
  ['2^(f)', 'exp((f)*ln(2))'],
  ['sin(2(f))', '2sin(f)*cos(f)'],
  ['cos(2(f))', '1-2sin(f)^2'],
  ['cos((f)+(g))', 'cos(f)*cos(g)-sin(f)*sin(g)'],
  ['sin(f)+sin(g)', '2sin(((f)+(g))/2)*cos(((f)-(g))/2)'],
  ['tan(f)', 'sin(f)/cos(f)'],
  ['sec(f)^2', '1+tan(f)^2'],
  ['cot(f)', 'csc(f)*cos(f)'],
  ['asin(f)', 'pi/2-acos(f)'],
  ['atan(f)', 'asin((f)/sqrt(1+(f)^2))'],
  ['acot(f)', 'atan(1/(f))'],
  ['asec(f)', 'acos(1/(f))'],
  ['cosh(f)^2', '1+sinh(f)^2'],
  ['sinh(2(f))', '2sinh(f)*cosh(f)'],
  ['tanh(f)', '(exp(2(f))-1)/(exp(2(f))+1)'],
  ['coth(f)', 'cosh(f)/sinh(f)'],
  ['sech(f)^2', '1-tanh(f)^2'],
  ['asinh(f)', 'ln((f)+sqrt((f)^2+1))'],
  ['atanh(f)', 'ln((1+(f))/(1-(f)))/2'],
  ['acosh(1+(f)^2)', 'ln(1+(f)^2+sqrt((1+(f)^2)^2-1))'],
  ['acsch(f)', 'asinh(1/(f))'],
  ['max(f,g)+min(f,g)', '(f)+(g)'],
  ['max(f,g)', '((f)+(g)+|(f)-(g)|)/2'],
  ['(f)!', 'gamma((f)+1)'],
  ['gamma((f)+1)', '(f)*gamma(f)'],
  ['gamma(f)*gamma(1-(f))', 'pi/sin(pi*(f))'],
  ['digamma((f)+1)', 'digamma(f)+1/(f)'],
  ['trigamma(f)+trigamma(1-(f))', '(pi/sin(pi*(f)))^2'],
];
const filled = (template: string, f: string, g: string): string =>
  template.replaceAll(/\b[fg]\b/g, (name) => (name === 'f' ? f : g));

it.each(IDENTITIES)('%s = %s', (left, right) => {
  let settled = 0;
  let all = 0;
  fc.assert(
    fc.property(formulas, formulas, fc.integer(), (f, g, seed) => {
      const { verdict } = checkAnswer({ expected: filled(left, f, g) }, filled(right, f, g), { variables, seed });
      expect(verdict).not.toBe('different');
      if (verdict === 'invalid') return;
      all += 1;
      if (verdict === 'equal') settled += 1;
    }),
    { numRuns: 30, seed: 11 },
  );
  // towers of functions may be too much for any precision; most are not
  expect(settled).toBeGreaterThanOrEqual(all / 2);
});

it('spoilt by a little that is nowhere zero, no identity is called equal', () => {
  let settled = 0;
  let all = 0;
  const spoilt = fc.constantFrom('+ 1e-7', '- 1e-7(1+x^2)', '+ 1e-9 exp(y/5)', '+ 0.001cosh(x)');
  fc.assert(
    fc.property(
      fc.constantFrom(...IDENTITIES),
      smoothFormulas,
      smoothFormulas,
      spoilt,
      ([left, right], f, g, little) => {
        const { verdict } = checkAnswer({ expected: filled(left, f, g) }, `${filled(right, f, g)} ${little}`, {
          variables,
          explain: false,
        });
        expect(verdict).not.toBe('equal');
        if (verdict === 'invalid') return;
        all += 1;
        if (verdict === 'different') settled += 1;
      },
    ),
    { numRuns: 600, seed: 11 },
  );
  expect(settled / all).toBeGreaterThan(0.8);
});
