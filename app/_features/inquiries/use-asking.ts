'use client';
/** How much one has asked in a lesson, as it came with the page and as it is told meanwhile. */
import { useCallback, useState } from 'react';
import type { Asking } from '../../../domain/inquiries/inquiry.ts';
import { calls } from '../../_client/calls.ts';
import { useNews } from '../news/use-news.ts';

export interface AskingNow extends Asking {
  /** another one: something was answered, or is said otherwise */
  changes: number;
  /** reads how much it is now */
  again(): void;
}

export function useAsking(lessonId: string, first: Asking): AskingNow {
  const [counts, setCounts] = useState(first.counts);
  const [changes, setChanges] = useState(0);
  const again = useCallback((): void => {
    void calls.inquiries.counts.mutate({ lessonId }).then((told) => {
      if (told.ok) setCounts(told.counts);
    });
  }, [lessonId]);
  useNews(
    'inquiry',
    ({ lesson }) => {
      if (lesson !== lessonId) return;
      setChanges((before) => before + 1);
      again();
    },
    again,
  );
  return { may: first.may, counts, changes, again };
}
