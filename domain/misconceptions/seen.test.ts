import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { kindOf } from '../kinds/kinds.ts';
import { compileQuestion } from '../lesson/compile-question.ts';
import type { Question } from '../question.ts';
import { studentVerdict } from '../results/student-verdict.ts';
import type { TestOutcome, Verdict } from '../results/verdict.ts';
import { seenIn, seenOnTheSpot, wordsOn } from './seen.ts';

const KNOWN = ['one', 'two'];

/** @param inside what the kind needs; @param told the rows of the block */
const source = (kind: string, inside: string, told: string): string => `::::exercise[Title]{kind=${kind}}
Do it.

${inside}

\`\`\`yaml misconceptions
${told}
\`\`\`

:::explanation
Because.
:::
::::
`;

async function compiled(...of: Parameters<typeof source>): Promise<Question> {
  const read = await compileQuestion(source(...of), 'q.md', {}, KNOWN);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question;
}
async function told(...of: Parameters<typeof source>): Promise<string[]> {
  const read = await compileQuestion(source(...of), 'q.md', {}, KNOWN);
  const before =
    source(...of)
      .split('\n')
      .indexOf('```yaml misconceptions') + 1;
  return read.ok ? [] : read.problems.map(({ line, code }) => `${code}@${line - before}`);
}
const ids = (question: Question, answer: Answer): string[] =>
  (seenOnTheSpot(question, answer).misconceptions ?? []).map(({ id }) => id);

const CHOICE = '- [ ] one\n  > A note.\n- [x] two\n- [x] three\n- [ ] four';
const NUMBER = '```yaml answer\nvalue: 12\ntolerance: 0.01\n```';
const TEXT = '```yaml answer\naccept: [gradient]\nwrong:\n  - { text: slope, words: Not quite. }\n```';
const ORDER = '- [2] second\n- [1] first\n- [3] third';
const MATCH = '- $x^2$ -> $2x$\n- $x^3$ -> $3x^2$\n- $x$ -> $1$';
const MATHS = '```yaml parts\nvariables: [x]\nparts:\n  a: { equals: 2x }\n  b: { of: x^3, by: x }\n```';
const SET = '```yaml answer\nvalues: "-2; 2"\n```';
const MATRIX = '```yaml answer\nmatrix: [[1, 2], [3, 4]]\n```';

describe('a misconception shows', () => {
  it('by an option that is picked, or a right one that is left out', async () => {
    const question = await compiled('choice', CHOICE, '- { id: one, option: D }\n- { id: two, without: C }');
    const pick = (...choices: string[]): Answer => ({ kind: 'choice', choices });
    expect(ids(question, pick('B', 'D'))).toEqual(['one', 'two']);
    expect(ids(question, pick('A', 'C'))).toEqual([]);
    expect(ids(question, pick('B', 'C'))).toEqual([]);
  });

  it('by a value, however it is written, and by a slip that is named', async () => {
    const question = await compiled('number', NUMBER, '- { id: one, answer: 3/4 }\n- { id: two, slip: sign }');
    const give = (value: string): Answer => ({ kind: 'number', value });
    expect(ids(question, give('0,75'))).toEqual(['one']);
    expect(ids(question, give('-12'))).toEqual(['two']);
    expect(ids(question, give('12'))).toEqual([]);
    expect(ids(question, give('what?'))).toEqual([]);
  });

  it('by a text, two items the wrong way round, and a prompt with another one’s answer', async () => {
    const text = await compiled('text', TEXT, '- { id: one, answer: slope }');
    expect(ids(text, { kind: 'text', text: ' SLOPE.' })).toEqual(['one']);
    const order = await compiled('order', ORDER, '- { id: one, before: AB }\n- { id: two, slip: reversed }');
    expect(ids(order, { kind: 'order', order: ['C', 'A', 'B'] })).toEqual(['one', 'two']);
    expect(ids(order, { kind: 'order', order: ['B', 'C', 'A'] })).toEqual([]);
    const match = await compiled('match', MATCH, '- { id: one, pair: 1-2 }');
    if (match.kind !== 'match') throw new Error('no pairs');
    const { pairs } = match.key;
    const swapped = { ...pairs, 1: pairs[2] ?? '', 2: pairs[1] ?? '' };
    expect(ids(match, { kind: 'match', pairs: swapped })).toEqual(['one']);
    expect(ids(match, { kind: 'match', pairs: { ...pairs, 2: pairs[3] ?? '' } })).toEqual([]);
  });

  it('by a formula in its part, a set, and a matrix: whatever means the same', async () => {
    const maths = await compiled(
      'maths',
      MATHS,
      '- { id: one, part: a, answer: x^2 }\n- { id: two, part: b, answer: x^2 }',
    );
    const give = (a: string, b: string): Answer => ({ kind: 'maths', parts: { a, b } });
    expect(ids(maths, give('x·x', '3x^2'))).toEqual(['one']);
    expect(ids(maths, give('x*x', 'x x'))).toEqual(['one', 'two']);
    expect(ids(maths, give('2x', '3x^2'))).toEqual([]);
    const set = await compiled('set', SET, '- { id: one, answer: "2" }\n- { id: two, slip: missing }');
    expect(ids(set, { kind: 'set', set: 'x = 2' })).toEqual(['one', 'two']);
    const matrix = await compiled(
      'matrix',
      MATRIX,
      '- { id: one, answer: "[[1, 4], [9, 16]]" }\n- { id: two, slip: transposed }',
    );
    expect(
      ids(matrix, {
        kind: 'matrix',
        entries: [
          ['1', '2^2'],
          ['9', '4·4'],
        ],
      }),
    ).toEqual(['one']);
    expect(
      ids(matrix, {
        kind: 'matrix',
        entries: [
          ['1', '3'],
          ['2', '4'],
        ],
      }),
    ).toEqual(['two']);
  });

  it('in code by a slip, an error or a test; what hidden tests alone show is not told', async () => {
    const code =
      '```python starter\ndef f(x):\n    return 0\n```\n```python solution\ndef f(x):\n    return 2 * x\n```\n```yaml tests\n' +
      '- { id: seen, name: Two, call: [2], expect: 4 }\n- { id: unseen, name: Three, hidden: true, hint: Try more., call: [3], expect: 6 }\n```';
    const rows = '- { id: one, test: unseen }\n- { id: two, error: TypeError }';
    const question = await compiled('function entry=f', code, rows);
    const outcome = (id: string, visible: boolean, change: Partial<TestOutcome>): TestOutcome => {
      return { id, name: id, visible, passed: true, points: 1, maxPoints: 1, feedback: [], ...change };
    };
    const error = { type: 'TypeError', message: '', line: null, column: null, traceback: '' };
    const verdict: Verdict = {
      outcome: 'graded',
      result: 'partial',
      points: 1,
      maxPoints: 2,
      tests: [outcome('seen', true, {}), outcome('unseen', false, { passed: false, points: 0, error })],
      feedback: [],
      signature: '',
      slips: [],
    };
    const answer: Answer = { kind: 'function', code: '' };
    const misconceptions = seenIn(question, answer, verdict);
    expect(misconceptions).toEqual([
      { id: 'one', hidden: true },
      { id: 'two', hidden: true },
    ]);
    expect(studentVerdict({ ...verdict, misconceptions }).misconceptions).toBeUndefined();
    const open = { ...verdict, tests: [outcome('seen', true, { passed: false, error }), ...verdict.tests.slice(1)] };
    const now = seenIn(question, answer, open);
    expect(now).toEqual([{ id: 'one', hidden: true }, { id: 'two' }]);
    expect(studentVerdict({ ...open, misconceptions: now }).misconceptions).toEqual([{ id: 'two' }]);
  });

  it('to its student in words, once, and not where an option says something itself', async () => {
    const rows =
      '- { id: one, option: A, words: "You **picked** it." }\n- { id: one, option: D }\n- { id: two, option: A }';
    const question = await compiled('choice', CHOICE, rows);
    const said = (...misconceptions: { id: string; hidden?: true }[]): string[] =>
      wordsOn(question, { misconceptions });
    expect(said({ id: 'one' }, { id: 'two' })).toEqual(['<p>You <strong>picked</strong> it.</p>']);
    expect(said({ id: 'one', hidden: true })).toEqual([]);
    expect(question.key.misconceptions?.map(({ said }) => said ?? false)).toEqual([false, false, true]);
  });
});

describe('words without an id', () => {
  const typed = (...entries: string[][]): Answer => ({ kind: 'matrix', entries });

  it('are told of any kind, and are nobody’s misconception', async () => {
    const question = await compiled('order', ORDER, '- { before: AB, words: The *first* one goes first. }');
    const seen = seenOnTheSpot(question, { kind: 'order', order: ['A', 'B', 'C'] });
    expect(seen.misconceptions).toBeUndefined();
    expect(wordsOn(question, seen)).toEqual(['<p>The <em>first</em> one goes first.</p>']);
    expect(wordsOn(question, seenOnTheSpot(question, { kind: 'order', order: ['B', 'A', 'C'] }))).toEqual([]);
  });

  it('are told of one entry of a matrix, whatever the others are', async () => {
    const rows = '- { entry: [2, 1], answer: -3, words: A sign. }\n- { id: one, entry: "1, 2", answer: 5 }';
    const question = await compiled('matrix', MATRIX, rows);
    const seen = seenOnTheSpot(question, typed(['1', '5'], ['-6/2', '9']));
    expect(wordsOn(question, seen)).toEqual(['<p>A sign.</p>']);
    expect(seen.misconceptions).toEqual([{ id: 'one' }]);
    expect(seenOnTheSpot(question, typed(['-3', '1'], ['3', '4']))).toEqual({});
    // another shape has no such entry
    expect(seenOnTheSpot(question, typed(['1', '5']))).toEqual({});
  });

  it('are told of one entry of a vector, which ever way it lies', async () => {
    const vector = '```yaml answer\nmatrix: "[1; 2; 3]"\neither: true\n```';
    const question = await compiled('matrix', vector, '- { entry: 3, answer: 4, words: One less. }');
    expect(wordsOn(question, seenOnTheSpot(question, typed(['1'], ['2'], ['4'])))).toEqual(['<p>One less.</p>']);
    expect(wordsOn(question, seenOnTheSpot(question, typed(['1', '2', '4'])))).toEqual(['<p>One less.</p>']);
    expect(seenOnTheSpot(question, typed(['4', '2', '3']))).toEqual({});
  });

  it('keep their code where others are added before them', async () => {
    const rows = '- { before: AB, words: First. }';
    const one = await compiled('order', ORDER, rows);
    const two = await compiled('order', ORDER, `- { before: CA, words: Third. }\n${rows}`);
    expect(two.key.wrongWords?.[1]).toEqual(one.key.wrongWords?.[0]);
  });

  it.each([
    ['nothing is said', 'order', ORDER, '- { before: AB }', ['misconception.choose@1']],
    [
      'an entry that is right',
      'matrix',
      MATRIX,
      '- { entry: [2, 1], answer: 3, words: No. }',
      ['misconception.isRight@1'],
    ],
    ['an entry outside', 'matrix', MATRIX, '- { entry: [3, 1], answer: 0, words: No. }', ['misconception.entry@1']],
    ['one number in a matrix', 'matrix', MATRIX, '- { entry: 2, answer: 0, words: No. }', ['misconception.entry@1']],
    ['an entry of a set', 'set', SET, '- { entry: 2, answer: 0, words: No. }', ['misconception.entryAlone@1']],
  ])('%s: told at its line', async (_why, kind, inside, rows, expected) => {
    expect(await told(kind, inside, rows)).toEqual(expected);
  });
});

describe('what cannot be a misconception is told at its line', () => {
  it.each([
    ['choice', CHOICE, '- { id: one, option: B }', 'misconception.isRight@1'],
    ['choice', CHOICE, '- { id: one, option: F }', 'misconception.letter@1'],
    ['choice', CHOICE, '- { id: three, option: A }', 'misconception.unknown@1'],
    ['choice', CHOICE, '- { id: one, slip: sign }', 'misconception.sign@1'],
    ['choice', CHOICE, '- { id: one, option: A, without: B }', 'misconception.sign@1'],
    ['choice', CHOICE, '- { id: one, option: A }\n- { id: One, option: D }', 'yaml.identifier@2'],
    ['number', NUMBER, '- { id: one, answer: 12.001 }', 'misconception.isRight@1'],
    ['number', NUMBER, '- { id: one, answer: many }', 'misconception.unread@1'],
    ['number', NUMBER, '- { id: one, slip: transposed }', 'misconception.slip@1'],
    ['order', ORDER, '- { id: one, before: BA }', 'misconception.isRight@1'],
    ['match', MATCH, '- { id: one, pair: 1-8 }', 'misconception.prompt@1'],
    ['maths', MATHS, '- { id: one, answer: x^2 }', 'misconception.part@1'],
    ['maths', MATHS, '- { id: one, part: b, answer: 3x*x }', 'misconception.isRight@1'],
    ['set', SET, '- { id: one, answer: "2, -2" }', 'misconception.isRight@1'],
    ['matrix', MATRIX, '- { id: one, answer: "1 2; 3 4" }', 'misconception.isRight@1'],
    ['text', TEXT, '- { id: one, answer: Gradient }', 'misconception.isRight@1'],
  ])('%s: %#', async (kind, inside, rows, problem) => {
    expect(await told(kind, inside, rows)).toEqual([problem]);
  });

  it('and an id without an entry may stand where the question has words of its own', async () => {
    expect(await told('choice', CHOICE, '- { id: three, option: A, words: You did. }')).toEqual([]);
  });

  it('no answer that its key calls right shows one', async () => {
    const question = await compiled('maths', MATHS, '- { id: one, part: a, answer: x^2 }');
    const right = kindOf(question).reference(question, (truth) => ('expected' in truth ? truth.expected : '3x^2'));
    if (right === null) throw new Error('no reference');
    expect(ids(question, right)).toEqual([]);
  });
});
