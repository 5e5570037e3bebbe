'use client';
/** Before and after: how many of which kind, what is not in it, and every change by student. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { RegradeError } from '../../../domain/judging/regrade.ts';
import type { RegradeView } from '../../../domain/judging/regrade-views.ts';
import { DateTime } from '../../_ui/date-time.tsx';
import { ChangeTable } from './change-table.tsx';
import { KINDS } from './kinds.ts';

type Report = NonNullable<RegradeView['report']>;

export function RegradeReport({ view, report }: { view: RegradeView; report: Report }) {
  const t = useTranslations('desk.regrade');
  const errors = Object.entries(view.progress.errors) as [RegradeError, number][];
  const notes = [
    ...(view.state === 'ready' && view.published > view.version
      ? [t('newer', { published: view.published, version: view.version })]
      : []),
    ...(report.kept > 0 ? [t('kept', { count: report.kept })] : []),
    ...errors.map(([code, count]) => t(`errors.${code}`, { count })),
    ...(view.leftOut > 0 ? [t('leftOut', { count: view.leftOut })] : []),
  ];
  return (
    <>
      {view.appliedAt !== null && (
        <p className="text-[14px] text-good">
          ✓ {t('appliedAt')} <DateTime iso={view.appliedAt} />
        </p>
      )}
      <dl aria-label={t('counts')} className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {(['fewer', 'undecided', 'more', 'other', 'unchanged'] as const).map((kind) => (
          <div
            key={kind}
            className={clsx(
              'grid gap-0.5 rounded-2 px-4 py-3 max-sm:last:col-span-2',
              // colour where there is something to look at
              (report.counts[kind] > 0 ? KINDS[kind] : KINDS.unchanged).box,
            )}
          >
            <dt className="text-[13px]">
              <span aria-hidden>{KINDS[kind].sign}</span> {t(`kind.${kind}`)}
            </dt>
            <dd className="font-semibold text-[24px] tabular-nums leading-tight">{report.counts[kind]}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <ul className="grid gap-1 rounded-[10px] bg-fill px-4 py-3 text-[14px]">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {report.changes.length === 0 ? (
        <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('noChanges')}</p>
      ) : (
        <ChangeTable view={view} changes={report.changes} />
      )}
    </>
  );
}
