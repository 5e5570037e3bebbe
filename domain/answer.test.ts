/** Answers at the boundary: what no database can store is refused, and told where it stands. */
import { describe, expect, it } from 'vitest';
import { ANSWERS, OF_EACH_KIND } from '../tests/support/live-questions.ts';
import { answer } from './answer.ts';
import { fitAnswer } from './answer-fit.ts';
import { requests } from './protocol.ts';
import { readAnswer } from './read-answer.ts';

const UNSTORABLE = ['2x\0', '\ud83d', 'x\udc00y'];

/** Those that came later have always said their kind. */
const BEFORE_KINDS_WERE_SAID = ['choice', 'number', 'text', 'order', 'maths', 'blanks', 'function'] as const;

describe('an answer', () => {
  it('without its kind, from a page or an outbox of an older version, is told by its form', () => {
    for (const kind of BEFORE_KINDS_WERE_SAID) {
      const { right } = ANSWERS[kind];
      const { kind: _kind, ...older } = right;
      expect(answer.parse(older)).toEqual(right);
      expect(readAnswer(OF_EACH_KIND[right.kind], older)).toEqual({ ok: true, answer: right });
    }
    expect(answer.safeParse({ kind: 'number', choices: ['A'] }).success).toBe(false);
  });

  it.for(UNSTORABLE)('with a character that cannot be stored is refused, in every field: %j', (text) => {
    for (const given of [
      { text },
      { value: text },
      { code: text },
      { kind: 'maths', parts: { dx: text } },
      { kind: 'blanks', gaps: { it: text } },
      { kind: 'matrix', entries: [['x'], [text]] },
      { kind: 'set', set: text },
    ])
      expect(answer.safeParse(given).success).toBe(false);
    expect(readAnswer(OF_EACH_KIND.function, { code: text })).toEqual({ ok: false, field: 'code' });
    const packet = { token: 'token', round: 0, clientId: `client-${text}`, answer: { kind: 'choice', choices: ['A'] } };
    expect(requests.answer.payload.safeParse(packet).success).toBe(false);
  });

  it('with any other character is taken', () => {
    const text = 'é ∇ 😀 \t\n\u200b';
    expect(answer.parse({ kind: 'function', code: text })).toEqual({ kind: 'function', code: text });
  });

  it('fits the question of its kind, and no other', () => {
    for (const [kind, question] of Object.entries(OF_EACH_KIND))
      for (const [other, { right, wrong }] of Object.entries(ANSWERS))
        for (const given of [right, wrong]) expect(fitAnswer(question, given).ok).toBe(kind === other);
  });

  it('is an order only where each letter stands once', () => {
    const question = OF_EACH_KIND.order;
    expect(readAnswer(question, { kind: 'order', order: ['B', 'A'] }).ok).toBe(true);
    for (const order of [['A', 'A'], ['A', 'B', 'A'], ['A', 'B', 'C', 'C'], []]) {
      expect(readAnswer(question, { order })).toEqual({ ok: false, field: 'order' });
      expect(answer.safeParse({ order }).success).toBe(false);
    }
  });
});
