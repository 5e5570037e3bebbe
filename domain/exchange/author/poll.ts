/** Options of which none is right. */
import type { Authored, Shop } from './shop.ts';

export function pollOf(options: readonly string[], several: boolean, shop: Shop): Authored {
  if (shop.item.points !== undefined && shop.item.points > 0) shop.change('open.points');
  return {
    kind: 'open',
    items: options.map((text) => ({ box: ' ', text, notes: [] })),
    attributes: several ? { form: 'several' } : {},
    answer: null,
  };
}
