'use client';
/** Comes into a room, or to whatever else a page hears of: where the server could not say yes or no, it is asked again. */
import { useCallback, useEffect, useRef } from 'react';
import type { RefusalCode } from '../../../domain/refusal.ts';

/** Not at once by everybody: it is a whole room that was not answered. Each pause is longer than the one before, up to so many times. */
const PAUSE_MS = { least: 1_500, spread: 1_500 };
const LONGEST = 6;
const UNDECIDED: readonly (RefusalCode | undefined)[] = ['unavailable', 'tooMany', 'storedLater'];

/** Whether asking again may be answered otherwise. */
export const isUndecided = (refused: RefusalCode | undefined): boolean => UNDECIDED.includes(refused);

/**
 * @param come asks once, and says what for it was refused; undefined: it was not
 * @returns enters, now; what an earlier call would try again gives way to it
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
  return useCallback((): void => {
    const mine = ++newest.current;
    clearTimeout(timer.current);
    const attempt = async (tried: number): Promise<void> => {
      const refused = await latest.current();
      if (mine !== newest.current || !isUndecided(refused)) return;
      const pause = (PAUSE_MS.least + Math.random() * PAUSE_MS.spread) * Math.min(LONGEST, tried);
      timer.current = setTimeout(() => void attempt(tried + 1), pause);
    };
    void attempt(1);
  }, []);
}
