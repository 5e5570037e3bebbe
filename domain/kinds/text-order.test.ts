/** Short texts and orders: what is right, what is nearly right, and what is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileQuestion } from '../lesson/compile-question.ts';
import type { QuestionOf } from '../question.ts';
import { countPairs, gradeOrder, orderShare, orderText, rightOrder } from './order/grade.ts';
import { foldText, gradeText } from './text/grade.ts';

const common = {
  role: 'check',
  number: 1,
  title: 'Q',
  promptHtml: '',
  hintCount: 0,
  attempts: null,
  solutionAfter: null,
  seconds: 60,
} as const;
const commonKey = { hints: [], solutionHtml: null, explanationHtml: null };

function textQuestion(key: Partial<QuestionOf<'text'>['key']> = {}): QuestionOf<'text'> {
  return {
    kind: 'text',
    ...common,
    id: 't',
    points: 2,
    key: {
      ...commonKey,
      accept: ['gradient', 'Jacobi matrix', 'x2'],
      capitals: false,
      typos: 0,
      notes: [{ text: 'derivative', words: 'Of one variable only.', html: 'Of one variable only.' }],
      ...key,
    },
  };
}

function orderQuestion(places: Record<string, number>): QuestionOf<'order'> {
  const items = Object.keys(places).map((letter) => ({ letter, html: letter }));
  return { kind: 'order', ...common, id: 'o', points: 3, items, key: { ...commonKey, places } };
}

describe('short texts', () => {
  test('of digits alone can be what is accepted', async () => {
    const written =
      '::::check[Q]{kind=text}\nQ\n\n```yaml answer\naccept: ["18"]\n```\n\n:::explanation\nA\n:::\n::::\n';
    expect(await compileQuestion(written, 'q.md')).toMatchObject({ ok: true, question: { key: { accept: ['18'] } } });
  });

  test.for([
    'gradient',
    ' Gradient. ',
    'GRADIENT',
    '“gradient”',
    'jacobi  matrix',
    'Jacobi\u00a0matrix!',
    'jacobimatrix',
    'x₂',
  ])('%s is right', (text) => {
    expect(gradeText(textQuestion(), { kind: 'text', text })).toMatchObject({
      outcome: 'graded',
      result: 'pass',
      points: 2,
    });
  });
  test.for(['gradien', 'gradients', 'the gradient', 'x3', 'x²', 'jacobi-matrix'])('%s is wrong', (text) => {
    expect(gradeText(textQuestion(), { kind: 'text', text })).toMatchObject({
      outcome: 'graded',
      result: 'fail',
      points: 0,
    });
  });
  test('capitals count where the question says so', () => {
    expect(gradeText(textQuestion({ capitals: true }), { kind: 'text', text: 'Gradient' }).result).toBe('fail');
    expect(gradeText(textQuestion({ capitals: true }), { kind: 'text', text: 'gradient.' }).result).toBe('pass');
  });
  test.for(['gradien', 'gradienst', 'grdaient', 'gradxient', 'gradiant'])(
    'one slip of the pen is forgiven: %s, and the spelling is told',
    (text) => {
      const verdict = gradeText(textQuestion({ typos: 1 }), { kind: 'text', text });
      expect(verdict.result).toBe('pass');
      if (text !== 'gradient')
        expect(verdict.feedback).toEqual([{ code: 'feedback.spelling', params: { text: 'gradient' } }]);
    },
  );
  test('two slips are one too many, and digits are never a slip', () => {
    expect(gradeText(textQuestion({ typos: 1 }), { kind: 'text', text: 'grdaiemt' }).result).toBe('fail');
    expect(gradeText(textQuestion({ typos: 1 }), { kind: 'text', text: 'x3' }).result).toBe('fail');
  });
  test('what the author calls wrong is wrong, however near it is, and is told why', () => {
    const question = textQuestion({
      typos: 2,
      notes: [{ text: 'gradients', words: 'One only.', html: 'One only.' }],
    });
    expect(gradeText(question, { kind: 'text', text: 'Gradients' })).toMatchObject({
      result: 'fail',
      feedback: [{ code: 'feedback.textNote', params: { words: 'One only.' } }],
    });
  });
  test('punctuation alone is no answer and spends nothing', () => {
    expect(gradeText(textQuestion(), { kind: 'text', text: '?!' })).toMatchObject({ outcome: 'invalid', points: 0 });
  });
  test('wrong texts that read alike are one group', () => {
    const signatures = ['A slope', ' a  slope. ', '“A SLOPE”'].map(
      (text) => gradeText(textQuestion(), { kind: 'text', text }).signature,
    );
    expect(new Set(signatures).size).toBe(1);
  });
  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.boolean(), (text, capitals) => {
        const once = foldText(text, capitals);
        expect(foldText(once, capitals)).toBe(once);
      }),
      // a sign that is a blank and a mark: the mark joins the letter before it
      {
        examples: [
          ['𝜴᾽', false],
          ['𝜴᾽', true],
          // the capital of ß stays itself in upper case
          ['ẞ', false],
        ],
      },
    );
  });
});

describe('orders', () => {
  const places = { A: 2, B: 1, C: 3 };

  test('the right order earns all points', () => {
    expect(gradeOrder(orderQuestion(places), { kind: 'order', order: ['B', 'A', 'C'] })).toMatchObject({
      result: 'pass',
      points: 3,
    });
  });
  test('one pair the wrong way round earns a part, and the pairs are told', () => {
    expect(gradeOrder(orderQuestion(places), { kind: 'order', order: ['B', 'C', 'A'] })).toMatchObject({
      result: 'partial',
      points: 1,
      feedback: [{ code: 'feedback.orderPairs', params: { right: 2, pairs: 3 } }],
      signature: 'BCA',
    });
  });
  test('the right order backwards is known as such', () => {
    expect(gradeOrder(orderQuestion(places), { kind: 'order', order: ['C', 'A', 'B'] })).toMatchObject({
      result: 'fail',
      points: 0,
      slips: ['reversed'],
    });
  });
  test('items that share a place may stand either way', () => {
    const question = orderQuestion({ A: 2, B: 1, C: 2 });
    expect(gradeOrder(question, { kind: 'order', order: ['B', 'A', 'C'] }).result).toBe('pass');
    expect(gradeOrder(question, { kind: 'order', order: ['B', 'C', 'A'] }).result).toBe('pass');
    expect(orderText(question.key)).toBe('B → A/C');
  });
  test('an order that is not finished is handed back', () => {
    expect(gradeOrder(orderQuestion(places), { kind: 'order', order: ['B'] })).toMatchObject({
      outcome: 'invalid',
      feedback: [{ code: 'feedback.orderUnfinished', params: { left: 2 } }],
    });
  });

  const anyPlaces = fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 })
    .filter((list) => new Set(list).size > 1)
    .map((list) => Object.fromEntries(list.map((place, index) => ['ABCDEF'[index] ?? '', place])));

  test('the right order has the whole share; backwards, and on average over all orders, nothing is left', () => {
    fc.assert(
      fc.property(anyPlaces, (given) => {
        const question = orderQuestion(given);
        const right = rightOrder(question.key);
        expect(orderShare(question, { kind: 'order', order: right })).toBe(1);
        expect(orderShare(question, { kind: 'order', order: right.toReversed() })).toBe(0);
        let balance = 0;
        for (const order of permutations(right)) {
          const pairs = countPairs(given, order);
          expect(pairs.right + pairs.wrong).toBe(pairs.pairs);
          balance += pairs.right - pairs.wrong;
        }
        expect(balance).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
  test('placing one item more rightly never takes points away', () => {
    fc.assert(
      fc.property(anyPlaces, (given) => {
        const question = orderQuestion(given);
        const right = rightOrder(question.key);
        const shares = right.map((_, index) =>
          orderShare(question, { kind: 'order', order: right.slice(0, index + 1) }),
        );
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      }),
    );
  });
});

function permutations(letters: readonly string[]): string[][] {
  if (letters.length <= 1) return [[...letters]];
  return letters.flatMap((letter, index) => permutations(letters.toSpliced(index, 1)).map((rest) => [letter, ...rest]));
}
