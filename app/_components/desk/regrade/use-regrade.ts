'use client';
/** A regrade, read again every moment while the pool works on it; what is done to it is read back at once. */
import { useCallback, useEffect, useState } from 'react';
import type { RegradeView } from '../../../../domain/judging/regrade-views.ts';
import { post } from '../../../_live/post.ts';

const ASK_MS = 700;

export function useRegrade(initial: RegradeView | null) {
  const [view, setView] = useState(initial);
  const read = useCallback(async (regrade: string): Promise<void> => {
    const outcome = await post<{ view: RegradeView }>('/api/regrading/read', { regrade });
    if (outcome.ok) setView(outcome.view);
  }, []);
  const waitsFor = view?.state === 'grading' ? view.id : undefined;
  useEffect(() => {
    if (waitsFor === undefined) return;
    const timer = setInterval(() => void read(waitsFor), ASK_MS);
    return () => clearInterval(timer);
  }, [waitsFor, read]);
  return { view, read };
}
