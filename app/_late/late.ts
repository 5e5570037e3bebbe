/**
 * Parts of a page that are loaded when they are needed: an editor, a plot, what reads formulas. The network may go before they
 * came; then they are waited for, as answers are, and the rest of the page stands. (React would take the whole page away.)
 */
import { useEffect, useState } from 'react';

const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** What loads one part: `() => import('…')`. */
export type Load<T> = () => Promise<T>;

/**
 * A part as soon as it can be loaded: tried again by growing pauses, and when the network is back or the page is looked at again.
 * @param onWait called after each try that failed
 * @returns settles with the part; never, once `signal` says that it is not needed any more
 */
export async function whenLoaded<T>(load: Load<T>, signal: AbortSignal, onWait?: () => void): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      const part = await load();
      if (signal.aborted) return new Promise(() => undefined);
      return part;
    } catch (error) {
      if (signal.aborted) return new Promise(() => undefined);
      // a network that is gone, or a fault of ours: whoever looks for the second finds it here
      if (tries === 0) console.warn('A part of this page could not be loaded yet.', error);
      onWait?.();
    }
    await pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0, signal);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', over);
      document.removeEventListener('visibilitychange', over);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    window.addEventListener('online', over);
    document.addEventListener('visibilitychange', over);
    signal.addEventListener('abort', over);
  });
}

/**
 * A part that is shown once it is there.
 * @param load the same function each time, or undefined as long as the part is not needed
 */
export function useLate<T>(load: Load<T> | undefined): { part: T | undefined; waits: boolean } {
  const [state, setState] = useState<{ load: Load<T>; part: T | undefined; waits: boolean } | undefined>(undefined);
  useEffect(() => {
    if (load === undefined) return;
    const needed = new AbortController();
    const put = (part: T | undefined, waits: boolean): void => setState({ load, part, waits });
    void whenLoaded(load, needed.signal, () => put(undefined, true)).then((part) => put(part, false));
    return () => needed.abort();
  }, [load]);
  return load !== undefined && state?.load === load ? state : { part: undefined, waits: false };
}
