/** The lessons that come with Nabla: what the seed must hold, whatever is edited around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLesson } from './compile.ts';
import type { CompiledLesson } from './compiled.ts';
import { readCourse } from './course.ts';

const FOLDER = new URL('../../content/mathematics-for-machine-learning/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');

async function lesson(file: string): Promise<CompiledLesson> {
  const result = await compileLesson(read(`level-05/${file}`), file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.lesson;
}

describe('the course of the seed', () => {
  it('has 25 places in Level 05, the fourth of them the seed lesson', () => {
    const result = readCourse(read('course.yaml'), 'course.yaml');
    const level = result.ok ? result.course.levels[0] : undefined;
    expect(level).toMatchObject({ number: 5, slug: 'level-05' });
    expect(level?.places.length).toBe(25);
    expect(level?.places[3]).toMatchObject({ number: 4, title: 'Gradients & Derivatives' });
  });

  it('names every file of its levels', () => {
    const result = readCourse(read('course.yaml'), 'course.yaml');
    const named = result.ok
      ? result.course.levels.flatMap((level) => level.places.map((place) => place.lesson?.file))
      : [];
    const there = readdirSync(new URL('level-05/', FOLDER)).map((file) => `level-05/${file}`);
    expect(named.filter((file) => file !== undefined).toSorted()).toEqual(there.toSorted());
  });
});

describe('the seed lesson', () => {
  it('has its four exercises and its four checks', async () => {
    const { questions } = await lesson('04-gradients-and-derivatives.md');
    expect(questions.map(({ id, kind, role, number }) => `${role} ${number} ${id} ${kind}`)).toEqual([
      'exercise 1 manual-gradients maths',
      'exercise 2 gradient-descent-step blanks',
      'exercise 3 jacobian function',
      'exercise 4 linear-layer-backward function',
      'check 1 gradient-direction choice',
      'check 2 partial-derivative choice',
      'check 3 jacobian-dimensions choice',
      'check 4 why-subtract choice',
    ]);
  });

  it('has the keys of the source, and a note for every wrong option', async () => {
    const { questions } = await lesson('04-gradients-and-derivatives.md');
    const checks = questions.filter((question) => question.kind === 'choice');
    expect(checks.map((check) => check.key.correct.join())).toEqual(['B', 'A', 'B', 'A']);
    for (const check of checks) expect(Object.keys(check.key.notes)).toHaveLength(3);
  });

  it('derives the truths of exercise 1 instead of writing them down', async () => {
    const { questions } = await lesson('04-gradients-and-derivatives.md');
    expect(questions[0]).toMatchObject({
      parts: [{ id: 'dx' }, { id: 'dy' }, { id: 'dz' }],
      key: { truths: { dy: { derivativeOf: 'x^2*y + y*z^3', by: 'y' } } },
    });
  });

  it('shows the worked values and begins with the gap', async () => {
    const { questions } = await lesson('04-gradients-and-derivatives.md');
    const code = questions.filter((question) => question.kind === 'blanks' || question.kind === 'function');
    expect(code.map(({ examples }) => examples[0]?.expected)).toEqual([
      '[2.4, 3.2]',
      '[[2, 1], [2, 1]]',
      '(4, 3), (3, 2), (2,)',
    ]);
    for (const question of code) {
      const begin = question.kind === 'function' ? question.starter : JSON.stringify(question.template);
      expect(begin).not.toMatch(/x\.T @ grad_output|\/ h|2\*x/);
      expect(question.hintCount).toBe(2);
      expect(question.hiddenTests).toBeGreaterThan(0);
    }
  });
});

describe('the lesson on gradients in code', () => {
  it('has its three exercises and four checks, a text and an order among them', async () => {
    const { questions } = await lesson('05-gradients-in-code.md');
    expect(questions.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'gradient-descent-step-function function',
      'gradient-descent-step-js function',
      'numerical-gradient-js function',
      'one-step number',
      'smaller-step choice',
      'descent-loop order',
      'matrix-name text',
    ]);
  });
});
