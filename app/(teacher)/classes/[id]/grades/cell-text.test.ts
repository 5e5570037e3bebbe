import { describe, expect, it } from 'vitest';
import type { GradeCell } from '../../../../../domain/activities/cell.ts';
import { type CellWords, cellSaid, cellText } from './cell-text.ts';

const STATES: CellWords['states'] = {
  ...{ excused: 'excused', notOpen: 'not open', nothing: 'nothing yet', missing: 'missing', waits: 'waits' },
  ...{ begun: 'under way', done: 'handed in', notTheirs: 'not theirs' },
};
const WORDS: CellWords = {
  ...{
    states: STATES,
    late: 'late',
    byHand: 'by hand',
    dropped: 'dropped',
    excusedShort: 'excused',
    differs: 'differs',
  },
  until: (day) => `until ${day}`,
  number: String,
  day: () => '1 Dec',
  of: (points, max) => `${points} of ${max}`,
};
const CELL: GradeCell = {
  ...{ state: 'done', points: 3, maxPoints: 4, counts: true, days: 0, given: null, differs: false, until: null },
};
const both = (more: Partial<GradeCell>): [string, string] => {
  const cell = { ...CELL, ...more };
  return [cellText(cell, 'points', WORDS), cellSaid(cell, false, WORDS)];
};

describe('a cell of the grade book', () => {
  it('says by sign and word whatever is different for its student, also without a date', () => {
    const differs = true;
    expect(both({})).toEqual(['3', '3 of 4']);
    expect(both({ differs })).toEqual(['3 ◇', '3 of 4, differs']);
    expect(both({ differs, state: 'missing', points: 0 })).toEqual(['▲ 0 ◇', '0 of 4, missing, differs']);
    expect(both({ differs, state: 'nothing', points: null })).toEqual(['· ◇', 'nothing yet, differs']);
    expect(both({ differs, state: 'nothing', points: null, until: 1 })).toEqual([
      '→ 1 Dec',
      'nothing yet, until 1 Dec',
    ]);
    expect(both({ differs, days: 1, given: 3, until: 1 })).toEqual(['3 ◷ ✎ ◇', '3 of 4, late, by hand, until 1 Dec']);
    // these say it themselves
    expect(both({ differs, state: 'excused', points: null })).toEqual(['excused', 'excused']);
    expect(both({ differs, state: 'notTheirs', points: null })).toEqual(['', 'not theirs']);
  });
});
