import { expect, test } from 'vitest';
import { writtenCode } from '../../../tests/support/written-code.ts';
import type { Verdict } from '../../results/verdict.ts';
import { compileLesson } from '../compile.ts';
import { lookedAt, wrongVariant } from '../variants.ts';
import { type Before, checkLesson, type Looking } from './check-lesson.ts';

const CODE = writtenCode({
  head: '[Twice]{#twice kind=function entry=twice}',
  prompt: 'Double it.',
  starter: 'function twice(n) {}',
  solution: 'const twice = (n) => 2 * n;',
  tests: `- name: One
  call: [1]
  expect: 2
- name: Secret
  hidden: true
  call: [7]
  expect: 14
  hint: Both?`,
});
const lesson = (text: string) => `---\ntitle: Two\ndescription: Two.\n---\n\n${text}\n\n${CODE}`;
const LINKS = 'See [there](other.md#part), [nowhere](gone.md) and [no part](other.md#none).';

const anchors = new Set(['part']);
const around = {
  anchorsAt: (href: string) => (href === 'other.md' ? anchors : null),
  takenBy: (id: string) => (id === 'twice' ? 'Other' : undefined),
};
const answers: Looking['answers'] = async (question) => {
  const most = lookedAt(question);
  return wrongVariant(question, { from: 0, to: most, most });
};
const verdict = (result: Verdict['result'], more: Partial<Verdict> = {}): Verdict => ({
  ...{ outcome: 'graded', result, points: 1, maxPoints: 1, tests: [], feedback: [], signature: '', slips: [] },
  ...more,
});
const FAILED = {
  ...{ id: 't1', name: 'One', visible: true, passed: false, points: 0, maxPoints: 1, feedback: [] },
  ...{ call: 'twice(1)', expected: '2', got: '3' },
};
/** The solution passes, and what students begin with does not. */
const run: Looking['run'] = async ({ answer }) =>
  verdict(answer.kind === 'function' && answer.code.includes('2 * n') ? 'pass' : 'fail');

const checked = async (text: string, looking: Partial<Looking> = {}, before?: Before) => {
  const source = lesson(text);
  const compiled = await compileLesson(source, 'two.md');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return checkLesson({ file: 'two.md', source }, compiled, { answers, run, around, ...looking }, before);
};
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

test('links that lead nowhere and ids that are taken are refused, inputs that are the same for all are noted', async () => {
  const { problems, notes, unproved } = await checked(LINKS);
  expect(problems).toMatchObject([
    { code: 'link.file', line: 6, params: { href: 'gone.md' } },
    { code: 'link.otherAnchor', line: 6, params: { href: 'other.md#none' } },
    { code: 'check.sameId', line: 8, params: { id: 'twice', other: 'Other' } },
  ]);
  expect(notes).toMatchObject([{ code: 'check.fixedHidden', line: 8, params: { name: 'Secret' } }]);
  expect(unproved).toEqual([]);
});

test('what stood in the version before is told and not refused, nor run again', async () => {
  const source = lesson(LINKS);
  const compiled = await compileLesson(source, 'two.md');
  if (!compiled.ok) throw new Error('it does not compile');
  const questions = new Map(compiled.lesson.questions.map((question) => [question.id, question]));
  const again = await checked(`${LINKS} Again [nowhere else](lost.md).`, { run: null }, { source, questions });
  expect(codes(again.problems)).toEqual(['link.file']);
  expect(again.problems).toMatchObject([{ params: { href: 'lost.md' } }]);
  expect(codes(again.notes)).toEqual(['link.file', 'link.otherAnchor', 'check.sameId', 'check.fixedHidden']);
  expect(again.unproved).toEqual([]);
});

test('code that nobody has run is named: no pool, none in time, or without what it needs', async () => {
  const free = { around: { ...around, takenBy: () => undefined } };
  const feedback = [{ code: 'feedback.numpyMissing', params: {} }];
  for (const none of [null, async () => null, async () => verdict('error', { outcome: 'failed', feedback })]) {
    const { problems, unproved } = await checked('Text.', { run: none, ...free });
    expect([problems, unproved]).toEqual([[], ['Twice']]);
  }
});

test('a solution that does not pass and a starter that does are told at the question', async () => {
  const free = { around: { ...around, takenBy: () => undefined } };
  const wrong = await checked('Text.', { run: async () => verdict('fail', { tests: [FAILED] }), ...free });
  expect(codes(wrong.problems)).toEqual(['proof.test']);
  const easy = await checked('Text.', { run: async () => verdict('pass'), ...free });
  expect(easy.problems).toMatchObject([{ code: 'check.starter', params: { id: 'twice' } }]);
});

test('a right answer that its own question does not grade as right is told where the question begins', async () => {
  const source = lesson(`::::check[Root]{#root kind=maths}
What is it?

\`\`\`yaml parts
variables: [x]
parts:
  r: { equals: sqrt(-1 - x^2) }
\`\`\`

:::explanation
So.
:::
::::`);
  const compiled = await compileLesson(source, 'two.md');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const free = { ...around, takenBy: () => undefined };
  const { problems } = await checkLesson({ file: 'two.md', source }, compiled, { answers, run, around: free });
  expect(problems).toMatchObject([{ code: 'check.solution', line: 6, params: { id: 'root', maxPoints: 1 } }]);
});

test('what a text claims in Python is run, and told at its fence where it does not hold', async () => {
  const asked: string[] = [];
  const runs: Looking['run'] = async ({ question, answer }) => {
    if (question.id !== 'claims') return run({ question, answer });
    const code = answer.kind === 'function' ? answer.code : '';
    asked.push(code);
    if (code.includes('== 2')) return verdict('pass');
    return verdict('fail', {
      tests: [
        { ...FAILED, id: 't1', error: { type: 'AssertionError', message: '', line: 3, column: null, traceback: '' } },
      ],
    });
  };
  const text = '```python verify\nassert 1 + 1 == 2\n```\n\n```python verify\nassert 1 + 1 == 3\n```';
  const { problems } = await checked(text, { run: runs });
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain('    assert 1 + 1 == 2\n    return True');
  expect(problems.filter(({ code }) => code === 'verify.python')).toMatchObject([
    { line: 11, params: { reason: 'AssertionError' } },
  ]);
  // nobody runs code: nothing is said of it
  expect((await checked(text, { run: null })).problems).toEqual([expect.objectContaining({ code: 'check.sameId' })]);
});
