'use client';
/** What students have answered to remarks and nobody of the desk has read or answered: each leads to where it was said. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { NewReply } from '../../../../domain/remarks/remark.ts';
import { withQuery } from '../../../../domain/with-query.ts';
import { calls } from '../../../_client/calls.ts';
import { useRead } from '../../../_client/use-read.ts';
import { useNews } from '../../../_features/news/use-news.ts';
import { BDI } from '../../../_i18n/bdi.tsx';
import { DateTime } from '../../../_ui/date-time.tsx';

interface NewRepliesProps {
  classId: string;
  /** as they came with the page */
  initial: NewReply[];
  /** another one: something was read meanwhile */
  changedBy: unknown;
  nameOf(student: string): string;
}

export function NewReplies({ classId, initial, changedBy, nameOf }: NewRepliesProps) {
  const t = useTranslations('remarks.replies');
  const { seen, again } = useRead(['replies', classId], () => calls.remarks.replies.mutate({ classId }), {
    initial: { ok: true, replies: initial },
    changedBy,
  });
  useNews(
    'remark',
    (news) => {
      if (news.class === classId) void again();
    },
    () => void again(),
  );
  const replies = seen?.replies ?? [];
  if (replies.length === 0) return null;
  return (
    <details className="rounded-[10px] bg-violet-soft px-4 py-2.5 text-[14px] text-violet-ink">
      <summary className="cursor-pointer font-[550]">
        <span role="status">{t('title', { count: replies.length })}</span>
      </summary>
      <ul className="mt-2 grid max-h-72 grid-cols-[minmax(0,1fr)] gap-2 overflow-y-auto">
        {replies.map((reply) => (
          <li key={reply.submissionId} className="grid gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto]">
            <Link
              href={withQuery(`/classes/${classId}`, {
                lesson: reply.lessonId,
                student: reply.studentId,
                question: reply.questionId,
              })}
              prefetch={false}
              className="min-w-0 truncate font-[550] underline underline-offset-2"
            >
              {t.rich('open', { student: nameOf(reply.studentId), question: reply.questionTitle, ...BDI })}
            </Link>
            <DateTime iso={reply.at} />
            <bdi className="min-w-0 truncate text-ink-2 sm:col-span-2">{reply.text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
