'use client';
/** Students × questions, sorted by a click on a head. Of a large class only the rows around those in sight are laid out. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { CellState } from '../../../../domain/board.ts';
import type { Board, BoardRow } from '../../../../domain/board-wire.ts';
import { HEAD, TableFrame } from '../../../_components/desk/data-table.tsx';
import { SIGNS, StudentRow } from './board-row.tsx';
import { useShownRows } from './use-shown-rows.ts';

interface BoardTableProps {
  board: Board;
  /** those who are shown */
  students: readonly BoardRow[];
  nameOf(studentId: string): string;
  question: string | undefined;
  onQuestion(id: string): void;
  onCell(student: string, question: string): void;
}

type Order = { by: 'name' | 'points'; down: boolean };

export function BoardTable({ board, students: shown, nameOf, question, onQuestion, onCell }: BoardTableProps) {
  const t = useTranslations('desk.board');
  const [order, setOrder] = useState<Order>({ by: 'name', down: false });
  // they come in the order of their names
  const rising = order.by === 'points' ? shown.toSorted((a, b) => a.points - b.points) : shown;
  const students = order.down ? rising.toReversed() : rising;
  const frame = useRef<HTMLElement>(null);
  const { some, stretches, rowHeight } = useShownRows(
    frame,
    students.map(({ id }) => id),
    board.questions.length,
  );
  const words = useMemo(() => {
    const states = Object.keys(SIGNS) as CellState[];
    return Object.fromEntries(states.map((state) => [state, t(`state.${state}`)])) as Record<CellState, string>;
  }, [t]);
  // with other rows in sight the columns stay where they are
  const longest = some ? Math.min(40, Math.max(...students.map(({ id }) => nameOf(id).length))) : undefined;
  const turn = (by: Order['by']): void => setOrder({ by, down: order.by === by && !order.down });
  const sortOf = (by: Order['by']) =>
    order.by === by ? (order.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const);
  return (
    <TableFrame label={t('title')} ref={frame}>
      <table aria-rowcount={some ? students.length + 1 : undefined} className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th
              scope="col"
              aria-sort={sortOf('name')}
              className={clsx(HEAD, 'left-0 z-20')}
              style={longest === undefined ? undefined : { minWidth: `min(${longest * 0.62 + 2}em, 18rem, 40vw)` }}
            >
              <button type="button" onClick={() => turn('name')}>
                {t('student')} {order.by === 'name' && (order.down ? '↓' : '↑')}
              </button>
            </th>
            {board.questions.map((one) => (
              <th key={one.id} scope="col" className={clsx(HEAD, 'px-1! text-center!')}>
                <button
                  type="button"
                  title={one.title}
                  aria-pressed={question === one.id}
                  onClick={() => onQuestion(one.id)}
                  className="mx-auto block max-w-28 hyphens-auto rounded-1 px-1.5 py-0.5 text-balance text-center aria-pressed:bg-violet-soft aria-pressed:text-violet-ink hover:bg-fill"
                >
                  <span className="block whitespace-nowrap text-[12px] text-ink-3">
                    {t(one.role, { number: one.number })}
                  </span>
                  <span className="line-clamp-3">{one.title}</span>
                </button>
              </th>
            ))}
            <th scope="col" aria-sort={sortOf('points')} className={clsx(HEAD, 'text-end! sm:right-0 sm:z-20')}>
              <button type="button" onClick={() => turn('points')}>
                {t('points')} {order.by === 'points' && (order.down ? '↓' : '↑')}
              </button>
            </th>
          </tr>
        </thead>
        <tbody className="board-cells">
          {stretches.flatMap(({ from, to }, at) => [
            // one list of rows with names of their own, so that the row in which the focus is stays the same one
            <Gap key={`before ${from}`} rows={from - (stretches[at - 1]?.to ?? 0)} height={rowHeight} />,
            ...students
              .slice(from, to)
              .map((student, index) => (
                <StudentRow
                  key={student.id}
                  row={student}
                  name={nameOf(student.id)}
                  place={some ? from + index + 2 : undefined}
                  questions={board.questions}
                  words={words}
                  onCell={onCell}
                />
              )),
          ])}
          <Gap key="after" rows={students.length - (stretches.at(-1)?.to ?? 0)} height={rowHeight} />
        </tbody>
      </table>
    </TableFrame>
  );
}

/** Room for rows that are not laid out. */
function Gap({ rows, height }: { rows: number; height: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden className="board-gap" style={{ height: rows * height }}>
      <td />
    </tr>
  );
}
