/** What a text claims is recomputed, and nobody reads it. */
import { describe, expect, it } from 'vitest';
import { compileLesson } from './compile.ts';
import { compiled, fence, lessonOf, told } from './example.ts';

const formulas = (lines: string): string => `Text.\n\n${fence('formulas verify', lines)}\n\nMore.`;
/** Line of the first formula, from the first below the front matter. */
const FIRST = 4;

describe('formulas that must hold', () => {
  it('are no part of the page, and take no time to read', async () => {
    const [lesson, without] = [await compiled(formulas('1 + 1 = 2')), await compiled('Text.\n\nMore.')];
    expect(JSON.stringify(lesson.body)).toBe(JSON.stringify(without.body));
    expect(lesson.readingSeconds).toBe(without.readingSeconds);
  });

  it.each([
    ['L(a, b) = mse([b, a, a + b], [1, 2, 3]) * 3/4\nL(0, 0) = 3.5\ngrad(L)(0, 0) = [-2.5, -2]'],
    ['sqrt(2) ≈ 1.4142   # a comment\nsqrt(2) ≈ 1.4'],
    ['c = 3\nc^2 = 9\nc < 4\nexp(-c) < 0.05'],
    ['softmax([1, 2]) ≈ [0.2689, 0.7311]'],
    ['hess(f)(0, 0) ≈ [[1, 0.5], [0.5, 1]]'.replace(/^/, 'f(u, v) = (u^2 + u v + v^2)/2\n')],
  ])('hold: %s', async (lines) => expect(await told(formulas(lines))).toEqual([]));

  it.each([
    ['1 + 1 = 3', `verify.isNot@${FIRST}`],
    ['\nsqrt(2) ≈ 1.4143', `verify.isNot@${FIRST + 1}`],
    ['sqrt(2) = 1.4142', `verify.isNot@${FIRST}`],
    ['c = 3\nc > 4', `verify.false@${FIRST + 1}`],
    ['[1, 2] = [1, 2, 3]', `verify.isNot@${FIRST}`],
    ['v = [1, 2]\nsum(v) = 4', `verify.isNot@${FIRST + 1}`],
    ['[1, 2] + [1, 2, 3] = 1', `matrix.together@${FIRST}`],
    ['3 + 4', `verify.form@${FIRST}`],
    ['c + 1 = 2', `drawing.unknown@${FIRST}`],
    ['sqrt(2 = 1', `matrix.unclosed@${FIRST}`],
  ])('are told where they do not: %s', async (lines, problem) =>
    expect(await told(formulas(lines))).toEqual([problem]),
  );

  it('say what the left side is', async () => {
    const result = await compileLesson(lessonOf(formulas('sqrt(2) ≈ 1.5')), 'lesson.md');
    expect(result.ok ? [] : result.problems[0]?.params).toMatchObject({ found: '1.4142136' });
  });

  it('are written in no other language', async () => {
    expect(await told(fence('javascript verify', '1'))).toEqual(['fence.language@1']);
  });

  it('are kept for the check where they are Python', async () => {
    const result = await compileLesson(lessonOf(fence('python verify', 'assert 1 + 1 == 2')), 'lesson.md');
    expect(result.ok ? result.claims : []).toEqual([{ source: 'assert 1 + 1 == 2', line: 6 }]);
  });
});
