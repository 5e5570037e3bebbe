'use client';
/**
 * Whether somebody has come near a part of a page, so that what is large in it is loaded: it is in the window or close to it, and
 * the page has been moved or touched. What stands in a page that has just come is not loaded for somebody who only looks.
 */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** More than a flick of a thumb: so much is loaded ahead of whoever reads on. */
const AHEAD_PX = 600;
const SIGNS = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'focusin'] as const;

/** Whether this page has been moved or touched since it was loaded. */
let begun = false;

/** Calls once the page has been moved or touched; at once where it has been. */
function whenBegun(call: () => void, signal: AbortSignal): void {
  // one may scroll and stand in a field before the page has woken up
  begun ||= scrollY > 0 || document.activeElement !== document.body;
  if (begun) {
    call();
    return;
  }
  const control = new AbortController();
  signal.addEventListener('abort', () => control.abort());
  const begin = (): void => {
    begun = true;
    control.abort();
    call();
  };
  for (const sign of SIGNS)
    window.addEventListener(sign, begin, { capture: true, passive: true, signal: control.signal });
}

/**
 * For a module that is there before the page has woken up, which takes a slow phone seconds.
 * @param load is given the first place that somebody has come near, if there is one, as soon as they have
 */
export function aheadOfWaking<E extends HTMLElement>(places: string, load: (place: E) => Promise<unknown>): void {
  if (typeof document === 'undefined') return;
  whenBegun(() => {
    const near = [...document.querySelectorAll<E>(places)].find((place) => {
      const { top, bottom } = place.getBoundingClientRect();
      return bottom > -AHEAD_PX && top < innerHeight + AHEAD_PX;
    });
    // where it does not come, the part itself asks for it again
    if (near !== undefined) load(near).catch(() => undefined);
  }, new AbortController().signal);
}

/** @returns whether the page has been moved or touched: for what is small on it, and large to load */
export function useBegun(): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    if (is) return;
    const control = new AbortController();
    whenBegun(() => setIs(true), control.signal);
    return () => control.abort();
  }, [is]);
  return is;
}

/** @returns what to put on the part, and whether somebody has come near; once they have, it stays so */
export function useNear<E extends Element>(): { place: RefObject<E | null>; near: boolean } {
  const place = useRef<E>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near) return;
    const control = new AbortController();
    whenBegun(() => {
      const element = place.current;
      if (element === null) return;
      const watch = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
        { rootMargin: `${AHEAD_PX}px` },
      );
      watch.observe(element);
      control.signal.addEventListener('abort', () => watch.disconnect());
    }, control.signal);
    return () => control.abort();
  }, [near]);
  return { place, near };
}
