import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../domain/answer.ts';
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

  /** Of each kind what is nothing, and what is something. */
  const CONTENT: {
    [K in Answer['kind']]: { nothing: Extract<Answer, { kind: K }>[]; some: Extract<Answer, { kind: K }> };
  } = {
    choice: { nothing: [{ kind: 'choice', choices: [] }], some: { kind: 'choice', choices: ['A'] } },
    number: { nothing: [{ kind: 'number', value: ' ' }], some: { kind: 'number', value: '0' } },
    text: {
      nothing: [
        { kind: 'text', text: '' },
        { kind: 'text', text: ' \n' },
      ],
      some: { kind: 'text', text: 'x' },
    },
    order: { nothing: [{ kind: 'order', order: [] }], some: { kind: 'order', order: ['A'] } },
    match: { nothing: [{ kind: 'match', pairs: {} }], some: { kind: 'match', pairs: { '1': 'A' } } },
    point: { nothing: [{ kind: 'point', put: { x: ' ' } }], some: { kind: 'point', put: { x: '1' } } },
    gaps: { nothing: [{ kind: 'gaps', gaps: { 1: ' ' } }], some: { kind: 'gaps', gaps: { 1: ' ', 2: 'x' } } },
    maths: {
      nothing: [
        { kind: 'maths', parts: { dx: '' } },
        { kind: 'maths', parts: { dx: ' ', dy: '\t' } },
      ],
      some: { kind: 'maths', parts: { dx: '', dy: '0' } },
    },
    blanks: { nothing: [{ kind: 'blanks', gaps: { a: ' ' } }], some: { kind: 'blanks', gaps: { a: '1', b: '' } } },
    matrix: { nothing: [{ kind: 'matrix', entries: [['', ' ']] }], some: { kind: 'matrix', entries: [['', '0']] } },
    set: { nothing: [{ kind: 'set', set: ' ' }], some: { kind: 'set', set: '{}' } },
    open: {
      nothing: [{ kind: 'open', choices: [], text: ' ', words: [' '] }],
      some: { kind: 'open', choices: [], text: '', words: ['', 'x'] },
    },
    function: { nothing: [{ kind: 'function', code: ' \n\t' }], some: { kind: 'function', code: 'x' } },
  };
  it.each(Object.entries(CONTENT))('of %s have content when there is something to hand in', (_, { nothing, some }) => {
    expect(nothing.map(hasContent)).toEqual(nothing.map(() => false));
    expect(hasContent(some)).toBe(true);
  });
});
