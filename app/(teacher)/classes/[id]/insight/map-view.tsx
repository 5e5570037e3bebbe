'use client';
/** A row a misconception, a column a week: how many people showed it. A cell opens who they are, and what they answered. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MapRow, MisreadMap } from '../../../../../domain/insight/misread-map.ts';
import { Reads } from '../../../../_client/reads.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { type PlainColumn, PlainTable } from '../../../../_ui/table/plain-table.tsx';
import { MisreadSheet } from './misread-sheet.tsx';

interface MapViewProps {
  classId: string;
  map: MisreadMap;
  mayGive: boolean;
}

export function MapView({ classId, map, mayGive }: MapViewProps) {
  const t = useTranslations('desk.insight');
  const [open, setOpen] = useState<{ row: MapRow; week: string | null }>();
  const columns: PlainColumn<MapRow>[] = [
    {
      id: 'name',
      title: t('misconception'),
      names: true,
      head: 'sm:inset-s-0 sm:z-20',
      cell: 'min-w-48 bg-sheet sm:sticky sm:inset-s-0',
      show: (row) => (
        <button type="button" className="text-start hover:underline" onClick={() => setOpen({ row, week: null })}>
          <bdi>{row.name}</bdi>
        </button>
      ),
    },
    {
      id: 'people',
      title: t('people'),
      head: 'text-end!',
      cell: 'whitespace-nowrap text-end tabular-nums',
      show: ({ people }) => t('peopleOf', { people, of: map.students }),
    },
    ...map.weeks.map(
      (week, at): PlainColumn<MapRow> => ({
        id: week,
        title: <DateTime iso={`${week}T12:00:00Z`} form="day" zone="UTC" />,
        head: 'text-center! font-normal!',
        cell: 'px-1! text-center tabular-nums',
        show: (row) => (
          <Week count={row.weeks[at] ?? 0} of={map.students} name={row.name} onOpen={() => setOpen({ row, week })} />
        ),
      }),
    ),
  ];
  return (
    <Reads>
      <PlainTable label={t('title')} columns={columns} rows={map.rows} idOf={({ code }) => code} />
      {open !== undefined && (
        <MisreadSheet
          classId={classId}
          of={open.row}
          week={open.week}
          mayGive={mayGive}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Reads>
  );
}

interface WeekProps {
  count: number;
  of: number;
  name: string;
  onOpen(): void;
}

/** The fewer, the paler; the number says it as well. */
function Week({ count, of, name, onOpen }: WeekProps) {
  const t = useTranslations('desk.insight');
  if (count === 0) return <span className="text-ink-3">·</span>;
  const share = Math.round(15 + 45 * Math.min(1, count / Math.max(1, of)));
  return (
    <button
      type="button"
      aria-label={t('cellOf', { name, count })}
      onClick={onOpen}
      className="min-h-8 min-w-11 rounded-[7px] font-[550] text-[14px] text-ink hover:outline-2 hover:outline-line"
      style={{ background: `color-mix(in oklab, var(--wrong-soft), var(--wrong) ${share - 15}%)` }}
    >
      {count}
    </button>
  );
}
