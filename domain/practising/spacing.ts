/**
 * When what went wrong comes again: FSRS (`ts-fsrs`) by days, without its steps of minutes and without chance, so that the same
 * answers always give the same day. Pure: time comes with what was answered.
 */
import { type Card, fsrs, type Grade, Rating as Grades, type State } from 'ts-fsrs';
import { toWall } from '../activities/time-zone.ts';
import type { Result } from '../results/verdict.ts';
import type { PracticeCard, PracticeFact, Rating } from './card.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What is answered again so soon says that it was just seen, not that it is known. */
const SAME_SITTING_MS = 12 * HOUR_MS;
/** Longer than a school year nothing is left alone. */
const LONGEST_DAYS = 365;

const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: LONGEST_DAYS,
  enable_fuzz: false,
  enable_short_term: false,
});

const GRADES: Record<Rating, Grade> = { wrong: Grades.Again, partly: Grades.Hard, right: Grades.Good };

/**
 * How a verdict rates; null: it says nothing of what its student knows (a teacher still decides, or there is nothing to earn).
 * @param hints that were asked for meanwhile: who needed one was not sure of it
 */
export function ratingOf(result: Result, hints = 0): Rating | null {
  if (result === 'pass') return hints > 0 ? 'partly' : 'right';
  if (result === 'partial') return 'partly';
  return result === 'undecided' || result === 'received' ? null : 'wrong';
}

/**
 * A card after one answer more. It begins with the first that went wrong. Of work that counts only what went wrong moves it: that
 * something is right at once after it was shown says little. Within the same sitting only a miss in work that counts does, after a
 * right answer: of what is practised the first answer counts, since its solution may be shown with it.
 * @returns null: nothing went wrong yet
 */
function afterFact(card: PracticeCard | null, { at, rating, practised }: PracticeFact): PracticeCard | null {
  const missed = rating !== 'right';
  if (card === null) return missed ? reviewed(null, rating, at) : null;
  if (!missed && !practised) return card;
  const soon = at - card.lastReview < SAME_SITTING_MS;
  if (soon && (practised || rating !== 'wrong' || card.lastRating === 'wrong')) return card;
  return reviewed(card, rating, Math.max(at, card.lastReview));
}

/** A card by all that is known, in whatever order it came. @param facts of one student at one question */
export function cardOf(facts: readonly PracticeFact[], card: PracticeCard | null = null): PracticeCard | null {
  return facts.toSorted((one, other) => one.at - other.at).reduce(afterFact, card);
}

function reviewed(before: PracticeCard | null, rating: Rating, at: number): PracticeCard {
  const { card } = scheduler.next(asFsrs(before, at), new Date(at), GRADES[rating]);
  const days = Math.max(1, Math.round(card.scheduled_days));
  return {
    due: at + days * DAY_MS,
    stability: card.stability,
    difficulty: card.difficulty,
    state: card.state,
    days,
    reps: card.reps,
    lapses: card.lapses,
    lastReview: at,
    lastRating: rating,
  };
}

function asFsrs(card: PracticeCard | null, at: number): Card {
  const fields = card ?? { due: at, stability: 0, difficulty: 0, state: 0, days: 0, reps: 0, lapses: 0 };
  const { due, days, state, stability, difficulty, reps, lapses } = fields;
  return {
    due: new Date(due),
    stability,
    difficulty,
    elapsed_days: 0,
    scheduled_days: days,
    learning_steps: 0,
    reps,
    lapses,
    state: state satisfies State,
    ...(card === null ? {} : { last_review: new Date(card.lastReview) }),
  };
}

/**
 * In how many days something is due, by the calendar of a place: 0 is today, whatever the hour; below 0 it was.
 * @param zone null: that of whoever runs this
 */
export function daysUntil(at: number, now: number, zone: string | null): number {
  const day = (one: number): number => Date.parse(`${toWall(one, zone).slice(0, 10)}T00:00Z`);
  return Math.round((day(at) - day(now)) / DAY_MS);
}
