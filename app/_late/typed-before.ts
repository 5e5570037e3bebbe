'use client';
/** What was typed into a field before the page's scripts had woken up is in the field and nowhere else: it is told once they have. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** @returns what to put on the field */
export function useTypedBefore<E extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onChange: (value: string) => void,
): RefObject<E | null> {
  const field = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page wakes up
  useLayoutEffect(() => {
    const typed = field.current?.value;
    if (typed !== undefined && typed !== value) onChange(typed);
  }, []);
  return field;
}
