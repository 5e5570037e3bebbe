'use client';
/** A regrade, read again every moment while the pool works on it; what is done to it is read back at once. */
import { useState } from 'react';
import type { RegradeView } from '../../../domain/judging/regrade-views.ts';
import { calls } from '../../_client/calls.ts';
import { useRead } from '../../_client/use-read.ts';

const ASK_MS = 700;

export function useRegrade(initial: RegradeView | null) {
  const [id, setId] = useState(initial?.id);
  /** the page leads to another one: that one is shown. One that was begun here is shown before the page knows of it */
  const [asked, setAsked] = useState(initial?.id);
  if (asked !== initial?.id) {
    setAsked(initial?.id);
    setId(initial?.id);
  }
  const { seen, again } = useRead(['regrade', id], () => calls.regrading.read.mutate({ regrade: id ?? '' }), {
    asks: id !== undefined,
    initial: initial === null || initial.id !== id ? undefined : { ok: true, view: initial },
    againMs: (regrade) => (regrade?.view.state === 'grading' ? ASK_MS : undefined),
  });
  const read = async (regrade: string): Promise<void> => {
    if (regrade === id) await again();
    else setId(regrade);
  };
  return { view: seen?.view ?? null, read };
}
