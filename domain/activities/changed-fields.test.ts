import { describe, expect, it } from 'vitest';
import { changedFields } from './changed-fields.ts';

describe('what a change says', () => {
  it('names what was chosen, the category and the name, before and after', () => {
    const before = {
      late: 'accepted',
      answers: 'atOnce',
      keeps: 'best',
      category: 'Tests',
      title: 'Oral',
      dueAt: null,
    };
    const after = {
      late: 'closed',
      answers: 'never',
      keeps: 'last',
      category: null,
      title: 'Viva',
      dueAt: '2026-11-30T10:00:00Z',
    };
    expect(changedFields(before, after)).toEqual([
      { name: 'dueAt', before: null, after: { at: '2026-11-30T10:00:00Z' } },
      { name: 'answers', before: { word: 'atOnce' }, after: { word: 'never' } },
      { name: 'late', before: { word: 'accepted' }, after: { word: 'closed' } },
      { name: 'keeps', before: { word: 'best' }, after: { word: 'last' } },
      { name: 'category', before: { said: 'Tests' }, after: null },
      { name: 'title', before: { said: 'Oral' }, after: { said: 'Viva' } },
    ]);
    expect(changedFields(null, { released: true })).toEqual([{ name: 'released', before: null, after: { yes: true } }]);
  });
});
