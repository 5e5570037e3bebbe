/**
 * `order`: a list as students see it; the number in each box is the item's right place. Items with the same number may
 * stand either way. The author shuffles: an order made from the right one by a rule could be undone by a student.
 *
 *     - [2] Multiply it by the learning rate
 *     - [1] Compute the gradient
 *     - [3] Subtract it from the point
 */
import { toString as plainText } from 'mdast-util-to-string';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { spotOf } from '../../lesson/problems.ts';
import { takeBox } from '../common/box.ts';
import type { KindReader } from '../reader.ts';

const LETTERS = 'ABCDEF';
/** The box before an item: its right place. */
const PLACE_BOX = /^\[(\d)\](?:\s+|$)/;

export const orderReader: KindReader<'order'> = {
  attributes: ['points'],
  fences: [],
  box: PLACE_BOX,
  seconds: 60,
  read({ directive, problems, renderer }, fields, key) {
    const written = directive.options?.children ?? [];
    const spot = spotOf(directive.options ?? directive.node);
    if (written.length < 2 || written.length > LETTERS.length) {
      problems.add(spot, 'order.items', { found: written.length, most: LETTERS.length });
      return null;
    }
    const items: { letter: string; html: string }[] = [];
    const places: Record<string, number> = {};
    written.forEach((item, index) => {
      const letter = LETTERS[index] ?? '';
      const { inside, text } = takeBox(item, PLACE_BOX);
      const place = inside === null ? null : Number(inside);
      if (place === null || place > written.length) problems.add(spotOf(item), 'order.box', { most: written.length });
      else places[letter] = place;
      if (plainText({ type: 'root', children: text }).trim() === '') problems.add(spotOf(item), 'order.empty');
      const html = renderer.inlineBlocks(text);
      // which of two that read alike comes first nobody can tell
      const twin = items.find((other) => other.html === html);
      if (html !== '' && twin !== undefined && places[twin.letter] !== place) problems.add(spotOf(item), 'order.twice');
      items.push({ letter, html });
    });
    const used = new Set(Object.values(places));
    if (used.size === 1) problems.add(spot, 'order.noOrder');
    const shown = items.map(({ letter }) => places[letter] ?? 0);
    // the list itself would give the answer away
    if (used.size > 1 && shown.every((place, index) => index === 0 || place >= (shown[index - 1] ?? 0)))
      problems.add(spot, 'order.unshuffled');
    const points = pointsAttribute(directive, problems);
    return { kind: 'order', ...fields, points, items, key: { ...key, places } };
  },
};
