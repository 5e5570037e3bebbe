'use client';
/** The grades of one class as their student sees them; with "what if" each line takes points that are stored nowhere. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, useId, useState } from 'react';
import { totalOf } from '../../../domain/activities/gradebook.ts';
import type { OwnGrade, OwnGrades } from '../../../domain/activities/own-grades.ts';
import { markOf } from '../../../domain/activities/scale.ts';
import { readPoints } from '../../_features/activities/read-points.ts';
import { Button } from '../../_ui/button.tsx';
import { DateTime } from '../../_ui/date-time.tsx';

export function ClassGrades({ of }: { of: OwnGrades }) {
  const t = useTranslations('grades.own');
  /** by activity what is typed; undefined: it is as it is */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>();
  const cells = of.grades.map(({ column, cell }) => {
    const text = typed?.[column.id];
    const wished = text === undefined ? undefined : readPoints(text);
    // with "what if" all points that stand in a field are in the total, those that do not count yet as well
    const counted = cell !== null && (cell.counts || typed !== undefined) ? cell.points : null;
    const points = wished === undefined ? counted : wished;
    return {
      ...{ activityId: column.id, categoryId: column.categoryId, weight: column.weight, points },
      maxPoints: cell?.maxPoints ?? 0,
    };
  });
  const total = totalOf(cells, of.categories);
  const dropped = new Set(total.categories.flatMap((one) => one.dropped));
  const groups = [
    ...of.categories.map(({ id, name, weight }) => ({ id: id as string | null, name, weight })),
    { id: null, name: t('noCategory'), weight: 1 },
  ]
    .map((group) => ({ ...group, lines: of.grades.filter(({ column }) => column.categoryId === group.id) }))
    .filter(({ lines }) => lines.length > 0);
  const isSome = of.categories.length > 0;
  return (
    <section aria-labelledby={of.id} className="scroll-mt-4 overflow-hidden rounded-2 border border-line bg-sheet">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-4">
        <h2 id={of.id} className="font-semibold text-[17px]">
          <bdi>{of.name}</bdi>
        </h2>
        <p role="status" className="ms-auto text-[15px] text-ink-2">
          {total.share === null ? (
            t('totalNone')
          ) : (
            <>
              {t('total')}: <strong className="text-[19px] text-ink tabular-nums">{shownTotal(of, total, t)}</strong>
            </>
          )}
        </p>
        {of.grades.some(({ cell }) => cell !== null && cell.maxPoints > 0) && (
          <Button size="small" aria-pressed={typed !== undefined} onClick={() => setTyped(typed ? undefined : {})}>
            {t(typed === undefined ? 'try' : 'tryStop')}
          </Button>
        )}
      </header>
      {typed !== undefined && <p className="px-5 py-3 text-[14px] text-violet-ink">{t('tryHint')}</p>}
      {of.grades.length === 0 && <p className="px-5 py-5 text-[14px] text-ink-3">{t('nothing')}</p>}
      {groups.map(({ id, name, weight, lines }) => {
        const share = total.categories.find(({ categoryId }) => categoryId === id)?.share ?? null;
        return (
          <section key={id} aria-label={isSome ? name : of.name}>
            {isSome && (
              <h3 className="flex flex-wrap items-baseline gap-x-3 bg-fill px-5 py-2 font-semibold text-[14px]">
                <bdi>{name}</bdi>
                {weight !== 1 && <span className="font-normal text-[13px] text-ink-3">{t('weight', { weight })}</span>}
                {share !== null && <span className="ms-auto tabular-nums">{t('percent', { share })}</span>}
              </h3>
            )}
            <ul className="divide-y divide-line">
              {lines.map((grade) => (
                <Line
                  key={grade.column.id}
                  grade={grade}
                  zone={of.timeZone}
                  isDropped={dropped.has(grade.column.id)}
                  typed={typed?.[grade.column.id]}
                  onType={typed && ((text) => setTyped({ ...typed, [grade.column.id]: text }))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {of.grades.some(({ cell }) => cell === null) && (
        <p className="border-line border-t px-5 py-3 text-[13px] text-ink-3">{t('partial')}</p>
      )}
    </section>
  );
}

function shownTotal(
  { gradesAs, scale }: OwnGrades,
  { share, points, maxPoints }: ReturnType<typeof totalOf>,
  t: ReturnType<typeof useTranslations<'grades.own'>>,
): string {
  if (gradesAs === 'points') return t('of', { points, max: maxPoints });
  const mark = gradesAs === 'marks' && scale !== null ? markOf(share ?? 0, scale) : undefined;
  const percent = t('percent', { share: share ?? 0 });
  return mark === undefined ? percent : `${mark} (${percent})`;
}

interface LineProps {
  grade: OwnGrade;
  zone: string | null;
  isDropped: boolean;
  typed: string | undefined;
  /** undefined: nothing is typed now */
  onType: ((text: string) => void) | undefined;
}

function Line({ grade: { column, cell }, zone, isDropped, typed, onType }: LineProps) {
  const t = useTranslations('grades.own');
  const id = useId();
  const points = cell?.points ?? null;
  const wished = typed === undefined ? null : readPoints(typed);
  const fault =
    wished === undefined ? 'tryNumber' : wished !== null && wished > (cell?.maxPoints ?? 0) ? 'tryMore' : null;
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2 text-[14.5px]">
      <span className="min-w-40 flex-1">
        <bdi className="font-[550]">{column.title}</bdi>
        <span className="block text-[13px] text-ink-3">
          {column.dueAt !== null && <DateTime iso={column.dueAt} form="dated" zone={zone} />}
        </span>
      </span>
      <span className="text-[13px] text-ink-2">
        <Said cell={cell} isDropped={isDropped} of={column} zone={zone} />
      </span>
      {onType !== undefined && cell !== null && cell.maxPoints > 0 ? (
        <label className="flex items-center gap-2 tabular-nums">
          <input
            aria-label={t('tryOf', { title: column.title })}
            inputMode="decimal"
            value={typed ?? (points === null ? '' : String(points))}
            aria-invalid={fault === 'tryNumber'}
            aria-describedby={fault === null ? undefined : id}
            onChange={({ target }) => onType(target.value)}
            className="min-h-9 w-20 rounded-[10px] border border-violet bg-sheet px-2 text-end aria-invalid:border-wrong"
          />
          / {cell.maxPoints}
        </label>
      ) : (
        <span className="min-w-24 text-end font-[550] tabular-nums">
          {cell === null ? (
            <span className="font-normal text-ink-3">{t('untold')}</span>
          ) : points === null ? (
            <span className="font-normal text-ink-3">{t(`state.${cell.state}`)}</span>
          ) : (
            t('of', { points, max: cell.maxPoints })
          )}
        </span>
      )}
      {onType !== undefined && fault !== null && (
        <p
          id={id}
          role={fault === 'tryNumber' ? 'alert' : 'status'}
          className={`w-full text-end text-[13px] ${fault === 'tryNumber' ? 'text-wrong' : 'text-wait'}`}
        >
          {t(fault)}
        </p>
      )}
    </li>
  );
}

interface SaidProps {
  cell: OwnGrade['cell'];
  isDropped: boolean;
  of: OwnGrade['column'];
  zone: string | null;
}

/** Why points are what they are, or do not count. */
function Said({ cell, isDropped, of, zone }: SaidProps) {
  const t = useTranslations('grades.own');
  if (cell === null || cell.points === null) return null;
  const from = cell.state === 'begun' ? fromWhen(cell.until, of.dueAt) : null;
  const said: ReactNode[] = [
    ...(cell.days > 0 ? [`◷ ${t('late', { days: cell.days })}`] : []),
    ...(cell.state === 'missing' || cell.state === 'waits' || cell.state === 'begun' ? [t(`state.${cell.state}`)] : []),
    ...(isDropped ? [t('droppedOne')] : []),
    ...(of.weight === 0
      ? [t('countsNot')]
      : cell.counts
        ? []
        : [
            from === null
              ? t('notYet')
              : t.rich('countsFrom', { time: () => <DateTime iso={from} form="dated" zone={zone} /> }),
          ]),
  ];
  return said.map((one, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they have no state
    <Fragment key={at}>
      {at > 0 && ' · '}
      {one}
    </Fragment>
  ));
}

/** When what is begun counts: its date, or that of this student alone; null: it has none that is known here. */
const fromWhen = (until: number | null, dueAt: string | null): string | null =>
  until === null ? dueAt : new Date(until).toISOString();
