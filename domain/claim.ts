/**
 * Times that a device claims. A page reckons them in the server's clock; they are told, and of two drafts they say which is
 * the newer, but nothing is judged by them: what is received late is late.
 */

/** Clocks drift apart by this much before a claim is no claim any more. */
const DRIFT_MS = 60_000;
/** Nobody's answer waits on a device for longer than this. */
const OLDEST_MS = 400 * 24 * 3_600_000;

/** A claim that can be believed, never later than the receipt; null where it is absurd. Both in ms since 1970. */
export function believed(claim: number | undefined, received: number): number | null {
  if (claim === undefined || !Number.isFinite(claim)) return null;
  if (claim > received + DRIFT_MS || claim < received - OLDEST_MS) return null;
  return Math.min(Math.round(claim), received);
}

/** Between claim and receipt lies more than a moment: worth telling. */
export const TOLD_AFTER_MS = 60_000;
