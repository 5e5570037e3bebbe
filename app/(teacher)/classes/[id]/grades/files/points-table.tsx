'use client';
/** The lines of a table with points: who each is about, and what becomes of it. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PointsLine } from '../../../../../../domain/exchange/grades/lines.ts';
import { type PlainColumn, PlainTable } from '../../../../../_ui/table/plain-table.tsx';

const SIGNS = { set: '✓', same: '=', none: '–', bad: '▲', nobody: '▲', excused: '○', twice: '▲' } as const;

export function PointsTable({ lines, most }: { lines: readonly PointsLine[]; most: number | null }) {
  const t = useTranslations('grades.files');
  const columns: PlainColumn<PointsLine>[] = [
    { id: 'at', title: t('line'), cell: 'text-ink-3 tabular-nums', show: ({ at }) => at },
    { id: 'name', title: t('name'), names: true, show: ({ name, login }) => <bdi>{name || login}</bdi> },
    { id: 'text', title: t('points'), cell: 'tabular-nums', show: ({ text }) => <bdi>{text}</bdi> },
    {
      id: 'state',
      title: t('becomes'),
      show: ({ state, before, by, points }) => (
        <span className={clsx(SIGNS[state] === '▲' && 'text-wrong')}>
          {SIGNS[state]} {t(`state.${state}`)}
          {state === 'set' && before !== null && <> {t('before', { points: before })}</>}
          {state === 'set' && points !== null && most !== null && points > most && (
            <span className="text-wait"> {t('beyond', { max: most })}</span>
          )}
          {state === 'set' && by === 'name' && <span className="text-ink-3"> {t('byName')}</span>}
        </span>
      ),
    },
  ];
  return <PlainTable label={t('lines')} columns={columns} rows={lines} idOf={({ at }) => String(at)} />;
}
