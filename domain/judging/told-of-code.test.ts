/** Words that help with code: missing modules, texts that differ, commas for points, and what came in place of a value. */
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../tools/grading/words.ts';
import type { Feedback } from '../results/verdict.ts';
import { compare } from './compare.ts';
import { decimalComma } from './decimal-comma.ts';
import { missingPackage } from './missing-package.ts';
import type { Language } from './number-format.ts';
import type { Reported } from './report.ts';
import { returnedInstead } from './returned.ts';
import { textDifference } from './text-difference.ts';
import { DEFAULT_TOLERANCE } from './tolerance.ts';
import { float, list, none, text, tuple } from './values.ts';

describe('a module that is not there', () => {
  const told = (name: string, source: string): Feedback | null => {
    const line = source.split('\n').findIndex((one) => one.includes(name.split('.')[0] ?? '')) + 1;
    return missingPackage(
      { type: 'ModuleNotFoundError', message: `No module named '${name}'`, line, column: 1, traceback: '' },
      source,
    );
  };
  test.each([
    ['pandas', 'import pandas as pd\ndef f(x): return x', 'package', 'no'],
    ['pandas', 'import pandas as pd\ndef f(x): return pd.Series(x)', 'package', 'yes'],
    [
      'scipy.optimize',
      'from scipy.optimize import minimize as least, root\ndef f(x): return root(x)',
      'package',
      'yes',
    ],
    ['scipy.optimize', 'from scipy.optimize import minimize as least\ndef f(x): return minimize', 'package', 'no'],
    ['sympy', 'from sympy import *\ndef f(x): return x', 'package', 'yes'],
    ['matplotlib', 'import matplotlib.pyplot as plt\ndef f(x): return x', 'drawing', 'no'],
    ['matplotlib', 'import matplotlib.pyplot\ndef f(x): return matplotlib.pyplot', 'drawing', 'yes'],
    ['tqdm', 'from tqdm import tqdm  # tqdm shows progress\ndef f(x): return "tqdm"', 'package', 'no'],
    ['tkinter', 'import tkinter, math\ndef f(x): return math.pi', 'drawing', 'yes'],
    ['termios', 'import termios\ndef f(x): return x', 'system', 'no'],
    ['numpy.distutils', 'import numpy.distutils\ndef f(x): return x', 'package', 'no'],
  ])('%s in %j', (name, source, what, used) => {
    expect(told(name, source)?.params).toEqual({ name, what, used });
  });
  test.each([
    ['maths', 'math'],
    ['numpi', 'numpy'],
    ['nupmy', 'numpy'],
    ['Math', 'math'],
    ['itertool', 'itertools'],
    ['radnom', 'random'],
  ])('%s is a misspelt %s', (name, near) => {
    expect(told(name, `import ${name}`)).toEqual({ code: 'feedback.misspeltModule', params: { name, near } });
  });
});

describe('a text that differs', () => {
  test.each<[expected: string, got: string, language: Language, how: string]>([
    ['Hello, Ana!', 'Hello, Ana! ', 'python', 'ends'],
    ['Hello', '\nHello', 'javascript', 'ends'],
    ['Hello, Ana!', 'hello, Ana!', 'python', 'capitals'],
    ['a b', 'a  b', 'python', 'spaces'],
    ['a\nb', 'a b', 'python', 'lines'],
    ['Hello, Ana!', 'Hello Ana', 'python', 'marks'],
    ['Hello, Ana!', 'Hello, {n}!', 'python', 'unfilled'],
    ['Hello, Ana!', 'Hello, $' + '{n}!', 'javascript', 'unfilled'],
    ['{}', '{x}', 'python', 'none'],
    ['yes', 'no', 'python', 'none'],
  ])('%j and %j in %s: %s', (expected, got, language, how) => {
    expect(textDifference(expected, got, language).how).toBe(how);
  });
  test('a long one is shown where it parts', () => {
    const { got, expected } = textDifference(`${'a'.repeat(500)}b${'c'.repeat(500)}`, `${'a'.repeat(500)}d`, 'python');
    expect(got).toBe(`… '${'a'.repeat(30)}d'`);
    expect(expected).toBe(`… '${'a'.repeat(30)}b${'c'.repeat(89)}' …`);
  });
  test('the signs of the greatest text are looked at in no time', () => {
    const started = performance.now();
    for (const one of ['{', '${', ' ', '}', '-', '\n', 'é'])
      textDifference(one.repeat(100_000), one.repeat(99_999), 'javascript');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a comma for a point', () => {
  test.each<[source: string, language: Language, meant: string | null]>([
    ['def f(x):\n    return 2,0*x', 'python', '2.0'],
    ['const f = (x) => { return x - 0,1*x; };', 'javascript', '0.1'],
    ['x = 1,5', 'python', '1.5'],
    ['return (2,5) * x', 'javascript', '2.5'],
    ['const y = 3 * (x + 0,5);', 'javascript', '0.5'],
    ['return f(1,2)', 'javascript', null],
    ['return [1,2]', 'python', null],
    ['return 1, 2', 'python', null],
    ['// 2,5\nreturn "2,5"', 'javascript', null],
    ['a = 1,2,3', 'python', null],
  ])('%j', (source, language, meant) => {
    expect(decimalComma(source, language)?.params.meant ?? null).toBe(meant);
  });
});

describe('what came in place of a value', () => {
  const told = (
    source: string,
    got: Reported,
    wanted: Reported,
    printed = '',
    language: Language = 'python',
  ): string => {
    const expected = { type: 'value', value: wanted } as const;
    const difference = compare(expected, got, { tolerance: DEFAULT_TOLERANCE, language });
    return difference === null
      ? ''
      : wordsOf([returnedInstead(difference, { got, expected, printed, source, language })]);
  };
  const nothing: Reported = { t: 'none', name: 'undefined' };
  const nil: Reported = { t: 'none', name: 'null' };
  test.each<[name: string, wanted: Reported, printed: string]>([
    ['a number', float(6), '6\n'],
    ['a text', text('Hello'), 'Hello\n'],
    ['a list of texts', list(text('a')), "['a']\n"],
    ['a boolean', { t: 'bool', v: true }, 'True\n'],
    ['two values', tuple(float(1), text('b')), '1 b\n'],
  ])('%s that is printed and not returned', (_, wanted, printed) => {
    expect(told('def f(x): print(x)', none, wanted, printed)).toMatch(
      /^Your function printed something and returned None/,
    );
    expect(told('', nothing, wanted, printed, 'javascript')).toMatch(
      /returned undefined\. Put `return` where `console\.log`/,
    );
  });
  test('a warning that Python prints is not taken for it', () => {
    const printed = 'solution.py:3: RuntimeWarning: divide by zero\n  return 1 / x\n';
    expect(told('', none, float(6), printed)).toBe('Your function returned None. Is a `return` missing?');
  });
  test.each<[source: string, language: Language, line: number | null]>([
    ['function f(x) {\n  return\n  2 * x;\n}', 'javascript', 2],
    ['function f(x) {\n  if (x) return // why\n    2 * x;\n}', 'javascript', 2],
    ['def f(x):\n    return\n    2 * x', 'python', 2],
    ['function f(x) {\n  if (x) { return }\n  2 * x;\n}', 'javascript', null],
    ['function f(x) {\n  return;\n}', 'javascript', null],
    ['def f(x):\n    if x:\n        return\n    y = 2', 'python', null],
  ])('the return of %j', (source, language, line) => {
    const words = told(source, language === 'python' ? none : nothing, float(6), '', language);
    if (line === null) expect(words).toMatch(/Is a `return` missing\?$/);
    else expect(words).toContain(`the \`return\` in line ${line} stands alone`);
  });
  test('null is told from undefined, at the top and inside', () => {
    expect(told('', nil, none, '', 'javascript')).toBe('');
    expect(told('', nothing, none, '', 'javascript')).toMatch(
      /^Your function returned undefined, and null is expected/,
    );
    expect(told('', nil, nothing, '', 'javascript')).toBe('null was returned, and undefined is expected.');
    expect(told('', nil, float(0), '', 'javascript')).toBe('null was returned, and 0 is expected.');
    expect(told('', list(nothing), list(none), '', 'javascript')).toBe(
      'At [0]: undefined was returned, and null is expected.',
    );
    expect(told('', none, none)).toBe('');
    expect(told('def f(x): return None', none, float(0))).toBe('None was returned, and 0.0 is expected.');
  });
  test('a promise that no `async` made', () => {
    const promise: Reported = { t: 'object', name: 'Promise' };
    expect(told('const f = () => Promise.resolve(1);', promise, float(1), '', 'javascript')).toMatch(
      /^What your function returned is a promise/,
    );
    expect(told('const f = async () => 1; // async', promise, float(1), '', 'javascript')).toMatch(/Take `async` away/);
  });
  test('each type is shown with what was expected', () => {
    const yes: Reported = { t: 'bool', v: true };
    expect(told('', { t: 'bool', v: false }, yes)).toBe('False was returned, and True is expected.');
    expect(told('', { t: 'bool', v: false }, yes, '', 'javascript')).toBe('false was returned, and true is expected.');
    expect(told('', text('5'), yes)).toBe(
      "A value of type bool is expected, and a value of type str was returned: '5'.",
    );
    expect(told('', float(5), none)).toBe('5.0 was returned, and None is expected.');
    expect(told('', float(5), none, '', 'javascript')).toBe('5 was returned, and null is expected.');
    expect(told('', list(text('b'), text('a')), list(text('a'), text('b')))).toBe(
      "At [0]: 'b' was returned, and 'a' is expected.",
    );
    expect(told('', list(list(text('a'), yes)), list(list(text('a'), { t: 'bool', v: false })))).toBe(
      'At [0, 1]: True was returned, and False is expected.',
    );
    expect(told('', tuple(text('a'), text('c')), tuple(text('a'), text('b')))).toBe(
      "Returned value 2: 'c' was returned, and 'b' is expected.",
    );
    expect(told('', list(text('a'), none), list(text('a'), text('b')))).toMatch(
      /^At \[1\] is None\. Was it never computed/,
    );
    expect(told('', list(float(6)), float(6))).toBe(
      'A single number is expected, and it was returned inside a list: [6.0]. Return the number itself.',
    );
    const pairs: Reported = { t: 'object', name: 'dict', entries: [[text('a'), float(1)]] };
    expect(told('', pairs, text('a'))).toMatch(
      /^A value of type str is expected, and a value of type dict was returned: \{'a': 1\.0\}\./,
    );
  });
});
