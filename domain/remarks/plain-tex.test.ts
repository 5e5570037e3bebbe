/** A formula as plain words. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainTex } from './plain-tex.ts';

it.each([
  ['\\frac{\\partial}{\\partial z} y z^3', '∂/∂z y z^3'],
  ['\\frac{1}{2}x', '1/2 x'],
  ['\\frac{1}{2x}', '1/(2x)'],
  ['\\frac{f(x+h)-f(x)}{h}', '(f(x+h)-f(x))/h'],
  ['\\frac12', '1/2'],
  ['\\sqrt{x+1}', '√(x+1)'],
  ['x^{10} + a_{ij}', 'x^10 + a_(ij)'],
  ['2\\sin x \\cdot \\ln(x)', '2 sin x · ln(x)'],
  ['\\alpha x \\le \\text{ about } \\pi', 'αx ≤ about π'],
  ['\\left(\\frac{a}{b}\\right)', '(a/b)'],
  ['\\constructor', 'constructor'],
  ['x }{ \\', 'x'],
])('says %s as %s', (tex, said) => {
  expect(plainTex(tex).trim()).toBe(said);
});

it('ends, whatever is typed, and no backslash is left', () => {
  const pieces = fc.constantFrom('\\frac', '\\', '{', '}', '^', '_', '\\sqrt', ' ', 'x', '1', '&', '\\text', '[');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (some) => {
      expect(plainTex(some.join(''))).not.toContain('\\');
    }),
  );
  for (const sign of ['{', '}', '^', '\\frac', '\\frac{', '\\sqrt']) plainTex(sign.repeat(2000).slice(0, 2000));
});
