/** What a student sees of their own work: solutions and keys only when they are open. */

import { describe, expect, it } from 'vitest';
import { gradeChoice } from './kinds/choice/grade.ts';
import { compileQuestion } from './lesson/compile-question.ts';
import { type PracticeRecord, practiceState } from './practice.ts';
import type { QuestionOf } from './question.ts';
import type { Verdict } from './results/verdict.ts';

const question: QuestionOf<'choice'> = {
  kind: 'choice',
  id: 'q',
  role: 'check',
  number: 1,
  title: 'Q',
  points: 1,
  promptHtml: '',
  hintCount: 2,
  attempts: 3,
  solutionAfter: 2,
  seconds: 20,
  multiple: false,
  options: [
    { letter: 'A', html: 'a' },
    { letter: 'B', html: 'b' },
  ],
  key: {
    hints: ['first', 'second'],
    solutionHtml: 'SOLUTION',
    explanationHtml: 'WHY',
    correct: ['B'],
    notes: { A: 'NOTE' },
  },
};
const verdict = (passed: boolean): Verdict => ({
  outcome: 'graded',
  result: passed ? 'pass' : 'fail',
  points: passed ? 1 : 0,
  maxPoints: 1,
  tests: [],
  feedback: [],
  signature: 's',
  slips: [],
});
const record = (verdicts: boolean[], hintsShown = 0): PracticeRecord => ({
  draft: undefined,
  hintsShown,
  submissions: verdicts.map((passed, index) => ({
    id: String(index),
    at: '',
    answer: { kind: 'choice', choices: [passed ? 'B' : 'A'] },
    verdict: verdict(passed),
  })),
});

describe('own work on a question', () => {
  it('has the words on just this number typeset, and none before anything is told', async () => {
    const answer = 'value: 12\nalso:\n  - { value: 11, percent: 50, words: "Nearly *12*." }';
    const source = `::::check[Q]{kind=number}\nQ?\n\n\`\`\`yaml answer\n${answer}\n\`\`\`\n\n:::explanation\nSo.\n:::\n::::\n`;
    const read = await compileQuestion(source, 'q.md');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const given = { kind: 'number' as const, value: '11' };
    const sent = (value: string): PracticeRecord => ({
      ...record([]),
      submissions: [{ id: '0', at: '', answer: { ...given, value }, verdict: verdict(false) }],
    });
    expect(practiceState(read.question, sent('11'), 1).noted).toBe('Nearly <em>12</em>.');
    expect(practiceState(read.question, sent('10'), 1)).not.toHaveProperty('noted');
    const untold = { ...sent('11'), given: { takes: 'counts' as const, untold: { until: null }, released: false } };
    expect(practiceState(read.question, untold, 1)).not.toHaveProperty('noted');
  });
  it('tells nothing of options that were sent in an answer that is not graded', () => {
    const sent: PracticeRecord = {
      draft: undefined,
      hintsShown: 0,
      submissions: [
        {
          id: '0',
          at: '',
          answer: { kind: 'choice', choices: ['A', 'B'] },
          verdict: gradeChoice(question, { kind: 'choice', choices: ['A', 'B'] }),
        },
      ],
    };
    const state = practiceState(question, sent, 1);
    expect(state).toMatchObject({ attemptsUsed: 0, choice: null });
    expect(JSON.stringify(state)).not.toMatch(/SOLUTION|WHY|NOTE/);
  });

  it('tells nothing of what came of an answer while an activity keeps it, and all of it once that tells', () => {
    const given = { takes: 'counts' as const, released: false, untold: { until: 1_000 } };
    const kept = practiceState(question, { ...record([true]), given }, 1);
    expect(kept).toMatchObject({ bestPoints: null, choice: null, solutionHtml: null, explanationHtml: null });
    expect(kept.last).toMatchObject({ verdict: null, untold: true });
    expect(kept.given).toEqual({ takes: 'counts', untold: { until: '1970-01-01T00:00:01.000Z' } });
    // the answer is their own; of the key there is nothing
    expect(JSON.stringify(kept)).not.toMatch(/SOLUTION|WHY|NOTE|"pass"|"correct"/);
    const told = practiceState(
      question,
      { ...record([false]), given: { takes: 'nothing', released: true, untold: undefined } },
      1,
    );
    expect(told).toMatchObject({ solutionHtml: 'SOLUTION', explanationHtml: 'WHY', choice: { correct: ['B'] } });
    expect(told.last?.untold).toBeUndefined();
  });

  it('says at once that an answer could not be read, whatever is kept', () => {
    const sent = record([false]);
    const unread = sent.submissions.map((one) => ({
      ...one,
      verdict: { ...verdict(false), outcome: 'invalid' as const },
    }));
    const given = { takes: 'counts' as const, released: false, untold: { until: null } };
    const state = practiceState(question, { ...sent, submissions: unread, given }, 1);
    expect(state.last).toMatchObject({ verdict: { outcome: 'invalid' } });
  });

  it('is not counted where it is practice: no attempt, no points', () => {
    const practised = record([true]).submissions.map((one) => ({ ...one, practice: true }));
    const before = record([false]).submissions;
    const state = practiceState(question, { ...record([]), submissions: [...practised, ...before] }, 1);
    expect(state).toMatchObject({
      attemptsUsed: 1,
      bestPoints: 0,
      last: { practice: true, verdict: { result: 'pass' } },
    });
  });

  it('shows no solution, key or further hint before its time', () => {
    const state = practiceState(question, record([false], 1), 1);
    expect(JSON.stringify(state)).not.toMatch(/SOLUTION|WHY|second|"B"/);
    expect(state).toMatchObject({
      hintsShown: ['first'],
      attemptsUsed: 1,
      choice: { correct: [], notes: { A: 'NOTE' } },
    });
  });

  it('opens the solution once passed, or after as many submissions as the lesson says', () => {
    expect(practiceState(question, record([true]), 1)).toMatchObject({
      solutionHtml: 'SOLUTION',
      explanationHtml: 'WHY',
      choice: { correct: ['B'] },
    });
    expect(practiceState(question, record([false, false]), 1).solutionHtml).toBe('SOLUTION');
    expect(practiceState({ ...question, solutionAfter: null }, record([false, false]), 1).solutionHtml).toBeNull();
    expect(practiceState({ ...question, solutionAfter: null }, record([false, false, false]), 1).solutionHtml).toBe(
      'SOLUTION',
    );
  });
});

describe('another version of the question', () => {
  const of = (asked: string, verdicts: boolean[], hints = 0): PracticeRecord => {
    const { submissions, ...rest } = record(verdicts, hints);
    return { ...rest, asked: 'v2', submissions: submissions.map((one) => ({ ...one, asked })) };
  };

  it('keeps its key from who passed the one before, and their points stay', () => {
    const state = practiceState(question, of('v1', [true]), 1);
    expect(state).toMatchObject({
      solutionHtml: null,
      explanationHtml: null,
      choice: null,
      attemptsUsed: 0,
      bestPoints: 1,
    });
    expect(practiceState(question, of('v2', [true]), 1)).toMatchObject({
      solutionHtml: 'SOLUTION',
      explanationHtml: 'WHY',
    });
  });

  it('gives fresh attempts, and says nothing of options that were picked in the one before', () => {
    const spent = practiceState(question, of('v1', [false, false, false]), 1);
    expect(spent).toMatchObject({ solutionHtml: null, attemptsUsed: 0, choice: null, bestPoints: 0 });
    expect(practiceState(question, of('v2', [false]), 1).choice).toEqual({ correct: [], notes: { A: 'NOTE' } });
  });

  it('opens to an answer that a regrade found right by its key', () => {
    const before = of('v1', [true]);
    const regraded = { ...before, submissions: before.submissions.map((one) => ({ ...one, gradedAs: 'v2' })) };
    expect(practiceState(question, regraded, 1)).toMatchObject({ solutionHtml: 'SOLUTION', attemptsUsed: 0 });
  });

  it('costs nothing for attempts at the one before', () => {
    const costly = { ...question, costs: { attempt: 0.5, hint: 0 } };
    const mixed: PracticeRecord = {
      ...record([true, false, false]),
      asked: 'v2',
      submissions: record([true, false, false]).submissions.map((one, index) => ({
        ...one,
        asked: index === 0 ? 'v2' : 'v1',
      })),
    };
    expect(practiceState(costly, mixed, 1)).toMatchObject({ bestPoints: 1, attemptsUsed: 1 });
    expect(practiceState(costly, record([true, false, false]), 1)).toMatchObject({ bestPoints: 0, attemptsUsed: 3 });
  });
});
