'use client';
/** Dragging a row of a short list, by thumb, pen or mouse: the row follows, the others make way, and it stays where it is let go. */
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { placeAt, type Row, wayMade } from './moves.ts';

/** So near to the edge of the window the page scrolls along. */
const EDGE_PX = 72;
const SCROLL_PX = 9;

interface Dragged {
  from: number;
  to: number;
  /** how far the row is from where it was, in px */
  by: number;
  rows: Row[];
}

export interface Drag {
  /** the row that is dragged; null: none is */
  from: number | null;
  /** how far a row stands from its place, in px */
  shift(index: number): number;
  /** for the handle of a row */
  begin(index: number, event: ReactPointerEvent): void;
}

/**
 * @param onDrop called where a row was let go in another place
 * @param rowsIn the rows of the list from top to bottom, where they are not its children
 */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
  rowsIn: (list: HTMLElement) => Iterable<Element> = (of) => of.children,
): Drag {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const begin = (from: number, event: ReactPointerEvent): void => {
    if (event.button !== 0 || list.current === null) return;
    event.preventDefault();
    stop.current();
    const rows = [...rowsIn(list.current)].map((child): Row => {
      const { top, height } = child.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
    const { pointerId } = event;
    const start = event.clientY + scrollY;
    let pointer = event.clientY;
    let now: Dragged = { from, to: from, by: 0, rows };
    setDragged(now);
    const follow = (): void => {
      const by = pointer + scrollY - start;
      now = { from, by, rows, to: placeAt(rows, from, by) };
      setDragged(now);
    };
    const move = (moved: PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      pointer = moved.clientY;
      follow();
    };
    let frame = requestAnimationFrame(function along() {
      const step = pointer < EDGE_PX ? -SCROLL_PX : pointer > innerHeight - EDGE_PX ? SCROLL_PX : 0;
      if (step !== 0) {
        scrollBy(0, step);
        follow();
      }
      frame = requestAnimationFrame(along);
    });
    const end = (ended: PointerEvent | KeyboardEvent): void => {
      if ('pointerId' in ended ? ended.pointerId !== pointerId : ended.key !== 'Escape') return;
      stop.current();
      if (ended.type === 'pointerup' && now.to !== from) drop.current(from, now.to);
    };
    stop.current = () => {
      cancelAnimationFrame(frame);
      removeEventListener('pointermove', move);
      for (const name of ['pointerup', 'pointercancel', 'keydown'] as const) removeEventListener(name, end);
      setDragged(null);
      stop.current = () => undefined;
    };
    addEventListener('pointermove', move);
    for (const name of ['pointerup', 'pointercancel', 'keydown'] as const) addEventListener(name, end);
  };
  const way = dragged === null ? [] : wayMade(dragged.rows, dragged.from, dragged.to);
  return {
    from: dragged?.from ?? null,
    shift: (index) => (dragged === null ? 0 : index === dragged.from ? dragged.by : (way[index] ?? 0)),
    begin,
  };
}
