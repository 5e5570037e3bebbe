import { expect, it } from 'vitest';
import { withoutMarks } from './without-marks.ts';

it.each([
  ['*along* the **gradient**', 'along the gradient'],
  ['`np.dot(a, b)` is _called_', 'np.dot(a, b) is called'],
  ['a name_with_lines and 2 * 3 * 4', 'a name_with_lines and 2 * 3 * 4'],
  ['$x^2$ or $-\\frac{1}{2}$', 'x^2 or -1/2'],
  ['$\\frac{x + 1}{2} \\le \\sqrt{2}$', '(x + 1)/2 ≤ √2'],
  ['![A hill](picture:0b51f0a4)', 'A hill'],
  ['[the chain rule](05-chain.md) or ~~none~~', 'the chain rule or none'],
  ['## Steps\n- one\n- two', 'Steps one two'],
  ['costs 5 \\* 3 and \\$4', 'costs 5 * 3 and $4'],
  ['`*not bold*`', '*not bold*'],
  ['', ''],
])('%j is shown as %j where only plain text can stand', (markdown, plain) => {
  expect(withoutMarks(markdown)).toBe(plain);
});
