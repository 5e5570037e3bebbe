'use client';
/** One row a student: how it stands by sign and word, points, lateness, what is different for them, and a way to change that. */
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ResultRow } from '../../../../../_data/activity-results.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { type PlainColumn, PlainTable } from '../../../../../_ui/table/plain-table.tsx';
import { OverrideLine } from './override-line.tsx';
import { OverrideSheet } from './override-sheet.tsx';

const SIGNS = { excused: '○', notOpen: '◔', nothing: '–', missing: '✕', waits: '…', begun: '◐', done: '✓' } as const;

interface ResultsTableProps {
  classId: string;
  activityId: string;
  /** null: it is no lesson or quiz */
  lessonId: string | null;
  rows: readonly ResultRow[];
  timeZone: string | null;
  isTimed: boolean;
  mayChange: boolean;
}

export function ResultsTable(props: ResultsTableProps) {
  const { classId, activityId, lessonId, rows, timeZone, isTimed, mayChange } = props;
  const t = useTranslations('activities.results');
  const router = useRouter();
  const [open, setOpen] = useState<string>();
  const opened = rows.find(({ userId }) => userId === open);
  const columns: PlainColumn<ResultRow>[] = [
    { id: 'student', title: t('student'), names: true, show: ({ name }) => <bdi>{name}</bdi> },
    { id: 'state', title: t('state'), cell: 'whitespace-nowrap', show: (row) => <State row={row} /> },
    {
      id: 'points',
      title: t('points'),
      head: 'text-end!',
      cell: 'whitespace-nowrap text-end tabular-nums',
      show: (row) => <Points row={row} />,
    },
  ];
  const late: PlainColumn<ResultRow> = { id: 'late', title: t('late'), show: (row) => <Late row={row} /> };
  const different: PlainColumn<ResultRow> = {
    id: 'different',
    title: t('different'),
    cell: 'text-[13px] text-ink-2',
    show: ({ override }) => override !== null && <OverrideLine override={override} zone={timeZone} />,
  };
  const change: PlainColumn<ResultRow> = {
    id: 'change',
    title: <span className="sr-only">{t('change')}</span>,
    cell: 'text-end',
    show: ({ userId, name }) => (
      <Button
        size="small"
        look="quiet"
        className="whitespace-nowrap"
        aria-label={t('changeOf', { name })}
        onClick={() => setOpen(userId)}
      >
        {t('change')}
      </Button>
    ),
  };
  return (
    <>
      <PlainTable
        label={t('title')}
        // a column of nothing would push the others out of sight on a phone
        columns={[
          ...columns,
          ...(rows.some(({ days }) => days > 0) ? [late] : []),
          ...(rows.some(({ override }) => override !== null) ? [different] : []),
          ...(mayChange ? [change] : []),
        ]}
        rows={rows}
        idOf={({ userId }) => userId}
      />
      {opened !== undefined && lessonId !== null && (
        <OverrideSheet
          classId={classId}
          activityId={activityId}
          lessonId={lessonId}
          row={opened}
          zone={timeZone}
          isTimed={isTimed}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            router.refresh();
          }}
        />
      )}
    </>
  );
}

function State({ row: { state, handedIn, asked } }: { row: ResultRow }) {
  const t = useTranslations('activities.results');
  return (
    <>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`stateAs.${state}`)}
      {state === 'begun' && <span className="ms-1 text-[13px] text-ink-3">{t('handedIn', { handedIn, asked })}</span>}
    </>
  );
}

function Points({ row: { points, maxPoints, byHand } }: { row: ResultRow }) {
  const t = useTranslations('activities.results');
  return (
    <>
      {points === null ? '–' : t('outOf', { points, max: maxPoints })}
      {byHand && <span className="ms-1 text-[13px] text-ink-3">{t('byHand')}</span>}
    </>
  );
}

function Late({ row: { days, points, earned, byHand } }: { row: ResultRow }) {
  const t = useTranslations('activities.results');
  if (days === 0) return null;
  return (
    <span className="text-[13px]">
      <span className="whitespace-nowrap text-wait">⏱ {t('days', { days })}</span>
      {points !== null && earned !== points && !byHand && (
        <span className="ms-2 text-ink-3">{t('deducted', { earned })}</span>
      )}
    </span>
  );
}
