/** Grades a set: values earn their shares, a part of the real line all or nothing. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import { hash } from '../../judging/random.ts';
import type { QuestionOf } from '../../question.ts';
import type { Feedback, Verdict } from '../../results/verdict.ts';
import type { Asking } from '../maths/grade.ts';
import { type End, readSet } from './candidates.ts';
import { checkSet, type SetCheck, type SetSlip } from './check.ts';
import { endsOf, mapEnds, type SetTree } from './tree.ts';
import { setText } from './typeset.ts';

const LONG = 200;
/** As much of a set as fits on a line of the wall. */
const SHORT = 60;

/** What a slip says; never what is right. */
const TOLD = {
  ends: 'setClosed',
  words: 'setWords',
  outside: 'setOutside',
  sign: 'setSign',
  missing: 'setMissing',
  extra: 'setExtra',
} as const satisfies Record<SetSlip, string>;

export function gradeSet(
  question: QuestionOf<'set'>,
  { set, reading }: AnswerOf<'set'>,
  seed: string,
  asking: Asking = 'ask',
): Verdict {
  const { key, asks, variables, positive, points } = question;
  const read = readSet(question, set, { chosen: reading, unasked: asking !== 'ask' });
  if (!read.ok) return invalid(points, read.feedback);
  if (read.asks.length > 0) {
    const [first, second] = read.asks;
    const feedback = say('twoReadings', { first: first?.text ?? '', second: second?.text ?? '' });
    return { ...invalid(points, feedback), readings: read.asks.map(({ tex, text }) => ({ tex, text })) };
  }
  const wanted = readSet(question, key.set, { unasked: true });
  const { decimals } = key.checking ?? {};
  // a key that cannot be read is found when its lesson is compiled; nobody pays for one all the same
  const check: SetCheck = wanted.ok
    ? checkSet(wanted.read.tree, read.read.tree, { asks, variables, positive, seed: hash(seed), decimals })
    : { verdict: 'undecided', share: 0 };
  if (check.verdict === 'never-defined')
    return invalid(points, { code: 'maths.problem.never-defined', params: { at: 0, length: 1 } });
  const notes = read.read.notes.map(({ code, params }) => ({ code: `maths.reading.${code}`, params: { ...params } }));
  const signature = signatureOf(check, read.read.tree, question.variable);
  return {
    outcome: 'graded',
    result: resultOf(check),
    // hundredths, as they are shown
    points: Math.round(points * check.share * 100) / 100,
    maxPoints: points,
    tests: [],
    feedback: check.verdict === 'undecided' ? [say('undecided')] : [...told(check, signature), ...unlike(notes)],
    signature,
    slips: check.slip === undefined ? [] : [check.slip],
  };
}

/** The slip; else the set itself, as a class reads it over those who gave it. */
function told({ verdict, slip }: SetCheck, set: string): Feedback[] {
  if (verdict === 'equal') return [];
  if (slip !== undefined) return [say(TOLD[slip])];
  return set.length <= SHORT ? [say('setOther', { set })] : [];
}

function resultOf({ verdict, share }: SetCheck): Verdict['result'] {
  if (verdict === 'undecided') return 'undecided';
  if (verdict === 'equal') return 'pass';
  return share > 0 ? 'partial' : 'fail';
}

/** Equal for answers that are the same set, whichever way they were written. */
function signatureOf({ verdict, shape }: SetCheck, given: SetTree<End>, variable: string): string {
  if (verdict !== 'different') return verdict;
  const values = [...new Map(endsOf(given).map((end) => [end.text, end])).values()];
  const sorted = values.sort((a, b) => a.about - b.about || (a.text < b.text ? -1 : 1));
  const plain: SetTree<End> =
    shape ?? (values.length === 0 ? { is: 'none' } : { is: 'points', line: false, ends: sorted });
  const text = setText(
    mapEnds(plain, (end) => end.text),
    variable,
  );
  return text.length <= LONG ? text : `${text.slice(0, LONG)}… ${hash(text)}`;
}

const unlike = (notes: readonly Feedback[]): Feedback[] =>
  notes.filter(({ code }, index) => notes.findIndex((other) => other.code === code) === index);

function invalid(maxPoints: number, feedback: Feedback): Verdict {
  return {
    outcome: 'invalid',
    result: 'error',
    points: 0,
    maxPoints,
    tests: [],
    feedback: [feedback],
    signature: '',
    slips: [],
  };
}
