'use client';
/** One student's row of the board: states by sign and word as well as by colour. Drawn anew only when it has changed. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo, type Ref } from 'react';
import type { CellState } from '../../../../domain/results/board.ts';
import type { BoardQuestion, BoardRow } from '../../../../domain/results/board-wire.ts';
import { CELL } from '../../../_ui/table/table-frame.tsx';
import './board.css';

export const SIGNS: Record<CellState, string> = {
  untouched: '·',
  draft: '✎',
  grading: '…',
  right: '✓',
  partly: '◐',
  wrong: '▲',
  undecided: '?',
  received: '↑',
  failed: '!',
};

interface StudentRowProps {
  row: BoardRow;
  /** as it is shown */
  name: string;
  /** its place in a table of which only some rows are there, from 0 */
  index: number | undefined;
  measure: Ref<HTMLTableRowElement> | undefined;
  questions: readonly BoardQuestion[];
  /** each state in words */
  words: Readonly<Record<CellState, string>>;
  onCell(student: string, question: string): void;
}

export const StudentRow = memo(function StudentRow(props: StudentRowProps) {
  const { row, name, index, measure, questions, words, onCell } = props;
  const t = useTranslations('desk.board');
  return (
    <tr ref={measure} data-row={row.id} data-index={index} aria-rowindex={index === undefined ? undefined : index + 2}>
      <th
        scope="row"
        title={name}
        className={clsx(CELL, 'sticky inset-s-0 max-w-[min(18rem,40vw)] bg-sheet text-start font-normal')}
      >
        <bdi className="block truncate">{name}</bdi>
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
              aria-label={t(max === 0 ? 'cellUnscored' : 'cell', {
                student: name,
                question: title,
                state,
                points,
                max,
                attempts,
              })}
              onClick={() => onCell(row.id, id)}
            >
              {attempts > 0 ? `${SIGNS[cell.state]} ${points}` : SIGNS[cell.state]}
            </button>
          </td>
        );
      })}
      <td className={clsx(CELL, 'bg-sheet text-end font-semibold tabular-nums sm:sticky sm:inset-e-0')}>
        {row.points}
      </td>
    </tr>
  );
});
