/**
 * Grades an order by its pairs: a share for each two items that stand the right way round, and a pair the wrong way round
 * takes a share back, never below 0 (max(0, Kendall's τ)). An order at random so earns nothing on average. Items that
 * share a place may stand either way: such a pair does not count.
 */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionOf } from '../../question.ts';
import type { Verdict } from '../../results/verdict.ts';

/** How the pairs stand; a pair of which one item is not placed is neither right nor wrong. */
export interface OrderedPairs {
  right: number;
  wrong: number;
  pairs: number;
}

/** Pairs of items that stand in the right order, and in the wrong one. */
export function countPairs(places: QuestionOf<'order'>['key']['places'], given: readonly string[]): OrderedPairs {
  const letters = Object.keys(places);
  const counted: OrderedPairs = { right: 0, wrong: 0, pairs: 0 };
  letters.forEach((one, index) => {
    for (const other of letters.slice(index + 1)) {
      const wanted = (places[other] ?? 0) - (places[one] ?? 0);
      if (wanted === 0) continue;
      counted.pairs += 1;
      const [first, second] = [given.indexOf(one), given.indexOf(other)];
      if (first < 0 || second < 0) continue;
      if (wanted > 0 === second > first) counted.right += 1;
      else counted.wrong += 1;
    }
  });
  return counted;
}

/** Share of an order that is right, 0 … 1. */
export function orderShare(question: QuestionOf<'order'>, { order }: AnswerOf<'order'>): number {
  const { right, wrong, pairs } = countPairs(question.key.places, order);
  return pairs === 0 ? 0 : Math.max(0, (right - wrong) / pairs);
}

/** A right order: by place, and by letter where items share one. */
export function rightOrder({ places }: QuestionOf<'order'>['key']): string[] {
  return Object.keys(places).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || (a < b ? -1 : 1));
}

/** The right order in letters, `C → A/B`: what is joined by a stroke may stand either way. */
export function orderText(key: QuestionOf<'order'>['key']): string {
  const byPlace = Map.groupBy(rightOrder(key), (letter) => key.places[letter]);
  return [...byPlace.values()].map((letters) => letters.join('/')).join(' → ');
}

/** Grades an order by its pairs; one that is not whole spends no attempt. */
export function gradeOrder(question: QuestionOf<'order'>, answer: AnswerOf<'order'>): Verdict {
  const { items, key, points } = question;
  const signature = answer.order.join('');
  const common = { maxPoints: points, tests: [] };
  if (answer.order.length < items.length) {
    const left = items.length - answer.order.length;
    return {
      outcome: 'invalid',
      result: 'error',
      points: 0,
      ...common,
      feedback: [say('orderUnfinished', { left })],
      signature,
      slips: [],
    };
  }
  const { right, pairs } = countPairs(key.places, answer.order);
  const share = orderShare(question, answer);
  const reversed = right === 0;
  return {
    outcome: 'graded',
    result: share === 1 ? 'pass' : share > 0 ? 'partial' : 'fail',
    // hundredths, as they are shown
    points: Math.round(points * share * 100) / 100,
    ...common,
    feedback: share === 1 ? [] : [reversed ? say('slip.reversed') : say('orderPairs', { right, pairs })],
    signature: share === 1 ? 'pass' : signature,
    slips: reversed ? ['reversed'] : [],
  };
}
