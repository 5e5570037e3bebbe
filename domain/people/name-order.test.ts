/** Lists of names are in the order in which people look for them. */
import { describe, expect, it } from 'vitest';
import { sortByName } from './name-order.ts';

describe('names', () => {
  it('stand by their letters: accents beside what they accent, small letters beside large ones, numbers by size', () => {
    const names = ['Zhang', 'Özil', 'Çelik', 'Class 10', 'de Vries', 'Celik', 'Class 9', 'Ångström', 'abel', 'Žižek'];
    expect(sortByName(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
      'abel',
      'Ångström',
      'Celik',
      'Çelik',
      'Class 9',
      'Class 10',
      'de Vries',
      'Özil',
      'Zhang',
      'Žižek',
    ]);
  });

  it('that are the same stand by what their people sign in with', () => {
    const people = [
      { name: 'Ada', login: 'ada2' },
      { name: 'Ada', login: 'ada' },
    ];
    expect(sortByName(people).map(({ login }) => login)).toEqual(['ada', 'ada2']);
  });
});
