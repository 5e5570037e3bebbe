import { describe, expect, it } from 'vitest';
import { hasContent } from '../../../domain/being-written.ts';
import { newer, sameAnswer } from './card-parts.ts';
import { UNTOUCHED } from './card-types.ts';

describe('the state that a card shows', () => {
  it('is the newer one, whichever way it came', () => {
    const graded = { ...UNTOUCHED, version: 3, attemptsUsed: 1 };
    expect(newer(UNTOUCHED, graded)).toBe(graded);
    expect(newer(graded, { ...UNTOUCHED, version: 2 })).toBe(graded);
  });
});

describe('answers', () => {
  it('are the same when only empty fields differ, or the order of fields', () => {
    expect(sameAnswer({ parts: { dx: '2xy', dy: '' } }, { parts: { dx: '2xy' } })).toBe(true);
    expect(sameAnswer({ gaps: { a: '1', b: '2' } }, { gaps: { b: '2', a: '1' } })).toBe(true);
    expect(sameAnswer({ text: ' dot product ' }, { text: 'dot product' })).toBe(true);
    expect(sameAnswer({ text: 'dot  product' }, { text: 'dot product' })).toBe(false);
    expect(sameAnswer({ code: 'a' }, { code: 'b' })).toBe(false);
    expect(sameAnswer({ choices: ['A'] }, null)).toBe(false);
  });

  it('have content when there is something to hand in', () => {
    expect(hasContent({ choices: [] })).toBe(false);
    expect(hasContent({ value: ' ' })).toBe(false);
    expect(hasContent({ text: '' })).toBe(false);
    expect(hasContent({ text: ' \n' })).toBe(false);
    expect(hasContent({ text: 'x' })).toBe(true);
    expect(hasContent({ order: [] })).toBe(false);
    expect(hasContent({ parts: { dx: '' } })).toBe(false);
    expect(hasContent({ gaps: { a: '1' } })).toBe(true);
    expect(hasContent({ code: 'x' })).toBe(true);
  });
});
