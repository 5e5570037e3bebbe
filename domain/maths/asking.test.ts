/** Where a notation has two common readings: what is asked, what is not, and what a choice does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, problemWithTruth } from './check.ts';
import { readExpression } from './read.ts';

const variables = ['x', 'y'];
const asksOf = (typed: string, euler = false): string[] => {
  const reading = readExpression(typed, { variables, euler });
  return reading.ok ? reading.asks.map(({ text }) => text) : [`problem ${reading.problem.code}`];
};

describe('what is asked', () => {
  it.each([
    ['6x/3x', ['6*x/3*x', '6*x/(3*x)']],
    ['1/2x', ['1/2*x', '1/(2*x)']],
    ['1/x^2y', ['1/x^2*y', '1/(x^2*y)']],
    ['1/2(x+1)', ['1/2*(x + 1)', '1/(2*(x + 1))']],
    ['1/sin(x)cos(x)', ['1/sin(x)*cos(x)', '1/(sin(x)*cos(x))']],
    ['2-1/2x+3', ['2 - 1/2*x + 3', '2 - 1/(2*x) + 3']],
    ['sin(1/2x)', ['sin(1/2*x)', 'sin(1/(2*x))']],
    ['max(1/2x, 3)', ['max(1/2*x, 3)', 'max(1/(2*x), 3)']],
    ['|1/2x|', ['abs(1/2*x)', 'abs(1/(2*x))']],
    ['1,500', ['1500', '1.500']],
    ['(2,1)', ['2.1', '(2, 1)']],
    ['∇f=(2,1)', ['2.1', '(2, 1)']],
    ['1\\frac12', ['1*(1/2)', '1 + 1/2']],
    ['sqrt2 x', ['sqrt(2*x)', 'sqrt(2)*x']],
    ['ln2 x', ['log(2*x)', 'log(2)*x']],
    ['1e 10', ['1*e*10', '1e10']],
    ['1E 10', ['1*e*10', '1e10']],
    ['1e -10', ['1*e - 10', '1e-10']],
    ['log(2,5)', ['log(2, 5)', 'log(2.5)']],
    ['1/2x + 1,500', ['1/2*x + 1500', '1/(2*x) + 1500', '1/2*x + 1.500', '1/(2*x) + 1.500']],
  ])('%s', (typed, wanted) => {
    expect(asksOf(typed)).toEqual(wanted);
  });
  it('asks of a power of ten where Euler’s number is in play, and there alone', () => {
    expect(asksOf('2e-1', true)).toEqual(['2e-1', '2*e - 1']);
    expect(asksOf('2e-1')).toEqual([]);
    expect(asksOf('2e3', true)).toEqual([]);
    expect(asksOf('2e - 1', true)).toEqual([]);
  });
  it.each([
    '2e - 1',
    '2e -3x',
    '2e 3.5',
    '1/2 ln x',
    '1/2 x',
    '3/4 x y',
    '1/2*x',
    '(1/2)x',
    '\\frac12x',
    '1/(2x)',
    '0/2x',
    '1,5',
    '1 000',
    'ln 2x',
  ])('nothing of %s', (typed) => {
    expect(asksOf(typed)).toEqual([]);
  });
  it('brackets are asked for where more would have to be chosen than anybody can', () => {
    expect(asksOf('1/2x + 1,500 + sqrt2 y + ln(2)*1\\frac12')).toEqual(['problem many-readings']);
  });
});

describe('a choice', () => {
  const truth = { expected: '2' };
  it('is asked for whether or not one of the readings is right, and no reading is judged before', () => {
    for (const expected of ['2', '2*x^2', '17']) {
      expect(checkAnswer({ expected }, '6x/3x', { variables })).toEqual({
        verdict: 'invalid',
        problem: { code: 'two-readings', at: 2, length: 3, params: { first: '6*x/3*x', second: '6*x/(3*x)' } },
        readings: [
          { text: '6*x/3*x', tex: expect.any(String) },
          { text: '6*x/(3*x)', tex: expect.any(String) },
        ],
      });
    }
  });
  it('settles what is judged', () => {
    expect(checkAnswer(truth, '6x/3x', { variables, chosen: '6*x/(3*x)' }).verdict).toBe('equal');
    expect(checkAnswer(truth, '6x/3x', { variables, chosen: '6*x/3*x' }).verdict).toBe('different');
  });
  it('that is none of the readings is as good as none', () => {
    expect(checkAnswer(truth, '6x/3x', { variables, chosen: '2' }).verdict).toBe('invalid');
    expect(checkAnswer(truth, '2', { variables, chosen: 'x' }).verdict).toBe('equal');
  });
  it('of several values is told what to type', () => {
    expect(checkAnswer(truth, '(2,1)', { variables, chosen: '(2, 1)' }).problem?.code).toBe('several-values');
  });
  it('leaves nothing to tell of the notation', () => {
    const chosen = readExpression('6x/3x', { variables, chosen: '6*x/3*x' });
    expect(chosen).toMatchObject({ ok: true, notes: [], asks: [] });
  });
  it('where nobody can be asked any more, the first reading counts', () => {
    expect(checkAnswer({ expected: '2*x^2' }, '6x/3x', { variables, unasked: true }).verdict).toBe('equal');
    const chosen = { variables, unasked: true, chosen: '6*x/(3*x)' };
    expect(checkAnswer({ expected: '2' }, '6x/3x', chosen).verdict).toBe('equal');
    expect(checkAnswer({ expected: '2*x^2' }, '6x/3x', { ...chosen, chosen: 'x' }).verdict).toBe('equal');
  });
});

it('a key that can be meant in two ways is told, and one that was stored is read as before', () => {
  expect(problemWithTruth({ expected: '1/2x' }, variables)?.code).toBe('two-readings');
  expect(problemWithTruth({ expected: '1/2*x' }, variables)).toBeUndefined();
  expect(checkAnswer({ expected: '1/2x' }, 'x/2', { variables }).verdict).toBe('equal');
});

/** Pieces that people put side by side, so that every notation that is asked about comes up, also within others. */
const piece = fc.constantFrom(
  '6x/3x',
  '1/2x',
  '1,500',
  '(2,1)',
  'sqrt2 x',
  '1e 10',
  '2E -3',
  'ln2 y',
  '2x',
  'y²',
  '1\\frac12',
  '2e-1',
  'sin x',
);
const typed = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom(' + ', ' - ', ' · ', ''))
  .map(([pieces, sign]) => pieces.join(sign));

it('every meaning that is asked about can be chosen and read again as itself, and they differ', () => {
  fc.assert(
    fc.property(typed, fc.boolean(), (text, euler) => {
      const reading = readExpression(text, { variables, euler });
      if (!reading.ok || reading.asks.length === 0) return;
      expect(new Set(reading.asks.map((one) => one.text)).size).toBe(reading.asks.length);
      expect(reading.asks.length).toBeGreaterThan(1);
      expect(reading.asks[0]?.text).toBe(reading.text);
      for (const meaning of reading.asks) {
        const chosen = readExpression(text, { variables, euler, chosen: meaning.text });
        if (!chosen.ok) expect(chosen.problem.code).toBe('several-values');
        else {
          expect({ tex: chosen.tex, text: chosen.text, asks: chosen.asks }).toEqual({ ...meaning, asks: [] });
          // its plain text has every sign and bracket: nothing is asked of it
          expect(readExpression(meaning.text, { variables })).toMatchObject({ ok: true, text: meaning.text, asks: [] });
        }
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});
