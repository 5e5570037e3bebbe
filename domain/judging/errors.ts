/** Errors of a submission's code: what is told of them beside the language's own words, and what is left out. */
import type { CodeError, Feedback } from '../verdict.ts';
import { say, type TestCode } from './codes.ts';

/** Errors that are worth more than Python's own words. */
const EXPLAINED: Record<string, TestCode> = {
  RecursionError: 'tooDeep',
  EOFError: 'inputCalled',
  SystemExit: 'exitCalled',
  Unreadable: 'unreadable',
};

/** Mistakes of those who write code as they write maths, by the words of Python and V8. */
const AS_IN_MATHS: readonly [words: RegExp, code: TestCode][] = [
  [/^invalid decimal literal/, 'starMissing'],
  [/^invalid (?:non-printable )?character|^Invalid or unexpected token/, 'notCode'],
  [/^unsupported operand type\(s\) for \^/, 'caret'],
];

const explanationOf = (error: CodeError): TestCode | undefined => {
  if (isTooDeep(error)) return 'tooDeep';
  if (isMemoryError(error)) return 'testMemory';
  return EXPLAINED[error.type] ?? AS_IN_MATHS.find(([words]) => words.test(error.message))?.[1];
};

/** What to tell of an error; where it is, is in the error itself. */
export function errorFeedback(error: CodeError): Feedback[] {
  const explained = explanationOf(error);
  const raised = say('raised', { type: error.type, message: error.message || 'none', line: error.line ?? 0 });
  if (explained === undefined) return [raised];
  // our own name for it tells a student nothing
  return explained === 'unreadable' ? [say(explained)] : [raised, say(explained)];
}

/** NumPy refuses an array beyond the address space with a ValueError. */
export function isMemoryError({ type, message }: CodeError): boolean {
  return type.endsWith('MemoryError') || (type === 'ValueError' && message.startsWith('array is too big'));
}

const isTooDeep = (error: CodeError): boolean => error.type === 'RangeError' && /call stack/.test(error.message);

/** The names of a language's own errors; one of the submission's own making could tell a hidden input. */
const KNOWN_ERRORS = new Set(
  (
    'ArithmeticError AssertionError AttributeError AxisError EOFError Error EvalError Exception FileNotFoundError ' +
    'FloatingPointError ImportError IndentationError IndexError KeyError KeyboardInterrupt LinAlgError LookupError ' +
    'MemoryError ModuleNotFoundError NameError NotImplementedError OSError OverflowError RangeError RecursionError ' +
    'ReferenceError RuntimeError StopIteration SyntaxError SystemExit TabError TypeError URIError UnboundLocalError ' +
    'UnicodeError Unreadable ValueError ZeroDivisionError _ArrayMemoryError _UFuncNoLoopError'
  ).split(' '),
);

export const withoutOwnName = (error: CodeError): CodeError =>
  KNOWN_ERRORS.has(error.type) ? error : { ...error, type: 'Exception' };
