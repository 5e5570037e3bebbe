/** What doubles cannot tell: values that overflow, vanish or cancel, and denominators that may be zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, fromDouble, size, subtract } from './bigfloat.ts';
import { checkAnswer } from './check.ts';
import { lower } from './lower.ts';
import { evaluatePrecisely, preciseBinary } from './precise-ball.ts';
import { plain } from './precise-value.ts';
import { readExpression } from './read.ts';
import { TapeBuilder } from './tape.ts';

const variables = ['x', 'y', 'a'];
const verdict = (expected: string, answer: string) => checkAnswer({ expected }, answer, { variables }).verdict;

describe('values far beyond a double are compared all the same', () => {
  /** truth, an equal answer, and one that is wrong */
  const cases: readonly (readonly [string, string, string])[] = [
    ['exp(1000x)/exp(999x)', 'exp(x)', 'exp(1.0001x)'],
    ['(x-a)^6000', '(a-x)^6000', '2(x-a)^6000'],
    ['(x-a)^6000', '((x-a)^2)^3000', '(x-a)^6001'],
    ['500!/498!', '500*499', '500*499+1'],
    ['2000!/1999!', '2000', '1999'],
    ['(x+300)!/(x+299)!', 'x+300', 'x+301'],
    ['gamma(x^2+501)/gamma(x^2+499)', '(x^2+500)(x^2+499)', '(x^2+500)^2'],
    ['x*300!*200!', '200!*300!*x', '200!*301!*x'],
    ['1000!/(500!)^2', '1000!/(500!*500!)', '1000!/(500!*501!)'],
    ['ln(exp(2000x))', '2000x', '2000x+1'],
    ['sinh(800x)/cosh(800x)', 'tanh(800x)', 'tanh(801x)'],
    ['tanh(800x)', '1-2/(exp(1600x)+1)', 'tanh(801x)'],
    ['sinh(300x)/cosh(300x)', '1/coth(300x)', 'sinh(301x)/cosh(301x)'],
    ['exp(-800x)*exp(800x)', '1', '1.000001'],
    ['exp(x)^1000/exp(x)^999', 'exp(x)', 'exp(2x)'],
    ['10^400 x/10^399', '10x', 'x'],
    ['x^4000/x^3998', 'x^2', 'x^3'],
    ['exp(x)^500/exp(y)^499', 'exp(500x-499y)', 'exp(500x-500y)'],
    ['exp(-1000x^2)', '1/exp(1000x^2)', '0'],
  ];
  it.each(cases)('%s', (truth, equal, wrong) => {
    expect(verdict(truth, equal)).toBe('equal');
    expect(verdict(equal, truth)).toBe('equal');
    expect(verdict(truth, wrong)).toBe('different');
    expect(verdict(wrong, truth)).toBe('different');
  });

  it.each([
    ['(x-a)^6000', '6000(x-a)^5999', '5999(x-a)^5999'],
    ['exp(1000x)', '1000exp(1000x)', '999exp(1000x)'],
    ['-exp(-x^500)', '500x^499 exp(-x^500)', '500x^500 exp(-x^500)'],
    ['x^4000/4000', 'x^3999', 'x^4000'],
  ])('the derivative of %s', (f, right, wrong) => {
    const truth = { derivativeOf: f, by: 'x' };
    expect(checkAnswer(truth, right, { variables }).verdict).toBe('equal');
    expect(checkAnswer(truth, wrong, { variables }).verdict).toBe('different');
  });

  it.each([
    ['1/(1+exp(-800x))', '1/(1+exp(-801x))'],
    ['cosh(800x)/exp(800x)', 'cosh(801x)/exp(801x)'],
    ['sqrt(1+exp(-1000x))', 'sqrt(1+exp(-1001x))'],
    ['coth(800x)', 'coth(801x)'],
    ['tanh(300x+1)', 'tanh(300x+2)'],
    ['tanh(x!)', 'tanh(2 x!)'],
    ['atan(exp(40x))', 'atan(exp(41x))'],
    ['root(1+tanh(300x),2)', 'root(1+tanh(301x),2)'],
    ['sinh(400x)/exp(400|x|)', 'sign(x)/2'],
    ['(1+10^-20x)^(10^20)', 'exp(x)'],
    ['cos(exp(-800x^2))', 'cos(exp(-801x^2))'],
    ['2^(-2^(30x))', '2^(-2^(31x))'],
  ])('%s is not %s, though nearly everywhere both have the same digits', (one, other) => {
    expect(verdict(one, other)).toBe('different');
    expect(verdict(other, one)).toBe('different');
  });

  it('a term that no digit shows is never taken for nothing', () => {
    expect(verdict('1', '1+10^-400')).toBe('different');
    expect(verdict('x+10^-400 sin(x)', 'x')).toBe('different');
  });
});

describe('a denominator that may be zero', () => {
  const evaluate = (text: string, x: number, bits = 256) => {
    const reading = readExpression(text, { variables });
    if (!reading.ok) return expect.unreachable(text);
    const builder = new TapeBuilder();
    return evaluatePrecisely(builder.finish(lower(reading.tree, builder)), new Map([['x', x]]), bits);
  };

  it.each([
    '1/(sqrt(2)^2-2)',
    'x/(exp(ln(x))-x)',
    '1/(sin(x)^2+cos(x)^2-1)',
    '1/sin(pi)',
    'tan(pi/2)',
    '(x-3)/(ln(exp(x))-x)',
  ])('%s is lost, in every precision: nothing is made up from rounding', (text) => {
    for (const bits of [256, 800, 2400]) expect(evaluate(text, 2.5, bits)).toBe('lost');
  });
  it.each(['1/(x-x)', 'x/0', '1/(2x-5)', '1/sin(0x)'])('%s is undefined for certain', (text) => {
    expect(evaluate(text, 2.5)).toBe('undefined');
  });
  it('such answers are undecided or different, and equal to nothing', () => {
    for (const text of ['1/(sqrt(2)^2-2)', 'x/(exp(ln(x))-x)', '1/(sin(x)^2+cos(x)^2-1)'])
      for (const truth of ['1', 'x', '2^200', text.replace('-', '-0-')])
        expect(verdict(truth, text), `${text} for ${truth}`).not.toBe('equal');
  });

  it('where a quotient has a value, no quotient of its balls lies outside the bound', () => {
    const value = fc.integer({ min: -8_000, max: 8_000 }).map((n) => (n + 0.5) / 997);
    const error = fc.integer({ min: -40, max: 4 });
    const within = fc.double({ min: -1, max: 1, noNaN: true });
    let told = 0;
    fc.assert(
      fc.property(
        value,
        value,
        error,
        error,
        within,
        within,
        fc.integer({ min: 0, max: 60 }),
        (x, y, e, f, s, t, small) => {
          const b = y * 2 ** -small;
          const outcome = preciseBinary('div', plain(fromDouble(x), e), plain(fromDouble(b), f), 256);
          if (2 ** f >= Math.abs(b)) expect(outcome).toBe('lost');
          if (typeof outcome === 'string') return;
          told += 1;
          const moved = divide(fromDouble(x + s * 2 ** e), fromDouble(b + t * 2 ** f), 512);
          expect(size(subtract(moved, outcome.value, 512))).toBeLessThanOrEqual(outcome.error + 1);
        },
      ),
      { numRuns: 3_000, seed: 3 },
    );
    expect(told).toBeGreaterThan(800);
  });
});
