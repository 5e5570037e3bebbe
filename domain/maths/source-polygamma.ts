/**
 * digamma and trigamma as one expression of Python and of JavaScript: recurrence up to 10, then the asymptotic series;
 * reflection on the left (Abramowitz & Stegun 6.3.5, 6.3.7, 6.3.18, 6.4.6, 6.4.7, 6.4.12). Formulas with them are rare.
 */
type Name = 'digamma' | 'trigamma';

/** With z = 1/x²; `ln`, `pi`, `tan`, `sin` in the language's own names. */
const SERIES: Readonly<Record<Name, string>> = {
  digamma:
    'LN(x) - 0.5 / x - z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * 691 / 32760)))))',
  trigamma:
    '1 / x + z / 2 + z / x * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * 691 / 2730)))))',
};
const REFLECTED: Readonly<Record<Name, string>> = {
  digamma: 'P1 - PI / TAN(PI * x)',
  trigamma: '(PI / SIN(PI * x)) ** 2 - P1',
};
const NEXT: Readonly<Record<Name, string>> = { digamma: 'PX - 1 / x', trigamma: 'PX + 1 / (x * x)' };

/** A call of the function in Python, with what it needs. */
export function pythonPolygamma(name: Name, argument: string): string {
  const words = (text: string): string =>
    text
      .replaceAll('P1', 'p(p, 1 - x)')
      .replaceAll('PX', 'p(p, x + 1)')
      .replaceAll('LN', 'np.log')
      .replaceAll('PI', 'np.pi')
      .replaceAll('TAN', 'np.tan')
      .replaceAll('SIN', 'np.sin');
  const far = `(lambda x, z: ${words(SERIES[name])})(x, 1 / (x * x))`;
  return `(lambda p, x: p(p, x))(lambda p, x: ${words(REFLECTED[name])} if x < 0.5 else ${words(NEXT[name])} if x < 10 else ${far}, ${argument})`;
}

/** The same in JavaScript. */
export function javascriptPolygamma(name: Name, argument: string): string {
  const words = (text: string): string =>
    text
      .replaceAll('P1', 'p(1 - x)')
      .replaceAll('PX', 'p(x + 1)')
      .replaceAll('LN', 'Math.log')
      .replaceAll('PI', 'Math.PI')
      .replaceAll('TAN', 'Math.tan')
      .replaceAll('SIN', 'Math.sin');
  const far = `((z) => ${words(SERIES[name])})(1 / (x * x))`;
  return `((a) => { const p = (x) => x < 0.5 ? ${words(REFLECTED[name])} : x < 10 ? ${words(NEXT[name])} : ${far}; return p(a); })(${argument})`;
}
