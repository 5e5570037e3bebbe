import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Reported } from './report.ts';
import { DEFAULT_TOLERANCE, DERIVATIVE_TOLERANCE } from './tolerance.ts';
import { array, float, int, list, none, text, tuple } from './values.ts';

const told = (expected: Reported, got: Reported, tolerance = DEFAULT_TOLERANCE): string | null =>
  compare({ type: 'value', value: expected }, got, { tolerance, language: 'python' })?.code.replace('feedback.', '') ??
  null;

describe('what agrees', () => {
  test('an integer and a float of the same value', () => expect(told(int(2), float(2))).toBeNull());
  test('rounding far below the tolerance', () => expect(told(float(0.3), float(0.1 + 0.2))).toBeNull());
  test('a list, a tuple and an array of the same numbers', () => {
    const wanted = list(float(1), float(2));
    expect(told(wanted, tuple(int(1), int(2)))).toBeNull();
    expect(told(wanted, array([2], [1, 2]))).toBeNull();
  });
  test('a matrix and its nested lists', () => {
    expect(told(array([2, 2], [2, 1, 2, 1]), list(list(int(2), int(1)), list(int(2), int(1))))).toBeNull();
  });
  test('a number and an array without dimensions', () => expect(told(float(3), array([], [3]))).toBeNull());
  test('several arrays of different shapes, in a tuple', () => {
    const wanted = tuple(array([1, 2], [1, 2]), array([2], [3, 4]));
    expect(told(wanted, list(array([1, 2], [1, 2]), array([2], [3, 4])))).toBeNull();
  });
});

describe('what is no number', () => {
  const mask = array([3], [1, 0, 1], 'bool');
  const words: Reported = { t: 'array', dtype: '<U1', shape: [2], v: null, words: ['a', 'b'] };
  const [yes, no]: Reported[] = [
    { t: 'bool', v: true },
    { t: 'bool', v: false },
  ];
  test('an array of booleans agrees with itself, and with a list of them', () => {
    if (!yes || !no) throw new Error('there are two');
    expect(told(mask, mask)).toBeNull();
    expect(told(mask, list(yes, no, yes))).toBeNull();
    expect(told(list(yes, no, yes), mask)).toBeNull();
    expect(told(mask, array([3], [0, 1, 0], 'bool'))).toBe('wrongValue');
    expect(told(mask, array([3], [1, 0, 1]))).toBe('wrongType');
    expect(told(mask, array([2], [1, 0], 'bool'))).toBe('wrongCount');
  });
  test('an array of words agrees with a list of them', () => {
    expect(told(list(text('a'), text('b')), words)).toBeNull();
    expect(told(words, tuple(text('a'), text('b')))).toBeNull();
    expect(told(words, list(text('a'), text('c')))).toBe('wrongText');
    expect(told(list(float(1), float(2)), words)).toBe('wrongDtype');
  });
  test('integers are the same or not, however many digits they have', () => {
    const big = (v: string): Reported => ({ t: 'int', v, name: 'int' });
    const digits = '9'.repeat(400);
    expect(told(big(digits), big(digits))).toBeNull();
    expect(told(big(digits), big(`${digits.slice(1)}8`))).toBe('wrongValue');
    expect(told(big(digits), { t: 'float', v: 'inf' })).toBe('wrongType');
    expect(told(list(big(digits)), list(big(`${digits.slice(1)}8`)))).toBe('wrongValue');
    expect(told(float(1), big(digits))).toBe('notFinite');
    expect(told(big('9007199254740993'), big('9007199254740992'), { ulp: 0 })).toBe('wrongValue');
  });
});

describe('what does not agree', () => {
  test('any number, where infinity is expected', () => {
    const infinite: Reported = { t: 'float', v: 'inf' };
    expect(told(infinite, infinite)).toBeNull();
    expect(told(infinite, float(1e308))).toBe('wrongValue');
    expect(told(infinite, { t: 'float', v: '-inf' })).toBe('notFinite');
  });
  test('a count that is off by one, however large', () => {
    expect(told(int(12_586_269_025), int(12_586_269_026))).toBe('wrongValue');
    // JavaScript has no other numbers than floats
    expect(told(float(5_000_000), float(5_000_001))).toBe('wrongValue');
    expect(told(float(5_000_000), float(5_000_000.5))).toBeNull();
    // a test that gives a tolerance means it
    expect(told(int(5_000_000), int(5_000_001), { absolute: 0, relative: 1e-6 })).toBeNull();
  });
  test('one of several returned values is told by its number, whatever is wrong with it', () => {
    const wanted = tuple(array([3], [1, 2, 3]), array([3], [4, 5, 6]));
    const item = (got: Reported) =>
      compare({ type: 'value', value: wanted }, got, { tolerance: DEFAULT_TOLERANCE, language: 'python' });
    expect(item(tuple(array([3], [1, 2, 3]), array([4], [4, 5, 6, 7])))).toMatchObject({
      code: 'feedback.wrongShape',
      params: { item: 2 },
    });
    expect(item(tuple(array([3], [1, 2, 3]), none))).toMatchObject({
      code: 'feedback.nothingThere',
      params: { item: 2, got: 'None' },
    });
    expect(item(tuple(array([3], [1, 2, 3]), array([3], [4, 5, 7])))).toMatchObject({
      code: 'feedback.wrongValue',
      params: { item: 2, at: '[2]' },
    });
    // stacked to one matrix it is taken as well
    expect(item(array([2, 3], [1, 2, 3, 4, 5, 6]))).toBeNull();
  });
  test('several numbers for one, and one for several', () => {
    expect(told(float(6), array([2, 2], [1, 2, 3, 4]))).toBe('oneNumber');
    expect(told(array([2], [1, 2]), float(1))).toBe('wrongType');
    expect(told(array([2], [1, 2]), { t: 'float', v: 1, name: 'float64' })).toBe('wrongShape');
  });
  test('several values in an array of objects', () => {
    const objects: Reported = { t: 'array', dtype: 'object', shape: [2], v: null };
    expect(told(tuple(array([1], [1]), array([2], [1, 2])), objects)).toBe('wrongDtype');
  });
  test('a coroutine of Python', () => expect(told(float(1), { t: 'object', name: 'coroutine' })).toBe('asyncFunction'));
  test('types are told by the names of their language', () => {
    const javascript = { tolerance: DEFAULT_TOLERANCE, language: 'javascript' } as const;
    expect(compare({ type: 'value', value: list(float(1)) }, list(text('1')), javascript)?.params).toMatchObject({
      got: 'string',
    });
    expect(compare({ type: 'value', value: list(float(1)) }, text('1'), javascript)?.params).toMatchObject({
      expected: 'Array',
      got: 'string',
    });
  });
  test('strings of right numbers', () =>
    expect(told(tuple(float(2.4), float(3.2)), tuple(text('2.4'), text('3.2')))).toBe('notNumber'));
  test('a boolean for a one', () => expect(told(int(1), { t: 'bool', v: true })).toBe('notNumber'));
  test('an array of booleans for ones', () =>
    expect(told(array([2], [1, 1]), array([2], [1, 1], 'bool'))).toBe('wrongDtype'));
  test('nothing', () => expect(told(float(1), none)).toBe('returnsNothing'));
  test('an object for an array', () => expect(told(list(float(1)), { t: 'object', name: 'Object' })).toBe('wrongType'));
  test('right numbers in another shape', () => {
    expect(told(array([2, 2], [2, 1, 2, 1]), array([4], [2, 1, 2, 1]))).toBe('wrongShape');
    expect(told(array([2], [1, 2]), array([2, 1], [1, 2]))).toBe('wrongShape');
  });
  test('one number that would broadcast', () =>
    expect(told(array([2, 2], [0, 0, 0, 0]), array([1, 1], [0]))).toBe('wrongShape'));
  test('too few values', () => {
    expect(told(list(float(1), float(2)), list(float(1)))).toBe('wrongCount');
    expect(told(tuple(array([1], [1]), array([2], [1, 2])), tuple(array([1], [1])))).toBe('wrongCount');
  });
  test('rows of different lengths', () =>
    expect(told(array([2, 1], [1, 2]), list(list(float(1)), list()))).toBe('ragged'));
  test('not a number, even where not a number is expected', () => {
    expect(told(float(1), { t: 'float', v: 'nan' })).toBe('notFinite');
    expect(told({ t: 'float', v: 'nan' }, { t: 'float', v: 'nan' })).toBe('notFinite');
  });
  test('a promise', () => expect(told(float(1), { t: 'object', name: 'Promise' })).toBe('asyncFunction'));
});

test('feedback names which of several values, the place in it, what came and what was expected', () => {
  const wanted = tuple(array([2, 2], [1, 2, 3, 4]), array([1], [5]));
  const got = tuple(array([2, 2], [1, 2, 9, 4]), array([1], [5]));
  expect(compare({ type: 'value', value: wanted }, got, { tolerance: DEFAULT_TOLERANCE, language: 'python' })).toEqual({
    code: 'feedback.wrongValue',
    params: { item: 1, at: '[1, 0]', got: '9.0', expected: '3.0' },
  });
});

describe('the tolerance of derivatives', () => {
  // the exact derivative of x³ at 2 is 12; a forward difference with step h is off by 6h
  const forward = (h: number): number => ((2 + h) ** 3 - 8) / h;
  test('lets forward differences with h = 1e-5 and 1e-6 pass', () => {
    for (const h of [1e-5, 1e-6]) expect(told(float(12), float(forward(h)), DERIVATIVE_TOLERANCE)).toBeNull();
  });
  test('does not let an error of one percent pass', () => {
    for (const value of [0.05, 1, 12])
      expect(told(float(value), float(value * 0.99), DERIVATIVE_TOLERANCE)).toBe('wrongValue');
  });
});

describe('shapes only', () => {
  const shapes = { type: 'shapes', shapes: [[4, 3], [2]] } as const;
  const expected = { type: shapes.type, shapes: shapes.shapes.map((shape) => [...shape]) };
  test('any values of the right shapes pass', () => {
    expect(
      compare(expected, tuple(array([4, 3], new Array(12).fill(0)), array([2], [7, 7])), {
        tolerance: DEFAULT_TOLERANCE,
        language: 'python',
      }),
    ).toBeNull();
  });
  test('a wrong shape is told with the position of the value', () => {
    const got = tuple(array([4, 3], new Array(12).fill(0)), array([], [7]));
    expect(compare(expected, got, { tolerance: DEFAULT_TOLERANCE, language: 'python' })?.params).toMatchObject({
      item: 2,
      got: '()',
      expected: '(2,)',
    });
  });
});
