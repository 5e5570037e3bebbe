import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderedOf, shuffled, writtenOf } from './written-order.ts';

const item = (box: string, text: string) => ({ box, text, notes: [] });

it('shows items in their right order, and writes them as students see them', () => {
  const items = [item('2', 'b'), item('1', 'a'), item('2', 'c'), item('4', 'd')];
  const ordered = orderedOf(items);
  expect(ordered.map(({ text, withBefore }) => [text, withBefore])).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
    ['d', false],
  ]);
  expect(writtenOf(ordered)).toEqual(items);
});

it('never shows the right order after shuffling, and loses nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
      (count, drawn) => {
        const rows = orderedOf(Array.from({ length: count }, (_, at) => item(String(at + 1), `i${at}`)));
        const items = writtenOf(shuffled(rows, () => drawn.next().value ?? 0));
        expect(items.map(({ text }) => text).toSorted()).toEqual(rows.map(({ text }) => text));
        expect(items.map(({ box }) => box)).not.toEqual(rows.map((_, at) => String(at + 1)));
        expect(orderedOf(items).map(({ text }) => text)).toEqual(rows.map(({ text }) => text));
      },
    ),
  );
});
