/** A table of a few rows that the server prints and nobody sorts: columns as data, and no script at all. */
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type ColumnLook, HEAD, TableCell, TableFrame } from './table-frame.tsx';

export interface PlainColumn<Row> extends ColumnLook {
  id: string;
  title: ReactNode;
  show(row: Row): ReactNode;
}

interface PlainTableProps<Row> {
  label: string;
  columns: readonly PlainColumn<Row>[];
  rows: readonly Row[];
  idOf(row: Row): string;
}

export function PlainTable<Row>({ label, columns, rows, idOf }: PlainTableProps<Row>) {
  const heads = columns.map(({ id, title, head }) => (
    <th key={id} scope="col" className={clsx(HEAD, head)}>
      {title}
    </th>
  ));
  return (
    <TableFrame label={label} heads={heads}>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column) => (
              <TableCell key={column.id} look={column}>
                {column.show(row)}
              </TableCell>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
