/** The ways in which people write sets, and what is told of what is none. */
import { describe, expect, test } from 'vitest';
import { parseSet } from './parse.ts';
import { setText } from './typeset.ts';

function parsed(text: string, asks: 'values' | 'reals', variable = 'x', variables: string[] = []): string {
  const found = parseSet(text, { asks, variable, variables });
  return found.ok ? found.trees.map((tree) => setText(tree, variable)).join(' | ') : found.problem.code;
}

describe('a part of the real line', () => {
  test.for([
    ['1 ≤ x < 3', '1 ≤ x < 3'],
    ['1 <= x < 3', '1 ≤ x < 3'],
    ['3 > x >= 1', '1 ≤ x < 3'],
    ['[1, 3)', '[1; 3)'],
    ['[1;3[', '[1; 3['],
    [']1;3]', ']1; 3]'],
    ['[1,5;2,5]', '[1,5; 2,5]'],
    ['[1,5, 2]', '[1,5; 2] | [1,5; 2]'],
    ['(-inf, 2]', '(-∞; 2]'],
    ['(minus infinity; 2)', '(-∞; 2)'],
    ['x ≠ 2', 'x ≠ 2'],
    ['x != 1, 2', 'x ≠ 1 and x ≠ 2'],
    ['R \\ {2}', 'ℝ \\ {2}'],
    ['R\\{2}', 'ℝ \\ {2}'],
    ['R - {2}', 'ℝ \\ {2}'],
    ['x ∈ ℝ ∖ {1; 2}', 'ℝ \\ {1; 2}'],
    ['x ∉ [0; 1]', 'ℝ \\ [0; 1]'],
    ['\\mathbb{R}\\setminus\\{2\\}', 'ℝ \\ {2}'],
    [
      '\\left(-\\infty,\\frac{1}{2}\\right]\\cup\\left[\\sqrt{2},\\infty\\right)',
      '(-∞; \\frac{1}{2}] ∪ [\\sqrt{2}; ∞)',
    ],
    ['\\left\\{x\\in\\mathbb{R}\\mid x>2\\right\\}', 'x > 2'],
    ['{x | |x| ≤ 2}', '[-2; 2]'],
    ['|x - 1| > 2', '(-∞; 1-2) ∪ (1+2; ∞)'],
    ['x < 1 or x > 3', 'x < 1 or x > 3'],
    ['x < 1 oder x > 3', 'x < 1 or x > 3'],
    ['(-∞,1) U (3,∞)', '(-∞; 1) ∪ (3; ∞)'],
    ['(x < 1 or x > 3) and x ≠ 0', '(x < 1 or x > 3) and x ≠ 0'],
    ['L = {1; 2}', '{1; 2}'],
    ['D(f) = R \\ {0}', 'ℝ \\ {0}'],
    ['x ∈ R, x ≠ 2', 'x ≠ 2'],
    ['all real numbers', 'ℝ'],
    ['x > 2, x ∈ ℝ', 'x > 2'],
    ['R*', 'ℝ \\ {0}'],
    ['\\mathbb{R}^{*}', 'ℝ \\ {0}'],
    ['x = [1, 3)', '[1; 3)'],
    ['x ≠ {1; 2}', 'ℝ \\ {1; 2}'],
    ['no solution', '∅'],
    ['{ }', '∅'],
    ['x > −√2', 'x > −√2'],
    ['R \\ ([1; 2] ∪ {5})', 'ℝ \\ ([1; 2] ∪ {5})'],
    ['R \\ ((1; 2))', 'ℝ \\ (1; 2)'],
    ['((1+√5)/2; 3)', '((1+√5)/2; 3)'],
  ] as const)('%s is %s', ([text, is]) => expect(parsed(text, 'reals')).toBe(is));

  test.for([
    ['', 'Empty'],
    ['[1; 3', 'Unclosed'],
    ['{1; 3', 'Unclosed'],
    ['[1]', 'Ends'],
    ['(∞; 3)', 'Ends'],
    ['[1; ∞]', 'Infinite'],
    ['[1,5,2]', 'Commas'],
    ['1 < x > 3', 'Chain'],
    ['2x < 4', 'Unsolved'],
    ['x² < 4', 'Unsolved'],
    ['x <', 'Operand'],
    ['[1; 2] ∪', 'Operand'],
    ['R+', 'Half'],
    ['ℝ^+', 'Half'],
    ['x < ±2', 'Sides'],
    ['[1; 2] 3', 'Rest'],
    ['x'.repeat(501), 'Long'],
    ['('.repeat(30), 'Unclosed'],
    ['{1}∪'.repeat(30), 'Long'],
  ] as const)('%s is told to be %s', ([text, problem]) =>
    expect(parsed(text, 'reals')).toMatch(new RegExp(`^${problem}|^\\{\\(`)),
  );
});

describe('several values', () => {
  test.for([
    ['2, 1', '{2; 1}'],
    ['x = ±2', 'x = 2 or x = -2'],
    ['1 ± √2', '{1 + √2; 1 - √2}'],
    ['{1; 2}', '{1; 2}'],
    ['(1, 3)', '{1; 3}'],
    ['[1; 3]', '{1; 3}'],
    ['1,5; 2,5', '{1,5; 2,5}'],
    ['1,5', '{1; 5} | {1,5}'],
    ['x_1 = 1; x_2 = 2', 'x = 1 or x = 2'],
    ['x₁ = 1 und x₂ = 2', 'x = 1 or x = 2'],
    ['x = 1 or 2', 'x = 1 or x = 2'],
    ['(1+√2)/2, (1-√2)/2', '{(1+√2)/2; (1-√2)/2}'],
    ['x=\\frac{-1\\pm\\sqrt{5}}{2}', 'x = \\frac{-1 + \\sqrt{5}}{2} or x = \\frac{-1 - \\sqrt{5}}{2}'],
    ['\\{\\frac{1}{2},3\\}', '{\\frac{1}{2}; 3}'],
    ['x = {1, 2}', '{1; 2}'],
    ['x=\\left\\{1,2\\right\\}', '{1; 2} | {1,2}'],
    ['x = (1+2)·3', 'x = (1+2)·3'],
    ['2;', '{2}'],
    ['none', '∅'],
    ['x < 2', 'Values'],
    ['∞', 'Infinite'],
  ] as const)('%s is %s', ([text, is]) => expect(parsed(text, 'values')).toBe(is));
  test('a variable of another name has its own conditions, and one that is given has none', () => {
    expect(parsed('t = 1 or t = 2', 'values', 't')).toBe('t = 1 or t = 2');
    expect(parsed('x = R or x = -R', 'values', 'x', ['R'])).toBe('x = R or x = -R');
  });
});
