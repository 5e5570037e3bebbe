'use client';
/** What somebody has earned in the lesson of a page since the page came: its cards say it, and its head and its map hear it. */
import { useSyncExternalStore } from 'react';

let since = 0;
const hearers = new Set<() => void>();

/** @param points more than the page came with, or less; 0: as it came */
export function sayEarned(points: number): void {
  if (points === since) return;
  since = points;
  for (const hear of hearers) hear();
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Points that are to be added to what the page came with. */
export function useEarned(): number {
  return useSyncExternalStore(
    subscribe,
    () => since,
    () => 0,
  );
}
