/** One grader for all tests of grading, since its sandboxes take seconds to start, and the smallest exercise in both languages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll } from 'vitest';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { createGrader } from '../../../workers/grade.ts';
import { ensurePythonRuntime } from '../../../workers/python/setup.ts';
import type { Limits } from '../../../workers/sandbox/job.ts';
import { doubleIn } from './questions.ts';

await ensurePythonRuntime({ log: () => undefined });
export const grader = createGrader();
/** for files of the tests, and for marks that escapes would leave */
export const folder = mkdtempSync(path.join(tmpdir(), 'nabla-grading-'));

export async function closeShared(): Promise<void> {
  await grader.close();
  rmSync(folder, { recursive: true });
}

export type Language = 'python' | 'javascript';
export const languages: Language[] = ['javascript', 'python'];
export const RIGHT = { javascript: 'const double = (x) => x + x;', python: 'double = lambda x: x + x' };

export const run = (
  language: Language,
  code: string,
  { seed = 'seed', limits }: { seed?: string; limits?: Partial<Limits> } = {},
): Promise<Verdict> => grader.grade(doubleIn(language), { kind: 'function', code }, { seed, mode: 'submit', limits });

/** For what does not end: the same ways of stopping it, sooner. The languages' own limits are tested in promises.ts. */
export const SOON: Record<Language, Partial<Limits>> = { javascript: { cpuMs: 600 }, python: { cpuMs: 1_000 } };

/** Starts all at once, as a class would hand in; the tests then wait for their own. */
export function startAll(
  language: Language,
  codes: Record<string, string>,
  limits?: Partial<Limits>,
): (name: string) => Promise<Verdict> {
  const verdicts = new Map<string, Promise<Verdict>>();
  beforeAll(() => {
    for (const [name, code] of Object.entries(codes)) {
      const verdict = run(language, code, limits ? { limits } : {});
      verdict.catch(() => undefined);
      verdicts.set(name, verdict);
    }
  });
  return (name) => verdicts.get(name) ?? Promise.reject(new Error(`${name} was not started`));
}
