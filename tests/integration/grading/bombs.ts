/**
 * Resource bombs: each ends within its limit and a second, with its own result; the next submission in the same place, and
 * those beside it, are graded as if nothing had been.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../../domain/verdict.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { JAVASCRIPT_LIMITS } from '../../../workers/javascript/limits.ts';
import { PYTHON_LIMITS } from '../../../workers/python/limits.ts';
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
/** The same limits, sooner; the languages' own are tested in promises.ts. */
const CPU_MS: Record<Language, number> = { javascript: 400, python: 700 };
/** What a process may compute beside its submission: the next interpreter, and what V8 compiles. */
const BESIDE_MS = 500;
const LANES = [0, 1];

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
      // on a slow machine time may run out before anything else does
      const late = verdict.result === 'timeout' && computedMs > CPU_MS[language] / 2;
      expect(late ? results[0] : verdict.result).toBeOneOf(results);
      if (verdict.result === 'timeout') expect(wordsOf(verdict.feedback)).toMatch(/\w/);
      // on the processor: by the clock it would depend on what else the machine does
      expect(computedMs).toBeLessThan(CPU_MS[language] + 1_000 + BESIDE_MS);
      expect(next.verdict).toMatchObject({ outcome: 'graded', result: 'pass', points: 3 });
    });

    test('neighbours of bombs are graded as if nothing had been', { timeout: 60_000 }, async () => {
      const bombs = entries.slice(0, 3).map(([, [code]]) => run(language, code, { limits: SOON[language] }));
      const right = Array.from({ length: 12 }, (_, index) =>
        run(language, RIGHT[language], { seed: `neighbour ${index}` }),
      );
      for (const verdict of await Promise.all(right)) expect(verdict).toMatchObject({ result: 'pass', points: 3 });
      await Promise.all(bombs);
    });
  });
}
