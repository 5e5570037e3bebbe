import { expect, test } from 'vitest';
import { computedSince } from '../../tests/support/computed.ts';
import type { CodeError } from '../results/verdict.ts';
import { errorFeedback, inWords } from './errors.ts';
import type { RunReport } from './report.ts';
import { throwingLine, withThrowingLines } from './thrown.ts';

const error = (type: string, message: string, line: number | null = null): CodeError => ({
  type,
  message,
  line,
  column: null,
  traceback: '',
});
const told = (one: CodeError, given: number | null = null) =>
  // JavaScript's words are told apart from Python's by their types
  errorFeedback(
    one,
    { source: '', language: /^(?:Reference|Syntax)/.test(one.type) ? 'javascript' : 'python' },
    given,
  ).map(({ code, params }) => [code.replace('feedback.', ''), params]);

test('what browsers and Node have is told as absent, each with what to do instead', () => {
  const what = { alert: 'message', prompt: 'question', require: 'node', module: 'node', process: 'node' };
  for (const [name, why] of Object.entries({ ...what, document: 'page', window: 'page', fetch: 'network' })) {
    expect(told(error('ReferenceError', `${name} is not defined`, 2))).toEqual([
      ['raised', { type: 'ReferenceError', message: `${name} is not defined`, line: 2 }],
      ['notHere', { name, what: why }],
    ]);
  }
  expect(told(error('SyntaxError', 'Cannot use import statement outside a module'))[1]).toEqual([
    'notHere',
    { name: 'import', what: 'import' },
  ]);
});
test('a name of the student’s own that is not defined, and one that a prototype has, are told as they are', () => {
  for (const name of ['total', 'constructor', 'toString', 'alerts'])
    expect(told(error('ReferenceError', `${name} is not defined`))).toHaveLength(1);
  expect(told(error('NameError', "name 'alert' is not defined"))).toHaveLength(1);
});
test('a call that does not fit the function says what was passed and what it takes', () => {
  const called = (message: string, given: number, line: number | null = null) =>
    told(error('TypeError', message, line), given)[1];
  expect(called('f() takes 1 positional argument but 2 were given', 2)).toEqual([
    'tooManyArguments',
    { given: 2, takes: '1' },
  ]);
  expect(called('f() takes from 0 to 1 positional arguments but 2 were given', 2)?.[1]).toMatchObject({ takes: '0–1' });
  expect(called("f() missing 1 required positional argument: 'lr'", 2)).toEqual([
    'tooFewArguments',
    { given: 2, takes: 3, names: '`lr`' },
  ]);
  expect(called("<lambda>() missing 2 required positional arguments: 'y' and 'z'", 1)?.[1]).toMatchObject({
    takes: 3,
    names: '`y`, `z`',
  });
  // a call inside the student's code is theirs
  expect(called('f() takes 1 positional argument but 2 were given', 2, 3)).toBeUndefined();
  expect(called('f() takes 1 positional argument but 3 were given', 2)).toBeUndefined();
});
test('a missing file is told in words, without the number by which the system knows it', () => {
  const raw = {
    ...error('FileNotFoundError', "[Errno 44] No such file or directory: 'x.txt'", 2),
    traceback: "Traceback:\nFileNotFoundError: [Errno 44] No such file or directory: 'x.txt'\n",
  };
  expect(inWords(raw)).toMatchObject({
    message: "No such file or directory: 'x.txt'",
    traceback: "Traceback:\nFileNotFoundError: No such file or directory: 'x.txt'\n",
  });
  expect(told(inWords(raw)).map(([code]) => code)).toEqual(['raised', 'noFile']);
});
test('what was thrown and is no error is shown as what it is', () => {
  expect(told(error('Thrown', '"x"', 2))).toEqual([['thrown', { value: '"x"', line: 2 }]]);
  expect(told(error('Thrown', ''))).toEqual([['thrown', { value: 'none', line: 0 }]]);
});
test('the line of the only throw that may be of no error is found, and none where there are others', () => {
  expect(throwingLine('function f() {\n  throw "x";\n}')).toBe(2);
  expect(throwingLine('// throw it\nconst s = "throw 1";\n/* throw 2\n*/ throw null')).toBe(4);
  expect(throwingLine('if (a) throw new TypeError("x");\nthrow {}')).toBe(2);
  for (const text of [
    'throw 1;\nthrow 2',
    'throw 1; throw 2',
    'throw new Error("x")',
    'Promise.reject(1);\nthrow 2',
    'g.throw(1)',
  ])
    expect(throwingLine(text), text).toBeNull();
});
test('a source of many unclosed comments, strings and templates is read in no time', () => {
  const computed = computedSince();
  for (const text of ['/*', '"\\', '`', "'a", '//']) throwingLine(text.repeat(30_000));
  expect(computed()).toBeLessThan(500);
});
test('a thrown value gets that line in the report of a run, and what has a line keeps it', () => {
  const call = (one: CodeError) => ({ ok: false as const, error: one, printed: '' });
  const run: RunReport = {
    ending: 'finished',
    load: { ok: true, printed: '' },
    calls: [call(error('Thrown', '1')), call(error('Error', 'x', 7)), call(error('Error', 'y'))],
  };
  const lines = withThrowingLines(run, 'a\nthrow 1').calls.map((one) => (one.ok ? 0 : one.error.line));
  expect(lines).toEqual([2, 7, null]);
  expect(withThrowingLines({ ...run, load: call(error('Thrown', '1')) }, 'throw 1').load).toMatchObject({
    error: { line: 1 },
  });
});
