/** Answers at the boundary: what no database can store is refused, and told where it stands. */
import { describe, expect, it } from 'vitest';
import { ANSWERS, OF_EACH_KIND } from '../tests/support/live-questions.ts';
import { answer } from './answer.ts';
import { fitAnswer } from './answer-fit.ts';
import { requests } from './protocol.ts';
import { readAnswer } from './read-answer.ts';

const UNSTORABLE = ['2x\0', '\ud83d', 'x\udc00y'];

describe('an answer', () => {
  it.for(UNSTORABLE)('with a character that cannot be stored is refused, in every field: %j', (text) => {
    for (const given of [{ text }, { value: text }, { code: text }, { parts: { dx: text } }, { gaps: { it: text } }])
      expect(answer.safeParse(given).success).toBe(false);
    expect(readAnswer(OF_EACH_KIND.function, { code: text })).toEqual({ ok: false, field: 'code' });
    const packet = { token: 'token', round: 0, clientId: `client-${text}`, answer: { choices: ['A'] } };
    expect(requests.answer.payload.safeParse(packet).success).toBe(false);
  });

  it('with any other character is taken', () => {
    const text = 'é ∇ 😀 \t\n\u200b';
    expect(answer.parse({ code: text })).toEqual({ code: text });
  });

  it('fits the question of its kind, and no other', () => {
    for (const [kind, question] of Object.entries(OF_EACH_KIND))
      for (const [other, { right, wrong }] of Object.entries(ANSWERS))
        for (const given of [right, wrong]) expect(fitAnswer(question, given).ok).toBe(kind === other);
  });

  it('is an order only where each letter stands once', () => {
    const question = OF_EACH_KIND.order;
    expect(readAnswer(question, { order: ['B', 'A'] }).ok).toBe(true);
    for (const order of [['A', 'A'], ['A', 'B', 'A'], ['A', 'B', 'C', 'C'], []]) {
      expect(readAnswer(question, { order })).toEqual({ ok: false, field: 'order' });
      expect(answer.safeParse({ order }).success).toBe(false);
    }
  });
});
