'use client';
/**
 * Buttons stay under the thumb that pressed one of them: what grows above them (why an option is wrong, a sign beside a field)
 * moves the page along, until somebody moves it themselves.
 */
import { type RefObject, useEffect, useRef } from 'react';

/** Grading takes seconds at most; what comes later moves nothing that is still being pressed. */
const HELD_MS = 8_000;

/** @returns for the press of a button within `buttons` */
export function useSteady(buttons: RefObject<HTMLElement | null>): () => void {
  const release = useRef<() => void>(() => undefined);
  useEffect(() => () => release.current(), []);
  return () => {
    const held = buttons.current;
    release.current();
    if (held === null) return;
    const top = held.getBoundingClientRect().top;
    const watch = new ResizeObserver(() => {
      const by = held.getBoundingClientRect().top - top;
      if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: 'instant' });
    });
    watch.observe(document.body);
    const timer = setTimeout(() => release.current(), HELD_MS);
    const moves = ['wheel', 'touchmove', 'keydown'] as const;
    release.current = () => {
      clearTimeout(timer);
      watch.disconnect();
      for (const name of moves) removeEventListener(name, release.current);
      release.current = () => undefined;
    };
    for (const name of moves) addEventListener(name, release.current, { passive: true });
  };
}
