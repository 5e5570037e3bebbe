import { describe, expect, it } from 'vitest';
import { draftTitle } from './draft-title.ts';

describe('by what a draft is known', () => {
  it('is its title', () => {
    expect(draftTitle(':::check[Which way is down?]{#q kind=choice}\n\nOf these two?\n\n- [x] Down\n:::\n')).toBe(
      'Which way is down?',
    );
    expect(draftTitle(':::exercise[A \\[closed\\] range]{kind=set}\n:::\n')).toBe('A [closed] range');
  });

  it('is what is asked where it has none yet, a line of it, and not the marks before it', () => {
    expect(draftTitle(':::check[]{kind=choice}\n\nWhich way\nis down?\n\n- [x] \n:::\n')).toBe('Which way');
    expect(draftTitle(':::check{kind=choice}\n\n- [x] Down\n:::\n')).toBe('Down');
    expect(draftTitle('## Half written')).toBe('Half written');
  });

  it('is short, and nothing where nothing is written', () => {
    expect(draftTitle(`:::check[${'long '.repeat(40)}]`)?.length).toBeLessThanOrEqual(82);
    expect(draftTitle(':::check[]{kind=choice}\n\n- [x] \n- [ ] \n:::\n')).toBeNull();
    expect(draftTitle('')).toBeNull();
  });
});
