/** What stands in an exported sheet. */
import { describe, expect, it } from 'vitest';
import { scoreSheet } from './score-sheet.ts';

const questions = [
  { lessonId: 'l1', id: 'q1', points: 4 },
  { lessonId: 'l1', id: 'q2', points: 1 },
  { lessonId: 'l2', id: 'q1', points: 2 },
];
const score = (userId: string, lessonId: string, questionId: string, points: number, result: string) => ({
  userId,
  lessonId,
  questionId,
  points,
  result,
});

describe('a score sheet', () => {
  it('has a cell for each question, empty where nothing is graded, and sums that follow from them', () => {
    const rows = scoreSheet(['ada', 'ben'], questions, [
      score('ada', 'l1', 'q1', 4, 'pass'),
      score('ada', 'l2', 'q1', 0, 'fail'),
    ]);
    expect(rows).toEqual([
      { studentId: 'ada', points: [4, null, 0], right: 1, attempted: 2, total: 4 },
      { studentId: 'ben', points: [null, null, null], right: 0, attempted: 0, total: 0 },
    ]);
  });

  it('tells questions of the same id in two lessons apart, and leaves out those no longer asked', () => {
    const [row] = scoreSheet(['a'], questions, [
      score('a', 'l2', 'q1', 2, 'pass'),
      score('a', 'l1', 'gone', 9, 'pass'),
    ]);
    expect(row).toMatchObject({ points: [null, null, 2], right: 1, attempted: 1, total: 2 });
  });

  it('adds tenths up without dust', () => {
    const [row] = scoreSheet(
      ['a'],
      questions,
      [0.1, 0.2, 0.3].map((points, at) => {
        const { lessonId = '', id = '' } = questions[at] ?? {};
        return score('a', lessonId, id, points, 'partial');
      }),
    );
    expect(row?.total).toBe(0.6);
  });
});
