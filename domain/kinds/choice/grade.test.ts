/** What a choice is worth whose options have weights of their own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, several } from '../../../tests/support/live-questions.ts';
import { check, compiled } from '../../lesson/example.ts';
import { shareRight } from '../../live/score.ts';
import type { QuestionOf } from '../../question.ts';
import { gradeChoice } from './grade.ts';

const weighted = (weights: Record<string, number>, multiple: boolean): QuestionOf<'choice'> => ({
  ...(multiple ? several : choice),
  points: 4,
  credit: 'weights',
  key: { ...choice.key, weights },
});
const grade = (question: QuestionOf<'choice'>, ...choices: string[]) => {
  const { outcome, result, points } = gradeChoice(question, { kind: 'choice', choices });
  return [outcome, result, points];
};

describe('options with weights', () => {
  it('are worth what they say where one is picked, and never less than nothing', () => {
    const one = weighted({ A: 0.5, B: 1, C: -0.25 }, false);
    expect(grade(one, 'B')).toEqual(['graded', 'pass', 4]);
    expect(grade(one, 'A')).toEqual(['graded', 'partial', 2]);
    expect(grade(one, 'C')).toEqual(['graded', 'fail', 0]);
    expect(grade(one, 'D')).toEqual(['graded', 'fail', 0]);
    expect(grade(one, 'A', 'B')).toEqual(['invalid', 'error', 0]);
  });
  it('are added up where several are picked; three thirds are all', () => {
    const thirds = weighted({ A: 0.333, B: 0.333, C: 0.333, D: -0.5 }, true);
    expect(grade(thirds, 'A', 'B', 'C')).toEqual(['graded', 'pass', 4]);
    expect(grade(thirds, 'A', 'B')).toEqual(['graded', 'partial', 2.66]);
    expect(grade(thirds, 'A', 'D')).toEqual(['graded', 'fail', 0]);
    expect(grade(thirds, 'A', 'B', 'C', 'D')).toEqual(['graded', 'partial', 2]);
  });
  it('earn the same share at home as in a live round', () => {
    const worth = fc.double({ min: -1, max: 1, noNaN: true });
    const letters = fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 });
    fc.assert(
      fc.property(fc.record({ A: worth, B: worth, C: worth, D: worth }), letters, (weights, choices) => {
        const question = weighted(weights, true);
        const share = shareRight(question, { answer: { kind: 'choice', choices }, verdict: null });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(gradeChoice(question, { kind: 'choice', choices }).points).toBeCloseTo(4 * share, 2);
      }),
    );
  });
});

describe('a list with percent in its boxes', () => {
  const read = async (list: string) => (await compiled(check(`Q?\n\n${list}`))).questions[0];
  it('asks for one option where one is worth all', async () => {
    expect(await read('- [100%] Ahead\n- [50%] Aside\n  > Half way.\n- [−25%] Behind')).toMatchObject({
      multiple: false,
      credit: 'weights',
      options: [{ html: 'Ahead' }, { html: 'Aside' }, { html: 'Behind' }],
      key: { correct: ['A'], weights: { A: 1, B: 0.5, C: -0.25 }, notes: { B: expect.stringContaining('Half way.') } },
    });
  });
  it('asks for several where none is', async () => {
    expect(await read('- [33.3%] A\n- [33.3 %] B\n- [0%] C\n- [33.3%] D\n- [-100%] E')).toMatchObject({
      multiple: true,
      key: { correct: ['A', 'B', 'D'], weights: { A: 0.333, C: 0, E: -1 } },
    });
  });
});
