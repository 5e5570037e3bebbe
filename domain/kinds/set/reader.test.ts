/** A set as an author writes it, and what a page is told of it. */
import { describe, expect, it } from 'vitest';
import { compiled, exercise, fence } from '../../lesson/example.ts';
import { type QuestionOf, viewOf } from '../../question.ts';
import { gradeSet } from './grade.ts';

async function read(answer: string): Promise<QuestionOf<'set'>> {
  const { questions } = await compiled(exercise(fence('yaml answer', answer), '#s kind=set points=6'));
  const [question] = questions;
  if (question?.kind !== 'set') throw new Error('it is a set');
  return question;
}

const result = (question: QuestionOf<'set'>, set: string): string =>
  gradeSet(question, { kind: 'set', set }, 's').result;

describe('a set in a lesson', () => {
  it('is a list of values, a text of them, or one number', async () => {
    const list = await read('values: [-3/2, √2, 1.5]');
    expect(list).toMatchObject({ asks: 'values', variable: 'x', points: 6, key: { set: '-3/2; √2; 1.5' } });
    expect(result(list, 'x = ±1.5 or x = √2')).toBe('pass');
    expect(result(await read('values: "x = ±2"'), '2; -2')).toBe('pass');
    expect(result(await read('values: 7'), '7')).toBe('pass');
    expect(result(await read('values: []'), 'no solution')).toBe('pass');
  });
  it('has values of variables, and another name for what is solved for', async () => {
    const question = await read('values: "±√a"\nvariable: t\nvariables: [a]\npositive: [a]\ndecimals: 2');
    expect(question).toMatchObject({ variable: 't', variables: ['a'], key: { checking: { decimals: 2 } } });
    expect(result(question, 't = √a or t = -√a')).toBe('pass');
    expect(result(question, 'x = √a')).toBe('error');
  });
  it('is a part of the real line', async () => {
    const question = await read('reals: "[1, 3)"');
    expect(question.asks).toBe('reals');
    expect(result(question, '1 ≤ x < 3')).toBe('pass');
  });
  it('tells nobody how many values there are, or how they look', async () => {
    const view = viewOf(await read('values: [1, 2, 3]'));
    expect(view).toEqual(viewOf(await read('values: "no solution"')));
    expect(JSON.stringify(viewOf(await read('reals: "[1, 3)"')))).not.toContain('[1');
  });
});
