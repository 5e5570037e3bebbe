/** Sums up the judged tests of a run to a verdict. */
import type { CodeTest } from '../kinds/code/document.ts';
import {
  type CodeError,
  type Feedback,
  type Result,
  resultOf,
  type TestOutcome,
  type Verdict,
} from '../results/verdict.ts';
import { withoutChance } from './chance.ts';
import { say } from './codes.ts';
import { errorFeedback, inWords, isMemoryError, type Written } from './errors.ts';
import type { Judged } from './judge.ts';
import { keptNames } from './kept-state.ts';
import { nearestName } from './nearest-name.ts';
import type { Language } from './notation.ts';
import { pasted } from './pasted.ts';
import { withPrinted } from './printed.ts';
import type { Ending, LoadReport } from './report.ts';

export interface Limits {
  /** by the clock on the wall */
  seconds: number;
  /** of computing */
  cpuSeconds: number;
  megabytes: number;
}

/** All tests were called, or as many as the run allowed. `printed`: while the source was loaded. */
export function verdictOfTests(
  all: readonly Judged[],
  ending: Ending,
  limits: Limits,
  loaded: Loaded,
  printed = '',
): Verdict {
  const judged = withoutChance(all);
  const tests = withPrintedFirst(
    judged.map(({ outcome }) => outcome),
    printed,
  );
  const failures = judged.map(({ failure }) => failure);
  return {
    outcome: 'graded',
    result: resultOfRun(tests, failures, ending),
    points: sum(tests.map((test) => test.points)),
    maxPoints: sum(tests.map((test) => test.maxPoints)),
    tests,
    feedback: [...endingFeedback(ending, limits), ...keptFeedback(judged, loaded)],
    signature: judged.map(signatureOf).join(' | '),
    slips: [...new Set(judged.flatMap(({ slip }) => (slip === null ? [] : [slip])))],
  };
}

/**
 * Something is kept from one call to the next, where the first call was right and a later one was not. Of hidden tests it
 * depends on no more than whether they passed.
 */
function keptFeedback(judged: readonly Judged[], { source, language }: Loaded): Feedback[] {
  // visible tests are called first
  const first = judged.find(({ outcome }) => outcome.visible);
  if (first?.begins !== true || judged.every(({ outcome }) => outcome.passed === true)) return [];
  const { names, how } = keptNames(source, language);
  if (names.length === 0) return [];
  return [say('keepsState', { names: names.map((name) => `\`${name}\``).join(', '), count: names.length, how })];
}

/** A timeout or a lost sandbox is the result whatever passed before; errors are where every test raised one. */
function resultOfRun(tests: readonly TestOutcome[], failures: readonly Judged['failure'][], ending: Ending): Result {
  const bound = resultOfEnding(ending);
  if (bound !== null) return bound;
  const raised = failures.filter((failure) => failure === 'error' || failure === 'memory' || failure === 'ended');
  if (raised.length === tests.length && tests.length > 0) {
    return failures.every((failure) => failure === 'memory') ? 'memory' : 'error';
  }
  return resultOf(tests);
}

/** Shows what was printed while loading with the first visible test. */
function withPrintedFirst(tests: readonly TestOutcome[], printed: string): TestOutcome[] {
  const first = tests.find((test) => test.visible);
  return tests.map((test) =>
    test === first && printed !== '' ? withPrinted(test, printed + (test.printed ?? '')) : test,
  );
}

/** What was loaded, and the function that it should define. */
export interface Loaded {
  entry: string;
  source: string;
  language: Language;
}

function missingFeedback({ entry, source, language }: Loaded): Feedback {
  const near = nearestName(source, entry, language);
  return near === null ? say('missingFunction', { name: entry }) : say('misspeltFunction', { name: entry, near });
}

/** The source could not be loaded, or defines no such function: no test was called. */
export function verdictOfLoad(
  tests: readonly CodeTest[],
  load: LoadReport | null,
  ending: Ending,
  { entry, source, language }: Loaded,
  limits: Limits,
): Verdict {
  const error = load && !load.ok && 'error' in load ? inWords(load.error) : undefined;
  const missing = load !== null && !load.ok && 'missing' in load;
  const result = resultOfEnding(ending) ?? (error && isMemoryError(error) ? 'memory' : 'error');
  const strange = missing || error ? pasted(source, language) : null;
  const feedback: Feedback[] = missing
    ? [missingFeedback({ entry, source, language }), ...(strange ? [strange] : [])]
    : error
      ? loadErrorFeedback(error, strange, { source, language })
      : endingFeedback(ending, limits);
  const outcomes = tests.map((test, index): TestOutcome => {
    const { id, name, visible, points: maxPoints } = test;
    // the error is told once
    return {
      id,
      name,
      visible,
      passed: false,
      points: 0,
      maxPoints,
      feedback: [],
      ...(error && index === 0 ? { error } : {}),
    };
  });
  return {
    outcome: 'graded',
    result,
    points: 0,
    maxPoints: sum(tests.map((test) => test.points)),
    tests: withPrintedFirst(outcomes, load?.printed ?? ''),
    feedback,
    signature: `load: ${missing ? 'missing' : error ? `${error.type} ${error.message}` : ending}`.slice(0, 200),
    slips: [],
  };
}

/** What was pasted along explains the error better than any other word on it. */
function loadErrorFeedback(error: CodeError, strange: Feedback | null, written: Written): Feedback[] {
  const [raised, ...explained] = errorFeedback(error, written);
  const isOwn = explained.some(({ code }) => code !== 'feedback.starMissing' && code !== 'feedback.notCode');
  return raised === undefined || strange === null || isOwn
    ? [...(raised ? [raised] : []), ...explained]
    : [raised, strange];
}

/** The result where a limit ended the run; null: it finished, or ended itself. */
function resultOfEnding(ending: Ending): Result | null {
  if (ending === 'cpu' || ending === 'promises') return 'timeout';
  return ending === 'timeout' || ending === 'memory' ? ending : null;
}

function endingFeedback(ending: Ending, { seconds, cpuSeconds, megabytes }: Limits): Feedback[] {
  switch (ending) {
    case 'finished':
      return [];
    case 'timeout':
      return [say('timeout', { seconds })];
    case 'cpu':
      return [say('cpuTime', { seconds: cpuSeconds })];
    case 'promises':
      return [say('endlessPromises')];
    case 'memory':
      return [say('memory', { megabytes })];
    case 'died':
      return [say('died')];
  }
}

/**
 * What one test did, without what is drawn: codes and slips, an error's words, and for fixed inputs what came. Answers
 * with equal signatures go wrong in the same way.
 */
function signatureOf({ outcome, failure, slip }: Judged): string {
  if (outcome.passed) return `${outcome.id}: pass`;
  if (outcome.error) return `${outcome.id}: ${outcome.error.type} ${outcome.error.message}`.slice(0, 200);
  const codes = outcome.feedback.map(({ code }) => code.replace('feedback.', '')).join('+');
  const got = failure === 'wrong' && slip === null && outcome.visible ? ` ${outcome.got ?? ''}` : '';
  return `${outcome.id}: ${codes}${got}`.slice(0, 200);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
