import { expect, it } from 'vitest';
import { around, asLink, asList, type Edit, formula } from './insert.ts';

/** The text with what is marked between bars. */
function done(text: string, { from, to, text: written, mark: [start, end] }: Edit): string {
  const after = text.slice(0, from) + written + text.slice(to);
  return `${after.slice(0, start)}|${after.slice(start, end)}|${after.slice(end)}`;
}
/** `a |b| c`: the text, and where its mark begins and ends. */
function marked(shown: string): [text: string, from: number, to: number] {
  const [before = '', inside = '', after = ''] = shown.split('|');
  return [before + inside + after, before.length, before.length + inside.length];
}

it.each([
  ['a |b| c', 'a **|b|** c'],
  ['a| b |c', 'a **|b|** c'],
  ['a **|b|** c', 'a |b| c'],
  ['a || c', 'a **||** c'],
])('makes %s bold, and back', (shown, expected) => {
  const [text, from, to] = marked(shown);
  expect(done(text, around(text, from, to, '**'))).toBe(expected);
});

it('does not take one star of two for italics', () => {
  const [text, from, to] = marked('a **|b|** c');
  expect(done(text, around(text, from, to, '*'))).toBe('a ***|b|*** c');
});

it.each([
  ['a\nb |c|\nd', 'a\n\n- b c||\nd'],
  ['|a\nb|', '- a\n- b||'],
  ['- a\n- |b|', '- a\nb||'],
])('makes lines of %j a list, and back', (shown, expected) => {
  const [text, from, to] = marked(shown);
  expect(done(text, asList(text, from, to))).toBe(expected);
});

it('makes a link of what is marked, and marks what is to be typed', () => {
  expect(done('see this', asLink('see this', 4, 8))).toBe('see [this](|https://|)');
  expect(done('see ', asLink('see ', 4, 4))).toBe('see [||](https://)');
});

it('puts a formula in the line, or on lines of its own', () => {
  expect(done('Let  be', formula('Let  be', 4, 4, 'x^2', false))).toBe('Let $x^2$|| be');
  expect(done('Let be', formula('Let be', 4, 4, 'x', true))).toBe('Let \n\n$$\nx\n$$\n\n||be');
  expect(done('', formula('', 0, 0, 'x', true))).toBe('$$\nx\n$$||');
});
