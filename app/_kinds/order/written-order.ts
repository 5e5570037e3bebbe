/** The items of an order in their right order, for its form; and as they are written: as students see them, with their places. */
import type { WrittenItem } from '../../../domain/lesson/written/written.ts';

/** An item where it belongs. */
export interface Ordered {
  text: string;
  /** its rank in the list that students see */
  shown: number;
  /** it may stand either way with the one before */
  withBefore: boolean;
}

/** @param items as students see them @returns the same in their right order, each with where it is shown */
export function orderedOf(items: readonly WrittenItem[]): Ordered[] {
  const ranked = items.map((item, shown) => ({ ...item, shown, place: Number(item.box ?? items.length) }));
  return ranked
    .toSorted((one, other) => one.place - other.place || one.shown - other.shown)
    .map(({ text, shown, place }, index, all) => ({
      text,
      shown,
      withBefore: index > 0 && all[index - 1]?.place === place,
    }));
}

/** The other way round: as students see them, each with its right place in its box. */
export function writtenOf(ordered: readonly Ordered[]): WrittenItem[] {
  let place = 0;
  const placed = ordered.map((row, index) => {
    if (index === 0 || !row.withBefore) place = index + 1;
    return { ...row, place };
  });
  return placed
    .toSorted((one, other) => one.shown - other.shown)
    .map(({ text, place: at }) => ({ box: String(at), text, notes: [] }));
}

/** The same items, shown in an order drawn at random that is not the right one. @param random 0 … 1, 1 excluded */
export function shuffled(ordered: readonly Ordered[], random: () => number): Ordered[] {
  const ranks = ordered.map((_row, rank) => rank);
  for (let last = ranks.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [ranks[last], ranks[other]] = [ranks[other] ?? 0, ranks[last] ?? 0];
  }
  const shown = ordered.map((row, index) => ({ ...row, shown: ranks[index] ?? index }));
  const places = writtenOf(shown).map(({ box }) => Number(box));
  const isRight = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
  // turned round it is not, unless all of them stand either way
  return isRight ? shown.map((row) => ({ ...row, shown: ordered.length - 1 - row.shown })) : shown;
}
