'use client';
/** Comes into a room, or to whatever else a page hears of: where the server could not say yes or no, it is asked again. */
import { useCallback, useEffect, useRef } from 'react';
import type { RefusalCode } from '../../domain/refusal.ts';

/** Not at once by everybody: it is a whole room that was not answered. */
const PAUSE_MS = { least: 1_500, spread: 1_500 };
const UNDECIDED: readonly (RefusalCode | undefined)[] = ['unavailable', 'tooMany', 'storedLater'];

/** Whether asking again may be answered otherwise. */
export const isUndecided = (refused: RefusalCode | undefined): boolean => UNDECIDED.includes(refused);

/**
 * @param come asks once. @returns what for it was refused; undefined: it was not
 * @returns enters, now; also the next try of an earlier call gives way to it
 */
export function useEntrance(come: () => Promise<RefusalCode | undefined>): () => void {
  const latest = useRef(come);
  latest.current = come;
  const newest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      newest.current += 1;
      clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(function enter(): void {
    const mine = ++newest.current;
    clearTimeout(timer.current);
    void latest.current().then((refused) => {
      if (mine !== newest.current || !isUndecided(refused)) return;
      timer.current = setTimeout(enter, PAUSE_MS.least + Math.random() * PAUSE_MS.spread);
    });
  }, []);
}
