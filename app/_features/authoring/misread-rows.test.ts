import { describe, expect, it } from 'vitest';
import type { WrittenItem } from '../../../domain/lesson/written/written.ts';
import { codeFor, followItems, signed, signOf } from './misread-rows.ts';

const item = (text: string): WrittenItem => ({ box: ' ', text, notes: [] });
const [A, B, C] = [item('a'), item('b'), item('c')];
const OPTIONS = '- { id: one, option: A } # why\n- { id: two, option: C }';

describe('what is said of options goes with them', () => {
  it('where they are moved, whatever else stands in the block', () => {
    expect(followItems(OPTIONS, [A, B, C], [C, A, B])).toBe('- {id: one, option: B} # why\n- {id: two, option: A}');
    expect(followItems('- { id: one, before: AC }', [A, B, C], [B, C, A])).toBe('- {id: one, before: CB}');
  });

  it('and goes away with one that is taken away; one that is changed or added stays what it is', () => {
    expect(followItems(OPTIONS, [A, B, C], [B, C])).toBe('- {id: two, option: B}');
    expect(followItems(OPTIONS, [A, B, C], [B])).toBe('');
    expect(followItems(OPTIONS, [A, B, C], [A, item('b!'), C])).toBe(OPTIONS);
    expect(followItems(OPTIONS, [A, B, C], [A, B, C, item('d')])).toBe(OPTIONS);
  });

  it('pairs are counted by what asks for an answer', () => {
    const [one, more, two] = [item('x -> y'), item('-> z'), item('u -> v')];
    expect(followItems('- { id: one, pair: 1-2 }', [one, more, two], [two, one, more])).toBe('- {id: one, pair: 2-1}');
    expect(followItems('- { id: one, pair: 1-2 }', [one, more, two], [one, two])).toBe('- { id: one, pair: 1-2 }');
    expect(followItems('- { id: one, pair: 1-2 }', [one, more, two], [one, more])).toBe('');
  });
});

it('a row keeps its id and its words where it shows by something else', () => {
  const row = { id: 'one', option: 'B', words: 'W' };
  expect(signOf(row, ['without', 'option'])).toBe('option');
  expect(signOf({ id: 'one' }, ['slip'])).toBe('slip');
  expect(signed(row, 'without')).toEqual({ id: 'one', without: 'A', words: 'W' });
});

it('an id is made of a name', () => {
  expect(codeFor('  3 Größen: “Mean” & sum! ')).toBe('grossen-mean-sum');
  expect(codeFor('Σ')).toBe('');
});
