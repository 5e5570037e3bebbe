'use client';
/** Students × what they were given, as a spreadsheet: gone through by arrow keys, and points typed in place. */
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type GradeColumn, meanOf } from '../../../../../domain/activities/gradebook-wire.ts';
import { type DataColumn, DataTable, type TableOrder } from '../../../../_ui/table/data-table.tsx';
import type { CellsAs, CellWords } from './cell-text.ts';
import { ColumnHead, MeanRow } from './column-head.tsx';
import { GradeTableRow } from './grade-row.tsx';
import type { GradesShown, ShownRow } from './use-grades.ts';
import { type CellAt, type GridActs, useGrid } from './use-grid.ts';

export type GradesOrder = TableOrder<'name' | 'total'>;

interface GradesTableProps extends GridActs {
  classId: string;
  grades: GradesShown;
  /** those who are shown, in the order in which they stand */
  rows: readonly ShownRow[];
  order: GradesOrder;
  onOrder(by: 'name' | 'total'): void;
  nameOf(row: ShownRow): string;
  totalOf(row: ShownRow): string;
  as: CellsAs;
  words: CellWords;
  /** points may be changed */
  may: boolean;
  active: CellAt | undefined;
}

export function GradesTable(props: GradesTableProps) {
  const { classId, grades, rows, order, onOrder, nameOf, totalOf, as, words } = props;
  const { columns, rules } = grades;
  const t = useTranslations('grades');
  const ids = useMemo(() => columns.map(({ id }) => id), [columns]);
  const grid = useGrid({ ...props, columns: ids });
  const { at, typing } = grid;
  const firsts = useMemo(() => firstsOf(columns), [columns]);
  const data = useMemo(() => tableColumns(columns), [columns]);
  const head = (id: string) => {
    if (id === 'name' || id === 'total')
      return (
        <button type="button" onClick={() => onOrder(id)}>
          {t(id === 'name' ? 'student' : 'total')} {order.by === id && (order.down ? '↓' : '↑')}
        </button>
      );
    const index = columns.findIndex((one) => one.id === id);
    const column = columns[index];
    const category = rules.categories.find((one) => firsts.has(index) && one.id === column?.categoryId);
    return column && <ColumnHead classId={classId} column={column} category={category} words={words} />;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: these are the keys of the grid inside
    <div
      ref={grid.frame}
      className="min-w-0 [--names:min(13rem,38vw)]"
      onKeyDown={grid.keyed}
      onFocus={({ target }) => grid.onCell(target, 'focus')}
      onClick={({ target }) => grid.onCell(target, 'press')}
      onDoubleClick={grid.edit}
    >
      <DataTable
        grid
        label={t('title')}
        columns={data}
        rows={rows}
        idOf={({ id }) => id}
        head={head}
        order={order}
        longest={{ name: nameOf }}
        bodyClass="grade-cells"
        foot={
          <MeanRow
            label={t('mean')}
            total={meanTotal(rows)}
            means={columns.map((_, index) => meanOf(rows, index))}
            firsts={firsts}
          />
        }
        drawRow={(one, place) => {
          const isHere = rows[at.row]?.id === one.id;
          return (
            <GradeTableRow
              row={one}
              name={nameOf(one)}
              total={totalOf(one)}
              index={place['data-index']}
              measure={place.ref}
              columns={columns}
              firsts={firsts}
              as={as}
              words={words}
              active={isHere ? ids[at.column] : undefined}
              typing={typing?.cell.student === one.id ? typing : undefined}
              onType={grid.onType}
              onTyped={grid.onTyped}
            />
          );
        }}
      />
    </div>
  );
}

function tableColumns(columns: readonly GradeColumn[]): DataColumn<ShownRow>[] {
  return [
    { id: 'name', accessorFn: (_, index) => index, sortFn: 'basic', meta: { head: 'inset-s-0 z-20 align-bottom' } },
    {
      id: 'total',
      accessorFn: ({ total }) => total.share ?? -1,
      sortFn: 'basic',
      meta: { head: 'align-bottom text-center! sm:inset-s-[var(--names)] sm:z-20' },
    },
    ...columns.map(({ id }) => ({ id, meta: { head: 'px-1.5! align-bottom text-center!' } })),
  ];
}

/** Where a category begins. */
const firstsOf = (columns: readonly GradeColumn[]): ReadonlySet<number> =>
  new Set(columns.flatMap(({ categoryId }, at) => (at > 0 && categoryId === columns[at - 1]?.categoryId ? [] : [at])));

function meanTotal(rows: readonly ShownRow[]): number | null {
  const shares = rows.flatMap(({ total }) => (total.share === null ? [] : [total.share]));
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
