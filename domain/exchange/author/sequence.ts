/** Items in their right order, shown in another one that comes from what they say. */
import { randomFrom } from '../../judging/random.ts';
import type { Asked } from '../foreign.ts';
import { ItemRefused } from '../remark.ts';
import type { Authored, Shop } from './shop.ts';

const MOST_ITEMS = 6;

export function authorSequence({ items }: Extract<Asked, { form: 'sequence' }>, shop: Shop): Authored {
  const right = items.map((item, index) => ({ text: shop.phrase(item), place: index + 1 }));
  if (right.length < 2 || right.length > MOST_ITEMS)
    throw new ItemRefused('sequence.length', { found: right.length, most: MOST_ITEMS });
  if (right.some(({ text }) => text === '')) throw new ItemRefused('sequence.empty');
  const shown = shuffled(right);
  return {
    kind: 'order',
    items: shown.map(({ text, place }) => ({ box: String(place), text, notes: [] })),
    answer: right.map(({ text, place }) => `${place}. ${text.replaceAll('\n', '\n   ')}`).join('\n'),
  };
}

/** The same at each import, and never the right one. */
function shuffled<T extends { text: string; place: number }>(right: readonly T[]): T[] {
  for (let turn = 0; ; turn += 1) {
    const random = randomFrom(`${turn} ${right.map(({ text }) => text).join(' ')}`);
    const made = right
      .map((one) => ({ one, at: random.next() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one);
    if (made.some((one, index) => one.place !== index + 1)) return made;
  }
}
