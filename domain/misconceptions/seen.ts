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
  if (all.length === 0 || !isWrong(question, answer, verdict)) return [];
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

/** What is seen in an answer, as its verdict has it: each list only where there is something in it. */
export type Seen = Pick<Verdict, 'misconceptions' | 'wrongWords'>;

/** Misconceptions, and words that are told of wrong answers that are none. Pure. */
export function allSeenIn(question: Question, answer: Answer, verdict: Judged): Seen {
  const [misconceptions, wrongWords] = [seenIn(question, answer, verdict), wordsIn(question, answer, verdict)];
  return {
    ...(misconceptions.length === 0 ? {} : { misconceptions }),
    ...(wrongWords.length === 0 ? {} : { wrongWords }),
  };
}

/** What only tests show that students do not see is not told at all. */
function wordsIn(question: Question, answer: Answer, verdict: Judged): string[] {
  if (!isWrong(question, answer, verdict)) return [];
  return (question.key.wrongWords ?? []).flatMap(({ code, sign }) =>
    howShown(question, answer, verdict, sign) === 'open' ? code : [],
  );
}

/** The same of an answer that no verdict was stored of: it is graded on the spot. */
export function seenOnTheSpot(question: Question, answer: Answer): Seen {
  const { misconceptions = [], wrongWords = [] } = question.key;
  if (misconceptions.length + wrongWords.length === 0 || answer.kind !== question.kind) return {};
  const verdict = kindOf(question).grade?.(question, answer, { seed: 'misconceptions', asking: 'bell' });
  return verdict === undefined ? {} : allSeenIn(question, answer, verdict);
}

/** The question's own words on what is seen, as their student may hear them; of what has no words nothing. */
export function wordsOn(question: Pick<Question, 'key'>, { misconceptions = [], wrongWords = [] }: Seen): string[] {
  const { key } = question;
  const told = misconceptions.flatMap(({ id, hidden }) =>
    hidden === true ? [] : (wordsFor(key.misconceptions ?? [], id) ?? []),
  );
  const alone = (key.wrongWords ?? []).flatMap(({ code, html }) => (wrongWords.includes(code) ? html : []));
  return [...new Set([...told, ...alone])];
}

const isWrong = (question: Question, answer: Answer, { outcome, result }: Judged): boolean =>
  answer.kind === question.kind && outcome === 'graded' && result !== 'pass' && result !== 'received';

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
