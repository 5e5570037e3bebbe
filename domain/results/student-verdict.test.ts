import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictOfTests } from '../judging/code-verdict.ts';
import { expectedOf } from '../judging/expected.ts';
import { judgeTest } from '../judging/judge.ts';
import { type CallReport, ENDINGS, type Reported } from '../judging/report.ts';
import { float, list, none, text } from '../judging/values.ts';
import { codeTest } from '../kinds/code/document.ts';
import { studentVerdict } from './student-verdict.ts';
import type { Verdict } from './verdict.ts';

const tests = ['shown', 'also', 'hidden', 'secret'].map((id, index) =>
  codeTest.parse({
    id,
    name: id,
    visible: index < 2,
    points: 1,
    arguments: [{ type: 'value', value: index }],
    expect: { type: 'value', value: 6 },
    hintHtml: 'Twice.',
  }),
);
const loaded = { entry: 'f', source: 'total = []\ndef f(x):\n  total.append(x)\n', language: 'python' } as const;
const limits = { seconds: 4, cpuSeconds: 2, megabytes: 256 };

/** A call as an attacker would have it: by its value, its error, what it prints, the input it changes. */
const value: fc.Arbitrary<Reported> = fc.oneof(
  fc.double({ noNaN: true }).map(float),
  fc.string().map(text),
  fc.constantFrom(none, list(float(6)), list(), { t: 'object', name: 'coroutine' } as const, float(-6), float(12)),
);
const wrong: fc.Arbitrary<CallReport> = fc.oneof<fc.Arbitrary<CallReport>[]>(
  fc.record({
    ok: fc.constant(true as const),
    value,
    changed: fc.array(fc.boolean(), { maxLength: 1 }),
    printed: fc.string(),
  }),
  fc.record({
    ok: fc.constant(false as const),
    error: fc.record({
      type: fc.constantFrom('KeyError', 'MemoryError', 'RecursionError', 'ModuleNotFoundError', 'Own5'),
      message: fc.string(),
      line: fc.option(fc.nat(9)),
      column: fc.option(fc.nat(9)),
      traceback: fc.string(),
    }),
    printed: fc.string(),
  }),
);
const right: CallReport = { ok: true, value: float(6), changed: [false], printed: '' };
const isRight = (report: CallReport | undefined): boolean =>
  report?.ok === true && report.value.t === 'float' && Math.abs(Number(report.value.v) - 6) < 1e-4;
const call = fc.oneof(wrong, fc.constant(right));

/** The verdict of a run that made these calls, and of the next of which it ended so. */
function graded(calls: readonly CallReport[], ending: (typeof ENDINGS)[number]): Verdict {
  const judged = tests.map((one, index) =>
    judgeTest(one, [{ arguments: [], expected: expectedOf(one, [], undefined), report: calls[index] }], {
      ...loaded,
      ending,
    }),
  );
  return verdictOfTests(judged, ending, limits, loaded);
}

test('what a student is told is the same however a hidden test fails: by a value, an error, a line, a text, or an end', () => {
  const failing = wrong.filter((report) => !isRight(report));
  // how a hidden call fails: by its report, or by how the run ends in it
  const failure = fc.oneof(
    failing.map((report) => ({ report, ending: 'finished' as const })),
    fc.constantFrom(...ENDINGS.filter((one) => one !== 'finished')).map((ending) => ({ report: undefined, ending })),
  );
  fc.assert(
    fc.property(call, call, failure, failure, failing, failing, (first, second, one, other, last, otherLast) => {
      const told = (hidden: typeof one, after: CallReport) =>
        studentVerdict(
          graded(
            [first, second, ...(hidden.report ? [hidden.report, after] : [])],
            hidden.report ? 'finished' : hidden.ending,
          ),
        );
      expect(told(one, last)).toEqual(told(other, otherLast));
    }),
  );
});

test('how a run ended is told where it ended in a visible test, or while loading', () => {
  expect(studentVerdict(graded([right], 'cpu'))).toMatchObject({
    result: 'timeout',
    feedback: [{ code: 'feedback.cpuTime' }, { code: 'feedback.keepsState' }],
  });
  expect(studentVerdict(graded([right, right], 'memory'))).toMatchObject({ result: 'partial', points: 2 });
});

test('a hidden test tells whether it passed, and what its author says of it', () => {
  const [, , passed, failed] = studentVerdict(graded([right, right, right], 'died')).tests;
  expect(passed).toEqual({
    id: 'hidden',
    name: 'hidden',
    visible: false,
    passed: true,
    points: 1,
    maxPoints: 1,
    feedback: [],
  });
  expect(failed).toMatchObject({ passed: false, feedback: [{ code: 'feedback.hiddenOnly' }], hintHtml: 'Twice.' });
});

test('the hint of a hidden test waits until everything is right that can be seen', () => {
  const off = { ...right, value: float(12) };
  const hidden = (...reports: CallReport[]) => studentVerdict(graded(reports, 'finished')).tests.at(-1);
  expect(hidden(right, right, right, off)).toMatchObject({ passed: false, hintHtml: 'Twice.' });
  const failing = hidden(off, right, right, off);
  expect(failing).toMatchObject({ passed: false, feedback: [{ code: 'feedback.hiddenToo' }] });
  expect(failing).not.toHaveProperty('hintHtml');
});

test('of a hidden test neither what is expected nor what came, how it was called or what it printed is told', () => {
  const details = { call: 'f(SECRET)', expected: 'SECRET', got: 'SECRET', printed: 'SECRET' };
  const error = { type: 'SECRET', message: 'SECRET', line: 1, column: 1, traceback: 'SECRET' };
  const whole = graded([right, right, { ...right, value: float(12) }], 'finished');
  const tests = whole.tests.map((one) => ({ ...one, ...details, ...(one.visible ? {} : { error }) }));
  const told = studentVerdict({ ...whole, tests }).tests;
  expect(JSON.stringify(told.filter((one) => !one.visible))).not.toContain('SECRET');
  // of a visible one it is
  expect(told[0]).toMatchObject(details);
});

test('where nothing is hidden all is told', () => {
  const whole = graded([right], 'memory');
  const open = { ...whole, tests: whole.tests.map((one) => ({ ...one, visible: true })) };
  expect(studentVerdict(open)).toEqual({ ...open, signature: '' });
});

test('what a teacher decided is told as it was decided, whatever the tests said', () => {
  const outcome = (id: string, visible: boolean, passed: boolean) => ({
    id,
    name: id,
    visible,
    passed,
    points: passed ? 1 : 0,
    maxPoints: 1,
    feedback: [],
  });
  const whole: Verdict = {
    outcome: 'graded',
    result: 'partial',
    points: 1,
    maxPoints: 2,
    tests: [outcome('shown', true, true), outcome('hidden', false, true)],
    feedback: [],
    signature: 'x',
    slips: [],
  };
  expect(studentVerdict(whole)).toMatchObject({ result: 'partial', points: 1 });
  expect(studentVerdict({ ...whole, result: 'fail', points: 0 })).toMatchObject({ result: 'fail' });
});
