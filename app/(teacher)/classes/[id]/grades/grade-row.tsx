'use client';
/** One student's row of the grade book. Drawn anew only when it has changed, or the focus comes or goes. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, type Ref, useLayoutEffect, useRef } from 'react';
import type { GradeColumn } from '../../../../../domain/activities/gradebook-wire.ts';
import { CELL } from '../../../../_ui/table/table-frame.tsx';
import { type CellsAs, type CellWords, cellSaid, cellText } from './cell-text.ts';
import type { Typed, Typing } from './typing.ts';
import type { ShownRow } from './use-grades.ts';
import type { CellAt } from './use-grid.ts';
import './grades.css';

interface GradeRowProps {
  row: ShownRow;
  name: string;
  /** as a class shows totals */
  total: string;
  index: number | undefined;
  measure: Ref<HTMLTableRowElement> | undefined;
  columns: readonly GradeColumn[];
  /** where a category begins */
  firsts: ReadonlySet<number>;
  as: CellsAs;
  words: CellWords;
  /** the activity by which the keyboard comes in, or in which it is; undefined: none of this row */
  active: string | undefined;
  typing: (Typing & { cell: CellAt }) | undefined;
  onType(text: string): void;
  onTyped(how: Typed): void;
}

export const GradeTableRow = memo(function GradeTableRow(props: GradeRowProps) {
  const { row, name, total, index, measure, columns, firsts, as, words, active, typing } = props;
  const { onType, onTyped } = props;
  return (
    <tr ref={measure} data-row={row.id} data-index={index} aria-rowindex={index === undefined ? undefined : index + 2}>
      <th
        scope="row"
        title={name}
        className={clsx(
          CELL,
          'sticky inset-s-0 z-[5] w-52 min-w-36 max-w-[min(14rem,38vw)] bg-sheet text-start font-normal',
        )}
      >
        <bdi className="block truncate">{name}</bdi>
      </th>
      <td className="bg-sheet font-semibold sm:sticky sm:inset-s-[var(--names)]">{total}</td>
      {columns.map(({ id, title }, at) => {
        const cell = row.cells[at];
        if (cell === undefined) return <td key={id} />;
        const isDropped = row.dropped.has(id);
        const isTyped = typing?.cell.activity === id;
        return (
          <td
            key={id}
            data-activity={id}
            data-state={cell.state}
            data-first={firsts.has(at) ? '' : undefined}
            data-late={cell.days > 0 && cell.points !== null ? '' : undefined}
            data-until={cell.points === null && cell.until !== null && cell.state !== 'excused' ? '' : undefined}
            data-dropped={isDropped ? '' : undefined}
            tabIndex={id === active ? 0 : -1}
            aria-label={isTyped ? undefined : cellSaid(cell, isDropped, words)}
          >
            {isTyped ? (
              <PointsInput typing={typing} name={name} title={title} onType={onType} onTyped={onTyped} />
            ) : (
              <span aria-hidden>{cellText(cell, as, words)}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
});

interface PointsInputProps {
  typing: Typing;
  name: string;
  title: string;
  onType(text: string): void;
  onTyped: GradeRowProps['onTyped'];
}

function PointsInput({ typing, name, title, onType, onTyped }: PointsInputProps) {
  const t = useTranslations('grades');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const keyed = (event: KeyboardEvent): void => {
    // what is typed moves in the field, and not in the table
    event.stopPropagation();
    if (event.key === 'Escape') onTyped('back');
    if (event.key === 'Enter') onTyped('down');
    if (event.key !== 'Tab') return;
    event.preventDefault();
    onTyped(event.shiftKey ? 'left' : 'right');
  };
  return (
    <>
      <input
        ref={field}
        inputMode="decimal"
        aria-label={t('typedFor', { name, title })}
        aria-invalid={typing.bad}
        value={typing.text}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={keyed}
        onBlur={() => onTyped('stay')}
      />
      {typing.bad && (
        <span role="alert" className="absolute z-30 mt-8 rounded-1 bg-wrong-soft px-2 py-1 text-[12.5px] text-wrong">
          {t('badPoints')}
        </span>
      )}
    </>
  );
}
