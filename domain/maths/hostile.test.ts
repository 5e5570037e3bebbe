/** Whatever is handed in is read or refused in a few milliseconds, and never throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computedSince } from '../../tests/support/computed.ts';
import { checkAnswer } from './check.ts';
import { readExpression } from './read.ts';

const variables = ['x', 'y'];
const problemOf = (typed: string): string => {
  const reading = readExpression(typed, { variables });
  return reading.ok ? `read as ${reading.text}` : reading.problem.code;
};

const hostile: readonly (readonly [name: string, typed: string, code: string])[] = [
  ['a tower of powers', '9^9^9^9', 'number-too-large'],
  ['a tower with a product', '3*9^9^9^9*0', 'number-too-large'],
  ['a power to a tower', '2^(10^300)', 'number-too-large'],
  ['a tiny tower', '0.5^9^9^9', 'number-too-large'],
  ['a factorial', 'factorial(1e9)', 'number-too-large'],
  ['a factorial of a factorial', '99!!!', 'number-too-large'],
  ['factorials of a small number', `5${'!'.repeat(20)}`, 'number-too-large'],
  ['a thousand factorials', `x${'!'.repeat(1_000)}`, 'too-deep'],
  ['gammas of a small number', `${'gamma('.repeat(50)}5${')'.repeat(50)}`, 'number-too-large'],
  ['exp of exp', 'exp(exp(exp(exp(9))))', 'number-too-large'],
  ['a range', '1:1e9', 'colon'],
  ['a hundred thousand brackets', '('.repeat(100_000), 'too-long'],
  ['a thousand brackets', '('.repeat(1_000), 'too-deep'],
  ['a thousand closed brackets', `${'('.repeat(900)}x${')'.repeat(900)}`, 'too-many-parts'],
  ['a hundred closed brackets', `${'('.repeat(100)}x${')'.repeat(100)}`, 'too-deep'],
  ['a thousand braces', `\\sqrt${'{'.repeat(1_000)}`, 'too-deep'],
  ['many fractions', '\\frac{'.repeat(300), 'too-deep'],
  ['a hundred thousand minus signs', '-'.repeat(100_000), 'too-long'],
  ['a thousand minus signs', `${'-'.repeat(1_000)}x`, 'too-deep'],
  ['a thousand powers', `x${'^x'.repeat(500)}`, 'too-deep'],
  ['a thousand bars', '|'.repeat(1_000), 'too-deep'],
  ['a thousand roots', `${'√'.repeat(1_000)}x`, 'too-deep'],
  ['a thousand sines', `${'sin '.repeat(490)}x`, 'too-deep'],
  ['a megabyte', 'x+'.repeat(524_288), 'too-long'],
  ['a megabyte of digits', '9'.repeat(1_048_576), 'too-long'],
  ['many digits', '9'.repeat(1_500), 'too-many-digits'],
  ['a large exponent', '1e999', 'number-too-large'],
  ['many tokens', 'x'.repeat(1_999), 'too-many-parts'],
  ['many mathematical letters', '𝑥'.repeat(999), 'too-many-parts'],
  ['strings', '"x"', 'text-not-allowed'],
  ['strings with single quotes', "'x'", 'text-not-allowed'],
  ['a template', '`x`', 'text-not-allowed'],
  ['indexing', 'x[1]', 'index-not-allowed'],
  ['a matrix', '[1,2;3,4]', 'unknown-character'],
  ['a vector', '[1, 2]', 'several-values'],
  ['constructor', 'constructor', 'unknown-name'],
  ['constructor called', 'x.constructor("return 1")()', 'unknown-character'],
  ['constructor of a module', 'np.constructor', 'unknown-name'],
  ['a function of no module', 'np.random.rand()', 'unknown-name'],
  ['__proto__', '__proto__', 'unknown-character'],
  ['toString', 'toString', 'unknown-name'],
  ['hasOwnProperty', 'hasOwnProperty(x)', 'unknown-name'],
  ['import', 'import({x: 1})', 'unknown-name'],
  ['parse', 'parse("x")', 'unknown-name'],
  ['evaluate', 'evaluate("x")', 'unknown-name'],
  ['ones', 'ones(20000,20000)', 'unknown-name'],
  ['an assignment', 'x = 3', 'equation'],
  ['an assignment after', 'y; x = 3', 'equation'],
  ['a function definition', 'f(x) = g(x) = x', 'equation'],
  ['a call of an unknown function', 'f(x)', 'unknown-name'],
  ['a unit', '5 cm', 'unknown-name'],
  ['a conversion', '5 inch to cm', 'unknown-name'],
  ['a physical constant', 'speedOfLight', 'unknown-name'],
  ['random', 'random()', 'unknown-name'],
  ['a root of nothing', 'root(3)(x)', 'argument-count'],
  ['a comparison', 'x < 2', 'comparison'],
  ['a conditional', 'x ? 1 : 2', 'unknown-character'],
  ['a percent sign', '5%', 'percent'],
  ['the imaginary unit', 'sqrt(-1) + i', 'imaginary'],
  ['a derivative', 'derivative("x^2", "x")', 'derivative-left'],
  ['a derivative sign', 'd/dx x^2', 'derivative-left'],
  ['a prime', "x'", 'derivative-left'],
  ['a primed function', "f'(x)", 'derivative-left'],
  ['a primed bracket', '(x^2)′', 'derivative-left'],
  ["sympy's derivative", 'Derivative(x^2, x)', 'derivative-left'],
  ['an empty text', '', 'empty'],
  ['spaces', ' \n\t ', 'empty'],
  ['an emoji', 'x + 🙂', 'unknown-character'],
  ['half an emoji', 'x + \ud83d', 'unknown-character'],
  ['a null byte', 'x\u0000', 'unknown-character'],
  ['a private mark', 'x\uE003', 'missing-argument'],
  ['a private mark of a root', 'x\uE0055', 'unknown-character'],
  ['a root of an order and of nothing', '⁵√', 'missing-argument'],
  ['a root of the first order', '¹√x', 'missing-operand'],
  ['many raised slashes', '²/'.repeat(400), 'missing-operand'],
  ['a comment', 'x # y', 'unknown-character'],
  ['an escape', '\\unicode{x}', 'unknown-command'],
  ['html in LaTeX', '\\href{javascript:alert(1)}{x}', 'unknown-command'],
  ['a lonely backslash', '\\', 'unknown-command'],
];

describe('hostile input', () => {
  it.each(hostile)('%s is refused', (_name, typed, code) => {
    expect(problemOf(typed)).toBe(code);
  });

  it('is refused in less than ten milliseconds', () => {
    for (const [name, typed] of hostile) {
      readExpression(typed, { variables });
      const times = [1, 2, 3, 4, 5, 6, 7, 8].map(() => {
        const computed = computedSince();
        readExpression(typed, { variables });
        return computed();
      });
      expect(Math.min(...times), name).toBeLessThan(10);
    }
  });

  it('of too many parts is refused where there are too many, before any parser reads it', () => {
    const reading = readExpression('x'.repeat(1_100), { variables });
    expect(reading.ok ? reading.text : reading.problem).toMatchObject({ code: 'too-many-parts', at: 750, length: 1 });
  });

  it('is invalid in a check, and costs no attempt', () => {
    for (const [name, typed] of hostile) {
      expect(checkAnswer({ expected: '3x' }, typed, { variables }).verdict, name).toBe('invalid');
    }
  });

  it('finds a place inside the text for every problem', () => {
    for (const [name, typed] of hostile) {
      const reading = readExpression(typed, { variables });
      if (reading.ok) continue;
      expect(reading.problem.at, name).toBeGreaterThanOrEqual(0);
      expect(reading.problem.at, name).toBeLessThanOrEqual(typed.length);
      expect(reading.problem.length, name).toBeGreaterThan(0);
    }
  });

  it('never throws, whatever the signs', () => {
    const signs = fc.constantFrom(
      ...'xy12.,+-*/^!()[]{}|_=<>√∛²⁻½ eE\'"\\:;∂π',
      'sin',
      'log',
      'max',
      '\\frac',
      '\\sqrt',
      '\\left|',
      '\\right|',
      '^{',
      'e^',
      '_2',
      '\\sin',
      '1e9',
      ',000',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        const typed = parts.join('');
        const reading = readExpression(typed, { variables });
        if (!reading.ok) return reading.problem.at <= typed.length;
        // What was read is read again as the same.
        const again = readExpression(reading.text, { variables });
        return again.ok && again.text === reading.text;
      }),
      { numRuns: 4_000, seed: 7 },
    );
  });

  it('never throws on unicode noise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        readExpression(typed, { variables });
      }),
      { numRuns: 1_500, seed: 7 },
    );
  });

  it('checks heavy formulas in bounded time', () => {
    const heavy = [
      '(-2)^exp(1000x)',
      '(-exp(900x))^exp(900x)',
      'gamma(-exp(1000x))',
      '(-exp(1000x))!',
      'digamma(-exp(1000x))',
      'trigamma(-exp(1000x))',
      'atan(exp(exp(20x)))',
      'cos(exp(-exp(20x)))',
      'acosh(exp(-exp(20x)))+1',
      'cosh(exp(-exp(20x)))',
      'exp(exp(3x))^(10^7)',
      '(exp(exp(3x))^(10^6))^(10^6)',
      'tan(exp(-exp(9y)))/atanh(exp(-exp(9x)))',
      'sin(10^300 x)',
      'x^(10^15)',
      'gamma(1000 x)/gamma(999 x)',
      'exp(exp(exp(x)))',
      `${'sin('.repeat(50)}x${')'.repeat(50)}`,
      `x${'*x'.repeat(500)}`,
      `(${'x+'.repeat(300)}1)^300`,
      'gamma(x)^gamma(y)',
      'x^x^x^x^x',
      `${'exp('.repeat(40)}x${')'.repeat(40)}`,
      'tan(x^40)^99',
      `${'gamma('.repeat(20)}x${')'.repeat(20)}`,
      '(x-y)^6000',
      'factorial(factorial(x))',
    ];
    for (const typed of heavy) {
      const computed = computedSince();
      const { verdict } = checkAnswer({ derivativeOf: 'x^3', by: 'x' }, typed, { variables });
      expect(computed(), typed).toBeLessThan(1_000);
      expect(verdict, typed).not.toBe('equal');
      const own = checkAnswer({ expected: typed }, `(${typed})+0`, { variables });
      expect(own.verdict, typed).not.toBe('different');
    }
  });
});
