'use client';
/** Ctrl + S saves from wherever one writes, and the browser does not save the page; on a Mac the command key does the same. */
import { useEffect, useRef } from 'react';

/** For the button that saves: what a screen reader tells of its keys. */
export const SAVE_KEYS = 'Control+S Meta+S';

/** @param save undefined: there is nothing to save, and still no page is saved to a file */
export function useSaveKeys(save: (() => void) | undefined): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      // a sheet over the page has a text of its own, which would not be saved
      const isBehind = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      if (!event.repeat && !isBehind) latest.current?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
