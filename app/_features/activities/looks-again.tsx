'use client';
/** Reads the page anew when the server's clock has come to a moment at which it says something else. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** So that the moment is over by the server's clock as well, and a class does not ask all at once. */
const AFTER_MS = 300;
const SPREAD_MS = 1_500;
/** Timers of browsers go no further. */
const LONGEST_MS = 2 ** 31 - 1;

/** @param ahead the server's clock when it made the page @param at null: there is none */
export function LooksAgain({ ahead, at }: { ahead: number; at: number | null }) {
  const router = useRouter();
  useEffect(() => {
    if (at === null) return;
    const wait = Math.max(0, at - ahead) + AFTER_MS + Math.random() * SPREAD_MS;
    if (wait > LONGEST_MS) return;
    const timer = setTimeout(() => router.refresh(), wait);
    return () => clearTimeout(timer);
  }, [ahead, at, router]);
  return null;
}
