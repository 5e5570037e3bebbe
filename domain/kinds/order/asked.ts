/** An order, as everybody knows it. */
import { type AskedKind, USUALLY } from '../asked-kind.ts';

export const order: AskedKind<'order'> = {
  ...USUALLY,
  kind: 'order',
  field: 'order',
  carriesOver: false,
  hasLetters: true,
  asksForMissing: true,
  nothing: { kind: 'order', order: [] },
  hasContent: ({ order }) => order.length > 0,
  text: ({ order }) => order.join(' → '),
  letters: ({ order }) => order,
  lettered: ({ items }) => items,
  namesIn: ({ items }) => items.map(({ letter }) => letter),
  namesOf: ({ order }) => order,
};
