/** Feedback that teaches, on real answers in the real sandboxes: which slip is named, and what of a failing test is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../domain/results/verdict.ts';
import { wordsOf } from '../../tools/grading/words.ts';
import { withoutNumpy } from '../support/numpy.ts';
import { marks } from './grading/marks.ts';
import { closeShared, grader } from './grading/shared.ts';
import { questionOf, SLIP_CASES } from './grading/slip-cases.ts';

afterAll(closeShared);

marks();

const codesOf = (verdict: Verdict | undefined): string[] =>
  verdict?.tests[0]?.feedback.map(({ code }) => code.replace('feedback.', '')) ?? [];

describe.for(Object.entries(SLIP_CASES))('%s', ([, one]) => {
  const question = questionOf(
    one.language,
    one.entry,
    [{ arguments: one.arguments, expect: one.expect, ...one.more }],
    one.right,
  );
  const verdicts = new Map<string, Promise<Verdict>>();
  const answers = {
    right: one.right,
    ...Object.fromEntries(Object.entries(one.wrong).map(([name, [, code]]) => [name, code])),
  };
  beforeAll(() => {
    if (one.language === 'python' && withoutNumpy !== null) return;
    for (const [name, code] of Object.entries(answers)) {
      const verdict = grader.grade(question, { kind: 'function', code }, { seed: name, mode: 'submit' });
      verdict.catch(() => undefined);
      verdicts.set(name, verdict);
    }
  });

  test('the right answer passes, and nothing is said of it', async ({ skip }) => {
    skip(one.language === 'python' && withoutNumpy !== null, withoutNumpy ?? '');
    const verdict = await verdicts.get('right');
    expect(verdict).toMatchObject({ outcome: 'graded', result: 'pass', slips: [] });
    expect(codesOf(verdict)).toEqual([]);
  });

  test.for(Object.entries(one.wrong))('%s', async ([name, [codes]], { skip }) => {
    skip(one.language === 'python' && withoutNumpy !== null, withoutNumpy ?? '');
    const verdict = await verdicts.get(name);
    expect(verdict).toMatchObject({ outcome: 'graded', result: 'fail', points: 0 });
    expect(codesOf(verdict), JSON.stringify(verdict?.tests[0])).toEqual(codes);
    for (const told of verdict?.tests[0]?.feedback ?? []) expect(wordsOf([told])).toMatch(/^\S.*[.?)]$/s);
  });
});
