import { describe, expect, it } from 'vitest';
import { substitute, unknownNames } from './substitute.ts';

const VALUES = { a: 3, n: -2, one: 1, b: 0.25, w: 'cos', p1: 7, z: 0.1 * 3 };

describe('drawn values in a text', () => {
  it.each([
    ['A train takes {a} hours.', 'A train takes 3 hours.'],
    ['{w} of {2a + 1} and {b}', 'cos of 7 and 0.25'],
    ['{p1} is one of several', '7 is one of several'],
    ['{x} and {} and { } stay, and {a b c} too', '{x} and {} and { } stay, and {a b c} too'],
    ['{n} is not {-n}', '-2 is not 2'],
    ['{0.1*a}', '0.3'],
    ['{z}', '0.3'],
  ])('%s', (text, expected) => {
    expect(substitute(text, VALUES)).toBe(expected);
  });

  it('are written in maths as somebody would write them', () => {
    const maths = (text: string): string => substitute(`$${text}$`, VALUES).slice(1, -1);
    expect(maths('x^2 + {a}')).toBe('x^2 + {3}');
    expect(maths('x^2 + {n}')).toBe('x^2 - {2}');
    expect(maths('x^2 - {n}')).toBe('x^2 + {2}');
    expect(maths('{n}x + {one}y')).toBe('{-2}x + y');
    expect(maths('({one}x + {n})^{a}')).toBe('(x - {2})^{3}');
    expect(maths('0 & {one} \\end{bmatrix}')).toBe('0 & {1} \\end{bmatrix}');
    expect(maths('\\left( x, {one} \\right)')).toBe('\\left( x, {1} \\right)');
    expect(maths('{one}\\infty')).toBe('\\infty');
    expect(maths('x^{n}')).toBe('x^{-2}');
    expect(maths('{one} + x')).toBe('{1} + x');
    expect(maths('x + {-one}y')).toBe('x - y');
    expect(maths('\\frac{a}{x}')).toBe('\\frac{3}{x}');
    expect(maths('2 \\cdot {n}')).toBe('2 \\cdot {(-2)}');
    expect(maths('{x} + \\mathrm{d}x')).toBe('{x} + \\mathrm{d}x');
    expect(maths('\\{ {a} \\}')).toBe('\\{ {3} \\}');
  });

  it('stand in code and YAML as numbers, in brackets after a sign', () => {
    const source =
      'Text {a}\n\n```yaml answer\nvalue: "{2a}"\nformula: x - {n}\nof: "{a}*x^{n}"\nrow: [{a}, {n}]\n```\n';
    expect(substitute(source, VALUES)).toBe(
      'Text 3\n\n```yaml answer\nvalue: 6\nformula: x - (-2)\nof: "3*x^(-2)"\nrow: [3, -2]\n```\n',
    );
    expect(substitute('`f({a})` and `{x}`', VALUES)).toBe('`f(3)` and `{x}`');
  });

  it('change nothing where nothing is drawn', () => {
    expect(substitute('{a} $ {a} $ `{a}`', {})).toBe('{a} $ {a} $ `{a}`');
  });
});

it('names that are not drawn are found, but not in maths, where braces are its own', () => {
  expect(unknownNames('{a} {c} $\\frac{x}{y}$ {c} `{d}`', ['a'])).toEqual(['c', 'd']);
});
