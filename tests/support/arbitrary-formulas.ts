/** Random formulas, identities and mutations for the property tests of domain/maths. */
import fc from 'fast-check';

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('x', 'y') },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('pi', 'e', '0.5', '2.75', '1/3') },
);

const calls = [
  'sin',
  'cos',
  'exp',
  'atan',
  'tanh',
  'abs',
  'sqrt',
  'ln',
  'cbrt',
  'sinh',
  'asinh',
  'tan',
  'sec',
  'asin',
  'acosh',
  'atanh',
  'gamma',
];
/** Functions that are smooth and defined everywhere. */
const smoothCalls: readonly string[] = ['sin', 'cos', 'exp', 'atan', 'tanh', 'asinh', 'cosh', 'sinh'];

function grown(names: readonly string[], total: boolean): fc.Arbitrary<string> {
  return fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 4 },
      leaf,
      fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([a, op, b]) => `((${a})${op}(${b}))`),
      fc.tuple(fc.constantFrom(...names), tie('tree')).map(([f, a]) => `${f}(${a})`),
      fc.tuple(tie('tree'), fc.integer({ min: total ? 2 : -3, max: 4 })).map(([a, n]) => `((${a})^(${n}))`),
      ...(total ? [] : [fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `((${a})/(${b}))`)]),
    ),
  })).tree;
}

/** Formulas in x and y with poles, kinks and edges of domains. */
export const formulas: fc.Arbitrary<string> = grown(calls, false);
/** Formulas in x and y that are smooth everywhere. */
export const smoothFormulas: fc.Arbitrary<string> = grown(smoothCalls, true);

/** Rewrites that leave the value as it is wherever the new form is defined. */
export const identities: readonly ((f: string) => string)[] = [
  (f) => `(${f})+0`,
  (f) => `(${f})*1`,
  (f) => `-(-(${f}))`,
  (f) => `2(${f})-(${f})`,
  (f) => `((${f})^2-1)/((${f})-1)-1`,
  (f) => `(${f})*(sin(x)^2+cos(x)^2)`,
  (f) => `(${f})+ln(exp(y))-y`,
  (f) => `(${f})*exp(x)*exp(-x)`,
  (f) => `(${f})*(x+y)/(x+y)`,
  (f) => `((${f})*7-(${f})*5)/2`,
  (f) => `(${f})*(cosh(y)^2-sinh(y)^2)`,
  (f) => `cbrt((${f})^3)`,
  (f) => `(${f})+sin(2x)-2sin(x)cos(x)`,
  (f) => `sqrt(((${f})-10^3)^2)*sign((${f})-10^3)+10^3`,
];

/** Rewrites that change the value, be it ever so little. */
export const mutations: readonly ((f: string) => string)[] = [
  (f) => `(${f})+1`,
  (f) => `(${f})-0.001`,
  (f) => `(${f})+1e-9`,
  (f) => `(${f})*1+1e-14`,
  (f) => `(${f})+x/1000`,
  (f) => `(${f})+1e-25`,
  (f) => `(${f})+sin(pi x)/50`,
  (f) => `(${f})+exp(-x^2)`,
  (f) => `(${f})+(|x|-x)`,
];
