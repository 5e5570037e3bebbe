/** Which misconceptions an answer shows. Pure; by its question's signs, and by what the judge said. */
import type { Answer } from '../answer.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';
import type { TestOutcome, Verdict } from '../results/verdict.ts';
import { nameOf, type SeenMisconception, type ShownMisconception, type Sign } from './sign.ts';

type Judged = Pick<Verdict, 'outcome' | 'result' | 'tests' | 'slips' | 'feedback'>;

/** Each once, in the order of the question. What is right, or could not be read, shows none. */
export function seenIn(question: Question, answer: Answer, verdict: Judged): SeenMisconception[] {
  const all = question.key.misconceptions ?? [];
  if (all.length === 0 || answer.kind !== question.kind) return [];
  if (verdict.outcome !== 'graded' || verdict.result === 'pass' || verdict.result === 'received') return [];
  const seen = new Map<string, SeenMisconception>();
  for (const { id, sign } of all) {
    const how = howShown(question, answer, verdict, sign);
    if (how === null) continue;
    // what shows in the open is told, whatever else shows it
    if (how === 'open') seen.set(id, { id });
    else if (!seen.has(id)) seen.set(id, { id, hidden: true });
  }
  return [...seen.values()];
}

/** The same of an answer that no verdict was stored of: it is graded on the spot. */
export function seenOnTheSpot(question: Question, answer: Answer): SeenMisconception[] {
  if ((question.key.misconceptions ?? []).length === 0 || answer.kind !== question.kind) return [];
  const verdict = kindOf(question).grade?.(question, answer, { seed: 'misconceptions', asking: 'bell' });
  return verdict === undefined ? [] : seenIn(question, answer, verdict);
}

/** The question's own words on those that are seen, as their student may hear them; of one without words nothing. */
export function wordsOn(question: Pick<Question, 'key'>, seen: readonly SeenMisconception[]): string[] {
  const all = question.key.misconceptions ?? [];
  const told = seen.flatMap(({ id, hidden }) => (hidden === true ? [] : (wordsFor(all, id) ?? [])));
  return [...new Set(told)];
}

const wordsFor = (all: readonly ShownMisconception[], id: string): string | undefined =>
  all.find((one) => one.id === id && one.html !== null)?.html ?? undefined;

/** null: it does not show. */
function howShown(question: Question, answer: Answer, verdict: Judged, sign: Sign): 'open' | 'hidden' | null {
  switch (nameOf(sign)) {
    case 'slip':
      return ofSlip(verdict, sign.slip ?? '');
    case 'error':
      return ofTests(verdict.tests, ({ error }) => error?.type === sign.error);
    case 'test':
      return ofTests(verdict.tests, ({ id, passed }) => id === sign.test && passed === false);
    case null:
      return null;
    default:
      return kindOf(question).misread.shows?.(question, answer, sign) === true ? 'open' : null;
  }
}

function ofTests(tests: readonly TestOutcome[], is: (test: TestOutcome) => boolean): 'open' | 'hidden' | null {
  const found = tests.filter(is);
  if (found.length === 0) return null;
  return found.some(({ visible }) => visible) ? 'open' : 'hidden';
}

/** A slip that only hidden tests name is not told: it could be made to depend on their inputs. */
function ofSlip({ slips, tests, feedback }: Judged, slip: string): 'open' | 'hidden' | null {
  if (!slips.includes(slip)) return null;
  if (tests.every(({ visible }) => visible)) return 'open';
  const isNamed = ({ code }: { code: string }): boolean => code === `feedback.slip.${slip}`;
  return feedback.some(isNamed) || tests.some((test) => test.visible && test.feedback.some(isNamed))
    ? 'open'
    : 'hidden';
}
