import { describe, expect, it } from 'vitest';
import { drawInputs } from '../judging/inputs.ts';
import type { CodeTest } from '../kinds/code/document.ts';
import { viewOf } from '../question.ts';
import { compileQuestion } from './compile-question.ts';
import { samplesOfTest, testsOfSeed } from './drawn-inputs.ts';
import { drawnFor, variantOf } from './variants.ts';

const question = (
  hidden: string,
  variants = '',
  seen = 'call: [2, 5]\n  expect: 7',
): string => `::::exercise[Sum]{kind=function entry=add}
${variants === '' ? '' : `\n\`\`\`yaml variants\n${variants}\n\`\`\`\n`}
Add two numbers.

\`\`\`python starter
def add(a, b):
    return 0
\`\`\`

\`\`\`python solution
def add(a, b):
    return a + b
\`\`\`

\`\`\`yaml tests
- name: Two numbers
  ${seen}
- name: Any numbers
  hidden: true
${hidden.replace(/^/gm, '  ')}
  hint: Are both in the sum?
\`\`\`

:::explanation
Add them.
:::
::::
`;
const DRAWN = `inputs:
  n: { from: 2, to: 9 }
  k: { from: n + 1, to: 12 }
  s: n + k
  where: [n + k < 15]
call: [{n}, "{k}"]
expect: {s}`;

async function compiled(source: string) {
  const read = await compileQuestion(source, 'q.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question;
}
async function told(source: string): Promise<string[]> {
  const read = await compileQuestion(source, 'q.md');
  return read.ok
    ? []
    : read.problems.map(
        ({ line, column, code, params }) => `${line}:${column} ${code} ${Object.values(params).join('|')}`,
      );
}
async function hiddenOf(source: string): Promise<CodeTest> {
  const read = await compiled(source);
  const test = read.kind === 'function' ? read.key.tests[1] : undefined;
  if (test === undefined) throw new Error('no test');
  return test;
}
/** What a test is called with, and what it expects, in each draw of a seed. */
function drawn(test: CodeTest, seed: string) {
  // as a database keeps it: without the order of fields
  const stored = JSON.parse(JSON.stringify(test)) as CodeTest;
  return testsOfSeed([stored], seed).map(({ as }) => ({
    given: drawInputs(as, seed, 'python')[0]?.map((one) => ('value' in one ? one.value : one)),
    expect: as.expect.type === 'value' ? as.expect.value : as.expect.type,
  }));
}

describe('inputs of a hidden test', () => {
  it('are drawn by the language of variants, three times, and what is expected follows from them', async () => {
    const draws = drawn(await hiddenOf(question(DRAWN)), 'a');
    expect(draws).toHaveLength(3);
    for (const { given, expect: sum } of draws) {
      const [n, k] = given as number[];
      expect(k).toBeGreaterThan(n ?? 99);
      expect(sum).toBe((n ?? 0) + (k ?? 0));
      expect(sum).toBeLessThan(15);
    }
  });

  it('are the same for the same seed and others for another one, each draw by itself', async () => {
    const test = await hiddenOf(question(DRAWN));
    expect(drawn(test, 'a')).toEqual(drawn(test, 'a'));
    const many = Array.from({ length: 20 }, (_one, seed) => JSON.stringify(drawn(test, `seed ${seed}`)));
    expect(new Set(many).size).toBeGreaterThan(10);
    expect(new Set(drawn(test, 'a').map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
  });

  it('may be words, orders, formulas, and sizes of what is drawn besides', async () => {
    const source = question(`inputs:
  w: { of: [sin, cos] }
  p: { shuffle: [1, 2, 3] }
  n: { from: 2, to: 4 }
call: [{ formula: "{w}(x)", of: [x] }, ["{p1}", "{p2}", "{p3}"], { draw: ["{n}"], from: 0, to: "{n}" }]
expect: solution`);
    const draws = testsOfSeed([await hiddenOf(source)], 'a').map(({ as }) => drawInputs(as, 'a', 'python')[0]);
    expect(draws).toHaveLength(3);
    for (const [formula, order, array] of draws.map((one) => one ?? [])) {
      expect(formula).toMatchObject({ type: 'function', source: expect.stringMatching(/sin|cos/) });
      expect(order).toEqual({ type: 'value', value: expect.arrayContaining([1, 2, 3]) });
      if (array?.type !== 'array') throw new Error('no array');
      expect([2, 3, 4]).toContain(array.data.length);
      for (const one of array.data) expect(one).toBeLessThan(array.data.length);
    }
  });

  it('use what the student has drawn, in braces of its own', async () => {
    const source = question(
      DRAWN.replace('to: 9', 'to: "{a}"')
        .replace('[{n}, ', '["{n + {a}}", ')
        .replace('{s}', 'solution')
        .replace(/ +s:.*\n/, ''),
      'a: { from: 3, to: 4 }',
      'call: [2, "{a}"]\n  expect: "{a + 2}"',
    );
    const whole = await compiled(source);
    const variant = variantOf(whole, drawnFor(whole, 'student') ?? {});
    if (variant?.kind !== 'function') throw new Error('no variant');
    const [seen, hidden] = variant.key.tests;
    const a = Number(seen?.expect.type === 'value' ? seen.expect.value : 0) - 2;
    expect(variant.examples[0]?.call).toBe(`add(2, ${a})`);
    if (hidden === undefined) throw new Error('no test');
    for (const { given } of drawn(hidden, 'a')) expect(Number(given?.[0]) - a).toBeLessThanOrEqual(a);
  });

  it('stand in no view of the question', async () => {
    const view = JSON.stringify(viewOf(await compiled(question(DRAWN))));
    for (const secret of ['inputs', 'from', '{n}', 'Any numbers', '"12"']) expect(view).not.toContain(secret);
  });

  it('are looked at with those at the edges', async () => {
    const samples = samplesOfTest(await hiddenOf(question(DRAWN)));
    expect(samples.length).toBe(20);
    expect(samples.map(({ values }) => values)).toContainEqual({ n: 2, k: 12, s: 14 });
  });
});

describe('what is wrong with them is told where it stands', () => {
  it.each([
    [
      'a visible test',
      question(DRAWN, '', `inputs: { n: { from: 1, to: 2 } }\n  call: ["{n}", 1]\n  expect: 3`),
      '17:3 tests.visibleInputs Two numbers',
    ],
    ['nothing that is drawn', question('inputs: {}\ncall: [1, 2]\nexpect: 3'), '21:3 variants.empty '],
    ['a name that is not drawn', question(DRAWN.replace('"{k}"', '"{z}"')), '26:15 variants.formula z|n, k, s'],
    ['a name that stands nowhere', question(DRAWN.replace('{s}', 'solution')), '24:5 variants.unused s|{s}'],
    ['a range without values', question(DRAWN.replace('from: 2', 'from: 20')), '22:5 variants.range n|20|9|10000'],
    ['a formula of what is not there', question(DRAWN.replace('n + 1', 'm + 1')), '23:10 variants.formula k|m + 1|n'],
    ['conditions that nothing fits', question(DRAWN.replace('< 15', '< 3')), '21:3 variants.none '],
    [
      'a name that the question has',
      question(DRAWN, 'n: { from: 3, to: 4 }', 'call: [2, "{n}"]\n  expect: 7'),
      '26:5 tests.taken n',
    ],
    [
      'a draw with which it cannot be called',
      question(
        'inputs:\n  n: { from: 3, to: 5 }\ncall: [{ draw: number, from: 0, to: "{n - 4}" }, 1]\nexpect: solution',
      ),
      '21:3 tests.with n = 3',
    ],
  ])('%s', async (_what, source, expected) => {
    expect(await told(source)).toContain(expected);
  });
});
