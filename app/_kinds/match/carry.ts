/**
 * Carrying an answer to a prompt by mouse: it follows the pointer, and stays where a prompt is below it. A thumb taps instead, so this
 * comes when a mouse is near.
 */

/** A click that trembles is no dragging. */
const STILL_PX = 5;

export interface Carried {
  letter: string;
  /** how far it is from where it was, in px */
  by: { x: number; y: number };
  /** the prompt that is below it */
  over: string | null;
}

/**
 * Begins where the button of the mouse goes down.
 * @param show called with each step, and with null at the end
 * @param drop called with the prompt over which it was let go
 * @returns stops it
 */
export function carry(
  letter: string,
  { pointerId, clientX, clientY }: PointerEvent,
  show: (carried: Carried | null) => void,
  drop: (prompt: string) => void,
): () => void {
  const watched = new AbortController();
  const { signal } = watched;
  let now: Carried | null = null;
  const stop = (): void => {
    watched.abort();
    show(null);
  };
  addEventListener(
    'pointermove',
    (moved) => {
      const by = { x: moved.clientX - clientX, y: moved.clientY - clientY };
      if (moved.pointerId !== pointerId || (now === null && Math.hypot(by.x, by.y) < STILL_PX)) return;
      now = { letter, by, over: promptAt(moved.clientX, moved.clientY) };
      show(now);
    },
    { signal },
  );
  addEventListener(
    'pointerup',
    (up) => {
      if (up.pointerId !== pointerId) return;
      stop();
      if (now?.over != null) drop(now.over);
    },
    { signal },
  );
  addEventListener('pointercancel', stop, { signal });
  addEventListener('keydown', ({ key }) => key === 'Escape' && stop(), { signal });
  return stop;
}

function promptAt(x: number, y: number): string | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-prompt]');
  return place?.dataset.prompt ?? null;
}
