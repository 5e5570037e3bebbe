/** What is printed: bounded, and no way to tell hidden inputs. */
import { describe, expect, test } from 'vitest';
import { studentVerdict } from '../../../domain/results/student-verdict.ts';
import { wordsOf } from '../../../tools/grading/words.ts';
import { languages, run } from './shared.ts';

export function printing(): void {
  describe.for(languages)('what is printed in %s', (language) => {
    const flood = {
      javascript:
        'function double(x) { console.log("y".repeat(1e7)); for (let i = 0; i < 1e5; i++) console.log(i); return 2 * x; }',
      python: 'def double(x):\n  print("y" * 10**7)\n  for i in range(10**5): print(i)\n  return 2 * x',
    };
    test('ten megabytes are cut to what somebody can read', async () => {
      const verdict = await run(language, flood[language]);
      expect(verdict.result).toBe('pass');
      expect(verdict.tests[0]?.printed).toHaveLength(10_000);
      expect(wordsOf(verdict.tests[0]?.feedback ?? [])).toBe(
        'Your code printed more than 10,000 characters here; the rest was cut.',
      );
    });

    test('as much as is kept is not told as cut', async () => {
      const code = {
        javascript:
          'console.log("y".repeat(9_000));\nfunction double(x) { console.log("z".repeat(998)); return 2 * x; }',
        python: 'print("y" * 9_000)\ndef double(x):\n  print("z" * 998)\n  return 2 * x',
      };
      const [test] = (await run(language, code[language])).tests;
      expect(test?.printed).toHaveLength(10_000);
      expect(test?.feedback).toEqual([]);
    });

    test('hidden inputs are not told, neither by printing nor by an error', async () => {
      const leak = {
        javascript:
          'function double(x) { console.log("input", x); if (x !== 3) throw new Error("x is " + x); return 6; }',
        python: 'def double(x):\n  print("input", x)\n  if x != 3: raise ValueError(f"x is {x}")\n  return 6',
      };
      const verdict = await run(language, leak[language]);
      expect(verdict).toMatchObject({ result: 'partial', points: 1 });
      const [visible, hidden] = studentVerdict(verdict).tests;
      expect(visible?.printed).toBe('input 3\n');
      expect(JSON.stringify(hidden)).not.toMatch(/input|x is|-?\d\.\d/);
      expect(hidden?.hintHtml).toBe('Twice as much.');
    });
  });
}
