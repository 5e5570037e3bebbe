/** Known slips are recognised, and named by the code of their words. */
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check.ts';
import type { MathsTruth } from './truth.ts';

const slipOf = (truth: MathsTruth, typed: string, variables = ['x', 'y']): unknown => {
  const { verdict, slip } = checkAnswer(truth, typed, { variables });
  expect(verdict).toBe('different');
  return slip;
};

describe('slips in a derivative', () => {
  it.each([
    ['x^2 y', 'x^2 y', 'the-function-itself'],
    ['x^3', '-3x^2', 'sign'],
    ['x^2 y', 'x^2', 'other-variable'],
    ['x^3', 'x^4/4', 'antiderivative'],
    ['x^3', '6x', 'second-derivative'],
    ['sin(3x)', 'cos(3x)', 'chain'],
    ['(x^2+1)^5', '5(x^2+1)^4', 'chain'],
    ['1/(x^2+1)', '-1/(x^2+1)^2', 'chain'],
    ['2^(3x)', '2^(3x)ln(2)', 'chain'],
    ['exp(x^2)', 'exp(x^2)', 'the-function-itself'],
    ['x exp(x)', 'exp(x)', 'product'],
    ['x^2 sin(x)', '2x cos(x)', 'product'],
    ['sin(x)/x^2', 'cos(x)/(2x)', 'quotient'],
    ['x^3', '3x^3', 'power-kept'],
    ['x^3', 'x^2', 'factor-forgotten'],
    ['2^x', 'x*2^(x-1)', 'exponential-as-power'],
    ['x^3', '6x^2', 'factor'],
    ['x^2', '2x+3', 'constant-off'],
    ['|x|', '1', 'positive-only'],
    ['ln(x)', 'x', 'reciprocal'],
    ['pi x^2', '6.28x', 'rounded'],
    ['x^2/6', '0.33x', 'rounded'],
    ['x^2', '2.01x', 'factor'],
    ['100x^2', '201x', 'factor'],
    ['x^5', 'sin(x)', undefined],
    ['max(x,2)', '1', undefined],
    ['max(x,0)^2', '2x', 'positive-only'],
    ['5', 'x', undefined],
    ['|x-2|', '1', undefined],
  ])('of %s: %s', (f, typed, code) => {
    const slip = slipOf({ derivativeOf: f, by: 'x' }, typed);
    if (code === undefined) expect(slip).toBeUndefined();
    else expect(slip).toMatchObject({ code });
  });

  it('tell the factor, the constant and the variable as people write them', () => {
    expect(slipOf({ derivativeOf: 'x^3', by: 'x' }, '2x^2')).toEqual({ code: 'factor', params: { factor: '3/2' } });
    expect(slipOf({ expected: 'pi x' }, 'x')).toEqual({ code: 'factor', params: { factor: 'π' } });
    expect(slipOf({ expected: 'x^2+1/3' }, 'x^2')).toEqual({ code: 'constant-off', params: { constant: '1/3' } });
    expect(slipOf({ derivativeOf: 'x^2 y', by: 'x' }, 'x^2')).toEqual({
      code: 'other-variable',
      params: { name: 'y', by: 'x' },
    });
    expect(slipOf({ expected: '|x|' }, 'x')).toMatchObject({ code: 'positive-only', params: { name: 'x' } });
  });
});

describe('slips elsewhere', () => {
  it('know a rounded number from a wrong one', () => {
    const numbers = (truth: string, typed: string): unknown => slipOf({ expected: truth }, typed, []);
    expect(numbers('pi', '3.14')).toEqual({ code: 'rounded', params: {} });
    expect(numbers('2/3', '0.67')).toEqual({ code: 'rounded', params: {} });
    expect(numbers('pi', '3.15')).toBeUndefined();
    expect(numbers('pi', '22/7')).toBeUndefined();
    expect(slipOf({ expected: 'x/3+sqrt(2)' }, '0.333x+1.414')).toBeUndefined();
  });

  it('see a steady factor and constant through cancellation and in narrow domains', () => {
    const expanded = 'x^7-7x^6+21x^5-35x^4+35x^3-21x^2+7x-2';
    expect(slipOf({ expected: '(x-1)^7' }, expanded)).toMatchObject({
      code: 'constant-off',
      params: { constant: '1' },
    });
    const narrow = { expected: 'ln(5-x)ln(x-4)' };
    expect(slipOf(narrow, '2ln(5-x)ln(x-4)')).toMatchObject({ code: 'factor', params: { factor: '1/2' } });
    expect(slipOf(narrow, 'ln(5-x)ln(x-4)-3')).toMatchObject({ code: 'constant-off', params: { constant: '3' } });
  });

  it('know the integrand and the derivative from the integral', () => {
    const truth = { expected: 'x^4/4', upToConstant: true, by: 'x' };
    expect(slipOf(truth, 'x^3')).toMatchObject({ code: 'integrand' });
    expect(slipOf(truth, '3x^2')).toMatchObject({ code: 'derivative' });
    expect(slipOf(truth, 'x^4')).toMatchObject({ code: 'factor', params: { factor: '1/4' } });
  });

  it('take the lesson’s own first', () => {
    const slips = [
      { expression: 'x^2 + 2xy', words: 'You took y for x.' },
      { expression: 'not a formula', words: '' },
    ];
    const check = checkAnswer({ derivativeOf: 'x^2 y', by: 'x' }, 'x² + 2xy', { variables: ['x', 'y'], slips });
    expect(check.slip).toEqual({ code: 'lesson', params: { words: 'You took y for x.' } });
  });

  it('are left out where nobody asks', () => {
    expect(checkAnswer({ expected: 'x' }, '-x', { variables: ['x'], explain: false }).slip).toBeUndefined();
  });
});
