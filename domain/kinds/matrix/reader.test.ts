/** A matrix as an author writes it, and what the checker works out by itself. */
import { describe, expect, it } from 'vitest';
import { compiled, exercise, fence } from '../../lesson/example.ts';
import { type QuestionOf, viewOf } from '../../question.ts';
import { gradeMatrix } from './grade.ts';

async function read(answer: string): Promise<QuestionOf<'matrix'>> {
  const { questions } = await compiled(exercise(fence('yaml answer', answer), '#m kind=matrix points=6'));
  const [question] = questions;
  if (question?.kind !== 'matrix') throw new Error('it is a matrix');
  return question;
}

const result = (question: QuestionOf<'matrix'>, entries: string[][]): string =>
  gradeMatrix(question, { kind: 'matrix', entries }, 's').result;

describe('a matrix in a lesson', () => {
  it('is a text, or rows of entries', async () => {
    const one = await read('matrix: "[2x, 2y; 0, 1]"\nvariables: [x, y]\ndecimals: 2\neither: true');
    const other = await read('matrix: [[2x, 2y], [0, 1]]\nvariables: [x, y]\ndecimals: 2\neither: true');
    expect(one).toEqual(other);
    expect(one).toMatchObject({ shape: { rows: 2, columns: 2 }, points: 6, key: { checking: { decimals: 2 } } });
    expect(
      result(one, [
        ['2x', '2y'],
        ['0', '1'],
      ]),
    ).toBe('pass');
  });
  it('is a gradient, a Jacobian or a Hessian that nobody has worked out', async () => {
    const gradient = await read('gradient: { of: x^2 + 3y, by: [x, y] }');
    expect(gradient).toMatchObject({ shape: { rows: 2, columns: 1 }, variables: ['x', 'y'] });
    expect(result(gradient, [['2x'], ['3']])).toBe('pass');
    const jacobian = await read('jacobian: { of: [x^2*y, y*z], by: [x, y, z] }');
    expect(jacobian.shape).toEqual({ rows: 2, columns: 3 });
    expect(
      result(jacobian, [
        ['2xy', 'x^2', '0'],
        ['0', 'z', 'y'],
      ]),
    ).toBe('pass');
    const hessian = await read('hessian: { of: x^2*y + exp(x), by: [x, y] }');
    expect(
      result(hessian, [
        ['2y + e^x', '2x'],
        ['2x', '0'],
      ]),
    ).toBe('pass');
    expect(
      result(hessian, [
        ['2y + e^x', '2x'],
        ['2x', '1'],
      ]),
    ).toBe('partial');
  });
  it('of a free shape tells nobody how large it is', async () => {
    const free = await read('matrix: "[2x; 2y; 7]"\nvariables: [x, y]\nshape: free');
    expect(free.shape).toBeNull();
    const other = await read('matrix: "[2x, 2y]"\nvariables: [x, y]\nshape: free');
    expect(viewOf(free)).toEqual(viewOf(other));
  });
});
