'use client';
/** The outbox of the account that looks at a page, as React reads it. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Snapshot } from './kept.ts';
import type { Outbox } from './outbox.ts';
import { outboxOf } from './this-page.ts';

/** Whose page this is, and the server's clock when it made it. */
export interface PageOf {
  user: string;
  now: number;
}

const NOTHING: Snapshot = { entries: [], inFlight: new Set(), lasts: true, savedAt: new Map() };

export function useOutbox({ user, now }: PageOf): { snapshot: Snapshot; outbox(): Outbox } {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock is read once, when the page comes
  const outbox = useCallback(() => outboxOf(user, now), [user]);
  const snapshot = useSyncExternalStore(
    useCallback((changed) => outbox().watch(changed), [outbox]),
    () => outbox().snapshot,
    () => NOTHING,
  );
  return { snapshot, outbox };
}
