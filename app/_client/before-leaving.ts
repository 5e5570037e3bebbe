'use client';
/** What a browser asks before a page goes with which something would be lost. */

let asks = true;

/** What follows leaves the page on purpose, to sign in or out: nothing is asked about what is kept. */
export function leaveUnasked(): void {
  asks = false;
  setTimeout(() => (asks = true), 5_000);
}

/**
 * Asks before the page is left while something here would be lost with it.
 * @param risky is anything?
 * @returns asks no more
 */
export function askBeforeLeaving(risky: () => boolean): () => void {
  const leaving = (event: BeforeUnloadEvent): void => {
    if (asks && risky()) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving);
  return () => window.removeEventListener('beforeunload', leaving);
}
