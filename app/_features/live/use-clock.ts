'use client';
/**
 * The server's clock on a device whose own may be wrong: the offset is measured on the socket, and of several round
 * trips the quickest counts. A countdown ticks from it.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { request } from '../../_client/socket.ts';

const TRIES = 4;

export interface ServerClock {
  /** ms since 1970, as the server has it */
  now(): number;
  measure(): Promise<void>;
}

/** The server's time, as far as this page knows it. */
export function useServerClock(): ServerClock {
  const offset = useRef(Date.now() - performance.now());
  // one object for good: a countdown that is given a new one starts over, which renders, which makes a new one
  return useMemo(
    () => ({
      now: () => performance.now() + offset.current,
      async measure() {
        let best = Number.POSITIVE_INFINITY;
        for (let tried = 0; tried < TRIES; tried++) {
          const sent = performance.now();
          const reply = await request('clock', {});
          const trip = performance.now() - sent;
          if (!reply.ok || trip >= best) continue;
          best = trip;
          offset.current = reply.now - (sent + trip / 2);
        }
      },
    }),
    [],
  );
}

/** Whole seconds left until an instant, and the share of the whole time; null where nothing runs. */
export function useCountdown(
  clock: ServerClock,
  opensAt: number | null,
  closesAt: number | null,
  running: boolean,
): { seconds: number; share: number } | null {
  const [left, setLeft] = useState<{ seconds: number; share: number } | null>(null);
  useEffect(() => {
    if (!running || closesAt === null || opensAt === null) {
      setLeft(null);
      return;
    }
    const tick = (): void => {
      const ms = Math.max(0, closesAt - clock.now());
      setLeft({ seconds: Math.ceil(ms / 1000), share: Math.min(1, ms / Math.max(1, closesAt - opensAt)) });
    };
    tick();
    const timer = setInterval(tick, 200);
    return () => clearInterval(timer);
  }, [clock, opensAt, closesAt, running]);
  return left;
}
