/** Texts and orders in a live round: shares, what the class sees, and that no key travels before the reveal. */
import { describe, expect, it } from 'vitest';
import { JOIN, order, roomAsking, text } from '../../tests/support/live-questions.ts';
import type { QuestionOf } from '../question.ts';
import { rehearsalAnswer } from './rehearsal.ts';
import { shareRight } from './score.ts';
import { playerViewOf } from './view/player.ts';
import { screenViewOf } from './view/screen.ts';

const word: QuestionOf<'text'> = {
  ...text,
  key: {
    ...text.key,
    accept: ['SECRETGRADIENT', 'SECRETNABLA'],
    notes: [{ text: 'slope', words: 'SECRET words', html: '<em>why</em>' }],
  },
};
const steps: QuestionOf<'order'> = {
  ...order,
  items: order.items.slice(0, 3),
  key: { ...order.key, places: { A: 2, B: 1, C: 3 } },
};

describe('a round for a short text', () => {
  const texts = ['secretgradient', 'SecretGradeint', 'Slope', ' slope.', 'fuck this', 'sh1t'];
  const answers = texts.map((text) => ({ kind: 'text' as const, text }));

  it('counts texts that read alike together, and tells why one is wrong', () => {
    const { distribution } = screenViewOf(roomAsking(word, answers, 'reveal'), JOIN);
    expect(distribution).toEqual([
      { label: 'SECRETGRADIENT', count: 2, correct: true, noteHtml: null },
      { label: 'Slope', count: 2, correct: false, noteHtml: '<em>why</em>' },
      { label: '***', count: 2, correct: false, noteHtml: null },
    ]);
  });
  it('shows the accepted text at the reveal', () => {
    expect(playerViewOf(roomAsking(word, answers, 'reveal'), 'p0').reveal?.value).toBe('SECRETGRADIENT');
  });
  it('sends no player any of the key before', () => {
    const view = JSON.stringify(playerViewOf(roomAsking(word, [{ kind: 'text', text: 'slope' }], 'question'), 'p0'));
    expect(view).not.toMatch(/SECRET|why/);
  });
});

describe('a round of order', () => {
  const answers = [['B', 'A', 'C'], ['B', 'A', 'C'], ['B', 'C', 'A'], ['C', 'A', 'B'], ['B']].map((order) => ({
    kind: 'order' as const,
    order,
  }));

  it('gives a share for each pair, also for what is placed when the bell rings', () => {
    const shares = answers.map((answer) => shareRight(steps, { answer, verdict: null }));
    expect(shares).toEqual([1, 1, 1 / 3, 0, 0]);
    expect(shareRight(steps, { answer: { kind: 'order', order: ['B', 'A'] }, verdict: null })).toBe(1 / 3);
  });
  it('shows its items as options, and the orders that were given', () => {
    const view = screenViewOf(roomAsking(steps, answers, 'reveal'), JOIN);
    expect(view.question?.options?.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    expect(view.reveal).toMatchObject({ value: 'B → A → C', correct: [] });
    expect(view.distribution?.[0]).toEqual({ label: 'B → A → C', count: 2, correct: true, noteHtml: null });
  });
  it('sends no player any of the key before', () => {
    const view = JSON.stringify(playerViewOf(roomAsking(steps, answers, 'question'), 'p3'));
    expect(view).not.toMatch(/SECRET|places|B → A/);
  });
});

describe('rehearsal players', () => {
  it.for([word, steps])('answer a question of kind $kind rightly and wrongly', (question) => {
    const shares = Array.from({ length: 40 }, (_, index) => {
      const draws = [(index % 10) / 10, ((index * 7) % 10) / 10, ((index * 3) % 10) / 10];
      const { answer } = rehearsalAnswer(question, () =>
        draws[0] !== undefined && draws.length > 1 ? (draws.shift() ?? 0) : (draws[0] ?? 0),
      );
      return shareRight(question, { answer, verdict: null });
    });
    expect(shares).toContain(1);
    expect(shares.some((share) => share < 1)).toBe(true);
  });
});
