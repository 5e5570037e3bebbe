'use client';
/** One player's row. Drawn anew only when it has changed. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { memo, type Ref } from 'react';
import type { PlayerAnswer } from '../../../../../domain/live/report/answers.ts';
import { MARKS, type Mark } from '../../../../../domain/live/report/marks.ts';
import type { NamedRow } from '../../../../../domain/live/report/named.ts';
import type { ReportCell, ReportQuestion } from '../../../../../domain/live/report/report.ts';
import { CELL } from '../../../../_ui/table/table-frame.tsx';
import '../../../classes/[id]/board.css';
import { LOOKS, type Shows, SIGNS } from './signs.ts';

interface ReportRowProps {
  row: NamedRow;
  /** its place in a table of which only some rows are there, from 0 */
  index: number | undefined;
  measure: Ref<HTMLTableRowElement> | undefined;
  questions: readonly ReportQuestion[];
  shows: Shows;
  given: PlayerAnswer['given'] | undefined;
  words: Readonly<Record<Mark, string>>;
  chosen: boolean;
  onCell(player: string, question: string): void;
  onPlayer(id: string): void;
}

export const ReportRowCells = memo(function ReportRowCells(props: ReportRowProps) {
  const { row, index, measure, questions, shows, given, words, chosen, onCell, onPlayer } = props;
  const t = useTranslations('live.report');
  return (
    <tr
      ref={measure}
      data-row={row.player}
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
    >
      <th
        scope="row"
        className={clsx(
          CELL,
          'sticky inset-s-0 max-w-[min(18rem,40vw)] text-start font-normal',
          chosen ? 'bg-violet-soft' : 'bg-sheet',
        )}
      >
        <button
          type="button"
          title={row.name}
          className="inline-block! min-w-0! max-w-full truncate px-0! font-normal! text-[14px]! text-ink! text-start hover:underline"
          onClick={() => onPlayer(row.player)}
        >
          <bdi>{row.name}</bdi>
          {row.excused === true && <span className="ms-2 text-[12.5px] text-ink-3">{t('excusedOne')}</span>}
          {row.alias !== null && (
            <span className="ms-2 text-[12.5px] text-ink-3 max-sm:hidden">
              <bdi>{row.alias}</bdi>
            </span>
          )}
        </button>
      </th>
      {questions.map(({ id, title, points: max }, at) => {
        const cell = row.cells[at];
        if (cell === undefined) return <td key={id} />;
        const mark = MARKS[cell[0]] ?? 'none';
        const first = cell[3] === null ? undefined : MARKS[cell[3]];
        return (
          <td key={id}>
            <button
              type="button"
              data-state={LOOKS[mark]}
              title={words[mark]}
              aria-label={t('cellOf', {
                player: row.name,
                question: title,
                state: words[mark],
                twice: first === undefined ? 'no' : 'yes',
                first: first === undefined ? '' : words[first],
                points: cell[1],
                max,
              })}
              onClick={() => onCell(row.player, id)}
            >
              {first !== undefined && shows === 'points' && <span className="me-1 opacity-70">{SIGNS[first]}→</span>}
              {SIGNS[mark]}
              <Detail shows={shows} mark={mark} cell={cell} max={max} answer={given?.[at]?.text ?? ''} />
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

interface DetailProps {
  shows: Shows;
  mark: Mark;
  cell: ReportCell;
  max: number;
  answer: string;
}

function Detail({ shows, mark, cell: [, points, tookMs], max, answer }: DetailProps) {
  const t = useTranslations('live.report');
  if (shows === 'answers')
    return answer === '' ? null : (
      <span className="ms-1.5 max-w-40 truncate font-normal text-ink">
        <bdi>{answer}</bdi>
      </span>
    );
  if (shows === 'time')
    return tookMs === null ? null : <span className="ms-1.5">{t('seconds', { ms: tookMs / 1000 })}</span>;
  // one point is what a question is worth unless somebody says otherwise: its sign says it
  return max !== 1 && (mark === 'right' || mark === 'partly') ? <span className="ms-1.5">{points}</span> : null;
}
