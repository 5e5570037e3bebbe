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

/**
 * The view to show after `shown`. One that was made just before an answer was stored may come just after its receipt: what is known
 * to be stored of this round stays, since within a round there are only newer answers.
 */
export function nextView(shown: PlayerView | undefined, next: PlayerView): PlayerView {
  const known = shown?.session === next.session ? shown.me.receipt : undefined;
  if (shown === undefined || known === undefined || known === null || known.round !== next.round) return next;
  if (next.me.receipt !== null && next.me.receipt.receivedAt >= known.receivedAt) return next;
  return { ...next, me: { ...next.me, receipt: known } };
}

/** The places of an order as `Reveal` writes it, `C → A/B`: the letters that may stand in each. */
export function placesIn(value: string): string[][] {
  return value.split(' → ').map((letters) => letters.split('/'));
}
