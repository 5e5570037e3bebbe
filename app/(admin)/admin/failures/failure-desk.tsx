'use client';
/** The failures, one a row, each or all to be graded again; read again by itself. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../../server/commands/grade-again.ts';
import { Button } from '../../../_components/button.tsx';
import { DateTime } from '../../../_components/date-time.tsx';
import { CELL, HEAD, TableFrame } from '../../../_components/desk/data-table.tsx';
import { useDeskCommand } from '../../../_components/desk/use-desk-command.ts';
import { post } from '../../../_live/post.ts';

const COLUMNS = ['student', 'lesson', 'question', 'class', 'at', 'reference'] as const;
/** on a phone the rest stands below the name */
const ON_PHONES: readonly (typeof COLUMNS)[number][] = ['student', 'reference'];
const EVERYWHERE = { classId: null, lessonId: null };
/** What is graded again may fail again, and what fails elsewhere comes in: nobody has to reload. */
const ASK_MS = 4000;
/** As many as are read at a time. */
const MOST = 500;

export function FailureDesk({ initial }: { initial: Failure[] }) {
  const t = useTranslations('desk.failures');
  const [failures, setFailures] = useState(initial);
  const [told, setTold] = useState('');
  const { busy, error, send } = useDeskCommand('/api/regrading');
  const read = useCallback(async (): Promise<void> => {
    const found = await post<{ failures: Failure[] }>('/api/regrading/failures', EVERYWHERE);
    if (found.ok) setFailures(found.failures);
  }, []);
  useEffect(() => {
    const timer = setInterval(() => void read(), ASK_MS);
    return () => clearInterval(timer);
  }, [read]);
  const again = async (submission: string | null): Promise<void> => {
    setTold('');
    const done = await send<{ again: number }>('gradeAgain', { ...EVERYWHERE, submission });
    if (done !== undefined) setTold(t('done', { count: done.again }));
    await read();
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {failures.length > 0 && (
          <Button look="first" disabled={busy} onClick={() => void again(null)}>
            {t('allAgain', { count: failures.length })}
          </Button>
        )}
        <span role="status" className="text-[14px] text-good">
          {told}
        </span>
        <span role="alert" className="text-[14px] text-wrong">
          {error}
        </span>
      </div>
      {failures.length === 0 ? (
        <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">✓ {t('none')}</p>
      ) : (
        <TableFrame label={t('title')}>
          <table className="w-full border-separate border-spacing-0">
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className={clsx(
                      HEAD,
                      'whitespace-nowrap',
                      column === 'student' && 'left-0 z-20',
                      !ON_PHONES.includes(column) && 'max-md:hidden',
                    )}
                  >
                    {t(`column.${column}`)}
                  </th>
                ))}
                <th scope="col" className={HEAD}>
                  <span className="sr-only">{t('column.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {failures.map((failure) => (
                <FailureRow
                  key={failure.submission}
                  failure={failure}
                  busy={busy}
                  onAgain={() => void again(failure.submission)}
                />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {failures.length >= MOST && <p className="text-[14px] text-ink-2">{t('more')}</p>}
    </>
  );
}

function FailureRow({ failure, busy, onAgain }: { failure: Failure; busy: boolean; onAgain(): void }) {
  const t = useTranslations('desk.failures');
  const { student, lesson, question, class: of } = failure;
  const history = new URLSearchParams({ lesson: lesson.id, student: failure.userId, question: question.id });
  return (
    <tr>
      <th scope="row" className={clsx(CELL, 'sticky left-0 bg-sheet text-start font-normal')}>
        {of === null ? (
          student
        ) : (
          <Link
            href={`/classes/${of.id}?${history}`}
            prefetch={false}
            className="font-[550] underline decoration-line underline-offset-4 hover:text-violet-ink"
          >
            {student}
          </Link>
        )}
        <span className="mt-0.5 block text-[13px] text-ink-2 md:hidden">
          {lesson.title} · {question.title}
          <span className="block">
            <DateTime iso={failure.at} />
          </span>
        </span>
      </th>
      <td className={clsx(CELL, 'min-w-40 max-md:hidden')}>{lesson.title}</td>
      <td className={clsx(CELL, 'min-w-40 max-md:hidden')}>{question.title}</td>
      <td className={clsx(CELL, 'min-w-32 max-md:hidden')}>{of?.name ?? ''}</td>
      <td className={clsx(CELL, 'whitespace-nowrap max-md:hidden')}>
        <DateTime iso={failure.at} />
      </td>
      <td className={clsx(CELL, 'font-mono text-[13px]')}>{failure.reference ?? ''}</td>
      <td className={clsx(CELL, 'text-end')}>
        <Button
          size="small"
          className="whitespace-nowrap"
          disabled={busy}
          aria-label={t('againOf', { student, question: question.title })}
          onClick={onAgain}
        >
          {t('again')}
        </Button>
      </td>
    </tr>
  );
}
