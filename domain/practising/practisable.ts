/**
 * Which questions are practised again, and in which order. What counts comes first: nothing is practised that could still be
 * handed in for a grade, that is asked in a room now, or of which nothing is told yet. Pure.
 */
import { type Phase, phaseOf } from '../activities/rules.ts';
import { attemptsAt, type Standing } from '../activities/standing.ts';
import type { Costs } from '../results/score.ts';
import type { PracticeCard } from './card.ts';
import { daysUntil } from './spacing.ts';

/** So many are offered a day; who wants more asks for them. */
export const A_DAY = 10;

/** What is still to come counts then: nothing of it is practised before. */
const AHEAD: readonly Phase[] = ['notOpen', 'toBegin'];

/** What a place says of its question, and what was earned there; `score` null: nothing that counts. */
export interface PlaceOfQuestion {
  question: { attempts: number | null; costs?: Costs | undefined };
  score: { points: number; maxPoints: number; attempts: number } | null;
}

/** Nothing is left to be had there: all points, or no attempt. */
export function isSettled({ question, score }: PlaceOfQuestion, standing: Standing): boolean {
  const attempts = attemptsAt(question, standing);
  if (score === null) return attempts === 0;
  return score.points >= score.maxPoints || (attempts !== null && score.attempts >= attempts);
}

/**
 * Whether a question may be practised beside one of the places that ask it. Where something is left to be had, it may only where
 * trying costs nothing and nothing is pressing: as many attempts as one likes, none of which costs, and no date to come.
 */
export function leavesFree(place: PlaceOfQuestion, standing: Standing, now: number): boolean {
  if (standing.takes === 'nothing' || standing.given.some((one) => AHEAD.includes(phaseOf(one, now)))) return false;
  if (standing.takes === 'practice' || isSettled(place, standing)) return true;
  const { costs } = place.question;
  const isFree = attemptsAt(place.question, standing) === null && !costs?.attempt && !costs?.hint;
  return isFree && standing.counting.every(({ dueAt, closesAt, minutes }) => (dueAt ?? closesAt ?? minutes) === null);
}

/** One question that went wrong, and when it comes. */
export interface Waiting {
  ref: string;
  card: PracticeCard;
}

/** What is due by the calendar of a place, the longest overdue first; of equal ones always in the same order. */
export function dueNow<T extends Waiting>(all: readonly T[], now: number, zone: string | null): T[] {
  return inOrder(all).filter(({ card }) => daysUntil(card.due, now, zone) <= 0);
}

/** What comes later, the next one first. */
export function dueLater<T extends Waiting>(all: readonly T[], now: number, zone: string | null): T[] {
  return inOrder(all).filter(({ card }) => daysUntil(card.due, now, zone) > 0);
}

function inOrder<T extends Waiting>(all: readonly T[]): T[] {
  return all.toSorted((one, other) => one.card.due - other.card.due || (one.ref < other.ref ? -1 : 1));
}

/** How many of those that are due are offered today, after what was practised today. Never a debt: the rest waits. */
export function offeredToday(due: number, practisedToday: number): number {
  return Math.min(due, Math.max(0, A_DAY - practisedToday));
}
