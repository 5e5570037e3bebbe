'use client';
/** One stop of the Tab key for a row of buttons: arrows go along it, Home and End to its ends. */
import { type KeyboardEvent, useState } from 'react';

interface Stop {
  tabIndex: number;
  onFocus(): void;
}

interface Roving {
  /** for the row, in the order in which its buttons stand */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  /** for a button of it, by its place */
  stop(place: number): Stop;
}

export function useRoving(): Roving {
  const [at, setAt] = useState(0);
  return {
    onKeyDown(event) {
      const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
      const now = buttons.findIndex((one) => one.matches(':focus'));
      const onward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const back = onward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
      const to = { [onward]: now + 1, [back]: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (now < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      buttons[(to + buttons.length) % buttons.length]?.focus();
    },
    stop: (place) => ({ tabIndex: place === at ? 0 : -1, onFocus: () => setAt(place) }),
  };
}
