/** What a cell of the grade book shows: points with a sign, and all of it in words for who hears it. Pure. */
import type { GradeCell } from '../../../../../domain/activities/cell.ts';
import { roundedPercent } from '../../../../../domain/activities/scale.ts';

export interface CellWords {
  /** each state in words */
  states: Readonly<Record<GradeCell['state'], string>>;
  late: string;
  byHand: string;
  dropped: string;
  excusedShort: string;
  differs: string;
  /** more time until a day */
  until(day: string): string;
  /** points as they are shown */
  number(points: number): string;
  /** a day, short */
  day(at: number): string;
  of(points: string, max: string): string;
}

export type CellsAs = 'points' | 'percent';

/** Points to two places, half up, or of those that there are to have in percent. */
function shownPoints({ points, maxPoints }: GradeCell, as: CellsAs, words: CellWords): string {
  const value = points ?? 0;
  return as === 'points' || maxPoints === 0
    ? words.number(roundedPercent(value / 100))
    : `${words.number(Math.round(roundedPercent(value / maxPoints)))} %`;
}

/** What is seen. */
export function cellText(cell: GradeCell, as: CellsAs, words: CellWords): string {
  const { state, until, days, given, differs } = cell;
  if (state === 'excused') return words.excusedShort;
  if (state === 'notTheirs') return '';
  const other = differs ? ' ◇' : '';
  if (cell.points === null) return until === null ? `·${other}` : `→ ${words.day(until)}`;
  const signs = `${days > 0 ? ' ◷' : ''}${given === null ? '' : ' ✎'}${other}`;
  const points = shownPoints(cell, as, words);
  if (state === 'missing') return `▲ ${points}${other}`;
  if (state === 'waits') return `◐ ${points}${other}`;
  return `${points}${state === 'begun' ? ' …' : ''}${signs}`;
}

/** What is heard. */
export function cellSaid(cell: GradeCell, isDropped: boolean, words: CellWords): string {
  const { points, maxPoints, state, days, given, until, differs } = cell;
  const of = points === null ? [] : [words.of(words.number(points), words.number(maxPoints))];
  return [
    ...of,
    // whole and handed in needs no word
    ...(state === 'done' ? [] : [words.states[state]]),
    ...(days > 0 ? [words.late] : []),
    ...(given === null ? [] : [words.byHand]),
    ...(state === 'notTheirs' || state === 'excused' || !differs
      ? []
      : [until === null ? words.differs : words.until(words.day(until))]),
    ...(isDropped ? [words.dropped] : []),
  ].join(', ');
}
