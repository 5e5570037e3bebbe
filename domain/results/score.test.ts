/** Scores from submissions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCosts, type GradedSubmission, scoreOf, spendsAttempt } from './score.ts';

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

  it('is none where there are no points, and costs no attempt', () => {
    const received = { result: 'received', maxPoints: 0 } as const;
    expect(scoreOf([graded('a', 0, received), graded('b', 0, received)])).toBeUndefined();
    expect(spendsAttempt({ outcome: 'graded', result: 'received' })).toBe(false);
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

describe('a score with costs', () => {
  const costs = { attempt: 0.5, hint: 1 };

  it('is the best attempt after what its earlier attempts and open hints cost', () => {
    expect(scoreOf([graded('a', 1), graded('b', 4)], costs)).toMatchObject({ submissionId: 'b', points: 3.5 });
    expect(scoreOf([graded('a', 0), graded('b', 4, { hints: 2 })], costs)).toMatchObject({ points: 1.5 });
  });

  it('never falls below 0, nor below what was earned before', () => {
    expect(scoreOf([graded('a', 1, { hints: 3 })], costs)).toMatchObject({ points: 0 });
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })), { minLength: 1 });
    fc.assert(
      fc.property(scores, (all) => {
        const attempts = all.map(([points, hints], index) => graded(String(index), points, { hints }));
        const sums = attempts.map((_, index) => scoreOf(attempts.slice(0, index + 1), costs)?.points ?? -1);
        expect(sums).toEqual(sums.toSorted((one, other) => one - other));
        expect(sums[0]).toBeGreaterThanOrEqual(0);
        // and costs never give points
        expect(sums.at(-1)).toBeLessThanOrEqual(scoreOf(attempts)?.points ?? -1);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing for attempts that were not spent', () => {
    const free = [
      graded('a', 0, { outcome: 'invalid' }),
      graded('b', 0, { outcome: 'failed' }),
      graded('c', 0, { result: 'undecided' }),
    ];
    expect(scoreOf([...free, graded('d', 4)], costs)).toMatchObject({ points: 4, attempts: 1 });
  });

  it('keeps tenths', () => {
    expect(afterCosts(1, 3, 0, { attempt: 0.1, hint: 0 })).toBe(0.7);
  });
});
