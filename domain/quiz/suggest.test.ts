import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, suggest } from './suggest.ts';

const ENOUGH = 10;
const one = (id: string, right: number, kind: Candidate['kind'] = 'choice', tries = 100): Candidate => ({
  id,
  kind,
  firstTries: tries,
  firstRight: right,
});
const TEN = [90, 10, 50, 30, 70, 20, 80, 40, 60, 0].map((right) => one(`r${right}`, right));

describe('questions that are chosen', () => {
  it('are spread from easy to hard, the easiest first', () => {
    expect(suggest(TEN, { count: 4, kinds: {}, rising: true }, ENOUGH)).toEqual({
      ids: ['r90', 'r60', 'r30', 'r0'],
      missing: [],
    });
  });

  it('stay in the order in which they were found, where nobody asks for another', () => {
    expect(suggest(TEN, { count: 3, kinds: {}, rising: false }, ENOUGH).ids).toEqual(['r90', 'r40', 'r0']);
  });

  it('are those that fit best where nothing is known of them', () => {
    const unknown = ['a', 'b', 'c', 'd'].map((id) => one(id, 1, 'choice', 3));
    expect(suggest(unknown, { count: 2, kinds: {}, rising: true }, ENOUGH).ids).toEqual(['a', 'b']);
  });

  it('have as many of a kind as was wished for, and others make up for what is missing', () => {
    const some = [...TEN, one('m1', 45, 'maths'), one('m2', 95, 'maths')];
    const wish = { count: 6, kinds: { maths: 2 } as const, rising: true };
    const { ids, missing } = suggest(some, wish, ENOUGH);
    expect([ids.length, ids.filter((id) => id.startsWith('m'))]).toEqual([6, ['m2', 'm1']]);
    expect(missing).toEqual([]);
    const short = suggest(some, { ...wish, kinds: { maths: 3, text: 1 } }, ENOUGH);
    expect(short.ids).toHaveLength(6);
    expect(short.missing).toEqual([
      { kind: 'maths', count: 1 },
      { kind: 'text', count: 1 },
    ]);
  });

  it('are never more than wished for or found, each once', () => {
    const candidate = fc.record({
      kind: fc.constantFrom('choice' as const, 'maths' as const, 'number' as const),
      firstTries: fc.integer({ min: 0, max: 40 }),
      firstRight: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(candidate, { maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        fc.record({ maths: fc.nat(6), number: fc.nat(6) }),
        fc.boolean(),
        (given, count, kinds, rising) => {
          const candidates = given.map((each, at) => ({
            ...each,
            id: String(at),
            firstRight: Math.min(each.firstRight, each.firstTries),
          }));
          const { ids } = suggest(candidates, { count, kinds, rising }, ENOUGH);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBe(Math.min(count, candidates.length));
        },
      ),
    );
  });
});
