/** Remarks as they are written: what becomes of them, and that nothing of them is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, inOneLine, type Piece, readRemark } from './prose.ts';

const paragraph = (...of: Piece[]): Block => ({ as: 'paragraph', of });
const strong = (...of: Piece[]): Piece => ({ as: 'strong', of });
const text = (said: string): Piece => ({ as: 'text', text: said });
const maths = (tex: string, display = false): Piece => ({ as: 'maths', tex, display });

describe('a remark', () => {
  it('has formulas, code, and words that stand out', () => {
    expect(readRemark('Not $x+2$ but `2 * x`, **always** *so*.')).toEqual([
      paragraph(
        ...[text('Not '), maths('x+2'), text(' but '), { as: 'code', text: '2 * x' } as Piece, text(', ')],
        ...[strong(text('always')), text(' '), { as: 'em', of: [text('so')] } as Piece, text('.')],
      ),
    ]);
    expect(readRemark('$$\n\\frac{1}{2}\n$$')).toEqual([paragraph(maths('\\frac{1}{2}', true))]);
    expect(readRemark('**so $x$**')).toEqual([paragraph(strong(text('so '), maths('x')))]);
  });

  it('has paragraphs, lists and blocks of code', () => {
    expect(readRemark('One\ntwo\n\nthree\n- a\n- b\n1. c\n```\nx = *1*\n```')).toEqual([
      paragraph(text('One\ntwo')),
      paragraph(text('three')),
      { as: 'list', ordered: false, items: [[text('a')], [text('b')]] },
      { as: 'list', ordered: true, items: [[text('c')]] },
      { as: 'code', text: 'x = *1*' },
    ]);
  });

  it.each([
    'It costs $5 or $6.',
    'a * b * c',
    '2 ** 3 ** 4',
    '<img src=x onerror=alert(1)>',
    '[a link](javascript:alert(1)) and ![a picture](/x.png)',
    'an `open tick, an *open star and a $ sign',
    '&lt;b&gt;',
  ])('leaves as it is typed what is none of these: %s', (typed) => {
    expect(readRemark(typed)).toEqual([paragraph(text(typed))]);
  });

  it('takes a sign behind a backslash for itself', () => {
    expect(readRemark('\\$x\\$ and \\*so\\*')).toEqual([paragraph(text('$x$ and *so*'))]);
  });

  it('reads whatever is typed, soon, and loses no letter of it', () => {
    const signs = fc.constantFrom(
      '$',
      '*',
      '`',
      '\\',
      '\n',
      ' ',
      '-',
      '1',
      '.',
      'a',
      'ß',
      '<',
      '[',
      ')',
      '$$',
      '**',
      '```',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 300 }), (some) => {
        const typed = some.join('');
        const letters = (said: string): string => said.replace(/[^aß<[)]/g, '');
        // behind the three signs that open a block of code may stand the name of a language
        fc.pre(!/```[a1]/.test(typed));
        expect(letters(shownOf(readRemark(typed)).join(''))).toBe(letters(typed));
      }),
    );
    const worst = ['$', '*', '**', '`', '$a', '*a', '**a ', '\\$'].map((sign) => sign.repeat(2000).slice(0, 2000));
    for (const typed of worst) expect(readRemark(typed)).not.toEqual([]);
  });

  it('is said in one line where there is one', () => {
    expect(inOneLine('Is it $\\frac{1}{2}$?')).toBe('Is it 1/2?');
    expect(inOneLine('Not $x+2$\n\n- **a**\n- b\n')).toBe('Not x+2 a; b');
  });
});

/** The texts of it, in their order. */
function shownOf(blocks: readonly Block[]): string[] {
  const said = (piece: Piece): string[] =>
    piece.as === 'maths' ? [piece.tex] : 'of' in piece ? piece.of.flatMap(said) : [piece.text];
  return blocks.flatMap((block) => {
    if (block.as === 'code') return [block.text];
    return block.as === 'list' ? block.items.flatMap((item) => item.flatMap(said)) : block.of.flatMap(said);
  });
}
