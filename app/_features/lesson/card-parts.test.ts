import { describe, expect, it } from 'vitest';
import { hasContent } from '../../../domain/kinds/asked.ts';
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
    expect(sameAnswer({ kind: 'maths', parts: { dx: '2xy', dy: '' } }, { kind: 'maths', parts: { dx: '2xy' } })).toBe(
      true,
    );
    expect(sameAnswer({ kind: 'blanks', gaps: { a: '1', b: '2' } }, { kind: 'blanks', gaps: { b: '2', a: '1' } })).toBe(
      true,
    );
    // as they come back from the database
    expect(
      sameAnswer(
        { kind: 'open', choices: ['A'], text: '', words: [] },
        { kind: 'open', text: '', words: [], choices: ['A'] },
      ),
    ).toBe(true);
    expect(sameAnswer({ kind: 'text', text: ' dot product ' }, { kind: 'text', text: 'dot product' })).toBe(true);
    expect(sameAnswer({ kind: 'text', text: 'dot  product' }, { kind: 'text', text: 'dot product' })).toBe(false);
    expect(sameAnswer({ kind: 'function', code: 'a' }, { kind: 'function', code: 'b' })).toBe(false);
    expect(sameAnswer({ kind: 'choice', choices: ['A'] }, null)).toBe(false);
  });

  it('have content when there is something to hand in', () => {
    expect(hasContent({ kind: 'choice', choices: [] })).toBe(false);
    expect(hasContent({ kind: 'number', value: ' ' })).toBe(false);
    expect(hasContent({ kind: 'text', text: '' })).toBe(false);
    expect(hasContent({ kind: 'text', text: ' \n' })).toBe(false);
    expect(hasContent({ kind: 'text', text: 'x' })).toBe(true);
    expect(hasContent({ kind: 'order', order: [] })).toBe(false);
    expect(hasContent({ kind: 'maths', parts: { dx: '' } })).toBe(false);
    expect(hasContent({ kind: 'blanks', gaps: { a: '1' } })).toBe(true);
    expect(hasContent({ kind: 'function', code: 'x' })).toBe(true);
  });
});
