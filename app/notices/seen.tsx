'use client';
/** What was listed has been seen: the bell counts it no more. What comes meanwhile is read anew, and stays marked while one looks. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { calls } from '../_client/calls.ts';
import { useNews } from '../_features/news/use-news.ts';

/** @param upTo when the newest one was; null: there is none */
export function Seen({ upTo, fresh }: { upTo: string | null; fresh: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (upTo !== null && fresh) void calls.notices.seen.mutate({ upTo });
  }, [upTo, fresh]);
  const again = (): void => router.refresh();
  useNews('notice', again, () => undefined);
  useNews('remark', again, () => undefined);
  useNews('inquiry', again, () => undefined);
  return null;
}
