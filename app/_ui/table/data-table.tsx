'use client';
/**
 * A table of the desk: columns as data, in an order that its heads say, and of many rows those that are in sight. What a
 * cell shows is a component, which may hold state and ask for words: columns are written outside of components.
 */
import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import clsx from 'clsx';
import { type ComponentType, type CSSProperties, Fragment, type ReactNode, type Ref, useMemo, useRef } from 'react';
import { type ColumnLook, HEAD, TableCell, TableFrame } from './table-frame.tsx';
import { useRowsInSight } from './use-rows-in-sight.ts';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
  columnMeta: {} as ColumnLook,
});

/** One with an `accessorFn` can be sorted by; one without cannot. */
export type DataColumn<Row extends RowData> = ColumnDef<typeof features, Row, unknown> & { id: string };

export interface TableOrder<By extends string = string> {
  by: By;
  down: boolean;
}

/** What the `tr` of a row bears that is drawn by hand. */
interface RowPlace {
  'data-row': string;
  'data-index'?: number | undefined;
  /** in a table of which only some rows are there, from 1 */
  'aria-rowindex'?: number | undefined;
  ref?: Ref<HTMLTableRowElement> | undefined;
}

interface DataTableProps<Row extends RowData> {
  label: string;
  /** the same list while it says the same; so are the rows */
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  idOf(row: Row): string;
  /** what the head of a column shows */
  head(column: string): ReactNode;
  order?: TableOrder;
  /** the rows come in this order already; else they are brought into it, and those that are alike by the columns named here */
  ordered?: true | { alike: readonly string[] };
  /** of a column of which not all rows are laid out: its longest text, so that it stays as wide */
  longest?: Readonly<Record<string, (row: Row) => string>>;
  /** around the cells of a row: what they have in common */
  Around?: ComponentType<{ row: Row; children: ReactNode }>;
  /** in place of the columns' cells, where there are so many that a row is drawn anew only when it has changed */
  drawRow?(row: Row, place: RowPlace): ReactNode;
  bodyClass?: string;
  /** its cells take the focus themselves, and it is gone through by arrow keys */
  grid?: boolean;
  /** rows below all others */
  foot?: ReactNode;
}

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, idOf, head, order, ordered = true, longest = {}, Around, drawRow, bodyClass } = props;
  const { grid = false, foot } = props;
  const frame = useRef<HTMLElement>(null);
  const alike = ordered === true ? [] : ordered.alike;
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: idOf,
    manualSorting: ordered === true,
    state: { sorting: order === undefined ? [] : [order.by, ...alike].map((id) => ({ id, desc: order.down })) },
  });
  const model = table.getRowModel().rows;
  const ids = useMemo(() => model.map(({ id }) => id), [model]);
  const sight = useRowsInSight(frame, ids, columns.length);
  const around = (row: Row, key: string, drawn: ReactNode): ReactNode =>
    Around === undefined ? (
      <Fragment key={key}>{drawn}</Fragment>
    ) : (
      <Around key={key} row={row}>
        {drawn}
      </Around>
    );
  const heads = table.getFlatHeaders().map(({ id, column }) => {
    const text = longest[id];
    return (
      <th
        key={id}
        scope="col"
        aria-sort={column.getCanSort() ? sortOf(id, order) : undefined}
        className={clsx(HEAD, column.columnDef.meta?.head)}
        style={sight.some && text !== undefined ? widthFor(rows.map(text)) : undefined}
      >
        {head(id)}
      </th>
    );
  });
  return (
    <TableFrame ref={frame} label={label} heads={heads} grid={grid} rowCount={sight.some ? rows.length + 1 : undefined}>
      <tbody className={bodyClass}>
        {/* one list of rows with names of their own, so that the row in which the focus is stays the same one */}
        {sight.rows.flatMap(({ index, gap }) => {
          const row = model[index];
          if (row === undefined) return [];
          const some = { 'data-index': index, 'aria-rowindex': index + 2, ref: sight.measure };
          const place: RowPlace = { 'data-row': row.id, ...(sight.some ? some : {}) };
          const drawn = drawRow?.(row.original, place) ?? (
            <tr {...place}>
              {row.getAllCells().map((cell) => (
                <TableCell key={cell.id} look={cell.column.columnDef.meta ?? {}}>
                  <table.FlexRender cell={cell} />
                </TableCell>
              ))}
            </tr>
          );
          return [gap > 0 && <Gap key={`before ${row.id}`} height={gap} />, around(row.original, row.id, drawn)];
        })}
        {sight.after > 0 && <Gap key="after" height={sight.after} />}
      </tbody>
      {foot !== undefined && <tfoot>{foot}</tfoot>}
    </TableFrame>
  );
}

function sortOf(column: string, order: TableOrder | undefined): 'ascending' | 'descending' | 'none' {
  if (order?.by !== column) return 'none';
  return order.down ? 'descending' : 'ascending';
}

/** With other rows in sight the columns stay where they are. */
function widthFor(texts: readonly string[]): CSSProperties {
  const letters = Math.min(40, Math.max(0, ...texts.map((text) => text.length)));
  return { minWidth: `min(${letters * 0.62 + 2}em, 18rem, 40vw)` };
}

/** Room for rows that are not laid out. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td className="border-0! p-0!" />
    </tr>
  );
}
