'use client';
/**
 * Which rows of the board are laid out. A small one is there as a whole; of a large one the rows around those in sight,
 * and the one that the keyboard is in. What is printed is whole.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Stretch, stretchAround, stretchesOf } from '../../../../domain/shown-rows.ts';

/** With more cells only some rows are laid out. */
const MANY_CELLS = 2400;
/** What the server lays out of those, which knows no window: a look at it, and little for the server to do. */
const AT_FIRST = { from: 0, to: 8 };
/** Until one is measured. */
const ROW_HEIGHT = 45;

interface ShownRows {
  /** some rows only */
  some: boolean;
  stretches: Stretch[];
  rowHeight: number;
}

/** @param rows ids in the order in which they stand; a row bears its own as `data-row` */
export function useShownRows(
  frame: RefObject<HTMLElement | null>,
  rows: readonly string[],
  columns: number,
): ShownRows {
  const [near, setNear] = useState<Stretch>(AT_FIRST);
  const [rowHeight, setRowHeight] = useState(ROW_HEIGHT);
  const [kept, setKept] = useState<string>();
  const [printed, setPrinted] = useState(false);
  const many = rows.length * columns > MANY_CELLS;
  const look = useCallback((): void => {
    const box = frame.current;
    if (box === null) return;
    const height = box.querySelector<HTMLElement>('[data-row]')?.offsetHeight ?? ROW_HEIGHT;
    setRowHeight(height);
    const seen = stretchAround({ top: box.scrollTop, height: box.clientHeight }, height);
    setNear((before) => (before.from === seen.from && before.to === seen.to ? before : seen));
  }, [frame]);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!many || box === null) return;
    const focused = ({ target }: Event): void =>
      setKept(target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined);
    look();
    const resized = new ResizeObserver(look);
    resized.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    box.addEventListener('focusin', focused);
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
      box.removeEventListener('focusin', focused);
    };
  }, [frame, look, many]);
  useEffect(() => {
    const paper = matchMedia('print');
    // what is printed is taken as soon as this returns
    const print = (): void => flushSync(() => setPrinted(true));
    const turned = (): void => (paper.matches ? print() : setPrinted(false));
    const over = (): void => setPrinted(false);
    paper.addEventListener('change', turned);
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', over);
    return () => {
      paper.removeEventListener('change', turned);
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', over);
    };
  }, []);
  const some = many && !printed;
  const all = { from: 0, to: rows.length };
  const keptAt = kept === undefined ? undefined : rows.indexOf(kept);
  return { some, rowHeight, stretches: some ? stretchesOf(rows.length, near, keptAt) : [all] };
}
