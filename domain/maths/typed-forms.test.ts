/** Sums of terms as people type them, against the same terms with every sign and bracket: always equal; with one term changed: never. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkAnswer } from './check.ts';

const variables = ['x', 'y'];
const digit = fc.integer({ min: 2, max: 9 });
const name = fc.constantFrom('sin', 'cos', 'tan', 'ln', 'sqrt', 'exp', 'arctan', 'sinh');

type Form = (f: string, n: number, m: number) => readonly [typed: string, meant: string];
const forms: readonly Form[] = [
  (f, n) => [`${n} ${f} x`, `${n}*${f}(x)`],
  (f, n, m) => [`${n}${f} ${m}x`, `${n}*${f}(${m}*x)`],
  (f) => [`x${f}x`, `x*${f}(x)`],
  (f, n) => [`x²${f}(${n}x)y`, `x^2*${f}(${n}*x)*y`],
  (f) => [`${f}^2 x`, `(${f}(x))^2`],
  (f) => [`${f}²(x)`, `(${f}(x))^2`],
  (f, n) => [`${f} x^${n}`, `${f}(x^${n})`],
  (f, n) => [`${f} x cos ${n}x`, `${f}(x)*cos(${n}*x)`],
  (_f, n, m) => [`ln ${n} * ${n}^x y^${m}`, `ln(${n})*(${n}^x)*(y^${m})`],
  (_f, n) => [`${n}xe^-x^2`, `${n}*x*exp(-(x^2))`],
  (_f, n, m) => [`${n}/${m} x√y`, `(${n}/${m})*x*sqrt(y)`],
  (_f, n, m) => [`${n}xy³/(${m}x)`, `(${n}*x*(y^3))/(${m}*x)`],
  (_f, n) => [`|x−${n}|y`, `abs(x-${n})*y`],
  (_f, n) => [`\\frac{x}{${n}y}\\ln\\left|x\\right|`, `(x/(${n}*y))*ln(abs(x))`],
  (_f, n, m) => [`log_${n} x·${m}`, `(ln(x)/ln(${n}))*${m}`],
  (f, n) => [`\\frac{\\${f === 'sqrt' ? 'sqrt{x}' : `${f} x`}}{${n}}`, `(${f}(x))/${n}`],
];

const term = fc.tuple(fc.constantFrom(...forms), name, digit, digit).map(([form, f, n, m]) => form(f, n, m));
const sums = fc.array(term, { minLength: 1, maxLength: 4 });

it('sums of terms as people type them are what they mean', () => {
  fc.assert(
    fc.property(sums, (terms) => {
      const typed = terms.map(([text]) => text).join(' − ');
      const meant = terms.map(([, text]) => `(${text})`).join('-');
      expect(checkAnswer({ expected: meant }, typed, { variables }).verdict, `${typed} for ${meant}`).toBe('equal');
    }),
    { numRuns: 600, seed: 3 },
  );
});

it('with another term added, or a sign turned, they are not', () => {
  fc.assert(
    fc.property(sums, fc.constantFrom('+ x', '− y/7', '+ 0.001', '− ½xy'), (terms, more) => {
      const typed = terms.map(([text]) => text).join(' + ');
      const meant = terms.map(([, text]) => `(${text})`).join('+');
      const verdict = (answer: string) =>
        checkAnswer({ expected: meant }, answer, { variables, explain: false }).verdict;
      expect(verdict(`${typed} ${more}`)).toBe('different');
      expect(verdict(`−(${typed})`)).toBe('different');
    }),
    { numRuns: 300, seed: 3 },
  );
});
