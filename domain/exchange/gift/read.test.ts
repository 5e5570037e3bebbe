import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { unescaped } from './escapes.ts';
import { looksLikeGift, readGift } from './read.ts';

const read = (text: string) => readGift({ text, isUtf8: true, remarks: [] }).items;
const asked = (text: string) => read(text)[0]?.asked;

describe('a GIFT file', () => {
  it('is parted at blank lines, with the line on which each question begins', () => {
    const blocks = blocksOf('// a comment\n\nOne {T}\n\n$CATEGORY: a/b\n\n::Two::Text\nand more {=a}\n');
    expect(blocks.map(({ line, text }) => [line, text])).toEqual([
      [3, 'One {T}'],
      [7, '::Two::Text\nand more {=a}'],
    ]);
    expect(blocks.map(({ tags }) => tags)).toEqual([[], ['a', 'b']]);
  });
  it('keeps answers together that have a blank line between them', () => {
    expect(read('Which? {\n=a\n\n~b\n}\n\nNext {T}')).toHaveLength(2);
  });
  it('ends a question whose brace is never closed where the next one begins', () => {
    const items = read('Which? {=a ~b\n\n::Next:: Is it? {T}');
    expect(items.map(({ asked: { form } }) => form)).toEqual(['refused', 'options']);
  });
  it('has text without braces as what asks nothing, and empty braces as what is answered freely', () => {
    expect(asked('Only text.')).toEqual({ form: 'note' });
    expect(asked('Write. {}')).toEqual({ form: 'free' });
  });
  it.each(['::a::b {T}', 'What? {=a}', 'What? {#3}', '$CATEGORY: x'])('is told by its marks: %s', (text) =>
    expect(looksLikeGift(text)).toBe(true),
  );
  it.each(['A set {1, 2}', 'x', '{"a": 1}'])('is not seen in %s', (text) => expect(looksLikeGift(text)).toBe(false));
});

describe('answers in GIFT', () => {
  it('are one of several with shares where one begins with =', () => {
    expect(asked('Q {=a ~%50%b#almost ~c}')).toMatchObject({
      form: 'options',
      several: false,
      options: [{ weight: 1 }, { weight: 0.5, feedback: { text: 'almost' } }, { weight: 0 }],
    });
  });
  it('are several where none begins with =', () => {
    expect(asked('Q {~%33.333%a ~%33.333%b ~%33.333%c ~%-100%d}')).toMatchObject({
      several: true,
      options: [{ weight: 1 / 3 }, { weight: 1 / 3 }, { weight: 1 / 3 }, { weight: -1 }],
    });
  });
  it('hold = at 0 % as wrong', () => {
    expect(asked('Q {#=%0%5:0#no =%100%9:0#yes}')).toMatchObject({
      form: 'ranges',
      ranges: [{ weight: 0 }, { weight: 1, range: { low: { digits: 9n } } }],
    });
  });
  it('are pairs only where every one has an arrow and =', () => {
    expect(asked('Q {=a->1 =b->2 = ->3}')).toMatchObject({
      form: 'pairs',
      pairs: [{ left: { text: 'a' }, right: { text: '1' } }, { left: { text: 'b' } }],
      distractors: [{ text: '3' }],
    });
    expect(asked('Q {=a->b ~c->d}')).toMatchObject({ form: 'options' });
  });
  it('tell a wrong answer first, of true and false', () => {
    expect(asked('Q {F#was wrong#was right}')).toMatchObject({
      options: [
        { text: { text: 'True' }, weight: 0, feedback: { text: 'was wrong' } },
        { text: { text: 'False' }, weight: 1, feedback: { text: 'was right' } },
      ],
    });
  });
  it('have words for all behind ####', () => {
    expect(read('Q {=a ~b####For all.}')[0]?.feedback).toMatchObject([{ text: 'For all.' }]);
  });
  it('leave a gap where the sentence goes on behind them', () => {
    expect(read('Grant is {~dead =entombed} here.')[0]?.prompt.text).toBe('Grant is _____ here.');
    expect(read('How much? {#3}.')[0]?.prompt.text).toBe('How much?');
  });
  it('are not begun by braces of LaTeX, and that is said', () => {
    const [item] = read('What is \\(\\frac{1}{2}^{2}\\)? {=1/4 ~1/2}');
    expect(item?.asked).toMatchObject({ form: 'options', several: false });
    expect(item?.prompt.text).toBe('What is \\(\\frac{1}{2}^{2}\\)?');
    expect(item?.remarks).toEqual([{ code: 'gift.latexBraces', params: {} }]);
  });
  it('are refused where nothing says which is right', () => {
    expect(asked('Q {what}')).toEqual({ form: 'refused', reason: { code: 'gift.answer', params: { text: 'what' } } });
  });
});

describe('a backslash in GIFT', () => {
  it.each([
    ['\\~ \\= \\# \\{ \\} \\: \\\\', '~ = # { } : \\'],
    ['a\\nb', 'a\u2028b'],
    ['\\(\\nu + \\neq\\)', '\\(\\nu + \\neq\\)'],
    ['\\\\(\\\\frac\\{1\\}\\{2\\}\\\\)', '\\(\\frac{1}{2}\\)'],
    ['\\alpha', '\\alpha'],
  ])('in %s', (written, meant) => expect(unescaped(written)).toBe(meant));
});
