'use client';
/** Brings a student to where the teacher has brought the class: once for each time, in this lesson or on the page of another one. */
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { OwnHour } from '../../../domain/class-now/hour.ts';

/** Who opens the page later than this is brought nowhere: the class may have gone on. */
const FRESH_MS = 120_000;
const KEY = 'nabla-brought';
const TYPES_ON_MS = 2_000;

/** @param lessonId the lesson that this page shows; null: another page, which stays */
export function useBrought(own: OwnHour | null, lessonId: string | null): void {
  const router = useRouter();
  const followed = useRef<number>(undefined);
  const place = own?.hour.place ?? null;
  const at = place?.at;
  const ago = own?.placedAgo ?? 0;
  useEffect(() => {
    if (place === null || at === undefined || lessonId === null || followed.current === at) return;
    followed.current = at;
    // in this window once: reloading is no way of being brought again
    if (remembered() >= at || ago > FRESH_MS) return;
    remember(at);
    if (place.lesson === lessonId) bring(place.section);
    else router.push(hrefOf(place));
  }, [place, at, ago, lessonId, router]);
}

/** The address of a place in a lesson. */
export function hrefOf({ path, section }: { path: string; section: string | null }): string {
  return `${path}${section === null ? '' : `#${section}`}`;
}

function bring(section: string | null): void {
  const target = section === null ? document.getElementById('content') : document.getElementById(section);
  if (target === null) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  // whoever reads with a screen reader is there too
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
  // who was typing goes on for a moment: a space would move the page off again
  const still = (event: KeyboardEvent): void => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.preventDefault();
  };
  target.addEventListener('keydown', still);
  setTimeout(() => target.removeEventListener('keydown', still), TYPES_ON_MS);
}

function remembered(): number {
  try {
    return Number(sessionStorage.getItem(KEY) ?? 0);
  } catch {
    // a browser that keeps nothing
    return 0;
  }
}

function remember(at: number): void {
  try {
    sessionStorage.setItem(KEY, String(at));
  } catch {
    // a browser that keeps nothing brings once more after a reload
  }
}
