// @vitest-environment happy-dom
/** What grows above a button that was pressed does not take it away from under the thumb. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useSteady } from './use-steady.ts';

/** Where the buttons stand in the window, and how far the page has been moved along. */
let [top, moved] = [0, 0];
let grown: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  [top, moved, grown] = [500, 0, undefined];
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, top - moved));
  vi.stubGlobal('scrollBy', ({ top: by }: { top: number }) => {
    moved += by;
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        grown = tell;
      }
      observe(): void {}
      disconnect(): void {
        grown = undefined;
      }
    },
  );
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function Foot() {
  const buttons = useRef<HTMLDivElement>(null);
  const hold = useSteady(buttons);
  return (
    <div ref={buttons}>
      <button type="button" onClick={hold}>
        Submit
      </button>
    </div>
  );
}
function pressed(): void {
  render(<Foot />);
  fireEvent.click(screen.getByRole('button'));
}
const grow = (by: number): void => {
  top += by;
  grown?.();
};

it('moves the page along by as much as grew, and back', () => {
  pressed();
  grow(120);
  grow(30);
  expect(moved).toBe(150);
  grow(-150);
  expect(moved).toBe(0);
});

it.each(['wheel', 'touchmove', 'keydown'])('leaves the page to who moves it: %s', (event) => {
  pressed();
  dispatchEvent(new Event(event));
  grow(120);
  expect(moved).toBe(0);
});

it('holds for a while only, and not once the question is gone', () => {
  pressed();
  vi.advanceTimersByTime(8_001);
  grow(120);
  cleanup();
  pressed();
  cleanup();
  grow(120);
  expect(moved).toBe(0);
});
