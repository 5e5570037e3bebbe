'use client';
/** The tags of a question that is not saved yet: they last in this tab as long as its text is a draft. */
import { useCallback, useEffect, useState } from 'react';

const KEY = 'nabla-first-tags';

/** @param of whose they are, and of which new question: another account in this tab is shown none of them */
export function useFirstTags(of: string): { tags: readonly string[]; put(tags: readonly string[]): void } {
  const [tags, setTags] = useState<readonly string[]>([]);
  const key = `${KEY}:${of}`;
  useEffect(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    if (Array.isArray(kept)) setTags(kept.filter((one) => typeof one === 'string'));
  }, [key]);
  const put = useCallback(
    (next: readonly string[]): void => {
      setTags(next);
      if (next.length === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return { tags, put };
}
