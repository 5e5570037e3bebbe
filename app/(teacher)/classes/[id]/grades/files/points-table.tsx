'use client';
/** The lines of a table with points: who each is about, and what becomes of it. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PointsLine } from '../../../../../../domain/exchange/grades/lines.ts';
import { type PlainColumn, PlainTable } from '../../../../../_ui/table/plain-table.tsx';

const SIGNS = { set: '✓', same: '=', none: '–', bad: '▲', nobody: '▲', excused: '○', excuse: '○', twice: '▲' } as const;

interface PointsTableProps {
  lines: readonly PointsLine[];
  /** points to have; null: nobody says */
  most: number | null;
  /** those of the class */
  students: readonly { id: string; name: string }[];
  /** says whose a line is; null: nobody's that is known */
  onWho(line: PointsLine, userId: string | null): void;
}

export function PointsTable({ lines, most, students, onWho }: PointsTableProps) {
  const t = useTranslations('grades.files');
  const columns: PlainColumn<PointsLine>[] = [
    { id: 'at', title: t('line'), cell: 'text-ink-3 tabular-nums', show: ({ at }) => at },
    { id: 'name', title: t('name'), names: true, show: ({ name, login }) => <bdi>{name || login}</bdi> },
    { id: 'text', title: t('points'), cell: 'tabular-nums', show: ({ text }) => <bdi>{text}</bdi> },
    {
      id: 'state',
      title: t('becomes'),
      show: (line) => {
        const { state, before, by, points, userId, name, login } = line;
        return (
          <span className={clsx(SIGNS[state] === '▲' && 'text-wrong')}>
            {SIGNS[state]} {t(`state.${state}`)}
            {state === 'set' && before !== null && <> {t('before', { points: before })}</>}
            {state === 'set' && points !== null && most !== null && points > most && (
              <span className="text-wait"> {t('beyond', { max: most })}</span>
            )}
            {state === 'set' && by === 'name' && <span className="text-ink-3"> {t('byName')}</span>}
            {(userId === null || by === 'hand') && (
              <select
                aria-label={t('whoOf', { name: name || login })}
                value={userId ?? ''}
                onChange={({ target }) => onWho(line, target.value === '' ? null : target.value)}
                className="ms-2 min-h-8 max-w-44 rounded-[8px] border border-line bg-sheet px-2 text-[13px] text-ink"
              >
                <option value="">{t('whoNobody')}</option>
                {students.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </span>
        );
      },
    },
  ];
  return <PlainTable label={t('lines')} columns={columns} rows={lines} idOf={({ at }) => String(at)} />;
}
