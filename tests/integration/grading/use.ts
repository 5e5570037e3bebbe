/** The grader as its callers use it: runs without an attempt, gaps, faults of ours, no NumPy, and the command line. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { Exercises } from '../../../tools/grading/exercises.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { createGrader } from '../../../workers/grade.ts';
import { PROJECT } from '../../../workers/sandbox/command.ts';
import { doubleIn } from './questions.ts';
import { folder, grader } from './shared.ts';

const RIGHT = 'function double(x) { return 2 * x; }';
const line = z.object({
  id: z.unknown(),
  outcome: z.string(),
  result: z.string(),
  ms: z.number(),
  message: z.string().optional(),
});

export function using(): void {
  test('a run grades the visible tests only', async () => {
    const verdict = await grader.grade(
      doubleIn('javascript'),
      { kind: 'function', code: RIGHT },
      { seed: 1, mode: 'run' },
    );
    expect(verdict.tests.map((one) => one.id)).toEqual(['three']);
    expect(verdict).toMatchObject({ result: 'pass', points: 1, maxPoints: 1 });
  });

  test('the same seed gives the very same verdict', async () => {
    const wrong = { kind: 'function' as const, code: 'function double(x) { return x + Math.random(); }' };
    const graded = await Promise.all(
      [1, 2].map(() => grader.grade(doubleIn('javascript'), wrong, { seed: 'a', mode: 'submit' })),
    );
    expect(graded[0]).toEqual(graded[1]);
    expect(await grader.grade(doubleIn('javascript'), wrong, { seed: 'b', mode: 'submit' })).not.toEqual(graded[0]);
  });

  test('the random numbers of Python start from the seed too', async () => {
    const code = 'import random, os\ndef double(x): return (random.random(), os.urandom(4).hex(), hash("a"))';
    const graded = await Promise.all(
      [1, 2].map(() => grader.grade(doubleIn('python'), { kind: 'function', code }, { seed: 'a', mode: 'submit' })),
    );
    expect(graded[0]).toEqual(graded[1]);
    expect(graded[0]?.tests[0]?.got).toMatch(/^\(0\.\d+, '[0-9a-f]{8}', -?\d+\)$/);
  });

  test('an answer of another kind is invalid, not a fault', async () => {
    expect(
      await grader.grade(doubleIn('javascript'), { kind: 'choice', choices: ['A'] }, { seed: 1, mode: 'submit' }),
    ).toMatchObject({
      outcome: 'invalid',
    });
  });

  test('a solution of the lesson that fails is a fault of ours', async () => {
    const question = doubleIn('javascript');
    question.key.solution = 'function double(x) { throw new Error("oops"); }';
    await expect(
      grader.grade(question, { kind: 'function', code: RIGHT }, { seed: 1, mode: 'submit' }),
    ).rejects.toThrow('solution fails');
  });

  test('what is printed while loading is shown with the first visible test', async () => {
    const verdict = await grader.grade(
      doubleIn('javascript'),
      { kind: 'function', code: `console.log('hello');\n${RIGHT}` },
      { seed: 1, mode: 'submit' },
    );
    expect(verdict.tests.map((one) => one.printed)).toEqual(['hello\n', undefined]);
  });

  test('the gaps of the seed lesson are filled, run and judged', async () => {
    const found = await new Exercises(() => undefined).find('gradient-descent-step');
    if (!found.ok) throw new Error('no such exercise');
    const graded = (gaps: Record<string, string>) =>
      grader.grade(found.question, { kind: 'blanks', gaps }, { seed: 1, mode: 'submit' });
    expect(await graded({ grad_x: '2*x', grad_y: 'y + y' })).toMatchObject({ result: 'pass' });
    expect(await graded({ grad_x: '-2*x', grad_y: '-2*y' })).toMatchObject({ slips: ['ascent'] });
    expect(await graded({ grad_x: '2x', grad_y: '2*y' })).toMatchObject({
      result: 'error',
      feedback: [{ code: 'feedback.raised' }, { code: 'feedback.starMissing' }],
    });
  });

  test('without NumPy plain Python is graded, and an exercise that needs NumPy says so', async () => {
    vi.stubEnv('NABLA_NUMPY', 'off');
    const said: string[] = [];
    // kept between runs: its image takes seconds to make
    const bare = createGrader({
      stateDir: path.join(PROJECT, '.nabla/test/without-numpy'),
      slots: { python: 1, javascript: 1 },
      log: (line) => said.push(line),
    });
    try {
      const plain = await bare.grade(
        doubleIn('python'),
        { kind: 'function', code: 'def double(x): return 2 * x' },
        { seed: 1, mode: 'submit' },
      );
      expect(plain).toMatchObject({ outcome: 'graded', result: 'pass' });
      const numpy = { kind: 'function' as const, code: 'import numpy as np\ndef double(x): return np.multiply(2, x)' };
      const failed = await bare.grade(doubleIn('python'), numpy, { seed: 1, mode: 'submit' });
      expect(failed).toMatchObject({ outcome: 'failed', feedback: [{ code: 'feedback.numpyMissing' }] });
      expect(wordsOf(failed.feedback)).toContain('NABLA_NUMPY_WHEEL_DIR');
      expect(said.join('\n')).toMatch(/numpy-.*\.whl into a folder, set NABLA_NUMPY_WHEEL_DIR/);
    } finally {
      vi.unstubAllEnvs();
      await bare.close();
    }
  });

  test('a batch gives one line for each line, in order, bad ones too', async () => {
    const file = path.join(folder, 'batch.jsonl');
    const step = 'gradient-descent-step-js';
    const cases = [
      { id: 1, exercise: step, answer: { kind: 'function', code: 'function gradientDescentStep() { for (;;); }' } },
      {
        id: 2,
        exercise: step,
        answer: {
          kind: 'function',
          code: 'const gradientDescentStep = (x, y, lr = 0.1) => [x - lr * 2 * x, y - lr * 2 * y];',
        },
      },
      { id: 3, exercise: 'gradient-direction', answer: { kind: 'choice', choices: ['B'] } },
      { id: 4, exercise: doubleIn('javascript'), answer: { kind: 'function', code: RIGHT } },
      { id: 5, exercise: 'nowhere', answer: { kind: 'function', code: '' } },
      { id: 6, exercise: { kind: 'riddle' }, answer: { kind: 'function', code: '' } },
      { id: 7, exercise: step },
    ].map((one) => JSON.stringify(one));
    writeFileSync(file, [...cases, 'no case', ''].join('\n'));
    const tool = path.join(import.meta.dirname, '../../../tools/grade.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [tool, '--batch', file]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((text) => line.parse(JSON.parse(text)));
    expect(lines.map(({ id, outcome, result }) => [id, outcome, result])).toEqual([
      [1, 'graded', 'timeout'],
      [2, 'graded', 'pass'],
      [3, 'graded', 'pass'],
      [4, 'graded', 'pass'],
      [5, 'invalid', 'error'],
      [6, 'invalid', 'error'],
      [7, 'invalid', 'error'],
      [null, 'invalid', 'error'],
    ]);
    for (const { outcome, message } of lines) if (outcome === 'invalid') expect(message).toMatch(/\w/);
  });
}
