/** The check of a maths answer: reads it, differentiates the truth, compares, and says why. */
import { type Comparison, compareTapes } from './compare.ts';
import type { Ask } from './decisions.ts';
import { differentiate } from './differentiate.ts';
import { domainNote } from './domain-note.ts';
import { lower } from './lower.ts';
import { Memo } from './memo.ts';
import { tapeValues } from './numbers.ts';
import { listed, type Note, type Problem, type ReadingNote } from './problem.ts';
import { type Expression, type Meaning, type Reading, type ReadOptions, readExpression } from './read.ts';
import { findSlip, type LessonSlip, type Slip } from './slips.ts';
import { type Tape, TapeBuilder, TapeLimit, tapeVariables } from './tape.ts';
import type { MathsTruth } from './truth.ts';

export type { MathsTruth } from './truth.ts';

/** What a check says: plain JSON, without the truth (but for its value at the witness). */
export type MathsCheck = {
  readonly verdict: 'equal' | 'different' | 'undecided' | 'invalid';
  /** How the answer was understood. */
  readonly reading?: { readonly tex: string; readonly text: string; readonly notes: readonly ReadingNote[] };
  /**
   * With `different`: a point at which the two differ; left out where their values are beyond doubles. Without `expected` where
   * the truth has one value everywhere: that value is the truth. Without a point where the answer has one value as well.
   */
  readonly witness?: { readonly point: Record<string, number>; readonly student: number; readonly expected?: number };
  /** With `equal`: where only one side is defined. With `undecided`: why. */
  readonly note?: Note;
  /** With `different`: the known slip that it is. */
  readonly slip?: Slip;
  /** With `invalid`. */
  readonly problem?: Problem;
  /** With `invalid`, where the notation has several common readings: these, to choose from. */
  readonly readings?: readonly Meaning[];
};

/** What a question allows; all but `variables` may be left out. */
export type CheckOptions = {
  /** The names that formulas may be made of, at least one letter each. */
  readonly variables: readonly string[];
  /** Variables that stand for positive numbers only. */
  readonly positive?: readonly string[];
  /** The same seed gives the same points. */
  readonly seed?: number;
  /** Forgives a difference of half a unit of this decimal (0 to 12): `{decimals: 3}` is ±0.0005 at every point. */
  readonly tolerance?: { readonly decimals: number };
  /** An answer that is undefined where the truth is defined is different. */
  readonly strict?: boolean;
  /** The lesson's own slips, each a formula that a student may arrive at. */
  readonly slips?: readonly LessonSlip[];
  /** `false` leaves out the search for slips. */
  readonly explain?: boolean;
  /** Euler's number is in play, so that it is asked whether `2e-1` is 2·e − 1. */
  readonly euler?: boolean;
  /** Which of several readings was chosen, by its text. */
  readonly chosen?: string;
  /** Nobody can be asked any more: the reading that was shown is taken. */
  readonly unasked?: boolean;
};

/** Letters that may stand for the constant of integration, where they are not variables. */
const integrationConstants = ['C', 'c', 'K', 'k', 'C_1', 'c_1', 'const'];

/**
 * Grades one answer. Real numbers only: where a function leaves its real domain, the formula has no value there.
 * Never throws, whatever was typed. A truth that cannot be read (`problemWithTruth` finds these when a lesson is
 * compiled) makes the answer undecided, so that no student pays for it.
 */
export function checkAnswer(truth: MathsTruth, student: string, options: CheckOptions): MathsCheck {
  const free = isUpToConstant(truth) ? integrationConstants.filter((name) => !options.variables.includes(name)) : [];
  const reading = readExpression(student, {
    variables: options.variables,
    ...(free.length > 0 ? { alsoVariables: free } : {}),
    ...asking(options),
  });
  if (!reading.ok) return { verdict: 'invalid', problem: reading.problem };
  if (reading.asked !== undefined)
    return { verdict: 'invalid', problem: twoReadings(reading, reading.asked), readings: reading.asks };
  const understood = { tex: reading.tex, text: reading.text, notes: reading.notes };
  try {
    return { ...judge(truth, reading.tree, options), reading: understood };
  } catch (failure) {
    if (!(failure instanceof TapeLimit)) throw failure;
    return { verdict: 'undecided', reading: understood, note: { code: 'too-complicated', params: {} } };
  }
}

function asking({ euler, chosen, unasked }: CheckOptions): Pick<ReadOptions, 'euler' | 'chosen' | 'unasked'> {
  return {
    ...(euler === undefined ? {} : { euler }),
    ...(chosen === undefined ? {} : { chosen }),
    ...(unasked === undefined ? {} : { unasked }),
  };
}

/** That a text can be meant in several ways, as a problem: it names the first two. */
function twoReadings({ asks }: Pick<Reading & { ok: true }, 'asks'>, { at, length }: Ask): Problem {
  const [first, second] = asks;
  return { code: 'two-readings', at, length, params: { first: first?.text ?? '', second: second?.text ?? '' } };
}

function judge(truth: MathsTruth, answer: Expression, options: CheckOptions): MathsCheck {
  const by = 'by' in truth ? truth.by : undefined;
  const upTo = isUpToConstant(truth) ? by : undefined;
  const expected = truthTape(truth, options.variables, upTo);
  if (expected === undefined) return { verdict: 'undecided', note: { code: 'truth-unreadable', params: {} } };
  const student = answerTape(answer, upTo);
  const compareOptions = {
    variables: options.variables,
    positive: options.positive ?? [],
    seed: options.seed ?? 20_260_101,
    allowed: options.tolerance === undefined ? 0 : 0.5 * 10 ** -options.tolerance.decimals * (1 + 1e-9),
  };
  const comparison = compareTapes(student, expected, compareOptions);
  switch (comparison.verdict) {
    case 'equal':
      if (options.strict === true && comparison.onlyExpected.length > 0)
        return { verdict: 'different', ...noted(domainNote(comparison, options.variables)) };
      return { verdict: 'equal', ...noted(domainNote(comparison, options.variables)) };
    case 'undecided':
      return { verdict: 'undecided', note: { code: 'cannot-tell', params: {} } };
    case 'never-defined':
      return { verdict: 'invalid', problem: { code: 'never-defined', at: 0, length: 1, params: {} } };
    case 'different': {
      const slip =
        options.explain === false
          ? undefined
          : findSlip(
              {
                truth,
                answer,
                student,
                expected,
                options: { ...compareOptions, effort: 3 },
                lesson: options.slips ?? [],
              },
              comparison,
            );
      return {
        verdict: 'different',
        ...witnessed(comparison, { student, expected }, options.variables),
        ...(slip === undefined ? {} : { slip }),
      };
    }
  }
}

function isUpToConstant(truth: MathsTruth): boolean {
  return 'expected' in truth && truth.upToConstant === true && truth.by !== undefined;
}

function witnessed(
  { witness }: Comparison,
  { student, expected }: { student: Tape; expected: Tape },
  variables: readonly string[],
): Pick<MathsCheck, 'witness'> {
  // Values beyond all doubles would tell nobody anything.
  if (witness === undefined || !Number.isFinite(witness.student) || !Number.isFinite(witness.expected)) return {};
  const one = isConstant(expected);
  const told = one && isConstant(student) ? [] : variables;
  return {
    witness: {
      point: Object.fromEntries([...witness.point].filter(([name]) => told.includes(name))),
      student: witness.student,
      ...(one ? {} : { expected: witness.expected }),
    },
  };
}

const SPREAD = [0.37, 1.9, -2.3, -0.004, 47, -590, 8e4, -3e6] as const;

/** Whether a tape has one value wherever it is tried: then a point says nothing. */
function isConstant(tape: Tape): boolean {
  const names = [...tapeVariables(tape)];
  if (names.length === 0) return true;
  const valueAt = (at: number): number => {
    const point = names.map((_, index) => at + index / 3);
    return tapeValues(tape, names, point)[tape.root] ?? Number.NaN;
  };
  const first = valueAt(SPREAD[0]);
  return SPREAD.every((at) => Object.is(valueAt(at) + 0, first + 0));
}

function noted(note: Note | undefined): Pick<MathsCheck, 'note'> {
  return note === undefined ? {} : { note };
}

function answerTape(answer: Expression, by: string | undefined): Tape {
  const builder = new TapeBuilder();
  const root = lower(answer, builder);
  // Up to a constant: the derivatives are compared, where the answer itself is defined.
  return by === undefined ? builder.finish(root) : builder.finish(differentiate(builder, root, by), [root]);
}

/** The truth as a tape; a derivative is defined where the formula is. `undefined` where the truth cannot be read. */
export function truthTape(truth: MathsTruth, variables: readonly string[], upTo?: string): Tape | undefined {
  const key = JSON.stringify([truth, variables, upTo]);
  const known = truths.get(key, () => makeTruthTape(truth, variables, upTo) ?? UNREADABLE);
  return known === UNREADABLE ? undefined : known;
}

const UNREADABLE: unique symbol = Symbol('a truth that cannot be read');
const truths = new Memo<Tape | typeof UNREADABLE>(500);

function makeTruthTape(truth: MathsTruth, variables: readonly string[], upTo?: string): Tape | undefined {
  const text = 'derivativeOf' in truth ? truth.derivativeOf : truth.expected;
  const reading = readExpression(text, { variables, unasked: true });
  if (!reading.ok || (truth.by !== undefined && !variables.includes(truth.by))) return undefined;
  const builder = new TapeBuilder();
  const root = lower(reading.tree, builder);
  const by = 'derivativeOf' in truth ? truth.by : upTo;
  return by === undefined ? builder.finish(root) : builder.finish(differentiate(builder, root, by), [root]);
}

/** What is wrong with a truth that a lesson gives, if anything: unreadable or readable in two ways, by a variable that is not declared, defined nowhere. */
export function problemWithTruth(truth: MathsTruth, variables: readonly string[]): Problem | undefined {
  const text = 'derivativeOf' in truth ? truth.derivativeOf : truth.expected;
  const reading: Reading = readExpression(text, { variables });
  if (!reading.ok) return reading.problem;
  if (reading.asked !== undefined) return twoReadings(reading, reading.asked);
  if (truth.by !== undefined && !variables.includes(truth.by))
    return {
      code: 'unknown-variable',
      at: 0,
      length: text.length,
      params: { name: truth.by, variables: listed(variables) },
    };
  if ('expected' in truth && truth.upToConstant === true && truth.by === undefined)
    return {
      code: 'unknown-variable',
      at: 0,
      length: text.length,
      params: { name: '', variables: listed(variables) },
    };
  try {
    const tape = truthTape(truth, variables, truth.by !== undefined && isUpToConstant(truth) ? truth.by : undefined);
    if (tape === undefined) return { code: 'not-allowed', at: 0, length: text.length, params: {} };
    const comparison = compareTapes(tape, tape, { variables, positive: [], seed: 1, allowed: 0 });
    return comparison.verdict === 'equal'
      ? undefined
      : { code: 'never-defined', at: 0, length: text.length, params: {} };
  } catch (failure) {
    if (failure instanceof TapeLimit)
      return { code: 'too-many-parts', at: 0, length: text.length, params: { limit: 0 } };
    throw failure;
  }
}
