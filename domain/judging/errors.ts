/** Errors of a submission's code: what is told of them beside the language's own words, and what is left out. */
import type { CodeError, Feedback } from '../results/verdict.ts';
import { absence } from './absent-names.ts';
import { say, type TestCode } from './codes.ts';
import { decimalComma } from './decimal-comma.ts';
import { missingPackage } from './missing-package.ts';
import type { Language } from './number-format.ts';
import { THROWN } from './thrown.ts';

/** Errors that are worth more than Python's own words. */
const EXPLAINED: Record<string, TestCode> = {
  RecursionError: 'tooDeep',
  EOFError: 'inputCalled',
  SystemExit: 'exitCalled',
  FileNotFoundError: 'noFile',
};

/** Mistakes of those who write code as they write maths, by the words of Python and V8. */
const AS_IN_MATHS: readonly [words: RegExp, code: TestCode][] = [
  [/^invalid decimal literal/, 'starMissing'],
  [/^invalid (?:non-printable )?character|^Invalid or unexpected token/, 'notCode'],
  [/^unsupported operand type\(s\) for \^/, 'caret'],
];

const codeOf = (error: CodeError): TestCode | undefined => {
  if (isTooDeep(error)) return 'tooDeep';
  if (isMemoryError(error)) return 'testMemory';
  return EXPLAINED[error.type] ?? AS_IN_MATHS.find(([words]) => words.test(error.message))?.[1];
};

/** The answer that an error is of. */
export interface Written {
  source: string;
  language: Language;
}

/** Beside the language's own words; null: they say it all. */
function explanationOf(error: CodeError, given: number | null, written: Written): Feedback | null {
  const { source, language } = written;
  if (error.type === 'SystemExit' && waitsForDebugger(error, source)) return say('debuggerCalled');
  const code = codeOf(error);
  if (code !== undefined) return say(code);
  const told = language === 'python' ? missingPackage(error, source) : absence(error);
  return told ?? commaInError(error, written) ?? (given === null ? null : wrongCount(error, given));
}

/** What to tell of an error; where it is, is in the error itself. `given`: how many values the test hands in. */
export function errorFeedback(error: CodeError, written: Written, given: number | null = null): Feedback[] {
  const { type, message } = error;
  // our own names for it tell a student nothing
  if (type === 'Unreadable') return [say('unreadable')];
  if (type === THROWN) return [say('thrown', { value: message || 'none', line: error.line ?? 0 })];
  const explained = explanationOf(error, given, written);
  const raised = say('raised', { type, message: message || 'none', line: error.line ?? 0 });
  return explained === null ? [raised] : [raised, explained];
}

/** `breakpoint()` finds nobody at the keyboard and leaves. */
function waitsForDebugger({ line }: CodeError, source: string): boolean {
  const text = source.split(/\r\n?|\n/)[(line ?? 0) - 1] ?? '';
  return /\bbreakpoint\s*\(|\bset_trace\s*\(/.test(text);
}

/** Two values where one is meant, since a comma stands for the point. */
function commaInError({ type, message }: CodeError, { source, language }: Written): Feedback | null {
  const isOfTwo = type === 'TypeError' && /\bsequence\b|'tuple'|\btuple\b/.test(message);
  return language === 'python' && isOfTwo ? decimalComma(source, language, true) : null;
}

/** Python's call of the submission's own function did not fit it: no line of the submission was reached. */
function wrongCount({ type, message, line }: CodeError, given: number): Feedback | null {
  if (type !== 'TypeError' || line !== null) return null;
  const tooMany = /\(\) takes (?:from (\d+) to )?(\d+) positional arguments? but (\d+) (?:was|were) given$/.exec(
    message,
  );
  if (tooMany) {
    const [, least, most = '', passed] = tooMany;
    if (Number(passed) !== given) return null;
    return say('tooManyArguments', { given, takes: least === undefined ? most : `${least}–${most}` });
  }
  const tooFew = /\(\) missing (\d+) required positional arguments?: (.+)$/.exec(message);
  if (!tooFew) return null;
  const names = [...(tooFew[2] ?? '').matchAll(/'([^']*)'/g)].map(([, name]) => `\`${name}\``);
  return say('tooFewArguments', { given, takes: given + Number(tooFew[1]), names: names.join(', ') });
}

/** The error without the numbers by which systems know their errors: `[Errno 44] No such file …`. */
export function inWords(error: CodeError): CodeError {
  const { message, traceback } = error;
  if (!NUMBERED.test(message)) return error;
  return { ...error, message: message.replace(NUMBERED, ''), traceback: traceback.replaceAll(NUMBERED_INSIDE, '$1') };
}

const NUMBERED = /^\[Errno \d+\] /;
const NUMBERED_INSIDE = /^(\w+: )\[Errno \d+\] /gm;

/** NumPy refuses an array beyond the address space with a ValueError. */
export function isMemoryError({ type, message }: CodeError): boolean {
  return type.endsWith('MemoryError') || (type === 'ValueError' && message.startsWith('array is too big'));
}

const isTooDeep = (error: CodeError): boolean => error.type === 'RangeError' && /call stack/.test(error.message);
