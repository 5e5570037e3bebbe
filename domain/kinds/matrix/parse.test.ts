/** A matrix as people write it, taken apart; whatever is typed, nothing throws. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseMatrix } from './parse.ts';
import { matrixTex, matrixText, resized, transposed } from './places.ts';

const entries = (text: string): string[][] | string => {
  const parsed = parseMatrix(text);
  return parsed.ok ? parsed.entries : parsed.why;
};

describe('a matrix that is typed or pasted as a whole', () => {
  test.for([
    ['a tuple is a column', '(2x, 2y)', [['2x'], ['2y']]],
    ['so it is without brackets', '2x, 2y', [['2x'], ['2y']]],
    ['and in pointed ones', '\\langle 2x, 2y \\rangle', [['2x'], ['2y']]],
    ['semicolons part rows', '[2x; 2y]', [['2x'], ['2y']]],
    ['commas in square brackets part a row', '[2x, 2y]', [['2x', '2y']]],
    [
      'blanks part entries',
      '1 2; 2 3',
      [
        ['1', '2'],
        ['2', '3'],
      ],
    ],
    [
      'a sign before a number begins an entry',
      '[1 -1; 2 - 3 4]',
      [
        ['1', '-1'],
        ['2 - 3', '4'],
      ],
    ],
    [
      'a function keeps its argument',
      'sin x cos y; 1 2',
      [
        ['sin x', 'cos y'],
        ['1', '2'],
      ],
    ],
    [
      'a spreadsheet has tabs',
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'lists of lists',
      '[[1, 2], [3, 4]]',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'as NumPy has them',
      'J = np.array([[1, 2], [3, 4]])',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a column in brackets of its own', '[[1], [2]]', [['1'], ['2']]],
    ['entries in brackets are no rows', '((x+1), (y+1))', [['(x+1)'], ['(y+1)']]],
    ['commas of functions part nothing', '[log(x, 2), 1]', [['log(x, 2)', '1']]],
    ['pmatrix', '\\begin{pmatrix} 2x \\\\ 2y \\end{pmatrix}', [['2x'], ['2y']]],
    [
      'bmatrix in dollars',
      '$$\\begin{bmatrix}1&0\\\\0&1\\end{bmatrix}$$',
      [
        ['1', '0'],
        ['0', '1'],
      ],
    ],
    [
      'array with brackets and lines',
      '\\left[\\begin{array}{c|c} 1 & 2 \\\\[2pt] \\hline 3 & \\frac{a}{b} \\\\ \\end{array}\\right]',
      [
        ['1', '2'],
        ['3', '\\frac{a}{b}'],
      ],
    ],
    ['a tuple of an editor', '\\left(2x,\\,2y\\right)', [['2x'], ['\\,2y']]],
    ['what stands on the left is taken away', '∇f(x, y) = (2x, 2y)', [['2x'], ['2y']]],
    ['a row that is turned', '[2x, 2y]^T', [['2x'], ['2y']]],
    ['a column that is turned', '[2x; 2y]^{\\top}', [['2x', '2y']]],
    ['a tuple that is turned is a column', '(2x, 2y)ᵀ', [['2x'], ['2y']]],
    [
      'a last separator begins no row',
      '[1, 2;\n3, 4;\n]',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a formula is one entry', '(x+1)(y+2)', [['(x+1)(y+2)']]],
    ['rows of two lengths', '[1, 2; 3]', 'ragged'],
    ['a bracket that is never closed', '[1, 2', 'unclosed'],
    ['nothing', ' ( ) ', 'empty'],
    ['nine rows', '1;2;3;4;5;6;7;8;9', 'large'],
  ] as const)('%s: %s', ([, text, wanted]) => expect(entries(text)).toEqual(wanted));

  it('is not sure of what only blanks part', () => {
    expect(parseMatrix('2 x')).toMatchObject({ weak: true });
    expect(parseMatrix('x + 1')).toMatchObject({ weak: true });
    expect(parseMatrix('[2 x]')).toMatchObject({ weak: false });
    expect(parseMatrix('(2x, 2y)')).toMatchObject({ weak: false, tuple: true });
  });

  const cell = fc.constantFrom('x', '2x', '-y', 'sin(x)', 'x^2 + 1', '\\frac{1}{2}', '0');
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  it('that was written by us comes back as it was, as text and as LaTeX', () => {
    fc.assert(
      fc.property(grid, (given) => {
        expect(entries(matrixText(given))).toEqual(given);
        expect(entries(matrixTex(given))).toEqual(given);
        expect(transposed(transposed(given))).toEqual(given);
        expect(resized(given, { rows: given.length, columns: given[0]?.length ?? 0 })).toEqual(given);
      }),
    );
  });
  it('is always a rectangle within bounds, and nothing throws', () => {
    const sign = fc.constantFrom(
      ...'()[]{};,&\\ \n\t^T=xy12+-|$⟨⟩'.split(''),
      '\\begin{pmatrix}',
      '\\end{pmatrix}',
      '\\left(',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const parsed = parseMatrix(signs.join(''));
        if (!parsed.ok) return;
        const width = parsed.entries[0]?.length ?? 0;
        expect(parsed.entries.length).toBeLessThanOrEqual(8);
        expect(width).toBeGreaterThan(0);
        expect(width).toBeLessThanOrEqual(8);
        expect(parsed.entries.every((row) => row.length === width)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
  it('of any length is answered at once', () => {
    for (const text of [
      '('.repeat(30_000),
      '1,'.repeat(15_000),
      ' '.repeat(30_000),
      '[1 '.repeat(9_000),
      '=('.repeat(9_000),
    ])
      expect(() => parseMatrix(text)).not.toThrow();
  });
});
