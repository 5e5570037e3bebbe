import { describe, expect, it } from 'vitest';
import type { Question } from '../question.ts';
import type { TestOutcome, Verdict } from '../results/verdict.ts';
import { compileQuestion } from './compile-question.ts';
import { inputSamples } from './input-samples.ts';
import { blindly, disproofOf, proofsOf, starterOf } from './proof.ts';
import { spotOfTest } from './test-spot.ts';

const code = (variants = '', seen = 'call: [2]\n  expect: 4'): string => `::::exercise[Twice]{kind=function entry=twice}
${variants}
Double it.

\`\`\`javascript starter
function twice(n) { return 0; }
\`\`\`

\`\`\`javascript solution
function twice(n) { return 2 * n; }
\`\`\`

\`\`\`yaml tests
- name: One
  ${seen}
- name: Any
  id: any
  hidden: true
  inputs: { n: { from: 1, to: 500 } }
  call: [{n}]
  expect: {2n}
  hint: Both halves?
- name: Decimals
  hidden: true
  call: [{ draw: number, from: 0, to: 1 }]
  expect: solution
  hint: And between?
\`\`\`

:::explanation
Twice.
:::
::::
`;
const VARIANTS = '\n```yaml variants\na: { from: 1, to: 50 }\n```\n';

async function compiled(source: string): Promise<Question> {
  const read = await compileQuestion(source, 'q.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question;
}
const testsOf = (question: Question) => (question.kind === 'function' ? question.key.tests : []);

describe('the runs that prove code', () => {
  it('take each of 20 draws as a test by itself, with its values, those at the edges among them', async () => {
    const [proof, second] = proofsOf(await compiled(code()));
    if (proof === undefined) throw new Error('no proof');
    expect(second).toBeUndefined();
    expect(proof.answer).toMatchObject({ kind: 'function', code: expect.stringContaining('2 * n') });
    const tests = testsOf(proof.question);
    expect(tests.filter(({ id }) => id.startsWith('any/'))).toHaveLength(20);
    expect(tests.map(({ name }) => name)).toEqual(expect.arrayContaining(['One', 'Any (n = 1)', 'Any (n = 500)']));
    expect(tests.at(-1)).toMatchObject({ draws: 20 });
  });

  it('are one for each of 20 variants, where the whole question draws', async () => {
    const proofs = proofsOf(await compiled(code(VARIANTS, 'call: [{a}]\n  expect: "{2a}"')));
    expect(proofs).toHaveLength(20);
    expect(new Set(proofs.map(({ values }) => values)).size).toBe(20);
    for (const { question } of proofs) expect(testsOf(question)).toHaveLength(3);
    // at the edges of what the question draws, and over all of them of what its tests draw
    expect(proofs.map(({ values }) => values)).toEqual(expect.arrayContaining(['a = 1', 'a = 50']));
    const names = proofs.flatMap(({ question }) => testsOf(question).map(({ name }) => name));
    expect(new Set(names.filter((name) => name.startsWith('Any ('))).size).toBe(20);
    expect(names).toEqual(expect.arrayContaining(['Any (n = 1)', 'Any (n = 500)']));
  });

  it('are none where nothing is run; what students begin with is run as it is', async () => {
    const choice = await compiled('::::check[A]\nWhich?\n\n- [x] one\n- [ ] two\n\n:::explanation\nSo.\n:::\n::::\n');
    expect([proofsOf(choice), starterOf(choice)]).toEqual([[], null]);
    const question = await compiled(code());
    expect(starterOf(question)).toEqual({
      question,
      answer: { kind: 'function', code: expect.stringContaining('return 0') },
    });
  });

  it('ask nothing of the solution where it cannot answer: its own errors are looked for', async () => {
    const [proof] = proofsOf(await compiled(code()));
    if (proof === undefined) throw new Error('no proof');
    expect(testsOf(blindly(proof).question).map(({ expect: { type } }) => type)).not.toContain('solution');
  });
});

describe('what a run shows', () => {
  const outcome = (change: Partial<TestOutcome>): TestOutcome => ({
    ...{ id: 'any/3', name: 'Any (n = 7)', visible: false, passed: false, points: 0, maxPoints: 1, feedback: [] },
    call: 'twice(7)',
    expected: '14',
    ...change,
  });
  const verdict = (result: Verdict['result'], ...tests: TestOutcome[]): Verdict => ({
    ...{ outcome: 'graded', result, points: 0, maxPoints: 1, tests, feedback: [], signature: '', slips: [] },
  });
  it('is the first test that fails, by its value, its error, or how the run ended', async () => {
    const [proof] = proofsOf(await compiled(code()));
    if (proof === undefined) throw new Error('no proof');
    expect(disproofOf(proof, verdict('pass', outcome({ passed: true })))).toBeNull();
    const wrong = disproofOf(proof, verdict('fail', outcome({ passed: true, id: 't1' }), outcome({ got: '15' })));
    expect(wrong).toMatchObject({
      test: 'any',
      params: { call: 'twice(7)', expected: '14', got: '15', how: 'value', values: 'none' },
    });
    const error = { type: 'RangeError', message: 'no', line: 1, column: null, traceback: '' };
    expect(disproofOf(proof, verdict('error', outcome({ error })))).toMatchObject({
      params: { how: 'error', error: 'RangeError: no' },
    });
    expect(disproofOf(proof, verdict('timeout', outcome({})))).toMatchObject({ params: { how: 'timeout' } });
    // who is not asked what is right fails by errors alone
    expect(disproofOf(proof, verdict('fail', outcome({ got: '1' })), true)).toMatchObject({ code: 'proof.solution' });
  });

  it('is told where the test stands', () => {
    const source = `Before.\n\n${code()}`;
    const lines = source.split('\n');
    const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
    const question = { line: 3, column: 1 };
    expect(spotOfTest(source, question, 'any')).toEqual({ line: lineOf('name: Any'), column: 3 });
    expect(spotOfTest(source, question, 't1')).toEqual({ line: lineOf('name: One'), column: 3 });
    expect(spotOfTest(source, question, null)).toEqual({ line: lineOf('yaml tests'), column: 1 });
    expect(spotOfTest('nothing', question, 'any')).toEqual(question);
  });
});

it('authors see some of what hidden tests draw, with what is expected where that is written', async () => {
  const [any, decimals, none] = inputSamples(await compiled(code()));
  expect(none).toBeUndefined();
  expect(any?.draws).toHaveLength(10);
  expect(any?.draws[0]).toEqual({ call: 'twice(1)', expected: '2' });
  expect(decimals?.draws).toHaveLength(10);
  expect(decimals?.draws[0]).toMatchObject({ call: expect.stringMatching(/^twice\(0\.\d+\)$/), expected: null });
});
