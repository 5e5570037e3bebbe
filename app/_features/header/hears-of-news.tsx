'use client';
/** Hears that something is new, and asks how much it is; a moment later, so that many at once are one. */
import { useEffect, useRef } from 'react';
import { calls } from '../../_client/calls.ts';
import { useNews } from '../news/use-news.ts';

const PAUSE_MS = 800;

export function HearsOfNews({ onCount }: { onCount(count: number): void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onCount);
  latest.current = onCount;
  const soon = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void calls.notices.count.mutate({}).then((told) => told.ok && latest.current(told.count)),
      PAUSE_MS,
    );
  };
  // the page came with the number: only what is heard asks, or a connection that was lost and is back
  const wasConnected = useRef(false);
  const back = (): void => {
    if (wasConnected.current) soon();
    wasConnected.current = true;
  };
  useNews('notice', soon, back);
  useNews('remark', soon, () => undefined);
  useNews('inquiry', soon, () => undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}
