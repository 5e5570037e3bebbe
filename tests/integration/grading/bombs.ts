/**
 * Resource bombs: each ends within its limit and a second, with its own result; the next submission in the same place, and
 * those beside it, are graded as if nothing had been.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { JAVASCRIPT_LIMITS } from '../../../workers/javascript/limits.ts';
import { PYTHON_LIMITS } from '../../../workers/python/limits.ts';
import { GUARD_MS } from '../../support/guard.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import type { Bombs } from './bombs/bomb.ts';
import { javascriptBombs } from './bombs/javascript.ts';
import { Lane, type Measured } from './bombs/lane.ts';
import { numpyBombs, pythonBombs } from './bombs/python.ts';
import { type Language, languages, RIGHT, run, SOON } from './shared.ts';

const BOMBS: Record<Language, Bombs> = {
  javascript: javascriptBombs,
  python: withoutNumpy === null ? { ...pythonBombs, ...numpyBombs } : pythonBombs,
};
const ALL = process.env.NABLA_ESCAPES === 'all';
/** What is ended by the clock in the test command is ended sooner than usual; the languages' own limits are tested in promises.ts. */
const SOONER_MS: Record<Language, number> = { javascript: 400, python: 700 };
const CPU_MS: Record<Language, number> = { javascript: JAVASCRIPT_LIMITS.cpuMs, python: PYTHON_LIMITS.cpuMs };
/** Where all are tried, by the clock, nothing else runs beside; else there are two, and what they compute is looked at. */
const LANES = ALL ? [0] : [0, 1];
/** Most of Python's bombs take a process with them, and the next one takes a second to start: the test command tries one in so many. */
const ONE_IN: Record<Language, number> = { javascript: 1, python: 4 };
/** What a process may compute beside its submission: garbage on other threads, the next interpreter, and what V8 compiles. */
const BESIDE_MS = 1_000;

/** The limits of a bomb; a second of grace comes on top. What is to end by itself, of memory or depth, has its whole time. */
function limitsOf(language: Language, results: readonly Verdict['result'][]): { cpuMs: number; wallMs?: number } {
  if (ALL) return { cpuMs: CPU_MS[language], wallMs: CPU_MS[language] };
  if (results.includes('timeout')) return { cpuMs: SOONER_MS[language] };
  // and is not stopped by the clock of a busy machine, where nothing is run again
  return { cpuMs: CPU_MS[language], wallMs: GUARD_MS };
}

export function bombs(): void {
  describe.for(languages)('bombs in %s', (language) => {
    const entries = Object.entries(BOMBS[language]).filter((_, index) => ALL || index % ONE_IN[language] === 0);
    const lanes = LANES.map((number) => new Lane(language, number));
    const measured = new Map<string, Promise<[bomb: Measured, next: Measured]>>();

    beforeAll(() => {
      const before = lanes.map(async (lane) => lane.grade(RIGHT[language]));
      for (const [index, [name, [code, results]]] of entries.entries()) {
        const lane = lanes[index % lanes.length];
        const pair = before[index % lanes.length]?.then(async (): Promise<[Measured, Measured]> => {
          const bomb = await lane?.grade(code, limitsOf(language, results));
          const next = await lane?.grade(RIGHT[language]);
          if (!bomb || !next) throw new Error('there is no lane');
          return [bomb, next];
        });
        if (pair === undefined) continue;
        measured.set(name, pair);
        before[index % lanes.length] = pair.then(([, next]) => next);
      }
    });
    afterAll(async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    });

    test.for(entries)('%s', { timeout: 600_000 }, async ([name, [, results]]) => {
      const pair = await measured.get(name);
      if (pair === undefined) throw new Error('it was never started');
      const [{ verdict, computedMs, wallMs }, next] = pair;
      expect(verdict).toMatchObject({ outcome: 'graded', points: 0 });
      expect(verdict.result).toBeOneOf(results);
      if (verdict.result === 'timeout') expect(wordsOf(verdict.feedback)).toMatch(/\w/);
      // beside other tests by what was computed: by the clock it would depend on what else the machine does
      const { cpuMs } = limitsOf(language, results);
      if (ALL) expect(wallMs).toBeLessThan(cpuMs + 1_000);
      else expect(computedMs).toBeLessThan(cpuMs + 1_000 + BESIDE_MS);
      expect(next.verdict).toMatchObject({ outcome: 'graded', result: 'pass', points: 3 });
    });

    test('neighbours of bombs are graded as if nothing had been', async () => {
      const bombs = entries.slice(0, 3).map(([, [code]]) => run(language, code, { limits: SOON[language] }));
      const right = Array.from({ length: 12 }, (_, index) =>
        run(language, RIGHT[language], { seed: `neighbour ${index}` }),
      );
      for (const verdict of await Promise.all(right)) expect(verdict).toMatchObject({ result: 'pass', points: 3 });
      await Promise.all(bombs);
    });
  });
}
