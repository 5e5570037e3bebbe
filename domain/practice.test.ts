/** What a student sees of their own work: solutions and keys only when they are open. */
import { describe, expect, it } from 'vitest';
import { type PracticeRecord, practiceState } from './practice.ts';
import type { QuestionOf } from './question.ts';
import type { Verdict } from './verdict.ts';

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
    answer: { choices: [passed ? 'B' : 'A'] },
    verdict: verdict(passed),
  })),
});

describe('own work on a question', () => {
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
