import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Reported } from './report.ts';
import { close, ulpsBetween } from './tolerance.ts';
import { array, float, int, list, text, tuple } from './values.ts';

const after = (value: number): number => value + Math.abs(value) * Number.EPSILON;

test('neighbours among doubles are one unit apart, across powers of two and across zero too', () => {
  expect(ulpsBetween(1, after(1))).toBe(1n);
  expect(ulpsBetween(-1, -after(1))).toBe(1n);
  expect(ulpsBetween(1, 1 - Number.EPSILON / 2)).toBe(1n);
  expect(ulpsBetween(-Number.MIN_VALUE, Number.MIN_VALUE)).toBe(2n);
  expect(ulpsBetween(0, -0)).toBe(0n);
});

test('units in the last place: as many as are allowed, and not one more', () => {
  const two = after(after(1));
  expect(close(1, two, { ulp: 2 })).toBe(true);
  expect(close(1, two, { ulp: 1 })).toBe(false);
  expect(close(0.3, 0.1 + 0.2, { ulp: 0 })).toBe(false);
  expect(close(0.3, 0.1 + 0.2, { ulp: 1 })).toBe(true);
});

test('the absolute and the relative part of a tolerance are added, and not one step more is forgiven', () => {
  const tolerance = { absolute: 0.5, relative: 0.25 };
  expect(close(4, 5.5, tolerance)).toBe(true);
  expect(close(-4, -2.5, tolerance)).toBe(true);
  expect(close(4, 5.51, tolerance)).toBe(false);
  // relative to what is expected, not to what came
  expect(close(5.51, 4, tolerance)).toBe(true);
  expect(close(0, 0.5, tolerance)).toBe(true);
  expect(close(0, 0.51, tolerance)).toBe(false);
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(number, part, part, fc.double({ min: 0, max: 2, noNaN: true }), (wanted, absolute, relative, times) => {
      const allowed = absolute + relative * Math.abs(wanted);
      // at the very edge rounding decides
      fc.pre(Math.abs(times - 1) > 1e-6 && allowed > 1e-3);
      expect(close(wanted, wanted + times * allowed, { absolute, relative })).toBe(times < 1);
    }),
  );
});

test('what is not finite is no neighbour of anything', () => {
  expect(close(Number.MAX_VALUE, Number.POSITIVE_INFINITY, { ulp: 1e6 })).toBe(false);
  expect(close(Number.NaN, Number.NaN, { ulp: 1e6 })).toBe(false);
  expect(close(Number.POSITIVE_INFINITY, Number.MAX_VALUE, { ulp: 1e6 })).toBe(false);
});

const told = (expected: Reported, got: Reported, unordered = true, absolute = 1e-6): string | null => {
  const comparing = { tolerance: { absolute, relative: 0 }, language: 'python', unordered } as const;
  return compare({ type: 'value', value: expected }, got, comparing)?.code.replace('feedback.', '') ?? null;
};

test('another order is right only where the test says so', () => {
  const [wanted, came] = [list(int(1), int(2), int(3)), list(int(3), int(1), int(2))];
  expect(told(wanted, came)).toBeNull();
  expect(told(wanted, came, false)).toBe('wrongValue');
});

test('each value counts as often as it is expected', () => {
  expect(told(list(int(1), int(1), int(2)), list(int(1), int(2), int(2)))).toBe('notAmong');
  expect(told(list(int(1), int(2)), list(int(1)))).toBe('wrongCount');
  expect(told(list(int(1), int(2)), list(int(1), int(5)))).toBe('notAmong');
});

test('rows of a matrix, tuples in a list and words may change places', () => {
  expect(told(array([2, 2], [1, 2, 3, 4]), array([2, 2], [3, 4, 1, 2]))).toBeNull();
  expect(told(array([2, 2], [1, 2, 3, 4]), array([2, 2], [2, 1, 3, 4]))).toBe('notAmong');
  expect(
    told(
      list(tuple(int(1), text('a')), tuple(int(2), text('b'))),
      list(tuple(int(2), text('b')), tuple(int(1), text('a'))),
    ),
  ).toBeNull();
  expect(told(array([3], [1, 2, 3]), list(float(3), float(2), float(1)))).toBeNull();
});

test('booleans and words in arrays may change places as in lists', () => {
  const [yes, no]: Reported[] = [
    { t: 'bool', v: true },
    { t: 'bool', v: false },
  ];
  if (!yes || !no) throw new Error('there are two');
  expect(told(array([2], [1, 0], 'bool'), list(no, yes))).toBeNull();
  expect(told(array([2], [1, 0], 'bool'), array([2], [0, 1], 'bool'))).toBeNull();
  const words: Reported = { t: 'array', dtype: '<U1', shape: [2], v: null, words: ['a', 'b'] };
  expect(told(list(text('b'), text('a')), words)).toBeNull();
  expect(told(list(text('b'), text('c')), words)).toBe('notAmong');
});

test('a value near two expected ones takes the place that leaves room for the other', () => {
  // 1.5 fits both, 0.8 fits the first only
  expect(told(list(float(1), float(2)), list(float(1.5), float(0.8)), true, 0.6)).toBeNull();
});

test('a single number has no order', () => {
  expect(told(float(1), float(2))).toBe('wrongValue');
});
