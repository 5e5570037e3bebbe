/** Sets are compared as sets, slips are named without telling the key, and what has two readings is asked. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { reals as aPart, set as values } from '../../../tests/support/live-questions.ts';
import type { QuestionOf } from '../../question.ts';
import type { Verdict } from '../../results/verdict.ts';
import { readSet } from './candidates.ts';
import { checkSet } from './check.ts';
import { gradeSet } from './grade.ts';
import { combined, complement, intersection, isAll, isEmpty, type RealSet, relation, union } from './reals.ts';
import { endsOf, evaluate, mapEnds, treeOf } from './tree.ts';
import { setText } from './typeset.ts';

type Change = Partial<Pick<QuestionOf<'set'>, 'variables' | 'positive'>> & { decimals?: number };

function asked(asks: 'values' | 'reals', set: string, { decimals, ...change }: Change = {}): QuestionOf<'set'> {
  const one = asks === 'values' ? values : aPart;
  const checking = decimals === undefined ? {} : { checking: { decimals } };
  return { ...one, ...change, points: 6, key: { ...one.key, set, ...checking } };
}

const graded = (asks: 'values' | 'reals', key: string, set: string, change: Change = {}): Verdict =>
  gradeSet(asked(asks, key, change), { kind: 'set', set }, 'seed');

const codes = ({ feedback }: Verdict): string[] => feedback.map(({ code }) => code.replace('feedback.', ''));

describe('values', () => {
  test.for([
    ['1; 2', '2, 1'],
    ['1; 2', '{2; 1; 2; 4/2}'],
    ['-2; 2', 'x = ±2'],
    ['-2; 2', '|x| = 2'],
    ['1; 2√2', '√8; 1'],
    ['2 + √3; 2 - √3', '1/(2-√3); 2-√3'],
    ['∅', 'no solution'],
    ['1/2; 3', 'x₁ = 0.5, x₂ = 3'],
    ['1/2; 3', '0,5; 3'],
    ['1/3; 3', '0.333333333333333333; 3'],
    ['(1+√5)/2; (1-√5)/2', 'x = \\frac{1\\pm\\sqrt{5}}{2}'],
  ] as const)('%s are right as %s', ([key, text]) =>
    expect(graded('values', key, text)).toMatchObject({ result: 'pass', points: 6, feedback: [] }),
  );
  it('earn what is right less what is wrong', () => {
    expect(graded('values', '1; 2; 3', '1; 2')).toMatchObject({ result: 'partial', points: 4, slips: ['missing'] });
    expect(graded('values', '1; 2; 3', '1; 2; 4')).toMatchObject({ result: 'partial', points: 2, slips: [] });
    expect(graded('values', '1; 2; 3', '1; 2; 4; 4; 8/2')).toMatchObject({ result: 'partial', points: 2 });
    expect(graded('values', '1; 2', '1; 2; 3')).toMatchObject({ result: 'partial', points: 3, slips: ['extra'] });
    expect(graded('values', '7', '4; 2').feedback).toEqual([{ code: 'feedback.setOther', params: { set: '{2; 4}' } }]);
    expect(graded('values', '1; 2', '1; 3; 4; 5')).toMatchObject({ result: 'fail', points: 0 });
    expect(graded('values', '1; 2', '-1; -2')).toMatchObject({ result: 'fail', slips: ['sign'] });
    expect(graded('values', '∅', '1')).toMatchObject({ result: 'fail', points: 0, slips: [] });
    expect(graded('values', '1', '∅')).toMatchObject({ result: 'fail', points: 0, slips: [] });
  });
  it('may be made of variables', () => {
    const change = { variables: ['a'], positive: ['a'] };
    expect(graded('values', 'a; -a', 'x = ±√(a²)', change)).toMatchObject({ result: 'pass' });
    expect(graded('values', 'a; -a', 'x = a', change)).toMatchObject({ result: 'partial', slips: ['missing'] });
  });
  it('are forgiven as far as the author says', () => {
    expect(graded('values', '√2; 3', '1.41; 3').result).toBe('fail');
    expect(graded('values', '√2; 3', '1.41; 3', { decimals: 2 }).result).toBe('pass');
  });
  it('that are no real numbers spend nothing', () => {
    expect(graded('values', '1', '√(-2)')).toMatchObject({
      outcome: 'invalid',
      feedback: [{ code: 'maths.problem.never-defined' }],
    });
  });
});

describe('a part of the real line', () => {
  test.for([
    ['[1, 3)', '1 ≤ x < 3'],
    ['[1, 3)', '[1;3['],
    ['[1, 3)', '{1} ∪ (1; 2) ∪ [2; 3)'],
    ['[1, 3)', 'x ≥ 1, x < 3'],
    ['x ≠ 2', 'R \\ {2}'],
    ['x ≠ 2', '(-∞,2) ∪ (2,∞)'],
    ['x ≠ 2', 'x < 2 or x > 2'],
    ['|x| ≤ 2', '-√4 ≤ x ≤ √2·√2'],
    ['x < 1 or x > 3', 'R \\ [1; 3]'],
    ['x < 1 or x > 3', 'x<1, x>3'],
    ['[0; π/2]', '0 ≤ x ≤ 2·arctan(1)'],
    ['no solution', '|x| < -1'],
    ['R', 'x < 5 or x ≥ 5'],
    ['{2}', '[2; 2]'],
    ['∅', '(2; 2)'],
  ] as const)('%s is right as %s', ([key, text]) =>
    expect(graded('reals', key, text)).toMatchObject({ result: 'pass', points: 6, feedback: [] }),
  );
  test.for([
    ['[1, 3)', '(1; 3)', 'setClosed'],
    ['[1, 3)', '[1; 3]', 'setClosed'],
    ['x < 1 or x > 3', 'x < 1 and x > 3', 'setWords'],
    ['x < 1 or x > 3', '1 ≤ x ≤ 3', 'setOutside'],
    ['x < 1 or x > 3', '1 < x < 3', 'setOutside'],
    ['[1, 3)', '(-3; -1]', 'setSign'],
    ['[1, 3)', '[1; 2)', 'setMissing'],
    ['x < 1 or x > 3', 'x < 1', 'setMissing'],
    ['[1, 3)', '[0; 3)', 'setExtra'],
    ['x ≠ 2', 'R', 'setOther'],
    ['[1, 3)', '(2; 7)', 'setOther'],
    ['[1, 3)', '∅', 'setOther'],
  ] as const)('of %s, %s is told as %s', ([key, text, code]) => {
    const verdict = graded('reals', key, text);
    expect(verdict).toMatchObject({ outcome: 'graded', result: 'fail', points: 0 });
    expect(codes(verdict)).toEqual([code]);
  });
  it('is told apart where doubles cannot: in the twenty-fifth digit', () => {
    const close = '[0; √2 + 10^-25]';
    expect(graded('reals', '[0; √2]', close).result).toBe('fail');
    expect(graded('reals', '[0; √2]', '[0; 1.4142135623730950]').result).toBe('pass');
    expect(graded('reals', `(0; √2) ∪ ${close}`, '[0; √2)').result).toBe('fail');
  });
  it('is forgiven at its ends as far as the author says', () => {
    expect(graded('reals', '[√2; 3)', '[1.41; 3)', { decimals: 2 }).result).toBe('pass');
    expect(graded('reals', '[√2; 3)', '(1.41; 3)', { decimals: 2 }).slips).toEqual(['ends']);
  });
  it('that is written the wrong way round spends nothing', () => {
    expect(graded('reals', '[1, 3]', '[3; 1]')).toMatchObject({
      outcome: 'invalid',
      feedback: [{ code: 'feedback.setReversed' }],
    });
  });
  it('is grouped by what it is, not by how it is written', () => {
    const one = graded('reals', 'R', '1 ≤ x < 3').signature;
    expect(graded('reals', 'R', '[1;2[ ∪ [2;3[').signature).toBe(one);
    expect(graded('reals', 'R', '(1; 3)').signature).not.toBe(one);
    expect(graded('values', '7', '2; 1').signature).toBe(graded('values', '7', '{1; 2; 1}').signature);
  });
});

describe('what has two readings', () => {
  const answer = (set: string, reading?: string) => ({ kind: 'set' as const, set, ...(reading ? { reading } : {}) });
  it('is asked, and taken as it was chosen', () => {
    const question = asked('values', '1.5');
    const verdict = gradeSet(question, answer('1,5'), 's');
    expect(verdict).toMatchObject({ outcome: 'invalid', points: 0, feedback: [{ code: 'feedback.twoReadings' }] });
    expect(verdict.readings?.map(({ text }) => text)).toEqual(['{1; 5}', '{1.5}']);
    expect(gradeSet(question, answer('1,5', '{1.5}'), 's').result).toBe('pass');
    expect(gradeSet(question, answer('1,5', '{1; 5}'), 's').result).toBe('fail');
    expect(gradeSet(question, answer('1,5'), 's', 'bell').result).toBe('fail');
  });
  it('of bounds with a comma between them is asked only where both mean something', () => {
    const texts = (set: string) =>
      gradeSet(asked('reals', 'x > 1'), answer(set), 's').readings?.map(({ text }) => text);
    expect(texts('x > 1, x > 3')).toEqual(['x > 1 and x > 3', 'x > 1 or x > 3']);
    expect(texts('x > 1, x < 3')).toBeUndefined();
    expect(texts('x < 1, x > 3')).toBeUndefined();
    expect(texts('[1/2π; 3]')).toEqual(['[1/2*pi; 3]', '[1/(2*pi); 3]']);
    expect(texts('[1,5]')).toBeUndefined();
  });
  it('depends on what is asked for alone: (1, 3) is an interval or two values, and never both', () => {
    expect(graded('values', '1; 3', '(1, 3)').result).toBe('pass');
    expect(graded('reals', '1 < x < 3', '(1, 3)').result).toBe('pass');
    expect(graded('reals', '{1; 3}', '(1, 3)').result).toBe('fail');
  });
});

/** Small sets over whole numbers, as the algebra has them. */
const order = (one: number, other: number): number => one - other;
const isSame = (one: number, other: number): boolean => one === other;
const setOfNumbers: fc.Arbitrary<RealSet<number>> = fc
  .uniqueArray(fc.integer({ min: -4, max: 4 }), { maxLength: 5 })
  .chain((points) =>
    fc.record({
      points: fc.constant(points.sort(order)),
      at: fc.array(fc.boolean(), { minLength: points.length, maxLength: points.length }),
      between: fc.array(fc.boolean(), { minLength: points.length + 1, maxLength: points.length + 1 }),
    }),
  )
  .map((one) => union(one, one, order));
const equal = (one: RealSet<number>, other: RealSet<number>): boolean => relation(one, other, isSame) === 'equal';
const written = (one: RealSet<number>): string =>
  setText(
    mapEnds(treeOf(one), (end) => String(end)),
    'x',
  );

describe('as sets', () => {
  it('union and intersection do not mind the order, and complements turn one into the other', () => {
    fc.assert(
      fc.property(setOfNumbers, setOfNumbers, (one, other) => {
        expect(union(one, other, order)).toEqual(union(other, one, order));
        expect(intersection(one, other, order)).toEqual(intersection(other, one, order));
        const turned = complement(intersection(complement(one), complement(other), order));
        expect(equal(turned, union(one, other, order))).toBe(true);
      }),
    );
  });
  it('the complement of the complement is the set, and nothing is in both', () => {
    fc.assert(
      fc.property(setOfNumbers, (one) => {
        expect(complement(complement(one))).toEqual(one);
        expect(isEmpty(intersection(one, complement(one), order))).toBe(true);
        expect(isAll(union(one, complement(one), order))).toBe(true);
      }),
    );
  });
  it('a number belongs to what is made of two as it belongs to each', () => {
    const has = ({ points, at, between }: RealSet<number>, x: number): boolean => {
      const i = points.indexOf(x);
      return (i >= 0 ? at[i] : between[points.filter((point) => point < x).length]) ?? false;
    };
    const places = Array.from({ length: 23 }, (_, i) => i / 2 - 5.5);
    fc.assert(
      fc.property(setOfNumbers, setOfNumbers, fc.func(fc.boolean()), (one, other, any) => {
        const rule = (a: boolean, b: boolean): boolean => any(a, b);
        const both = combined(one, other, rule, order);
        for (const x of places) expect(has(both, x)).toBe(rule(has(one, x), has(other, x)));
      }),
    );
  });
  it('one that is written down, in any order and more than once, is read as itself', () => {
    fc.assert(
      fc.property(setOfNumbers, fc.integer({ min: 0, max: 5 }), (one, turn) => {
        const pieces = written(one).split(' ∪ ');
        const turned = [...pieces.slice(turn % pieces.length), ...pieces.slice(0, turn % pieces.length), pieces[0]];
        for (const text of [written(one), turned.join(' ∪ '), `R \\ (${written(complement(one))})`]) {
          expect(graded('reals', written(one), text)).toMatchObject({ result: 'pass' });
          const found = readSet(aPart, text);
          if (!found.ok) throw new Error(text);
          const numbers = mapEnds(found.read.tree, ({ about }) => about);
          expect(equal(evaluate(numbers, order), one)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('an end that is open instead of closed makes another set, and is named', () => {
    fc.assert(
      fc.property(setOfNumbers, fc.nat(), (one, which) => {
        fc.pre(one.points.length > 0);
        const place = which % one.points.length;
        const other = { ...one, at: one.at.map((belongs, i) => (i === place ? !belongs : belongs)) };
        const verdict = graded('reals', written(one), written(union(other, other, order)));
        expect(verdict.result).toBe('fail');
        const stays = union(other, other, order).points.length === one.points.length;
        if (stays) expect(verdict.slips).toEqual(['ends']);
      }),
      { numRuns: 60 },
    );
  });
  it('of values neither order nor repetition matters', () => {
    const some = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, some, fc.constantFrom('; ', ', ', ' or ', ' and '), (key, given, join) => {
        const right = new Set(key).size === new Set([...key, ...given]).size && key.every((one) => given.includes(one));
        const verdict = graded('values', key.join('; '), given.join(join));
        expect(verdict.result === 'pass').toBe(right);
        const again = graded('values', key.join('; '), [...given, ...given].reverse().join('; '));
        expect(again).toEqual(verdict);
      }),
      { numRuns: 200 },
    );
  });
  it('what is typed never makes it fail, and what is read reads as itself', () => {
    const piece = fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '1',
        '2,5',
        '√2',
        ';',
        ',',
        ' ',
        'x',
        '<',
        '≤',
        '≠',
        '=',
        '∪',
        '∞',
        '-',
        '|',
        'R',
      ],
      ...['\\', '±', ' or ', ' and ', '∈', '\\frac{1}{2}', '∖', '∅', '\n'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('values' as const, 'reals' as const),
        (all, asks) => {
          const question = asked(asks, '1');
          const text = all.join('');
          const verdict = gradeSet(question, { kind: 'set', set: text }, 's');
          expect(verdict.outcome).toMatch(/graded|invalid/);
          const found = readSet(question, text);
          if (!found.ok || endsOf(found.read.tree).length > 12) return;
          const again = readSet(question, found.read.text);
          if (!again.ok) throw new Error(`${text} → ${found.read.text}: ${again.feedback.code}`);
          const options = { asks, variables: [], positive: [], seed: 1 };
          expect(checkSet(found.read.tree, again.read.tree, options).verdict).toBe('equal');
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
