/**
 * Reads and grades a number, in whatever notation the checker reads: `3`, `-1.5e3`, `1/2`, `1½`, `3·10^-1`, `x = 2,5`, with
 * the question's own unit or without. A formula that would have to be worked out is none.
 */
import type { AnswerOf } from '../../answer.ts';
import { type Slip, say } from '../../judging/codes.ts';
import { doubleOf, type Exact, minus, over, times } from '../../judging/exact.ts';
import type { ReadingNote } from '../../maths/problem.ts';
import { type Meaning, readExpression } from '../../maths/read.ts';
import type { QuestionOf, QuestionViewOf } from '../../question.ts';
import type { Feedback, Verdict } from '../../results/verdict.ts';
import { eulerInPlay } from '../common/euler.ts';
import { earned, holds, isNear } from './accepted.ts';
import { plainNumber } from './plain-number.ts';
import { withoutUnit } from './unit.ts';

export type ReadNumber =
  | { ok: true; value: number; exact: Exact; tex: string; text: string; notes: readonly ReadingNote[] }
  | { ok: false; feedback: Feedback; readings?: readonly Meaning[] };

/** How a number is to be read; what is left out is as usual. */
export interface NumberReading {
  unit?: string | null;
  euler?: boolean;
  /** which of several readings is meant, by its text */
  chosen?: string | undefined;
  /** nobody can be asked any more: the reading that was shown is taken */
  unasked?: boolean;
}

/** Reads a number as people write it; what has two readings is asked, unless it was chosen. */
export function readNumber(
  text: string,
  { unit = null, euler = false, chosen, unasked }: NumberReading = {},
): ReadNumber {
  const bare = withoutUnit(text, unit);
  const reading = readExpression(bare, {
    variables: [],
    euler,
    ...(chosen === undefined ? {} : { chosen }),
    ...(unasked === undefined ? {} : { unasked }),
  });
  if (!reading.ok) return { ok: false, feedback: unreadable(reading.problem, bare, unit) };
  if (reading.asked !== undefined) {
    const [first, second] = reading.asks;
    const feedback = say('twoReadings', { first: first?.text ?? '', second: second?.text ?? '' });
    return { ok: false, feedback, readings: reading.asks };
  }
  const mixed = reading.notes.some((note) => note.code === 'mixed-number') || /\+/.test(chosen ?? '');
  const read = plainNumber(reading.tree, mixed);
  if (!read.ok) return { ok: false, feedback: say(read.code) };
  const value = doubleOf(read.value);
  if (!Number.isFinite(value)) return { ok: false, feedback: say('notANumber') };
  const { tex, text: read_, notes } = reading;
  return { ok: true, value, exact: read.value, tex, text: read_, notes };
}

/** Why a text is no number, in words that say what to type. */
function unreadable(
  problem: { code: string; params: Feedback['params'] },
  text: string,
  unit: string | null,
): Feedback {
  if (problem.code === 'two-numbers') return { code: 'maths.problem.two-numbers', params: { ...problem.params } };
  if (problem.code === 'several-values') return say('oneNumberOnly');
  const startsAsNumber = /^[\s+\-−–(]*[\d.,]+\s*[^\d\s.,]/u.test(text);
  if (unit !== null && problem.code.startsWith('unknown-') && startsAsNumber) return say('otherUnit', { unit });
  return say('notANumber');
}

/** How the number of a question is read. */
export function readingOf(
  question: Pick<QuestionViewOf<'number'>, 'unit' | 'promptHtml' | 'euler'>,
  { value, reading }: AnswerOf<'number'>,
  unasked = false,
): ReadNumber {
  return readNumber(value, { unit: question.unit, euler: eulerInPlay(question), chosen: reading, unasked });
}

/** Grades a number. @param unasked nobody can be asked which reading is meant: one is taken */
export function gradeNumber(question: QuestionOf<'number'>, answer: AnswerOf<'number'>, unasked = false): Verdict {
  const read = readingOf(question, answer, unasked);
  const common = { maxPoints: question.points, tests: [] };
  if (!read.ok) {
    return {
      outcome: 'invalid',
      result: 'error',
      points: 0,
      ...common,
      feedback: [read.feedback],
      signature: '',
      slips: [],
      ...(read.readings === undefined ? {} : { readings: [...read.readings] }),
    };
  }
  const { share, other } = earned(question.key, read);
  const slip = share > 0 ? null : numberSlip(question.key, read);
  const notes = read.notes.filter(({ code }) => TOLD.has(code));
  // what the author says of it is more than its name
  const named = other?.note === undefined && slip !== null ? [say(`slip.${slip}`)] : [];
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    // hundredths, as they are shown
    points: Math.round(question.points * share * 100) / 100,
    ...common,
    feedback: [
      ...(other?.note === undefined ? named : [say('textNote', { words: other.note.words })]),
      ...notes.map(({ code, params }) => ({ code: `maths.reading.${code}`, params: { ...params } })),
    ],
    signature: share === 1 ? 'pass' : String(Number(read.value.toPrecision(6))),
    slips: slip === null ? [] : [slip],
  };
}

/** Of how a number was read this is told; a decimal comma everybody knows. */
const TOLD: ReadonlySet<string> = new Set(['mixed-number', 'thousands']);

type Key = QuestionOf<'number'>['key'];

/** A wrong sign, twice or half of what is right. */
function numberSlip({ value, tolerance, between }: Key, { exact: got }: { exact: Exact }): Slip | null {
  const two = { above: 2n, below: 1n };
  const half = over(got, two);
  const is = (one: Exact | undefined, wide: number): boolean => {
    if (one === undefined) return false;
    if (between !== undefined) return holds(between, { value: doubleOf(one), exact: one });
    return isNear(value, one, { absolute: tolerance.absolute * wide, relative: tolerance.relative });
  };
  if (value === 0) return null;
  if (is(minus(got), 1)) return 'sign';
  if (is(half, 1 / 2)) return 'doubled';
  return is(times(got, two), 2) ? 'halved' : null;
}
