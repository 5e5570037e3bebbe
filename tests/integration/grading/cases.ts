/** The public cases for the seed lessons' exercises, through the real grader and its sandboxes. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Answer } from '../../../domain/answer.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { Exercises } from '../../../tools/grading/exercises.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import { grader } from './shared.ts';

const EXERCISES: Record<string, string> = {
  Ex1: 'manual-gradients',
  Ex2: 'gradient-descent-step-function',
  Ex3: 'jacobian',
  Ex4: 'linear-layer-backward',
  JS1: 'gradient-descent-step-js',
  JS2: 'numerical-gradient-js',
};

/** Whatever is handed in: their inputs are arrays. */
const NEED_NUMPY = new Set(['Ex3', 'Ex4']);

const file = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      exercise: z.string(),
      code: z.string(),
      answers: z.record(z.string(), z.string()).optional(),
      acceptable: z.array(z.string()),
      mustNot: z.array(z.string()).optional(),
      why: z.string(),
    }),
  ),
});
type Case = z.infer<typeof file>['cases'][number];

const casesOf = (name: string): Case[] =>
  file.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, `../../data/${name}-public.json`), 'utf8'))).cases;

/** What the attacks among the cases would leave behind. */
const MARKER = '/tmp/pwned';
const exercises = new Exercises((message) => {
  throw new Error(message);
});
const verdicts = new Map<string, Promise<Verdict>>();

/** The answers of a maths case name the function's parts fx, fy, fz; the lesson calls them dx, dy, dz. */
function answerOf({ code, answers }: Case): Answer {
  if (answers === undefined) return { kind: 'function', code };
  return {
    kind: 'maths',
    parts: Object.fromEntries(Object.entries(answers).map(([name, text]) => [name.replace(/^f/, 'd'), text])),
  };
}

async function grade(one: Case): Promise<Verdict> {
  const found = await exercises.find(EXERCISES[one.exercise]);
  if (!found.ok) throw new Error(`no exercise for ${one.id}`);
  return grader.grade(found.question, answerOf(one), { seed: one.id, mode: 'submit' });
}

export function publicCases(): void {
  beforeAll(() => rmSync(MARKER, { force: true }));

  describe.for(['javascript', 'python'])('public cases: %s', (language) => {
    const cases = casesOf(language);
    beforeAll(() => {
      // all at once: the pool has to keep them apart
      for (const one of cases) {
        const verdict = grade(one);
        verdict.catch(() => undefined);
        verdicts.set(one.id, verdict);
      }
    });

    test.for(cases)('$id: $why', async (one, { skip }) => {
      const needs = NEED_NUMPY.has(one.exercise) || one.code.includes('numpy');
      skip(needs && withoutNumpy !== null, withoutNumpy ?? '');
      const verdict = await verdicts.get(one.id);
      expect(one.acceptable).toContain(verdict?.result);
      expect(one.mustNot ?? []).not.toContain(verdict?.result);
      expect(verdict?.outcome).not.toBe('failed');
    });
  });

  test('no case has left a marker on the host', () => {
    expect(existsSync(MARKER)).toBe(false);
  });
}
