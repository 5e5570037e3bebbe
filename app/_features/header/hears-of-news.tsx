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
  // what came between the page, with its number, and this, or while a connection was lost, was not heard
  useNews('notice', soon, soon);
  useNews('remark', soon, () => undefined);
  useNews('inquiry', soon, () => undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}
