/** What a number earns of several that are accepted: the most of all that take it, and each end as it is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuestion } from '../../lesson/compile-question.ts';
import type { LessonProblem } from '../../lesson/problems.ts';
import { variantOf } from '../../lesson/variants.ts';
import type { QuestionOf } from '../../question.ts';
import { textLive } from '../text/live.ts';
import { gradeNumber } from './grade.ts';
import { numberLive } from './live.ts';
import { numberMisread } from './misread.ts';

async function compiled(kind: string, answer: string) {
  const source = `::::check[Q]{kind=${kind} points=4}\nQ?\n\n\`\`\`yaml answer\n${answer}\n\`\`\`\n\n:::explanation\nSo.\n:::\n::::\n`;
  return await compileQuestion(source, 'q.md');
}
async function number(answer: string): Promise<QuestionOf<'number'>> {
  const read = await compiled('number', answer);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question as QuestionOf<'number'>;
}
async function text(answer: string): Promise<QuestionOf<'text'>> {
  const read = await compiled('text', answer);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question as QuestionOf<'text'>;
}
const problemsOf = async (kind: string, answer: string): Promise<LessonProblem[]> => {
  const read = await compiled(kind, answer);
  return read.ok ? [] : read.problems;
};

/** Tenths, so that what is near an end is met often; whole numbers decide, not doubles. */
const tenths = fc.integer({ min: -60, max: 60 });
const ends = fc
  .tuple(tenths, fc.integer({ min: 0, max: 40 }), fc.boolean(), fc.boolean())
  .map(([low, width, openLow, openHigh]) => ({ low, high: low + width, openLow, openHigh }))
  .filter(({ low, high, openLow, openHigh }) => low < high || !(openLow || openHigh));
const around = fc
  .tuple(tenths, fc.integer({ min: 0, max: 20 }))
  .map(([value, wide]) => ({ low: value - wide, high: value + wide, openLow: false, openHigh: false, value, wide }));
type Taken = { low: number; high: number; openLow: boolean; openHigh: boolean; value?: number; wide?: number };
const span: fc.Arbitrary<Taken> = fc.oneof(ends, around);

const fieldsOf = ({ low, high, openLow, openHigh, value, wide }: Taken): string =>
  value === undefined
    ? `${openLow ? 'above' : 'from'}: ${low / 10}, ${openHigh ? 'below' : 'to'}: ${high / 10}`
    : `value: ${value / 10}, tolerance: { absolute: ${(wide ?? 0) / 10} }`;
const takes = ({ low, high, openLow, openHigh }: Taken, at: number): boolean =>
  (openLow ? at > low : at >= low) && (openHigh ? at < high : at <= high);

describe('several accepted numbers', () => {
  it('earn what the best of those earns that take it, at every end too', async () => {
    const also = fc.array(fc.tuple(span, fc.integer({ min: 1, max: 100 })), { maxLength: 5 });
    let compiledOnes = 0;
    await fc.assert(
      fc.asyncProperty(span, also, async (right, others) => {
        const lines = others.map(([one, percent]) => `  - { ${fieldsOf(one)}, percent: ${percent} }`);
        const written = [`${fieldsOf(right).replace(', ', '\n')}`, ...(lines.length === 0 ? [] : ['also:', ...lines])];
        const read = await compiled('number', written.join('\n'));
        if (!read.ok) {
          // nothing else may be wrong with it than that one of them can never count
          expect(read.problems.map(({ code }) => code)).toContain('number.idle');
          return;
        }
        compiledOnes += 1;
        const question = read.question as QuestionOf<'number'>;
        for (let at = -110; at <= 110; at += 1) {
          const wanted = takes(right, at)
            ? 100
            : Math.max(0, ...others.map(([one, each]) => (takes(one, at) ? each : 0)));
          const answer = { kind: 'number' as const, value: String(at / 10) };
          const { points, result } = gradeNumber(question, answer);
          expect(points).toBe(Math.round(4 * wanted) / 100);
          expect(result).toBe(wanted === 100 ? 'pass' : wanted > 0 ? 'partial' : 'fail');
          expect(numberLive.share?.(question, answer)).toBe(wanted / 100);
        }
        for (const random of [() => 0, () => 0.99])
          expect([
            numberLive.share?.(question, numberLive.rehearse(question, false, random)),
            numberLive.share?.(question, numberLive.rehearse(question, true, random)),
          ]).toEqual([0, 1]);
      }),
      { numRuns: 60 },
    );
    expect(compiledOnes).toBeGreaterThan(20);
  });

  it('may be drawn like the right one, as they stand in a block or as a form writes them', async () => {
    const source = [
      '::::check[Q]{kind=number points=4}',
      '```yaml variants',
      'a: { from: 2, to: 9 }',
      '```',
      'What is $2 · {a}$?',
      '',
      '```yaml answer',
      'value: {2a}',
      'also:',
      '  - { value: {2a + 1}, tolerance: 0, percent: 50, words: "Not {2a + 1}." }',
      'wrong:',
      '  - {value: "{a}", words: Twice.}',
      '```',
      '',
      ':::explanation',
      'So.',
      ':::',
      '::::',
      '',
    ].join('\n');
    const read = await compileQuestion(source, 'q.md');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const made = variantOf(read.question, { a: 7 }) as QuestionOf<'number'>;
    const graded = ['14', '15', '7'].map((value) => gradeNumber(made, { kind: 'number', value }));
    expect(graded.map(({ points, feedback }) => [points, feedback[0]?.params.words])).toEqual([
      [4, undefined],
      [2, 'Not 15.'],
      [0, 'Twice.'],
    ]);
  });

  it('are shown with all that earn everything', async () => {
    const question = await number(
      'value: 0\nalso:\n  - { from: 41.5, to: 42.5 }\n  - { above: 5, to: 7 }\n  - { value: 3, percent: 50 }',
    );
    expect(numberLive.right(question)).toBe('0; 41.5 … 42.5; 5 < x ≤ 7');
    expect((await number('from: 3\nbelow: 4')).key).toMatchObject({
      value: 3.5,
      between: { low: 3, high: 4, open: 'high' },
    });
  });

  it('say their own words, typeset in a room, and no slip of the judge beside them', async () => {
    const question = await number(
      'value: 12\nalso:\n  - { value: 11, percent: 25, words: "Nearly $x$." }\nwrong:\n  - { value: -12, words: The *sign*. }',
    );
    const given = (value: string) => ({ kind: 'number' as const, value });
    expect(gradeNumber(question, given('11'))).toMatchObject({
      ...{ result: 'partial', points: 1, slips: [], signature: '11' },
      feedback: [{ code: 'feedback.textNote', params: { words: 'Nearly $x$.' } }],
    });
    expect(gradeNumber(question, given('-12'))).toMatchObject({
      ...{ result: 'fail', points: 0, slips: ['sign'] },
      feedback: [{ code: 'feedback.textNote', params: { words: 'The *sign*.' } }],
    });
    expect(gradeNumber(question, given('24')).feedback).toEqual([{ code: 'feedback.slip.doubled', params: {} }]);
    expect(numberLive.told?.(question, given('-12'))).toMatchObject({
      ...{ notes: [{ letter: null, html: 'The <em>sign</em>.' }], feedback: [] },
    });
    expect(numberLive.note?.(question, given('-12'))).toBe('The <em>sign</em>.');
  });

  it('leave a misconception where one earns a part, and none where all is earned', async () => {
    const question = await number('value: 12\nalso:\n  - { value: 11, percent: 25 }\n  - { value: 13 }');
    expect(numberMisread.wrong?.(question, { answer: '11' })).toBeNull();
    expect(numberMisread.wrong?.(question, { answer: '13' })).toEqual({ code: 'misconception.isRight' });
  });

  it.each([
    ['value: 3\nfrom: 2\nto: 4', 'number.both@1'],
    ['from: 2\nto: 4\ntolerance: 1', 'number.both@3'],
    ['from: 2', 'number.ends@1'],
    ['from: 2\nabove: 1\nto: 3', 'number.ends@1'],
    ['from: 4\nto: 2', 'number.empty@1'],
    ['above: 2\nto: 2', 'number.empty@1'],
    ['tolerance: 2', 'yaml.missing@1'],
    ['value: 3\nalso:\n  - { value: 3, percent: 50 }', 'number.idle@3'],
    ['value: 3\nalso:\n  - { from: 5, to: 9 }\n  - { from: 6, below: 9, percent: 50 }', 'number.idle@4'],
    ['value: 3\nwrong:\n  - { value: 3, words: No. }', 'number.wrongIsRight@3'],
    ['value: 3\nalso:\n  - { value: 4, percent: 0 }', 'yaml.tooSmall@3'],
    ['value: 3\nwrong:\n  - { value: 4 }', 'yaml.missing@3'],
  ])('%j is told where it stands', async (answer, wanted) => {
    const found = await problemsOf('number', answer);
    expect(found.map(({ code, line }) => `${code}@${line - 4}`)).toEqual([wanted]);
  });
});

describe('accepted texts', () => {
  it('earn their share, spelt almost so too, and are told their words', async () => {
    const question = await text(
      'typos: 1\naccept:\n  - Paris\n  - { text: Lutetia, words: Its *old* name. }\n  - { text: Pariss, percent: 50 }\nwrong:\n  - { text: Parid, words: No. }',
    );
    const shares = ['paris', 'Lutetia', 'pariss', 'Lutetta', 'Parissa', 'Parid', 'Rome'].map((one) =>
      textLive.share?.(question, { kind: 'text', text: one }),
    );
    expect(shares).toEqual([1, 1, 0.5, 1, 0.5, 0, 0]);
    expect(textLive.told?.(question, { kind: 'text', text: 'Lutetta' })).toMatchObject({
      notes: [{ html: 'Its <em>old</em> name.' }],
    });
    expect(textLive.rehearse(question, false, () => 0)).toEqual({ kind: 'text', text: 'Parid' });
  });
  it.each([
    ['accept:\n  - { text: a, percent: 50 }', 'text.noneRight'],
    ['accept: [a, { text: A, percent: 50 }]', 'text.twice'],
    ['accept: [a, { text: b, percent: 120 }]', 'yaml.tooBig'],
    ['accept: [1]', 'yaml.type'],
  ])('%j is told', async (answer, wanted) => {
    expect((await problemsOf('text', answer)).map(({ code }) => code)).toEqual([wanted]);
  });
});
