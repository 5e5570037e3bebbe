/** What each player of a room earned at each question: what is kept of its report once it is over. Pure. */

import type { Room } from '../room.ts';
import { isMeasured } from './mark.ts';
import { MARKS } from './marks.ts';
import { reportOf } from './report.ts';

export interface Earned {
  player: string;
  /** of the question in its lesson */
  name: string;
  /** null: nothing was answered, or it could not be judged */
  points: number | null;
  maxPoints: number;
}

/** Of questions that gave something: not of polls, nor of what was skipped. */
export function earnedIn(room: Room): Earned[] {
  const { questions, rows } = reportOf(room);
  return rows.flatMap(({ player, cells }) =>
    questions.flatMap(({ id: name, points: maxPoints }, at): Earned[] => {
      const [mark, points] = cells[at] ?? [0, 0];
      if (maxPoints === 0) return [];
      return [{ player, name, points: isMeasured(MARKS[mark] ?? 'none') ? points : null, maxPoints }];
    }),
  );
}
