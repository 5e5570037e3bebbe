/**
 * What a student has earned in an activity: worked out from what they handed in, the verdicts, the dates and what is different
 * for them alone, whenever one of these changes. Pure: the same facts give the same result.
 *
 * Each question is taken by itself. Of what was handed in to it within the dates the first attempts count, as many as the
 * activity allows; of these the best, the last or the first, each after its own deduction for being late. What no activity takes
 * is practice.
 */
import { afterCosts, type Costs, type GradedSubmission, spendsAttempt } from '../results/score.ts';
import { daysLate, type LateRule, shareLeft } from './late.ts';

/** Which of several answers counts. */
export const KEEPS = ['best', 'last', 'first'] as const;
export type Keeps = (typeof KEEPS)[number];

/** One question that the activity asks. */
export interface AskedPart {
  name: string;
  points: number;
  /** null: as many as one likes */
  attempts: number | null;
  costs: Costs;
}

/** What was handed in to a question, whatever for. */
export interface HandedIn {
  submissionId: string;
  question: string;
  /** when it was received; ms since 1970 */
  at: number;
  /** to values that were drawn to practise */
  newValues: boolean;
  hints: number;
  /** the same for versions of the question that grade alike */
  asked: string;
  /** null while it is being graded */
  graded: Pick<GradedSubmission, 'outcome' | 'result' | 'points' | 'maxPoints'> | null;
}

/** The rules of an activity as one student has them. */
export interface ResultRules extends LateRule {
  opensAt: number | null;
  /** null: never */
  closesAt: number | null;
  /** at each question; 0: as many as one likes; null: as the question says */
  attempts: number | null;
  /** beyond those */
  more: number;
  keeps: Keeps;
  /** values that were drawn to practise count as well */
  newValues: boolean;
  waived: boolean;
  /** when they sat it, where it has a time limit for them; null: it has none */
  sittings: readonly { from: number; to: number }[] | null;
}

interface PartResult {
  name: string;
  maxPoints: number;
  /** after the deduction */
  points: number;
  /** before it */
  earned: number;
  /** what counts; null: nothing yet */
  submissionId: string | null;
  /** days that it came late */
  days: number;
  /** handed in, be it graded or not */
  handedIn: boolean;
  /** something is being graded, or waits for a teacher */
  waits: boolean;
}

export interface Result {
  points: number;
  earned: number;
  maxPoints: number;
  /** questions with something handed in that counts */
  handedIn: number;
  waits: number;
  /** the most days that something that counts came late */
  days: number;
  /** when the last of what counts was received */
  lastAt: number | null;
  parts: PartResult[];
}

/** @param handed in any order */
export function resultOf(parts: readonly AskedPart[], handed: readonly HandedIn[], rules: ResultRules): Result {
  const within = handed.filter((one) => isWithin(one, rules));
  const inOrder = within.toSorted(
    (one, other) => one.at - other.at || (one.submissionId < other.submissionId ? -1 : 1),
  );
  const byQuestion = Map.groupBy(inOrder, (one) => one.question);
  const taken = parts.map((part) => takenOf(part, byQuestion.get(part.name) ?? [], rules));
  const sum = (of: (one: PartResult) => number): number =>
    rounded(taken.reduce((total, one) => total + of(one.result), 0));
  const moments = taken.flatMap(({ last }) => (last === null ? [] : [last]));
  return {
    points: sum((one) => one.points),
    earned: sum((one) => one.earned),
    maxPoints: sum((one) => one.maxPoints),
    handedIn: sum((one) => Number(one.handedIn)),
    waits: sum((one) => Number(one.waits)),
    days: Math.max(0, ...taken.map(({ result }) => result.days)),
    lastAt: moments.length === 0 ? null : Math.max(...moments),
    parts: taken.map(({ result }) => result),
  };
}

function isWithin({ at, newValues }: HandedIn, rules: ResultRules): boolean {
  const { opensAt, closesAt, sittings } = rules;
  if (newValues && !rules.newValues) return false;
  if ((opensAt !== null && at < opensAt) || (closesAt !== null && at > closesAt)) return false;
  return sittings === null || sittings.some(({ from, to }) => at >= from && at <= to);
}

interface Counted {
  one: HandedIn;
  points: number;
  earned: number;
  days: number;
}

function takenOf(
  part: AskedPart,
  handed: readonly HandedIn[],
  rules: ResultRules,
): { result: PartResult; last: number | null } {
  const limit = limitOf(part, rules);
  const spent = new Map<string, number>();
  const counted: Counted[] = [];
  let [waits, handedIn, last] = [false, false, null as number | null];
  for (const one of handed) {
    const before = spent.get(one.asked) ?? 0;
    if (limit !== null && before >= limit) continue;
    const { graded } = one;
    // what could not be read was never an answer, and a fault of ours is nobody's
    if (graded === null || graded.outcome === 'graded') [handedIn, last] = [true, one.at];
    if (graded === null) waits = true;
    if (graded === null || spendsAttempt(graded)) spent.set(one.asked, before + 1);
    if (graded === null || graded.outcome !== 'graded' || graded.result === 'received') continue;
    if (graded.result === 'undecided') waits = true;
    const earned = afterCosts(graded.points, before, one.hints, part.costs);
    const days = daysLate(rules.dueAt, one.at);
    const left = rules.waived ? 1 : shareLeft(rules, days);
    counted.push({ one, earned, points: rounded(earned * left), days });
  }
  const chosen = choose(counted, rules.keeps);
  const result = {
    name: part.name,
    maxPoints: part.points,
    points: chosen?.points ?? 0,
    earned: chosen?.earned ?? 0,
    submissionId: chosen?.one.submissionId ?? null,
    days: chosen?.days ?? 0,
    handedIn,
    waits,
  };
  return { result, last };
}

function limitOf(part: AskedPart, { attempts, more }: ResultRules): number | null {
  const own = attempts === null ? part.attempts : attempts || null;
  return own === null ? null : own + more;
}

/** The first among equals is the best. */
function choose(counted: readonly Counted[], keeps: Keeps): Counted | undefined {
  if (keeps === 'first') return counted[0];
  if (keeps === 'last') return counted.at(-1);
  return counted.reduce<Counted | undefined>(
    (best, one) => (best === undefined || one.points > best.points ? one : best),
    undefined,
  );
}

/** Tenths stay tenths. */
const rounded = (points: number): number => Math.round(points * 1e6) / 1e6;
