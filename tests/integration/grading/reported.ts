/**
 * Code that users of similar systems reported as graded wrongly, or with words that did not help: the verdict that is right,
 * and what the words must say.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answer } from '../../../domain/answer.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { Exercises } from '../../../tools/grading/exercises.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { withoutNumpy } from '../../support/numpy.ts';
import { grader } from './shared.ts';

const line = z.object({
  id: z.string(),
  kind: z.string(),
  /** results by `|`; `words`: any, with a sentence that helps */
  expected: z.string(),
  input: z.object({ exercise: z.unknown(), answer }),
});
const CASES = readFileSync(path.join(import.meta.dirname, '../../data/grading-reported-code.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((text) => line.parse(JSON.parse(text)));

/** What the sentence says, of those that had none or one that misled. */
const WORDS: Record<string, RegExp> = {
  'g3-064': /Line 1 is a mark around code/,
  'g3-066': /Line 1 is a command for a notebook/,
  'g3-077':
    /`pandas` is not here: there are Python’s standard library and NumPy.*Nothing else in your code uses it, so take the line out/,
  'g3-079': /`matplotlib` is not here.*Nobody would see what is drawn\. Do without it/,
  'g3-081': /`sklearn` is not here.*take the line out/,
  'g3-084': /`requests` is not here.*take the line out/,
  'g6-015': /`pytest` is not here.*take the line out/,
  'g3-098': /^`r` keeps between two calls what the first one left there.*120 was returned, and 1 is expected/,
  'g3-100': /^`acc` keeps between two calls what the first one left there/,
  'g3-124':
    /^'Hello, Ana! ' was returned, and 'Hello, Ana!' is expected\. Look at the spaces at its beginning and end\.$/,
  'g3-126': /^'hello, Ana!' was returned, and 'Hello, Ana!' is expected\. Capitals and small letters count\.$/,
  'g3-127': /^Your function printed something and returned None\. Put `return` where `print` stands/,
  'g4-020': /Line 1 has types as in TypeScript/,
  'g4-023': /^What your function returned is a promise/,
  'g4-028': /^A single number is expected, and it was returned inside an array: \[6\]\. Return the number itself\./,
  'g4-046': /Line 1 is a mark around code/,
  'g4-067': /^null was returned, and 0 is expected\.$/,
  'g4-072': /^Your function returned undefined, and null is expected\. Is a `return` missing/,
  'g4-074': /^Your function returned undefined, and null is expected\./,
  'g4-076': /^NaN was returned, and null is expected\.$/,
  'g4-089': /^An array of arrays \(1×3\) was returned, and an array of 3 is expected\./,
  'g4-105': /^"hello, Ana!" was returned, and "Hello, Ana!" is expected\. Capitals/,
  'g4-108': /What is in curly brackets was not filled in: put backticks/,
  'g6-022': /`breakpoint\(\)` waits for somebody to type/,
  'g6-048': /^At \[0\]: 'A' was returned, and 'a' is expected\. Capitals/,
};

/** Whether a verdict is one of those that a case wants. */
function fits(verdict: Verdict, expected: string, words: string): boolean {
  return expected.split('|').some((one) => {
    const [result = '', wants = ''] = one.split(/ \(| with |[ -](?=with-words|words)/);
    if (result === 'words') return words !== '';
    // what is wrong earns less than everything
    const results = result === 'fail' ? ['fail', 'partial'] : result.split('/');
    if (!results.includes(verdict.result)) return false;
    return (
      wants === '' || wants.startsWith('documented') || (wants === '1 point' ? verdict.points === 1 : words !== '')
    );
  });
}

export function reported(): void {
  describe('code that was reported', () => {
    const exercises = new Exercises(() => undefined);
    const verdicts = new Map<string, Promise<Verdict>>();
    const needsNumpy = ({ input }: (typeof CASES)[number]): boolean =>
      typeof input.exercise === 'string' || /\bnumpy\b/.test(JSON.stringify(input.answer));

    beforeAll(async () => {
      for (const { id, input } of CASES) {
        const found = await exercises.find(input.exercise);
        if (!found.ok) throw new Error(`${id} has no exercise`);
        const verdict = grader.grade(found.question, input.answer, { seed: id, mode: 'submit' });
        verdict.catch(() => undefined);
        verdicts.set(id, verdict);
      }
    });

    test.for(CASES)('$id: $kind', async (one, { skip }) => {
      skip(withoutNumpy !== null && needsNumpy(one), withoutNumpy ?? '');
      const verdict = await verdicts.get(one.id);
      if (!verdict) throw new Error('it was not graded');
      const told = verdict.tests.find(({ passed }) => passed !== true)?.feedback ?? [];
      const words = wordsOf([...verdict.feedback, ...told]);
      expect(fits(verdict, one.expected, words), `${one.expected} is wanted: ${JSON.stringify(verdict)}`).toBe(true);
      if (WORDS[one.id]) expect(words).toMatch(new RegExp(WORDS[one.id]?.source ?? '', 's'));
      // nobody who writes JavaScript is told of Python
      const { language } = z.object({ language: z.string() }).catch({ language: '' }).parse(one.input.exercise);
      if (language === 'javascript')
        expect(words).not.toMatch(/NumPy|ravel|keepdims|\bNone\b|\(\) is expected|float64/);
    });
  });
}
