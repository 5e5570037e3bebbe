'use client';
/** Ctrl + Enter runs, or hands in what cannot be run; with Shift it hands in always. On a Mac the command key does the same. */
import type { KeyboardEvent } from 'react';

interface Shortcuts {
  /** left out: what cannot be run */
  run?: () => void;
  /** whether it may be run now; left out: when it may be handed in */
  runs?: boolean;
  submit(): void;
  ready: boolean;
}

/** For the element that holds the fields, in the capture phase: editors have uses of their own for these keys. */
export function useShortcuts({ run, submit, ready, runs = ready }: Shortcuts): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    // what is said in a card, and asked, is sent by these keys itself, and hands nothing in
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form !== null && form !== event.currentTarget && event.currentTarget.contains(form)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (run !== undefined && !event.shiftKey) {
      if (runs) run();
    } else if (ready) submit();
  };
}
