'use client';
/** One student's row of the board: states by sign and word as well as by colour. Drawn anew only when it has changed. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { CellState } from '../../../../domain/board.ts';
import type { BoardQuestion, BoardRow } from '../../../../domain/board-wire.ts';
import { CELL } from '../../../_components/desk/data-table.tsx';
import './board.css';

export const SIGNS: Record<CellState, string> = {
  untouched: '·',
  draft: '✎',
  grading: '…',
  right: '✓',
  partly: '◐',
  wrong: '▲',
  undecided: '?',
  failed: '!',
};

interface StudentRowProps {
  row: BoardRow;
  /** as it is shown */
  name: string;
  /** its place in a table of which only some rows are there, from 1 */
  place: number | undefined;
  questions: readonly BoardQuestion[];
  /** each state in words */
  words: Readonly<Record<CellState, string>>;
  onCell(student: string, question: string): void;
}

export const StudentRow = memo(function StudentRow({ row, name, place, questions, words, onCell }: StudentRowProps) {
  const t = useTranslations('desk.board');
  return (
    <tr data-row={row.id} aria-rowindex={place}>
      <th
        scope="row"
        title={name}
        className={clsx(CELL, 'sticky left-0 max-w-[min(18rem,40vw)] truncate bg-sheet text-left font-normal')}
      >
        {name}
      </th>
      {questions.map(({ id, title, points: max }, at) => {
        const cell = row.cells[at];
        if (cell === undefined) return <td key={id} />;
        const { points, attempts } = cell;
        const state = words[cell.state];
        return (
          <td key={id}>
            <button
              type="button"
              data-state={cell.state}
              title={state}
              aria-label={t('cell', { student: name, question: title, state, points, max, attempts })}
              onClick={() => onCell(row.id, id)}
            >
              {attempts > 0 ? `${SIGNS[cell.state]} ${points}` : SIGNS[cell.state]}
            </button>
          </td>
        );
      })}
      <td className={clsx(CELL, 'bg-sheet text-end font-semibold tabular-nums sm:sticky sm:right-0')}>{row.points}</td>
    </tr>
  );
});
