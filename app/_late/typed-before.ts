'use client';
/** What was typed into a field before the page's scripts had woken up is in the field and nowhere else: it is told once they have. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Of several fields, told at once: one after the other would each know nothing of those before.
 * @param values by the names of the fields (`data-field`)
 * @returns what to put around them
 */
export function useAllTypedBefore<E extends HTMLElement>(
  values: Readonly<Record<string, string>>,
  onChange: (typed: Readonly<Record<string, string>>) => void,
): RefObject<E | null> {
  const place = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page wakes up
  useLayoutEffect(() => {
    const fields = place.current?.querySelectorAll<HTMLInputElement>('input[data-field]') ?? [];
    const typed = [...fields].flatMap(({ dataset: { field = '' }, value }) =>
      value === (values[field] ?? '') ? [] : [[field, value] as const],
    );
    if (typed.length > 0) onChange(Object.fromEntries(typed));
  }, []);
  return place;
}

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
