/**
 * One activity as one student has it in the grade book: how it stands, points, and whether these count yet. Pure.
 *
 * What counts: all that is handed in, or over. What is begun counts with what it has from its due date on (or from when it closes);
 * where it has neither, at once. Nothing handed in is 0 only after it has closed. What waits for a grader or a teacher, or what one is
 * excused from, counts neither for nor against. A session has no points before it has ended.
 */
import { type LateRule, shareLeft } from './late.ts';
import { datesFor, isOverride, NO_OVERRIDE, type Override } from './override.ts';
import type { Result } from './result.ts';
import { hasPoints, type ResultState, resultState } from './result-state.ts';
import type { AnswersShown } from './rules.ts';

export const KINDS_GIVEN = ['work', 'live', 'outside'] as const;
/** What a class is given: a lesson or quiz, a live session that counts, something that is not in here. */
export type GivenKind = (typeof KINDS_GIVEN)[number];

/** An activity as it is for all of its class. */
export interface ColumnRules extends LateRule {
  kind: GivenKind;
  opensAt: number | null;
  closesAt: number | null;
  answers: AnswersShown;
  releasedAt: number | null;
  /** of what is outside, what there is to have */
  maxPoints: number | null;
  /** of a session when it ended; null: it goes on */
  endedAt: number | null;
}

/** What there is of one student in it. */
export interface CellFacts {
  /** it is given to them */
  isTheirs: boolean;
  /** what follows from what they did; undefined: nothing was worked out */
  result: (Pick<Result, 'points' | 'maxPoints' | 'handedIn' | 'waits' | 'days'> & { asked: number }) | undefined;
  /** points by hand in place of that */
  given: GivenPoints | null;
  override: Override | null;
  /** since when they have no time left for what has a time limit, and no other attempt; null: they have, or it has none */
  timeUpAt: number | null;
}

export interface GivenPoints {
  points: number;
  /** nothing is taken off for being late */
  asIs: boolean;
}

export interface GradeCell {
  /** `notTheirs`: it is given to others of the class alone */
  state: ResultState | 'notTheirs';
  /** null: there are none that say anything */
  points: number | null;
  maxPoints: number;
  /** into a total */
  counts: boolean;
  /** days that something of it came late */
  days: number;
  /** points by hand, before what is taken off for being late; null: none */
  given: number | null;
  /** something is different for them */
  differs: boolean;
  /** their own date, where it is still to come */
  until: number | null;
}

/** @param now by the clock of the database, in ms since 1970, as all moments here */
export function gradeCell(column: ColumnRules, facts: CellFacts, now: number): GradeCell {
  const { result, given, timeUpAt } = facts;
  const override = facts.override ?? NO_OVERRIDE;
  const { dueAt, closesAt } = datesOf(column, override);
  const { handedIn = 0, asked = 0, waits = 0, days = 0 } = result ?? {};
  const common = {
    maxPoints: column.kind === 'outside' ? (column.maxPoints ?? 0) : (result?.maxPoints ?? 0),
    days,
    given: given?.points ?? null,
    differs: isOverride(override),
    until: override.until !== null && override.until > now ? override.until : null,
  };
  if (!facts.isTheirs) return { ...common, state: 'notTheirs', points: null, counts: false };
  const state = resultState(
    {
      ...{ handedIn, asked, waits, excused: override.excused, given: given?.points ?? null },
      closesAt: timeUpAt ?? closesAt,
      opensAt: column.kind === 'work' ? column.opensAt : null,
    },
    now,
  );
  // while it is played nothing of it is told: a round may be voted on again
  const isPlayed = column.kind === 'live' && column.endedAt === null && given === null;
  const points = hasPoints(state) && !isPlayed ? pointsOf(column, override, facts) : null;
  const over = dueAt ?? closesAt;
  const isHalf = state === 'begun' && over !== null && now <= over;
  return { ...common, state, points, counts: points !== null && state !== 'waits' && !isHalf };
}

function datesOf(column: ColumnRules, override: Override): { dueAt: number | null; closesAt: number | null } {
  if (column.kind === 'work') return datesFor(column, override);
  return { dueAt: null, closesAt: column.kind === 'live' ? column.endedAt : null };
}

const pointsOf = (rule: LateRule, { waived }: Override, { given, result }: CellFacts): number =>
  given === null ? (result?.points ?? 0) : pointsByHand(rule, given, { waived, days: result?.days ?? 0 });

/** Points by hand have the rule for what is late too, unless it is lifted, for them or for the student. */
export function pointsByHand(
  rule: LateRule,
  given: GivenPoints,
  { waived, days }: { waived: boolean; days: number },
): number {
  if (given.asIs || waived) return given.points;
  return Math.round(given.points * shareLeft(rule, days) * 1e6) / 1e6;
}
