/**
 * A verdict as its student sees it. Of a hidden test that is whether it passed, and nothing else: whatever its failure is
 * told by (an error's type or line, what was printed, how the run ended, a slip) could be made to depend on its inputs.
 */
import { type Feedback, type Result, resultOf, type TestOutcome, type Verdict } from './verdict.ts';

/** Depends on the visible tests, on what was said while the answer was loaded, and on which of the hidden tests passed. */
export function studentVerdict(whole: Verdict): Verdict {
  const visible = whole.tests.filter((test) => test.visible);
  const { misconceptions: seen, ...others } = whole;
  const misconceptions = seen?.filter(({ hidden }) => hidden !== true) ?? [];
  const told = { ...others, ...(misconceptions.length === 0 ? {} : { misconceptions }), signature: '' };
  if (visible.length === whole.tests.length) return told;
  const isOpen = endedInTheOpen(whole.tests);
  const failsVisibly = visible.some((test) => test.passed !== true);
  // said once: of the first hidden test that failed
  const first = whole.tests.find((test) => !test.visible && test.passed === false);
  return {
    ...told,
    result: isOpen || isDecided(whole) ? whole.result : openResult(whole),
    tests: whole.tests.map((test) => (test.visible ? test : hideDetails(test, test === first, failsVisibly))),
    feedback: isOpen ? whole.feedback : whole.feedback.filter(({ code }) => !ENDINGS.has(code)),
    slips: whole.slips.filter((slip) =>
      visible.some(({ feedback }) => feedback.some(({ code }) => code === `feedback.slip.${slip}`)),
    ),
  };
}

/** How a run ended, as it is told of a whole answer, and as it is told of the test that it ended in and of those after it. */
const ENDINGS: ReadonlySet<string> = new Set(
  ['timeout', 'cpuTime', 'endlessPromises', 'memory', 'died'].map((code) => `feedback.${code}`),
);
const ENDED: ReadonlySet<string> = new Set(
  ['testTimeout', 'testMemory', 'testDied', 'notRun'].map((code) => `feedback.${code}`),
);

/** An error of the answer's own (a MemoryError) ends no run. */
const isEnded = ({ feedback, error }: TestOutcome): boolean =>
  error === undefined && feedback.some(({ code }) => ENDED.has(code));

/**
 * Whether the run ended before a hidden test was called: while loading (then nothing is told of any test), or in a visible
 * one, which are called first.
 */
function endedInTheOpen(tests: readonly TestOutcome[]): boolean {
  return (
    tests.every((test) => test.passed !== true && test.feedback.length === 0) ||
    tests.some((test) => test.visible && isEnded(test))
  );
}

/** Whether a person gave other points than the tests did: then the result is theirs, and tells nothing of the tests. */
function isDecided({ points, tests }: Verdict): boolean {
  return Math.abs(points - tests.reduce((sum, test) => sum + test.points, 0)) > 1e-6;
}

/** The result by the visible tests and by which tests passed. */
function openResult({ result, tests }: Verdict): Result {
  if (result === 'pass' || result === 'undecided' || result === 'received') return result;
  const visible = tests.filter((test) => test.visible);
  const raised = visible.length > 0 && visible.every((test) => test.error !== undefined);
  return raised && tests.every((test) => test.passed !== true) ? 'error' : resultOf(tests);
}

function hideDetails(test: TestOutcome, isFirst: boolean, failsVisibly: boolean): TestOutcome {
  const { id, name, visible, passed, points, maxPoints, hintHtml } = test;
  const code = failsVisibly ? 'feedback.hiddenToo' : 'feedback.hiddenOnly';
  const feedback: Feedback[] = isFirst ? [{ code, params: {} }] : [];
  return {
    id,
    name,
    visible,
    passed,
    points,
    maxPoints,
    feedback,
    // what is wrong in sight comes first: a hint about something else would lead away from it
    ...(hintHtml === undefined || passed === true || failsVisibly ? {} : { hintHtml }),
  };
}
