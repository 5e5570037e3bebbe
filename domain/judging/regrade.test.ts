/** The before/after report of a regrade: what counts as a change, how many of which, what stands first. */
import { describe, expect, it } from 'vitest';
import type { Question, QuestionOf } from '../question.ts';
import { gradesAlike, type Proposed, type ReportSubmission, regradeReport, regradeState } from './regrade.ts';

const of = (points: number, result: Proposed['result'] = points === 3 ? 'pass' : points === 0 ? 'fail' : 'partial') =>
  ({ outcome: 'graded', result, points, maxPoints: 3 }) satisfies Proposed;
const invalid: Proposed = { outcome: 'invalid', result: 'error', points: 0, maxPoints: 3 };

let made = 0;
const submission = (
  userId: string,
  before: Proposed | undefined,
  proposed: Proposed | undefined,
  more: Partial<ReportSubmission> = {},
): ReportSubmission => ({
  userId,
  questionId: 'q',
  submissionId: `s${++made}`,
  hints: 0,
  before,
  proposed,
  kept: false,
  ...more,
});

describe('the report of a regrade', () => {
  it('counts who keeps their points, who gets more, who gets fewer, and what a teacher must decide', () => {
    const report = regradeReport([
      submission('same', of(3), of(3)),
      submission('more', of(0), of(3)),
      submission('fewer', of(3), of(1)),
      submission('open', of(0), of(0, 'undecided')),
      submission('settled', of(0, 'undecided'), of(3)),
    ]);
    expect(report.counts).toEqual({ unchanged: 1, more: 2, fewer: 1, undecided: 1, other: 0 });
    expect(report.changes.map((change) => change.userId)).toEqual(['fewer', 'open', 'more', 'settled']);
  });

  it('puts fewer points first, and the largest difference before the smaller ones', () => {
    const report = regradeReport([
      submission('up 1', of(0), of(1)),
      submission('up 3', of(0), of(3)),
      submission('down 1', of(3), of(2)),
      submission('down 3', of(3), of(0)),
    ]);
    expect(report.changes.map((change) => change.userId)).toEqual(['down 3', 'down 1', 'up 3', 'up 1']);
  });

  it('compares scores: an attempt that is not the best one makes no change', () => {
    const report = regradeReport([submission('ada', of(0), of(2)), submission('ada', of(3), of(3))]);
    expect(report.counts).toMatchObject({ unchanged: 1, more: 0 });
    expect(report.changes).toEqual([]);
  });

  it('takes submissions into account that are no items, as they stand', () => {
    const report = regradeReport([submission('ada', of(1), of(0)), submission('ada', of(2), undefined)]);
    expect(report.counts).toMatchObject({ unchanged: 1 });
    expect(regradeReport([submission('ben', of(1), undefined)]).counts).toMatchObject({ unchanged: 0 });
  });

  it("keeps a teacher's decision, whatever is proposed", () => {
    const report = regradeReport([submission('ada', of(3), of(0), { kept: true })]);
    expect(report).toMatchObject({ counts: { unchanged: 1, fewer: 0 }, kept: 1, changes: [] });
  });

  it('charges for attempts by the new verdicts: what is right at once costs the later ones', () => {
    const report = regradeReport([submission('ada', invalid, of(0)), submission('ada', of(3), of(3))], () => ({
      attempt: 1,
      hint: 0,
    }));
    expect(report.changes).toMatchObject([{ kind: 'fewer', before: { points: 3 }, after: { points: 2 } }]);
  });

  it('tells of another result or another maximum with the same points', () => {
    const report = regradeReport([
      submission('ada', of(3), { ...of(3, 'partial'), maxPoints: 5 }),
      submission('ben', of(0), of(0, 'timeout')),
    ]);
    expect(report.counts.other).toBe(2);
  });

  it('tells of a score that is no more: nothing of it can be read', () => {
    expect(regradeReport([submission('ada', of(2), invalid)]).changes).toMatchObject([
      { kind: 'fewer', before: { points: 2 }, after: null },
    ]);
  });

  it('keeps students and questions apart', () => {
    const report = regradeReport([
      submission('ada', of(0), of(3)),
      submission('ada', of(0), of(3), { questionId: 'r' }),
      submission('ben', of(0), of(3)),
    ]);
    expect(report.counts.more).toBe(3);
  });
});

describe('the state of a regrade', () => {
  it('follows from its times and its items', () => {
    const open = { appliedAt: null, cancelledAt: null };
    expect(regradeState({ ...open, waiting: 2 })).toBe('grading');
    expect(regradeState({ ...open, waiting: 0 })).toBe('ready');
    expect(regradeState({ ...open, cancelledAt: new Date(0), waiting: 2 })).toBe('cancelled');
    expect(regradeState({ ...open, appliedAt: new Date(0), waiting: 0 })).toBe('applied');
  });
});

describe('whether two versions of a question grade alike', () => {
  const question: QuestionOf<'choice'> = {
    kind: 'choice',
    id: 'q',
    role: 'check',
    number: 1,
    title: 'Q',
    points: 1,
    promptHtml: '',
    hintCount: 0,
    attempts: 3,
    solutionAfter: 2,
    seconds: 20,
    multiple: false,
    options: [{ letter: 'A', html: 'a' }],
    key: { hints: [], solutionHtml: null, explanationHtml: null, correct: ['A'], notes: {} },
  };

  it('holds where only its number or the order of its fields differ, and not for another key', () => {
    expect(gradesAlike(question, { ...question, number: 2 })).toBe(true);
    // how long a room has for it, and what its wrong answers reveal, give and take no points
    expect(gradesAlike(question, { ...question, seconds: question.seconds + 5 })).toBe(true);
    const misconceptions = [{ id: 'one', sign: { option: 'B' }, html: null }];
    expect(gradesAlike(question, { ...question, key: { ...question.key, misconceptions } } as Question)).toBe(true);
    const { key, ...rest } = question;
    expect(gradesAlike(question, { key, ...rest })).toBe(true);
    expect(gradesAlike(question, { ...question, key: { ...key, correct: [] } })).toBe(false);
    expect(gradesAlike(question, undefined)).toBe(false);
  });
});
