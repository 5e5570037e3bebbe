'use client';
/**
 * Which rows of a table are laid out. A small one is there as a whole; of a large one the rows around those in sight,
 * and the one that the keyboard is in. What is printed is whole.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { usePrinting } from './use-printing.ts';

/** With more cells only some rows are laid out. */
const MANY_CELLS = 2400;
/** What the server lays out of those, which knows no window: a look at it, and little for the server to do. */
const AT_FIRST = 8;
/** So many rows above and below those in sight are there already when they come into it. */
const AROUND = 12;
/** Until one is measured. */
const ROW_HEIGHT = 45;

/** A row that is laid out. */
interface RowInSight {
  index: number;
  /** in pixels: the room for those between it and the one before that is laid out */
  gap: number;
}

export interface RowsInSight {
  /** some rows only */
  some: boolean;
  rows: RowInSight[];
  /** the room below the last of them */
  after: number;
  /** for each row that is laid out: it bears its id as `data-row` and its place as `data-index` */
  measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** @param ids of the rows, in the order in which they stand; the same list while it says the same */
export function useRowsInSight(
  frame: RefObject<HTMLElement | null>,
  ids: readonly string[],
  columns: number,
): RowsInSight {
  const [kept, setKept] = useState<string>();
  const [begun, setBegun] = useState(false);
  const printing = usePrinting();
  const many = ids.length * columns > MANY_CELLS;
  const some = many && !printing;
  const keptAt = kept === undefined ? -1 : ids.indexOf(kept);
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const near = begun ? defaultRangeExtractor(range) : first(Math.min(AT_FIRST, range.count));
      return keptAt < 0 || near.includes(keptAt) ? near : [...near, keptAt].sort((a, b) => a - b);
    },
    [begun, keptAt],
  );
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: ids.length,
    enabled: many,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    initialRect: { width: 0, height: AT_FIRST * ROW_HEIGHT },
    overscan: AROUND,
    rangeExtractor,
  });
  useLayoutEffect(() => {
    const box = frame.current;
    if (!many || box === null) return;
    setBegun(true);
    const focused = ({ target }: Event): void =>
      setKept(target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined);
    box.addEventListener('focusin', focused);
    return () => box.removeEventListener('focusin', focused);
  }, [frame, many]);
  if (!some) {
    const rows = first(ids.length).map((index) => ({ index, gap: 0 }));
    return { some, rows, after: 0, measure: undefined };
  }
  const items = virtual.getVirtualItems();
  return {
    some,
    rows: items.map(({ index, start }, at) => ({ index, gap: start - (items[at - 1]?.end ?? 0) })),
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
  };
}

function first(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
