'use client';
/** How much was said to one's own work on a lesson, as it came with the page and as it is told meanwhile. */
import { useCallback, useState } from 'react';
import type { RemarkCounts } from '../../../domain/remarks/remark.ts';
import { calls } from '../../_client/calls.ts';
import { useNews } from '../news/use-news.ts';

export interface OwnCounts {
  counts: RemarkCounts;
  /** another one: something was said to a question, or is said otherwise */
  changes: number;
  /** reads how much it is now */
  again(): void;
}

export function useOwnCounts(lessonId: string, first: RemarkCounts): OwnCounts {
  const [counts, setCounts] = useState(first);
  const [changes, setChanges] = useState(0);
  const again = useCallback((): void => {
    void calls.remarks.counts.mutate({ lessonId }).then((told) => {
      if (told.ok) setCounts(told.counts);
    });
  }, [lessonId]);
  useNews(
    'remark',
    ({ lesson }) => {
      if (lesson !== lessonId) return;
      setChanges((before) => before + 1);
      again();
    },
    again,
  );
  return { counts, changes, again };
}
