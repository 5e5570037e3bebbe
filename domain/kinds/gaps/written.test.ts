/** Gaps as they are written in a text: read, and written again to the same. */
import { describe, expect, it } from 'vitest';
import { gapsIn, partedAtGaps, readGap, writeGap } from './written.ts';

const entry = (text: string, more = {}) => ({ text, percent: null, wrong: false, words: '', ...more });

describe('what stands in a gap', () => {
  it('is typed, or a number where it is one, or picked where some of it is wrong', () => {
    expect(readGap('blue | azure')).toEqual({
      takes: 'text',
      capitals: false,
      weight: 1,
      entries: [entry('blue'), entry('azure')],
    });
    expect(['4', '-2,5', '3.14 ± 0.01', '1e-3 +- 1'].map((one) => readGap(one).takes)).toEqual(Array(4).fill('number'));
    expect(['007', '4 apples', 'x'].map((one) => readGap(one).takes)).toEqual(Array(3).fill('text'));
    expect(readGap('green | !red # Look outside.')).toMatchObject({
      takes: 'one',
      entries: [entry('green'), entry('red', { wrong: true, words: 'Look outside.' })],
    });
  });

  it('is what a word before a colon says', () => {
    expect(readGap('exact: H2O')).toMatchObject({ takes: 'text', capitals: true });
    expect(readGap('several x3: a | b | -50% c')).toMatchObject({ takes: 'several', weight: 3 });
    expect(readGap('text: blue | !green # No.')).toMatchObject({ takes: 'text' });
    expect(readGap('a ratio: 3')).toMatchObject({ takes: 'text', entries: [entry('a ratio: 3')] });
  });

  it('is written as it is read, whatever signs it has', () => {
    for (const text of [
      'blue',
      'a|b',
      'C#',
      '# one',
      '!no',
      '50% off',
      'text: a',
      'x2: y',
      '[1]',
      'a\\b',
      '$5_*`',
      '5',
    ])
      for (const takes of ['text', 'one', 'several', 'number'] as const)
        for (const more of [{}, { wrong: true, words: 'So [it] is | # not.' }, { percent: 33.5 }]) {
          const gap = { takes, capitals: false, weight: 2, entries: [entry('other'), entry(text, more)] };
          expect(readGap(writeGap(gap).slice(1, -1))).toEqual(gap);
        }
    expect(writeGap(readGap('blue'))).toBe('[blue]');
  });
});

describe('gaps of a text', () => {
  it('are its brackets, but for those with a backslash', () => {
    expect(partedAtGaps('a [b] \\[c\\] [d\\]e] f [g')).toEqual([
      'a ',
      { gap: 'b' },
      ' \\[c\\] ',
      { gap: 'd\\]e' },
      ' f [g',
    ]);
  });

  it('are not those of links, pictures, code and maths', () => {
    const markdown = '[one], [a link](https://x.org), ![it](picture:1), `[0]`, $[0, 1]$, $$[2]$$ and \\[no\\] [two]';
    expect(gapsIn(markdown).map(({ inside }) => inside)).toEqual(['one', 'two']);
    expect(gapsIn(markdown).map(({ from, to }) => markdown.slice(from, to))).toEqual(['[one]', '[two]']);
  });
});
