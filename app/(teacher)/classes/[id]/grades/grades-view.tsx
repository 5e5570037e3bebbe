'use client';
/** The grade book: what is done with all of it, the table, and beside it the cell in which one is. */
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { WholeGrades } from '../../../../../domain/activities/gradebook-wire.ts';
import { markOf, roundedPercent } from '../../../../../domain/activities/scale.ts';
import { plainText } from '../../../../../domain/plain-text.ts';
import { useLate } from '../../../../_late/late.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';
import type { CellsAs } from './cell-text.ts';
import { type GradesOrder, GradesTable } from './grades-table.tsx';
import { useCellWords } from './use-cell-words.ts';
import { type FoundCell, useEdits } from './use-edits.tsx';
import { type ShownRow, useGrades } from './use-grades.ts';
import type { CellAt } from './use-grid.ts';
import { useOthers } from './use-others.ts';

const loadPanel = (): Promise<typeof import('./cell-panel.tsx')> => import('./cell-panel.tsx');
const loadWhatCounts = (): Promise<typeof import('./what-counts.tsx')> => import('./what-counts.tsx');

interface GradesViewProps {
  classId: string;
  zone: string | null;
  may: { manage: boolean; grade: boolean };
  initial: WholeGrades;
  /** below the table */
  children: ReactNode;
}

export function GradesView({ classId, zone, may, initial, children }: GradesViewProps) {
  const t = useTranslations('grades');
  const grades = useGrades(classId, initial);
  const { columns, rules, rows, reread } = grades;
  const line = useOthers(classId, reread);
  const words = useCellWords(zone);
  const [as, setAs] = useState<CellsAs>('points');
  const [named, setNamed] = useState(true);
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<GradesOrder>({ by: 'name', down: false });
  const [active, setActive] = useState<CellAt>();
  const [looks, setLooks] = useState<'beside' | 'over'>();
  const [sets, setSets] = useState(false);
  const { part: whatCounts } = useLate(sets ? loadWhatCounts : undefined);
  const { part: cellPanel } = useLate(looks === undefined ? undefined : loadPanel);
  const numbers = useMemo(() => new Map(rows.map(({ id }, at) => [id, at + 1])), [rows]);
  const nameOf = useCallback(
    (row: Pick<ShownRow, 'id' | 'name'>): string =>
      named ? row.name : t('anonymous', { number: numbers.get(row.id) ?? 0 }),
    [named, numbers, t],
  );
  const shown = useMemo(() => shownRows(rows, nameOf, search, order), [rows, nameOf, search, order]);
  const format = useFormatter();
  const percent = (share: number): string => `${format.number(roundedPercent(share), { maximumFractionDigits: 1 })} %`;
  const totalOf = (row: ShownRow): string => {
    const { share, points, maxPoints } = row.total;
    if (share === null) return '·';
    if (rules.gradesAs === 'points') return t('pointsOutOf', { points, max: maxPoints });
    if (rules.gradesAs === 'marks' && rules.scale !== null) return markOf(share, rules.scale) ?? '·';
    return percent(share);
  };
  const longTotal = (row: ShownRow): string => {
    const { share } = row.total;
    return rules.gradesAs === 'marks' && share !== null
      ? t('totalMark', { mark: totalOf(row), percent: percent(share) })
      : totalOf(row);
  };
  const edits = useEdits({ classId, nameOf, reread });
  const found = (at: CellAt | undefined): FoundCell | undefined => {
    const row = rows.find(({ id }) => id === at?.student);
    const place = columns.findIndex(({ id }) => id === at?.activity);
    const [column, cell] = [columns[place], row?.cells[place]];
    return row === undefined || column === undefined || cell === undefined ? undefined : { row, column, cell };
  };
  const look = (): void => setLooks(matchMedia('(min-width: 1280px)').matches ? 'beside' : 'over');
  const opened = looks === undefined ? undefined : found(active);
  const panel = opened && cellPanel && (
    <cellPanel.CellPanel
      key={`${opened.row.id} ${opened.column.id}`}
      classId={classId}
      zone={zone}
      row={opened.row}
      name={nameOf(opened.row)}
      total={longTotal(opened.row)}
      column={opened.column}
      cell={opened.cell}
      rules={rules}
      words={words}
      may={may.grade}
      onPoints={(value, asIs) => edits.points(opened, value, asIs)}
      onExcuse={() => edits.excuse(opened)}
      onChanged={(back) => {
        edits.overridden(opened, back);
        return reread([opened.row.id]);
      }}
    />
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        <span className="text-[14px] text-ink-2">{t('students', { count: rows.length })}</span>
        <span className="flex flex-wrap items-center gap-2 sm:ms-auto print:hidden">
          <input
            type="search"
            aria-label={t('find')}
            placeholder={t('find')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            className="min-h-9 w-44 rounded-[10px] border border-line bg-sheet px-3 text-[14px]"
          />
          <Button size="small" onClick={() => setAs(as === 'points' ? 'percent' : 'points')}>
            {t(as === 'points' ? 'asPercent' : 'asPoints')}
          </Button>
          <Button size="small" onClick={() => setNamed(!named)}>
            {t(named ? 'hideNames' : 'showNames')}
          </Button>
          <ButtonLink size="small" href={`/classes/${classId}/grades/files`} prefetch={false}>
            {t('inAndOut')}
          </ButtonLink>
          {may.manage && (
            <Button size="small" aria-haspopup="dialog" onClick={() => setSets(true)}>
              {t('whatCounts')}
            </Button>
          )}
          {may.manage && (
            <ButtonLink size="small" look="quiet" href={`/classes/${classId}/lessons`} prefetch={false}>
              {t('add')}
            </ButtonLink>
          )}
          <Button size="small" look="quiet" idle={active === undefined} onClick={look}>
            {t('cell')}
          </Button>
        </span>
      </div>
      <p role="status" className="flex min-h-8 flex-wrap items-center gap-3 text-[14px] text-ink-2 print:hidden">
        {edits.said?.of === 'done' && <span>✓ {edits.said.words}</span>}
        {edits.said?.of === 'undone' && <span>↶ {t.rich('undone', { what: () => edits.said?.words })}</span>}
        {edits.said?.of === 'again' && <span>↷ {t.rich('doneAgain', { what: () => edits.said?.words })}</span>}
        {edits.said?.of === 'kept' && <span className="text-wait">▲ {edits.said.words}</span>}
        {edits.may.undo && (
          <Button size="small" look="quiet" onClick={edits.undo}>
            {t('undo')}
          </Button>
        )}
        {edits.may.again && (
          <Button size="small" look="quiet" onClick={edits.again}>
            {t('again')}
          </Button>
        )}
        {edits.error !== undefined && <span className="text-wrong">{edits.error}</span>}
        {line === 'lost' && <span className="text-wait">● {t('stale')}</span>}
      </p>
      {shown.length === 0 ? (
        <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('noneFound')}</p>
      ) : (
        <div className={looks === 'beside' ? 'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_330px]' : undefined}>
          <GradesTable
            classId={classId}
            grades={grades}
            rows={shown}
            order={order}
            onOrder={(by) => setOrder({ by, down: order.by === by ? !order.down : by === 'total' })}
            nameOf={nameOf}
            totalOf={totalOf}
            as={as}
            words={words}
            may={may.grade}
            active={active}
            onActive={setActive}
            onLook={look}
            onPoints={(at, value) => {
              const cell = found(at);
              if (cell !== undefined) void edits.points(cell, value);
            }}
            onExcuse={(at) => {
              const cell = found(at);
              if (cell !== undefined) void edits.excuse(cell);
            }}
            onUndo={edits.undo}
            onAgain={edits.again}
          />
          {looks === 'beside' && panel !== undefined && (
            <aside
              aria-label={t('cell')}
              className="relative max-h-[90dvh] overflow-y-auto rounded-2 border border-line bg-sheet p-4 print:hidden"
            >
              <Button
                size="small"
                look="quiet"
                className="absolute inset-e-2 top-2"
                onClick={() => setLooks(undefined)}
              >
                {t('closeCell')}
              </Button>
              {panel}
            </aside>
          )}
        </div>
      )}
      {children}
      {looks === 'over' && panel !== undefined && (
        <SheetDialog title={t('cell')} onClose={() => setLooks(undefined)}>
          {panel}
        </SheetDialog>
      )}
      {sets && whatCounts !== undefined && (
        <whatCounts.WhatCounts
          classId={classId}
          columns={columns}
          rules={rules}
          rows={rows}
          onClose={() => setSets(false)}
          onSaved={async (back) => {
            setSets(false);
            await reread();
            edits.setUp(back);
          }}
        />
      )}
    </div>
  );
}

/** Those that are looked for, in the order that is wanted. */
function shownRows(
  rows: readonly ShownRow[],
  nameOf: (row: ShownRow) => string,
  search: string,
  { by, down }: GradesOrder,
): readonly ShownRow[] {
  const wanted = plainText(search.trim());
  const found = rows.filter((row) => plainText(nameOf(row)).includes(wanted));
  const share = ({ total }: ShownRow): number => total.share ?? -1;
  const sorted = by === 'name' ? found : found.toSorted((one, other) => share(one) - share(other));
  return down ? sorted.toReversed() : sorted;
}
