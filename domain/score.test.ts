/** Scores from submissions. */
import { describe, expect, it } from 'vitest';
import { type GradedSubmission, scoreOf } from './score.ts';

const graded = (submissionId: string, points: number, change: Partial<GradedSubmission> = {}): GradedSubmission => ({
  submissionId,
  outcome: 'graded',
  result: points === 4 ? 'pass' : points > 0 ? 'partial' : 'fail',
  points,
  maxPoints: 4,
  ...change,
});

describe('a score', () => {
  it('is the best one, the first among equals, with all that spent an attempt', () => {
    expect(scoreOf([graded('a', 1), graded('b', 3), graded('c', 3), graded('d', 0)])).toMatchObject({
      submissionId: 'b',
      points: 3,
      attempts: 4,
    });
  });

  it('does not count answers that could not be read, nor faults of ours', () => {
    const unread = [graded('a', 0, { outcome: 'invalid' }), graded('b', 0, { outcome: 'failed' })];
    expect(scoreOf(unread)).toBeUndefined();
    expect(scoreOf([...unread, graded('c', 2)])).toMatchObject({ attempts: 1 });
  });

  it('stays open as long as a teacher may still decide', () => {
    expect(scoreOf([graded('a', 0), graded('b', 0, { result: 'undecided' })])).toMatchObject({
      result: 'undecided',
      submissionId: 'b',
    });
  });
});
