'use client';
/** The columns of the table of failures. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { createContext, use } from 'react';
import type { Failure } from '../../../../server/features/regrading/grade-again.ts';
import { Button } from '../../../_ui/button.tsx';
import { DateTime } from '../../../_ui/date-time.tsx';
import type { DataColumn } from '../../../_ui/table/data-table.tsx';

/** What the table is told by its page. */
export const FailureContext = createContext<{ busy: boolean; onAgain(submission: string): void } | undefined>(
  undefined,
);

/** on a phone the rest stands below the name */
const WIDE = 'whitespace-nowrap max-md:hidden';

export const FAILURE_COLUMNS: readonly DataColumn<Failure>[] = [
  {
    id: 'student',
    cell: ({ row }) => <StudentCell failure={row.original} />,
    meta: { names: true, head: 'whitespace-nowrap inset-s-0 z-20', cell: 'sticky inset-s-0 bg-sheet' },
  },
  {
    id: 'lesson',
    cell: ({ row }) => <bdi>{row.original.lesson.title}</bdi>,
    meta: { head: WIDE, cell: 'min-w-40 max-md:hidden' },
  },
  {
    id: 'question',
    cell: ({ row }) => <bdi>{row.original.question.title}</bdi>,
    meta: { head: WIDE, cell: 'min-w-40 max-md:hidden' },
  },
  {
    id: 'class',
    cell: ({ row }) => <bdi>{row.original.class?.name ?? ''}</bdi>,
    meta: { head: WIDE, cell: 'min-w-32 max-md:hidden' },
  },
  { id: 'at', cell: ({ row }) => <DateTime iso={row.original.at} />, meta: { head: WIDE, cell: WIDE } },
  {
    id: 'reference',
    cell: ({ row }) => row.original.reference ?? '',
    meta: { head: 'whitespace-nowrap', cell: 'font-mono text-[13px]' },
  },
  { id: 'actions', cell: ({ row }) => <AgainCell failure={row.original} />, meta: { cell: 'text-end' } },
];

function StudentCell({ failure: { student, lesson, question, class: of, userId, at } }: { failure: Failure }) {
  const history = new URLSearchParams({ lesson: lesson.id, student: userId, question: question.id });
  return (
    <>
      {of === null ? (
        <bdi>{student}</bdi>
      ) : (
        <Link
          href={`/classes/${of.id}?${history}`}
          prefetch={false}
          className="font-[550] underline decoration-line underline-offset-4 hover:text-violet-ink"
        >
          <bdi>{student}</bdi>
        </Link>
      )}
      <span className="mt-0.5 block text-[13px] text-ink-2 md:hidden">
        <bdi>{lesson.title}</bdi> · <bdi>{question.title}</bdi>
        <span className="block">
          <DateTime iso={at} />
        </span>
      </span>
    </>
  );
}

function AgainCell({ failure: { student, question, submission } }: { failure: Failure }) {
  const t = useTranslations('desk.failures');
  const table = use(FailureContext);
  return (
    <Button
      size="small"
      className="whitespace-nowrap"
      disabled={table?.busy}
      aria-label={t('againOf', { student, question: question.title })}
      onClick={() => table?.onAgain(submission)}
    >
      {t('again')}
    </Button>
  );
}
