/** The checker on the public cases, on a corpus of its own, and with each option. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computedSince } from '../../tests/support/computed.ts';
import { checkAnswer, problemWithTruth } from './check.ts';
import type { MathsTruth } from './truth.ts';

const publicCases = z
  .array(
    z.object({
      id: z.string(),
      kind: z.string(),
      variables: z.array(z.string()),
      student: z.string(),
      studentRaw: z.string().optional(),
      expected: z.string(),
      f: z.string().optional(),
      wrt: z.string().optional(),
      equal: z.boolean(),
      mustFinishMs: z.number().optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../../tests/data/maths-public.json', import.meta.url), 'utf8')));

describe('the public cases', () => {
  it.each(publicCases.map((row) => [row.id, row.studentRaw ?? row.student, row] as const))(
    '%s: %s',
    (_id, typed, row) => {
      const truth: MathsTruth =
        row.f !== undefined && row.wrt !== undefined
          ? { derivativeOf: row.f, by: row.wrt }
          : { expected: row.expected };
      const computed = computedSince();
      const { verdict } = checkAnswer(truth, typed, { variables: row.variables });
      if (row.mustFinishMs !== undefined) expect(computed()).toBeLessThan(row.mustFinishMs);
      if (row.equal) expect(verdict).toBe('equal');
      else expect(['different', 'invalid']).toContain(verdict);
      if (!row.equal && row.kind !== 'hostile') expect(verdict).toBe('different');
    },
  );
});

describe('the first exercise of the seed lesson', () => {
  const truth = (by: string): MathsTruth => ({ derivativeOf: 'x²y + yz³', by });
  const grade = (answers: Record<'fx' | 'fy' | 'fz', string>): string =>
    (['fx', 'fy', 'fz'] as const)
      .map((part) => checkAnswer(truth(part.slice(1)), answers[part], { variables: ['x', 'y', 'z'] }).verdict)
      .join(' ');
  it.each([
    ['the lesson’s own answer', '2xy', 'x² + z³', '3yz²', 'equal equal equal'],
    ['unsimplified', 'y*2*x^(2-1)+0', 'x*x+z*z*z', 'y*3*z^2', 'equal equal equal'],
    ['removable singularities', 'x*y+x*y', '(x+z)*(x^2/(x+z))+z^3', '3*y*z^3/z', 'equal equal equal'],
    ['signs', '-2xy', '-(x^2+z^3)', '-3yz^2', 'different different different'],
    ['right on positives only', '2*abs(x)*y', 'x^2+z^3', '3yz^2', 'different equal equal'],
    ['right at integers only', '2xy+sin(pi*x)', 'x^2+z^3', '3yz^2', 'different equal equal'],
    ['one percent off', '2.02xy', 'x^2+z^3', '3yz^2', 'different equal equal'],
    [
      'calling a CAS',
      'derivative("x^2*y+y*z^3","x")',
      'derivative("x^2*y+y*z^3","y")',
      'derivative("x^2*y+y*z^3","z")',
      'invalid invalid invalid',
    ],
  ])('%s', (_name, fx, fy, fz, wanted) => {
    expect(grade({ fx, fy, fz })).toBe(wanted);
  });
});

/** Variables, expected, typed. */
const equal: readonly (readonly [string, string, string])[] = [
  ['x', 'exp(x)', 'exp(1000x)/exp(999x)'],
  ['x a', '(x-a)^6000', '(a-x)^6000'],
  ['x a', '6000(x-a)^5999', '-6000(a-x)^5999'],
  ['x', '1', 'sin(x)^2+cos(x)^2'],
  ['x', '0', 'sin(x)^2+cos(x)^2-1'],
  ['x', 'exp(-x^2)', '1/exp(x^2)'],
  ['x', '(1-cos(x))/x^2', '2sin(x/2)^2/x^2'],
  ['x', 'ln(x+1)-ln(x)', 'ln(1+1/x)'],
  ['n', '(-1)^n', 'cos(pi n)'],
  ['x', 'cosh(100x)^2-sinh(100x)^2', '1'],
  ['x', 'factorial(x)', 'gamma(x+1)'],
  ['x', '(x+1)!/x!', 'x+1'],
  ['', '200!/198!', '39800'],
  ['x', 'x^(1/3)', 'cbrt(x)'],
  ['x', 'cbrt(x)', 'x^(1/3)'],
  ['x', 'ln(x^2)', '2ln(x)'],
  ['x', '(x^3-1)/(x-1)', 'x^2+x+1'],
  ['x', 'atan(x)+atan(1/x)', 'pi/2*sign(x)'],
  ['', '0', 'sin(500pi)'],
  ['', 'pi', '3.141592653589793'],
  ['', '0.1+0.2', '0.3'],
  ['x', '1.2345^2 x', '1.52399025x'],
  ['x', 'x^1000/x^999', 'x'],
  ['x', 'e^(e^(e^x))', 'exp(exp(exp(x)))'],
  ['x', 'log(exp(1000x))/1000', 'x'],
  ['x', 'sqrt(x+1e8)-sqrt(x)', '1e8/(sqrt(x+1e8)+sqrt(x))'],
  ['x', 'acoth(x)', '0.5ln((x+1)/(x-1))'],
  ['x', 'asech(x)', 'ln(1/x+sqrt(1/x^2-1))'],
  ['x', 'max(x,0)', '(x+|x|)/2'],
  ['x', '10^300*x/10^300*3', '3x'],
  ['x', 'x^x', 'exp(x ln x)'],
  ['x', 'log(10x)/log(10)', 'log10(x)+1'],
  ['x', 'log_2(8x)', '3+log2(x)'],
  ['x', '3', '3x^0'],
  ['x', 'sqrt(x-5)', '(x-5)^0.5'],
  ['x', 'sqrt(x-500)', '(x-500)^(1/2)'],
  ['x', 'ln(ln(ln(x)))', 'ln(ln(ln(x)))+0'],
  ['x', 'asin(x-3)', 'atan((x-3)/sqrt(1-(x-3)^2))'],
  ['x y', 'x^y', 'exp(y*ln(x))'],
  ['x', '(x-2)^5/(x-2)^4', 'x-2'],
  ['x', 'x', 'x + 1000000 - 1000000'],
  ['x', 'x', '(x+1e20)-1e20'],
  ['x', '1/(1+exp(-x))', 'exp(x)/(exp(x)+1)'],
  ['x', 'tan(x)', 'cot(pi/2-x)'],
  ['n', '1', '(-1)^(2n)'],
  ['x y', 'exp(1000/y^2)', 'exp(1000/y^2)+x-x'],
  ['n', '(-1)^(4n)', '(-1)^(2n)'],
  ['x', 'asin(x^2-50)', 'pi/2-acos(x^2-50)'],
  ['x', '50/sqrt(1-(50x-300)^2)', '50(1-(50x-300)^2)^-0.5'],
  ['x y', 'sqrt(1-(x-77)^2-(y-33)^2)', '(1-(x-77)^2-(y-33)^2)^(1/2)'],
  ['x', 'ln(500.1-x)ln(x-500)', 'ln(x-500)ln(500.1-x)'],
  ['x', 'sqrt(100-x)sqrt(x-99.9)', 'sqrt((100-x)(x-99.9))'],
];
const different: readonly (readonly [string, string, string])[] = [
  ['x a', '6000(x-a)^5999', '6000(a-x)^5999'],
  ['x a', '(x-a)^6000', '(x-a)^6001'],
  ['x', 'x', 'x+1e-17'],
  ['x', 'x', 'x+1e-100'],
  ['x', '0', 'sin(x)^2+cos(x)^2-1+1e-30'],
  ['x', 'x', 'x*(1+1e-20)'],
  ['x', 'exp(-1000x)', '0'],
  ['n', '(-1)^n', 'cos(pi n+1)'],
  ['x', '1', 'cosh(100x)^2-sinh(100x)^2+1e-9'],
  ['x', 'x!', 'x*(x-2)!'],
  ['x', 'sqrt(x^2)', 'x'],
  ['x', 'abs(x-20)+20', 'x'],
  ['x', 'x', '20-abs(x-20)'],
  ['x', 'sin(500pi x)', 'sin(pi x)'],
  ['x', '0', 'sin(pi x)'],
  ['', 'pi', '355/113'],
  ['x', 'x^100', 'x^100+1'],
  ['x', 'tanh(50x)', 'sign(x)'],
  ['x', 'max(x,1)', 'x'],
  ['x', 'sin(x)', 'sin(x)+1e-12'],
  ['x', '(1+1e-10)^(1e10 x)', 'exp(x)'],
  ['x', 'asin(sin(x))', 'x'],
  ['x', 'x', '|x|'],
  ['x', 'ln(x)', 'log10(x)'],
  ['x', 'x^2', '2^x'],
  ['x', 'x', 'x^1.0001'],
  ['x', '1e-200 x', '2e-200 x'],
  ['x', '1e200 x', '2e200 x'],
  ['x', 'exp(-exp(10x))', '0'],
  ['x', '1', 'x/|x|'],
  ['x y', 'x/y', 'y/x'],
  ['x', '50-x/7', '|x/7-50|'],
  ['x', 'max(x,70^2)', '70^2'],
  ['x', '9*99-x', '|x-9*99|'],
  ['x y', 'sqrt((x y-3000)^2)', '3000-x y'],
  ['x', '-1/7', 'sign(x/7-50)/7'],
  ['x', 'x', 'sin(x/10^10)*10^10'],
  ['x', '2asin(x^2-50)', 'asin(x^2-50)'],
  ['x', '2x', '2+0*sqrt(10^-9-(x-1)^2)'],
];

describe('a corpus of hard pairs', () => {
  const declared = (names: string): string[] => names.split(' ').filter((name) => name !== '');
  it.each(equal)('in %s: %s equals %s', (names, expected, typed) => {
    expect(checkAnswer({ expected }, typed, { variables: declared(names) }).verdict).toBe('equal');
    expect(checkAnswer({ expected: typed }, expected, { variables: declared(names) }).verdict).toBe('equal');
  });
  it.each(different)('in %s: %s differs from %s', (names, expected, typed) => {
    expect(checkAnswer({ expected }, typed, { variables: declared(names) }).verdict).toBe('different');
    expect(checkAnswer({ expected: typed }, expected, { variables: declared(names) }).verdict).toBe('different');
  });
});

describe('options and notes', () => {
  const x = { variables: ['x'] };
  it('shows a point that people can check by hand', () => {
    const check = checkAnswer({ derivativeOf: 'x^3', by: 'x' }, '3x', x);
    expect(check.witness).toEqual({ point: { x: 2 }, student: 6, expected: 12 });
  });
  it('does not show the one value that a truth has everywhere', () => {
    const truth = { derivativeOf: '5x + 1', by: 'x' };
    expect(checkAnswer(truth, 'x', x).witness).toEqual({ point: { x: 2 }, student: 2 });
    expect(checkAnswer(truth, '2*3', x).witness).toEqual({ point: {}, student: 6 });
    expect(checkAnswer({ expected: 'sqrt(2) + 0*x' }, '1.4', x).witness).toEqual({ point: {}, student: 1.4 });
  });
  it('shows no kink as a point, where nobody agrees on a derivative', () => {
    const shown = (f: string, variables: string[]): unknown =>
      checkAnswer({ derivativeOf: f, by: 'x' }, '1', { variables }).witness;
    expect(shown('|x-2|', ['x'])).toEqual({ point: { x: 1 }, student: 1, expected: -1 });
    expect(shown('max(x,2)', ['x'])).toEqual({ point: { x: 1 }, student: 1, expected: 0 });
    expect(shown('min(x,y-1)', ['x', 'y'])).not.toMatchObject({ expected: 0.5 });
  });
  it('shows no point where the values are beyond doubles', () => {
    const check = checkAnswer({ expected: '10^600 x' }, '10^601 x', x);
    expect(check.verdict).toBe('different');
    expect(check.witness).toBeUndefined();
  });
  it('notes where an equal answer is undefined, and is strict where asked', () => {
    const truth = { expected: 'ln(x^2)' };
    expect(checkAnswer(truth, '2ln(x)', x)).toMatchObject({
      verdict: 'equal',
      note: { code: 'undefined-for-negative', params: { name: 'x' } },
    });
    expect(checkAnswer(truth, '2ln(x)', { ...x, strict: true }).verdict).toBe('different');
    expect(checkAnswer(truth, '2ln|x|', { ...x, strict: true }).verdict).toBe('equal');
  });
  it('takes antiderivatives up to a constant, with or without C', () => {
    const truth = { expected: 'x^2/2', upToConstant: true, by: 'x' };
    for (const typed of ['x^2/2', 'x^2/2+C', 'x²/2 + 5', '(x^2+1)/2', 'x^2/2 - k', 'x^2/2 + C_1', 'x²/2 + C₁'])
      expect(checkAnswer(truth, typed, x).verdict, typed).toBe('equal');
    for (const typed of ['x^2', 'x^2/2+x', 'x', 'C x^2'])
      expect(checkAnswer(truth, typed, x).verdict, typed).toBe('different');
    expect(checkAnswer({ expected: 'x^2/2' }, 'x^2/2+C', x).verdict).toBe('invalid');
  });
  it('forgives decimals where a question allows them', () => {
    const pi = { expected: 'pi x' };
    expect(checkAnswer({ expected: 'pi' }, '3.142', { variables: [], tolerance: { decimals: 3 } }).verdict).toBe(
      'equal',
    );
    expect(checkAnswer({ expected: 'pi' }, '3.14', { variables: [], tolerance: { decimals: 3 } }).verdict).toBe(
      'different',
    );
    expect(checkAnswer(pi, '3.1 x', { ...x, tolerance: { decimals: 3 } }).verdict).toBe('different');
  });
  it('knows which variables are positive', () => {
    expect(checkAnswer({ expected: 'x' }, 'sqrt(x^2)', { ...x, positive: ['x'] }).verdict).toBe('equal');
    expect(
      checkAnswer({ derivativeOf: 'asin(x/a)', by: 'x' }, '1/sqrt(a^2-x^2)', { variables: ['x', 'a'], positive: ['a'] })
        .verdict,
    ).toBe('equal');
    expect(
      checkAnswer({ derivativeOf: 'asin(x/a)', by: 'x' }, '1/sqrt(a^2-x^2)', { variables: ['x', 'a'] }).verdict,
    ).toBe('different');
  });
  it('gives the same answer for the same seed', () => {
    const check = (): unknown => checkAnswer({ expected: 'x^2' }, 'x^2+sin(x)', { ...x, seed: 5 });
    expect(check()).toEqual(check());
  });
  it('calls an answer without any real value invalid, and never takes nothing for nothing', () => {
    expect(checkAnswer({ expected: '2x' }, 'sqrt(-1-x^2)', x)).toMatchObject({
      verdict: 'invalid',
      problem: { code: 'never-defined' },
    });
    expect(checkAnswer({ expected: 'sqrt(-1)' }, 'sqrt(-1)', x).verdict).toBe('undecided');
    expect(checkAnswer({ expected: 'x/0' }, 'x/0', x).verdict).toBe('undecided');
  });
  it.each([
    ['1/(sin(x)^2+cos(x)^2-1)', 'x'],
    ['ln(sin(x)^2+cos(x)^2-1)', 'x'],
    ['sign(cosh(x)^2-sinh(x)^2-1)', '1'],
    ['x', 'x*(sin(x)^2+cos(x)^2-1)/(sin(x)^2+cos(x)^2-1)'],
  ])('leaves what no precision settles to a person: %s and %s', (expected, typed) => {
    expect(checkAnswer({ expected }, typed, x).verdict).toBe('undecided');
  });
  it('leaves an answer undecided where the truth is at fault', () => {
    for (const truth of [{ expected: 'x +' }, { derivativeOf: 'x^2', by: 'z' }, { expected: '9^9^9^9' }]) {
      expect(checkAnswer(truth, 'x', x)).toMatchObject({ verdict: 'undecided', note: { code: 'truth-unreadable' } });
    }
  });
  it('finds what is wrong with a lesson’s truth', () => {
    expect(problemWithTruth({ derivativeOf: 'x^2', by: 'x' }, ['x'])).toBeUndefined();
    expect(problemWithTruth({ derivativeOf: 'x^2', by: 'y' }, ['x'])?.code).toBe('unknown-variable');
    expect(problemWithTruth({ derivativeOf: 'x^2 +', by: 'x' }, ['x'])?.code).toBe('missing-operand');
    expect(problemWithTruth({ expected: 'sqrt(-1)' }, ['x'])?.code).toBe('never-defined');
    expect(problemWithTruth({ expected: 'x', upToConstant: true }, ['x'])?.code).toBe('unknown-variable');
  });
});
