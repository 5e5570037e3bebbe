'use client';
/** Students × questions; states by sign and word as well as by colour; sorted by a click on a head. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BoardCell, CellState } from '../../../../domain/board.ts';
import type { Board } from '../../../../server/commands/board.ts';
import { CELL, HEAD, TableFrame } from '../../../_components/desk/data-table.tsx';

const SIGNS: Record<CellState, { sign: string; tone: string }> = {
  untouched: { sign: '·', tone: 'text-ink-3' },
  draft: { sign: '✎', tone: 'bg-violet-soft text-violet-ink' },
  grading: { sign: '…', tone: 'bg-violet-soft text-violet-ink' },
  right: { sign: '✓', tone: 'bg-good-soft text-good' },
  partly: { sign: '◐', tone: 'bg-wait-soft text-wait' },
  wrong: { sign: '▲', tone: 'bg-wrong-soft text-wrong' },
  undecided: { sign: '?', tone: 'bg-wait-soft text-wait' },
  failed: { sign: '!', tone: 'bg-wait-soft text-wait' },
};

interface BoardTableProps {
  board: Board;
  /** those who are shown */
  students: Board['students'];
  nameOf(studentId: string): string;
  question: string | undefined;
  onQuestion(id: string): void;
  onCell(student: string, question: string): void;
}

type Order = { by: 'name' | 'points'; down: boolean };

export function BoardTable({ board, students: shown, nameOf, question, onQuestion, onCell }: BoardTableProps) {
  const t = useTranslations('desk.board');
  const [order, setOrder] = useState<Order>({ by: 'name', down: false });
  const sign = order.down ? -1 : 1;
  const students = shown.toSorted(
    (a, b) => sign * (order.by === 'points' ? a.points - b.points : a.name.localeCompare(b.name)),
  );
  const turn = (by: Order['by']): void => setOrder({ by, down: order.by === by && !order.down });
  const sortOf = (by: Order['by']) =>
    order.by === by ? (order.down ? ('descending' as const) : ('ascending' as const)) : ('none' as const);
  return (
    <TableFrame label={t('title')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" aria-sort={sortOf('name')} className={clsx(HEAD, 'left-0 z-20')}>
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
                  className="mx-auto block max-w-28 rounded-1 px-1.5 py-0.5 text-balance text-center aria-pressed:bg-violet-soft aria-pressed:text-violet-ink hover:bg-fill"
                >
                  <span className="block whitespace-nowrap text-[12px] text-ink-3">
                    {t(one.role, { number: one.number })}
                  </span>
                  <span className="line-clamp-3">{one.title}</span>
                </button>
              </th>
            ))}
            <th scope="col" aria-sort={sortOf('points')} className={clsx(HEAD, 'text-end!')}>
              <button type="button" onClick={() => turn('points')}>
                {t('points')} {order.by === 'points' && (order.down ? '↓' : '↑')}
              </button>
            </th>
          </tr>
        </thead>
        <tbody>
          {students.map((student) => (
            <tr key={student.id}>
              <th scope="row" className={clsx(CELL, 'sticky left-0 whitespace-nowrap bg-sheet text-left font-normal')}>
                {nameOf(student.id)}
              </th>
              {board.questions.map((one) => (
                <td key={one.id} className={clsx(CELL, 'text-center')}>
                  <Cell
                    cell={student.cells[one.id]}
                    student={nameOf(student.id)}
                    title={one.title}
                    max={one.points}
                    onOpen={() => onCell(student.id, one.id)}
                  />
                </td>
              ))}
              <td className={clsx(CELL, 'text-end font-semibold tabular-nums')}>{student.points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Cell({
  cell,
  student,
  title,
  max,
  onOpen,
}: {
  cell: BoardCell | undefined;
  student: string;
  title: string;
  max: number;
  onOpen(): void;
}) {
  const t = useTranslations('desk.board');
  if (cell === undefined) return null;
  const { sign, tone } = SIGNS[cell.state];
  const state = t(`state.${cell.state}`);
  const graded = cell.attempts > 0;
  return (
    <button
      type="button"
      title={state}
      aria-label={t('cell', { student, question: title, state, points: cell.points, max, attempts: cell.attempts })}
      onClick={onOpen}
      className={clsx(
        'inline-flex min-h-7 min-w-11 items-center justify-center gap-1 rounded-[7px] px-2 font-[550] text-[13.5px] tabular-nums hover:outline-2 hover:outline-line',
        tone,
      )}
    >
      <span aria-hidden>{sign}</span>
      {graded && <span aria-hidden>{cell.points}</span>}
    </button>
  );
}
