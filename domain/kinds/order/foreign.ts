/** `order` for other programs: the items as they belong. */
import { type Leaving, ours } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { WrittenQuestion } from '../../lesson/written/written.ts';
import type { QuestionOf } from '../../question.ts';

export function orderForeign({ items, key: { places } }: QuestionOf<'order'>, written: WrittenQuestion): Leaving {
  const placed = items.map(({ letter }, index) => ({
    text: ours(written.items?.[index]?.text ?? ''),
    place: places[letter] ?? 0,
  }));
  const sorted = placed.toSorted((one, other) => one.place - other.place);
  const equal = new Set(placed.map(({ place }) => place)).size < placed.length;
  return {
    asked: { form: 'sequence', items: sorted.map(({ text }) => text) },
    remarks: equal ? [remark('out.samePlace')] : [],
  };
}
