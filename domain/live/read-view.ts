/** Reads what a player was sent; without the schemas, which pages need not carry. */
import type { PlayerNews, PlayerView, ShownQuestion } from './views.ts';

/**
 * The whole view of what was sent by itself.
 * @param last the question of the last such message on this connection
 * @returns undefined where that one was not heard: the reply to `play` brings all
 */
export function wholeView(news: PlayerNews, last: ShownQuestion | null): PlayerView | undefined {
  const { question } = news;
  if (question === null || !('same' in question)) return { ...news, question };
  return question.id === last?.id ? { ...news, question: last } : undefined;
}

/** The places of an order as `Reveal` writes it, `C → A/B`: the letters that may stand in each. */
export function placesIn(value: string): string[][] {
  return value.split(' → ').map((letters) => letters.split('/'));
}
