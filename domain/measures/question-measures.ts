/**
 * How a question went, class by class, at home and in rooms apart: at home one thinks as long as one likes, and what counts is the
 * first answer; in a room there is a bell. Of few people no figure is told. Pure.
 */
import { type ItemRest, itemRest, pooled } from './item-rest.ts';

/** With fewer answers a share is chance. */
export const FEW_ANSWERS = 5;
/** So many wrong answers are told; the rest is rare. */
const MOST_WRONG = 6;

/** A student's first answer at home that was graded. */
export interface AtHome {
  classId: string;
  class: string;
  /** the share that it earned */
  share: number;
  /** the mean share of the best answers to the other questions of that lesson or quiz; null: there are not two */
  rest: number | null;
  attempts: number;
  /** the month in which it was received, by the clock of the class: 2026-11 */
  month: string;
  /** how the answer is counted: an option, or what it says; empty: not */
  labels: readonly { label: string; right: boolean }[];
}

/** How it went in one room. */
export interface InRoom {
  /** null: a room of no class, or of one that they do not teach */
  classId: string | null;
  class: string | null;
  /** in which it was opened */
  month: string;
  tries: number;
  right: number;
  medianMs: number | null;
  rest: number | null;
  paired: number;
  /** empty where the question said something else by then */
  given: readonly (readonly [label: string, count: number, right: boolean])[];
}

export interface MeasureRow {
  /** null: rooms of no class that one teaches */
  class: string | null;
  where: 'home' | 'room';
  /** answers that were measured */
  answers: number;
  /** rooms, or 0 */
  rooms: number;
  /** of those wholly right; null: too few */
  right: number | null;
  /** how many attempts it took, on average; null: in a room there is one, or too few */
  attempts: number | null;
  /** half had answered after so many ms; null: nobody measures time at home, or too few */
  medianMs: number | null;
  /** how far it tells those who know the rest from those who do not */
  tells: ItemRest;
}

/** All classes and rooms of a month together. */
interface MonthMeasure {
  month: string;
  answers: number;
  /** null: too few */
  right: number | null;
}

export interface QuestionMeasures {
  rows: MeasureRow[];
  /** the oldest first; none where it was answered in one month only */
  months: MonthMeasure[];
  /** wrong answers, the most frequent first, of all classes together; right ones are not told */
  wrong: { label: string; home: number; room: number }[];
  /** all answers that `wrong` is counted of */
  counted: { home: number; room: number };
}

export function questionMeasures(home: readonly AtHome[], rooms: readonly InRoom[]): QuestionMeasures {
  const atHome = [...Map.groupBy(home, ({ classId }) => classId).values()].map(homeRow);
  const inRooms = [...Map.groupBy(rooms, ({ classId }) => classId).values()].map(roomRow);
  const wrong = new Map<string, { home: number; room: number }>();
  const add = (label: string, where: 'home' | 'room', count: number): void => {
    const before = wrong.get(label) ?? { home: 0, room: 0 };
    wrong.set(label, { ...before, [where]: before[where] + count });
  };
  for (const { labels } of home) for (const { label, right } of labels) if (!right) add(label, 'home', 1);
  for (const { given } of rooms) for (const [label, count, right] of given) if (!right) add(label, 'room', count);
  const months = monthsOf(home, rooms);
  const told = [...wrong]
    .map(([label, counts]) => ({ label, ...counts }))
    .toSorted((a, b) => b.home + b.room - a.home - a.room)
    .slice(0, MOST_WRONG);
  const counted = {
    home: home.filter(({ labels }) => labels.length > 0).length,
    room: rooms.reduce((sum, { given, tries }) => sum + (given.length === 0 ? 0 : tries), 0),
  };
  return {
    rows: [...atHome, ...inRooms].toSorted((a, b) => (a.class ?? '￿').localeCompare(b.class ?? '￿', 'en')),
    months: months.length < 2 ? [] : months,
    wrong: counted.home + counted.room < FEW_ANSWERS ? [] : told,
    counted,
  };
}

function monthsOf(home: readonly AtHome[], rooms: readonly InRoom[]): MonthMeasure[] {
  const all = [
    ...home.map(({ month, share }) => ({ month, answers: 1, right: share === 1 ? 1 : 0 })),
    ...rooms.map(({ month, tries, right }) => ({ month, answers: tries, right })),
  ];
  return [...Map.groupBy(all, ({ month }) => month)]
    .map(([month, some]) => {
      const answers = some.reduce((sum, one) => sum + one.answers, 0);
      const right = some.reduce((sum, one) => sum + one.right, 0);
      return { month, answers, right: answers < FEW_ANSWERS ? null : right / answers };
    })
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function homeRow(all: readonly AtHome[]): MeasureRow {
  const few = all.length < FEW_ANSWERS;
  const pairs = all.flatMap(({ share, rest }) => (rest === null ? [] : [[share, rest] as const]));
  return {
    ...{ class: all[0]?.class ?? null, where: 'home', answers: all.length, rooms: 0, medianMs: null },
    right: few ? null : all.filter(({ share }) => share === 1).length / all.length,
    attempts: few ? null : all.reduce((sum, { attempts }) => sum + attempts, 0) / all.length,
    tells: itemRest(pairs),
  };
}

function roomRow(all: readonly InRoom[]): MeasureRow {
  const answers = all.reduce((sum, { tries }) => sum + tries, 0);
  const few = answers < FEW_ANSWERS;
  const timed = all.flatMap(({ medianMs, tries }) => (medianMs === null ? [] : [{ medianMs, tries }]));
  const time = timed.reduce((sum, { medianMs, tries }) => sum + medianMs * tries, 0);
  return {
    ...{ class: all[0]?.class ?? null, where: 'room', answers, rooms: all.length, attempts: null },
    right: few ? null : all.reduce((sum, { right }) => sum + right, 0) / answers,
    medianMs: few || timed.length === 0 ? null : Math.round(time / timed.reduce((sum, { tries }) => sum + tries, 0)),
    tells: pooled(all),
  };
}
