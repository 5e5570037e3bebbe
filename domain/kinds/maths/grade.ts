/** Grades a maths answer, part by part, with the checker. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import { formatNumber } from '../../judging/number-format.ts';
import { hash } from '../../judging/random.ts';
import { checkAnswer, type MathsCheck } from '../../maths/check.ts';
import type { QuestionOf } from '../../question.ts';
import { type Feedback, resultOf, type TestOutcome, type Verdict } from '../../results/verdict.ts';
import { eulerInPlay } from '../common/euler.ts';

/** A formula of an answer: a part of a maths question, or an entry of another. */
type Part = Pick<QuestionOf<'maths'>['parts'][number], 'id' | 'label' | 'points'>;

/**
 * What becomes of a text that has several readings, or none.
 * - ask: the answer is invalid and spends nothing; its student is asked, or told what cannot be read
 * - shown: nobody can be asked any more, and the reading that was shown is taken
 * - bell: so too, and a part that cannot be read earns nothing while the others are graded
 */
export type Asking = 'ask' | 'shown' | 'bell';

/**
 * An undecided part earns nothing yet and loses nothing. Where a part cannot be read, or all are empty, the whole is
 * invalid: no attempt is spent, and nothing is told of the other parts but how they were read. At the bell of a live
 * round, when nothing can be corrected, the others count.
 */
export function gradeMaths(
  question: QuestionOf<'maths'>,
  { parts, readings = {} }: AnswerOf<'maths'>,
  seed: string,
  asking: Asking = 'ask',
): Verdict {
  const typed = question.parts.map((part) => ({ part, text: (parts[part.id] ?? '').trim() }));
  if (typed.every(({ text }) => text === '')) return invalid(question, [], [say('nothingFilled')]);
  const checked = typed.map(({ part, text }) => {
    const chosen = readings[part.id];
    const how = { ...(chosen === undefined ? {} : { chosen }), unasked: asking !== 'ask' };
    return { part, check: text === '' ? null : check(question, part, text, seed, how) };
  });
  const unreadable = checked.filter(({ check }) => check?.verdict === 'invalid');
  if (unreadable.length > 0 && asking !== 'bell') {
    const unread = checked.map(({ part, check }) => unjudged(part, check));
    const asked = unreadable.every(({ check }) => check?.readings !== undefined);
    return invalid(question, unread, [say(asked ? 'partAsked' : 'partUnreadable')]);
  }
  const tests = checked.map(({ part, check }) => outcomeOf(part, check));
  const slips = checked.flatMap(({ check }) => (check?.slip ? [check.slip.code] : []));
  return {
    outcome: 'graded',
    result: resultOf(tests),
    points: sum(tests.map((test) => test.points)),
    maxPoints: sum(question.parts.map((part) => part.points)),
    tests,
    feedback: tests.some((test) => test.passed === null) ? [say('undecided')] : [],
    signature: checked.map(({ part, check }) => `${part.id}: ${signatureOf(check)}`).join(' | '),
    slips: [...new Set(slips)],
  };
}

function check(
  question: QuestionOf<'maths'>,
  part: Part,
  text: string,
  seed: string,
  how: { chosen?: string; unasked: boolean },
): MathsCheck {
  const truth = question.key.truths[part.id];
  if (truth === undefined) throw new Error(`question ${question.id} has no truth for part ${part.id}`);
  const { variables, positive } = question;
  const { decimals, strict, slips } = question.key.checking?.[part.id] ?? {};
  return checkAnswer(truth, text, {
    variables,
    positive,
    seed: hash(seed),
    euler: eulerInPlay(question),
    ...how,
    ...(decimals === undefined ? {} : { tolerance: { decimals } }),
    ...(strict === undefined ? {} : { strict }),
    ...(slips === undefined ? {} : { slips }),
  });
}

function invalid(question: QuestionOf<'maths'>, tests: TestOutcome[], feedback: Feedback[]): Verdict {
  const maxPoints = sum(question.parts.map((part) => part.points));
  return { outcome: 'invalid', result: 'error', points: 0, maxPoints, tests, feedback, signature: '', slips: [] };
}

const common = (part: Part): Pick<TestOutcome, 'id' | 'name' | 'visible' | 'maxPoints'> => ({
  id: part.id,
  name: part.label,
  visible: true,
  maxPoints: part.points,
});

const reading = (check: MathsCheck | null): Pick<TestOutcome, 'readingTex'> =>
  check?.reading ? { readingTex: check.reading.tex } : {};

/** What is to be told of how a formula was read. */
export const readingNotes = (check: MathsCheck | null): Feedback[] =>
  (check?.reading?.notes ?? []).map((note) => ({ code: `maths.reading.${note.code}`, params: { ...note.params } }));

const problemTold = ({ code, params, at, length }: NonNullable<MathsCheck['problem']>): Feedback => ({
  code: `maths.problem.${code}`,
  params: { ...params, at, length },
});

/** A part of an invalid answer: what could not be read, and where, or what it may mean; right or wrong stays open. */
export function unjudged(part: Part, check: MathsCheck | null): TestOutcome {
  const { problem, readings } = check ?? {};
  const feedback = problem ? [problemTold(problem)] : readingNotes(check);
  const asked = readings === undefined ? {} : { readings: [...readings] };
  return { ...common(part), passed: null, points: 0, feedback, ...reading(check), ...asked };
}

/** A formula that was checked; null: nothing is typed. */
export function outcomeOf(part: Part, check: MathsCheck | null): TestOutcome {
  if (check === null) return { ...common(part), passed: false, points: 0, feedback: [say('partEmpty')] };
  if (check.problem) return { ...common(part), passed: false, points: 0, feedback: [problemTold(check.problem)] };
  const passed = check.verdict === 'undecided' ? null : check.verdict === 'equal';
  const feedback = readingNotes(check);
  if (check.note) feedback.push({ code: `maths.note.${check.note.code}`, params: { ...check.note.params } });
  if (check.slip) feedback.push({ code: `maths.slip.${check.slip.code}`, params: { ...check.slip.params } });
  if (check.verdict === 'different' && check.witness) feedback.push(...witnessed(check.witness, check.reading?.text));
  return { ...common(part), passed, points: passed ? part.points : 0, feedback, ...reading(check) };
}

/** What the answer gives, and what is expected there; of a number that is asked for not the number. */
function witnessed(
  { point, student, expected }: NonNullable<MathsCheck['witness']>,
  text: string | undefined,
): Feedback[] {
  const short = (value: number): string => formatNumber(Number(value.toPrecision(5)), 'javascript');
  const at = Object.entries(point)
    .map(([name, value]) => `${name} = ${short(value)}`)
    .join(', ');
  const got = short(student);
  if (expected !== undefined) return [say('witness', { at: at || 'none', got, expected: short(expected) })];
  if (at !== '') return [say('witnessVaries', { at, got })];
  // a number as it was typed says so itself
  return got === text ? [] : [say('witnessAlone', { got })];
}

/** Equal for formulas that go wrong in the same way. */
export function signatureOf(check: MathsCheck | null): string {
  if (check === null) return 'empty';
  if (check.verdict !== 'different') return check.verdict;
  // a lesson's own slips all have one code
  if (check.slip) return `${check.slip.code} ${check.slip.params.words ?? ''}`.trim().slice(0, 200);
  return (check.reading?.text ?? '').slice(0, 200);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
