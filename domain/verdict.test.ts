import { expect, test } from 'vitest';
import { type CodeError, studentVerdict, type TestOutcome, type Verdict } from './verdict.ts';

const raised = (line: number, type = 'IndexError'): CodeError => ({
  type,
  message: `x is 4.25 in line ${line}`,
  line,
  column: line + 4,
  traceback: `File "solution.py", line ${line}`,
});

const outcome = (visible: boolean, error?: CodeError): TestOutcome => ({
  id: visible ? 'shown' : 'hidden',
  name: 'A step',
  visible,
  passed: error === undefined,
  points: 0,
  maxPoints: 1,
  feedback: error ? [{ code: 'feedback.raised', params: { type: error.type, message: error.message, line: 7 } }] : [],
  call: 'step(4.25)',
  ...(error ? { error } : {}),
});

/** The error of the hidden test as its student sees it. */
const seen = (visible: CodeError | undefined, hidden: CodeError): CodeError | undefined => {
  const whole: Verdict = {
    outcome: 'graded',
    result: 'fail',
    points: 0,
    maxPoints: 2,
    tests: [outcome(true, visible), outcome(false, hidden)],
    feedback: [],
    signature: 'step(4.25)',
    slips: [],
  };
  const told = studentVerdict(whole);
  expect(JSON.stringify([told.signature, told.tests[1]])).not.toContain('4.25');
  return told.tests[1]?.error;
};

test('of an error in a hidden test only the type is told', () => {
  const nothing = { message: '', traceback: '', line: null, column: null };
  expect(seen(undefined, raised(7))).toEqual({ type: 'IndexError', ...nothing });
  expect(seen(raised(3), raised(7))).toEqual({ type: 'IndexError', ...nothing });
  expect(seen(raised(7, 'KeyError'), raised(7))).toEqual({ type: 'IndexError', ...nothing });
});

test('its line is told where a visible test fails there in the same way', () => {
  expect(seen(raised(7), raised(7))).toEqual({ type: 'IndexError', message: '', traceback: '', line: 7, column: 11 });
});
