'use client';
/**
 * What would move a page waits while something on it is being pressed: what is told of a field when it is left would else push the
 * button away that somebody has left it for, and the press would be lost.
 */
import { useEffect, useMemo, useRef } from 'react';

export interface Pressed {
  /** something is pressed */
  begin(): void;
  /** does it now, or once what is pressed was let go and has had its click */
  afterwards(act: () => void): void;
}

/** One for a form, whose `onPointerDownCapture` begins it. */
export function usePressed(): Pressed {
  const held = useRef<(() => void)[] | null>(null);
  useEffect(() => {
    const letGo = (): void => {
      // the click comes after it
      setTimeout(() => {
        const acts = held.current ?? [];
        held.current = null;
        for (const act of acts) act();
      });
    };
    for (const event of ['pointerup', 'pointercancel']) addEventListener(event, letGo, true);
    return () => {
      for (const event of ['pointerup', 'pointercancel']) removeEventListener(event, letGo, true);
    };
  }, []);
  return useMemo(
    () => ({
      begin() {
        held.current ??= [];
      },
      afterwards(act) {
        if (held.current === null) act();
        else held.current.push(act);
      },
    }),
    [],
  );
}
