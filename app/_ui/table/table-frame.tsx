/** The frame of every table of the desk: it scrolls inside it, head and first column stay; on paper it is whole. */
import clsx from 'clsx';
import type { ReactNode, Ref } from 'react';

interface TableFrameProps {
  label: string;
  /** the heads of the columns */
  heads: ReactNode;
  /** the body, or bodies */
  children: ReactNode;
  /** of a table of which only some rows are laid out: how many there are with the head */
  rowCount?: number | undefined;
  /** its cells take the focus themselves: it is gone through by arrow keys */
  grid?: boolean;
  ref?: Ref<HTMLElement>;
}

/** A table in a region that scrolls, by keyboard too. */
export function TableFrame({ label, heads, children, rowCount, grid = false, ref }: TableFrameProps) {
  return (
    <section
      ref={ref}
      aria-label={label}
      // a region that scrolls must be reachable by keyboard
      tabIndex={grid ? undefined : 0}
      className={clsx(
        'max-h-[78dvh] overflow-auto rounded-2 border border-line bg-sheet print:max-h-none print:overflow-visible print:rounded-none',
        // what is laid out anew while one scrolls must not scroll by itself
        rowCount !== undefined && '[overflow-anchor:none]',
      )}
    >
      <table
        role={grid ? 'grid' : undefined}
        aria-label={label}
        aria-rowcount={rowCount}
        className="w-full border-separate border-spacing-0"
      >
        <thead>
          <tr>{heads}</tr>
        </thead>
        {children}
      </table>
    </section>
  );
}

export const HEAD =
  'sticky top-0 z-10 print:static border-line border-b bg-sheet px-3 py-2.5 text-start font-semibold text-[13px] text-ink-2';
export const CELL = 'border-line border-b px-3 py-2 text-[14px]';

/** How a column looks: of its head and its cells. */
export interface ColumnLook {
  head?: string;
  cell?: string;
  /** its cells name their rows */
  names?: boolean;
}

/** What a column's cell is. */
export function TableCell({ look, children }: { look: ColumnLook; children: ReactNode }) {
  const className = clsx(CELL, look.cell);
  return look.names ? (
    <th scope="row" className={clsx('text-start font-normal', className)}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  );
}
