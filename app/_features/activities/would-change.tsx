'use client';
/** What a change would change in points, and which of its dates are over: before it is made. */
import { useTranslations } from 'next-intl';
import type { PointsChange } from '../../../domain/activities/told.ts';
import { Button } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';

interface WouldChangeProps {
  changes: readonly PointsChange[];
  /** ISO times */
  past: readonly string[];
  busy: boolean;
  error: string | undefined;
  onBack(): void;
  onDo(): void;
}

export function WouldChange({ changes, past, busy, error, onBack, onDo }: WouldChangeProps) {
  const t = useTranslations('activities.change');
  const end = { head: 'text-end', cell: 'text-end tabular-nums' };
  const said = (points: number | null): string => (points === null ? t('none') : t('points', { points }));
  const columns: PlainColumn<PointsChange>[] = [
    { id: 'student', title: t('student'), names: true, show: ({ name }) => <bdi>{name}</bdi> },
    { id: 'before', title: t('before'), ...end, show: ({ before }) => said(before) },
    {
      id: 'after',
      title: t('after'),
      ...end,
      show: ({ before, after }) =>
        before === null || after === null ? said(after) : `${after < before ? '↓' : '↑'} ${said(after)}`,
    },
  ];
  return (
    <div className="grid gap-4">
      {past.map((iso) => (
        <p key={iso} className="rounded-[10px] border border-wait/50 px-3.5 py-2.5 text-[14.5px] text-wait">
          {t.rich('past', { time: () => <DateTime iso={iso} form="full" /> })}
        </p>
      ))}
      {changes.length > 0 && (
        <>
          <h3 className="font-semibold text-[15px]">{t('title', { count: changes.length })}</h3>
          <PlainTable
            label={t('title', { count: changes.length })}
            columns={columns}
            rows={changes}
            idOf={({ id }) => id}
          />
        </>
      )}
      <p className="flex flex-wrap items-center gap-3">
        <Button look="first" idle={busy} onClick={onDo}>
          {t('do')}
        </Button>
        <Button idle={busy} onClick={onBack}>
          {t('back')}
        </Button>
        <span role="alert" className="text-[14px] text-wrong empty:hidden">
          {error}
        </span>
      </p>
    </div>
  );
}
