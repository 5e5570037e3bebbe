/** Answers that are still being written, and questions whose wording has changed meanwhile. */
import { describe, expect, it } from 'vitest';
import { asksAlike, carryOver } from './being-written.ts';
import { askedKinds, hasContent } from './kinds/asked.ts';
import type { QuestionView } from './question.ts';
import { readUnfinished, unfinished } from './unfinished.ts';

const common = {
  id: 'q',
  role: 'check',
  number: 1,
  title: 'T',
  points: 1,
  promptHtml: '<p>?</p>',
  hintCount: 0,
  attempts: 2,
  solutionAfter: null,
  seconds: 30,
} as const;
const options = [
  { letter: 'A', html: 'one' },
  { letter: 'B', html: 'two' },
];
const choice: QuestionView = { kind: 'choice', ...common, options, multiple: true };
const number: QuestionView = { kind: 'number', ...common, unit: null };
const maths: QuestionView = {
  kind: 'maths',
  ...common,
  variables: ['x'],
  positive: [],
  parts: [{ id: 'dx', labelHtml: '', label: '', points: 1 }],
};

describe('what is being written', () => {
  it('may be nothing, in one form a kind, and nothing is no answer', () => {
    for (const { nothing } of Object.values(askedKinds)) {
      expect(unfinished.safeParse(nothing).success).toBe(true);
      expect(hasContent(nothing)).toBe(false);
    }
    expect(readUnfinished(choice, { kind: 'choice', choices: [] })).toEqual({
      ok: true,
      answer: { kind: 'choice', choices: [] },
    });
    expect(readUnfinished(number, { kind: 'number', value: '  ' })).toEqual({
      ok: true,
      answer: { kind: 'number', value: '' },
    });
    expect(readUnfinished(maths, { kind: 'maths', parts: { dx: ' ' } })).toEqual({
      ok: true,
      answer: { kind: 'maths', parts: {} },
    });
  });

  it('is refused like an answer where it is none of this question', () => {
    expect(readUnfinished(choice, { kind: 'number', value: '' })).toMatchObject({ ok: false });
    expect(readUnfinished(maths, { kind: 'maths', parts: { dq: '' } })).toEqual({ ok: false, field: 'dq' });
    expect(readUnfinished(choice, { kind: 'choice', choices: ['F'] })).toEqual({ ok: false, field: 'F' });
    expect(readUnfinished(number, { kind: 'number', value: '1', more: '' })).toMatchObject({ ok: false });
  });
});

describe('another wording', () => {
  it('asks the same where only its place, its name or what is told later differ', () => {
    expect(asksAlike(number, { ...number, number: 7, title: 'Other', hintCount: 3, solutionAfter: 2 })).toBe(true);
  });

  it('asks something else where its words, its options or what it is worth differ', () => {
    expect(asksAlike(number, { ...number, promptHtml: '<p>!</p>' })).toBe(false);
    expect(asksAlike(number, { ...number, unit: 'm' })).toBe(false);
    expect(asksAlike(number, { ...number, costs: { attempt: 1, hint: 0 } })).toBe(false);
    expect(
      asksAlike(choice, {
        ...choice,
        options: options.map((one, at) => ({ ...one, html: options[1 - at]?.html ?? '' })),
      }),
    ).toBe(false);
    expect(asksAlike(number, choice)).toBe(false);
  });

  it('takes over what was typed, but no letter, and no part that it does not have', () => {
    expect(carryOver(number, { kind: 'number', value: '2.4' })).toEqual({ kind: 'number', value: '2.4' });
    expect(carryOver(choice, { kind: 'choice', choices: ['A'] })).toBeUndefined();
    expect(carryOver(maths, { kind: 'maths', parts: { dy: 'x' } })).toBeUndefined();
    expect(carryOver(number, { kind: 'text', text: '2.4' })).toBeUndefined();
  });
});
