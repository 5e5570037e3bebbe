'use client';
/** Arrow keys between the entries of a matrix: up and down at once, to the sides where the text of an entry ends. */
import { type KeyboardEvent, type RefObject, useEffect } from 'react';

type Way = 'left' | 'right' | 'up' | 'down';
const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** As MathLive calls them; it tells when its own caret cannot go further. */
const OUT: Readonly<Record<string, Way>> = { backward: 'left', forward: 'right', upward: 'up', downward: 'down' };
const MOVED = { left: [0, -1], right: [0, 1], up: [-1, 0], down: [1, 0] } as const;

/** @returns for the grid's keys */
export function useSteps(fields: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const root = fields.current;
    if (root === null) return;
    const out = (event: Event): void => {
      const way = event instanceof CustomEvent ? OUT[String(event.detail?.direction)] : undefined;
      if (way !== undefined && step(root, event.target, way)) event.preventDefault();
    };
    root.addEventListener('move-out', out, true);
    return () => root.removeEventListener('move-out', out, true);
  }, [fields]);
  return (event) => {
    const way = WAYS[event.key];
    const { target } = event;
    if (way === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLInputElement) || fields.current === null || !leaves(target, way)) return;
    if (step(fields.current, target, way)) event.preventDefault();
  };
}

/** Whether the caret of a plain field has nowhere to go. */
function leaves({ selectionStart, selectionEnd, value }: HTMLInputElement, way: Way): boolean {
  if (way === 'up' || way === 'down') return true;
  return selectionStart === selectionEnd && selectionStart === (way === 'left' ? 0 : value.length);
}

/** The entry beside this one takes the focus; false: there is none, or it is none of the entries. */
function step(root: HTMLElement, from: EventTarget | null, way: Way): boolean {
  const cell = from instanceof Element ? from.closest<HTMLElement>('.matrix-cell') : null;
  const [row, column] = (cell?.dataset.field ?? '').split('-').map(Number);
  if (row === undefined || column === undefined) return false;
  const [down, right] = MOVED[way];
  const next = root.querySelector(`[data-field="${row + down}-${column + right}"]`);
  const field = next?.querySelector<HTMLElement>('math-field, input');
  field?.focus();
  return field != null;
}
