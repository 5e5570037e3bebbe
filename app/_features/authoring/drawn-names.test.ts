import { expect, it } from 'vitest';
import { withDrawn } from './drawn-names.ts';

it.each([
  ['\\left\\lbrace a\\right\\rbrace x^{2}', '{a} x^{2}'],
  ['\\lbrace2a+1\\rbrace y', '{2a+1} y'],
  ['\\{a\\cdot b\\}', '{a*b}'],
  // sets stay sets
  ['\\left\\lbrace 1,2\\right\\rbrace', '\\left\\lbrace 1,2\\right\\rbrace'],
  ['\\left\\lbrace x\\right\\rbrace', '\\left\\lbrace x\\right\\rbrace'],
  ['x^{2}', 'x^{2}'],
])('in a formula from its field %s is %s, where a and b are drawn', (typed, written) => {
  expect(withDrawn(typed, ['a', 'b'])).toBe(written);
});

it('where nothing is drawn all stays as it is', () => {
  expect(withDrawn('\\lbrace a\\rbrace', [])).toBe('\\lbrace a\\rbrace');
});
