'use client';
/** The failures, one a row, each or all to be graded again; read again by itself. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Failure } from '../../../../server/features/regrading/grade-again.ts';
import { calls } from '../../../_client/calls.ts';
import { useCommand } from '../../../_client/use-command.ts';
import { useRead } from '../../../_client/use-read.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable } from '../../../_ui/table/data-table.tsx';
import { FAILURE_COLUMNS, FailureContext } from './failure-cells.tsx';

const COLUMNS = ['student', 'lesson', 'question', 'class', 'at', 'reference'] as const;
const LONGEST = { student: (failure: Failure) => failure.student };
const EVERYWHERE = { classId: null, lessonId: null };
/** What is graded again may fail again, and what fails elsewhere comes in: nobody has to reload. */
const ASK_MS = 4000;
/** As many as are read at a time. */
const MOST = 500;

export function FailurePanel({ initial }: { initial: Failure[] }) {
  const t = useTranslations('desk.failures');
  const [told, setTold] = useState('');
  const { busy, error, send } = useCommand();
  const read = useRead(['failures'], () => calls.regrading.failures.mutate(EVERYWHERE), {
    initial: { ok: true, failures: initial },
    againMs: () => ASK_MS,
  });
  const failures = read.seen?.failures ?? initial;
  const again = async (submission: string | null): Promise<void> => {
    setTold('');
    const done = await send('regrading.gradeAgain', { ...EVERYWHERE, submission });
    if (done !== undefined) setTold(t('done', { count: done.again }));
    await read.again();
  };
  const head = (id: string) => {
    const column = COLUMNS.find((one) => one === id);
    return column === undefined ? <span className="sr-only">{t('column.actions')}</span> : t(`column.${column}`);
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
        <FailureContext value={{ busy, onAgain: (submission) => void again(submission) }}>
          <DataTable
            label={t('title')}
            columns={FAILURE_COLUMNS}
            rows={failures}
            idOf={({ submission }) => submission}
            head={head}
            longest={LONGEST}
          />
        </FailureContext>
      )}
      {failures.length >= MOST && <p className="text-[14px] text-ink-2">{t('more')}</p>}
    </>
  );
}
