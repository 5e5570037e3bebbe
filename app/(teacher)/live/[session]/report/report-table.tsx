'use client';
/** Players × questions: how each answer stands by sign and word as well as by colour; what was answered, or how long it took. */
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { PlayerAnswer } from '../../../../../domain/live/report/answers.ts';
import { MARKS, type Mark } from '../../../../../domain/live/report/marks.ts';
import type { NamedReport, NamedRow } from '../../../../../domain/live/report/named.ts';
import type { ReportQuestion } from '../../../../../domain/live/report/report.ts';
import { type DataColumn, DataTable, type TableOrder } from '../../../../_ui/table/data-table.tsx';
import { ReportRowCells } from './report-row.tsx';
import type { Shows } from './signs.ts';

interface ReportTableProps {
  report: NamedReport;
  shows: Shows;
  /** undefined: not read */
  answers: readonly PlayerAnswer[] | undefined;
  question: string | undefined;
  player: string | undefined;
  onQuestion(id: string): void;
  onCell(player: string, question: string): void;
  onPlayer(id: string): void;
}

const SORTED = ['name', 'points'] as const;
const ORDERED = { alike: ['name'] };
const QUESTION = 'question ';

export function ReportTable(props: ReportTableProps) {
  const { report, shows, answers, question, player, onQuestion, onCell, onPlayer } = props;
  const t = useTranslations('live.report');
  const [order, setOrder] = useState<TableOrder>({ by: 'name', down: false });
  const { questions, rows } = report;
  const columns = useMemo(() => columnsOf(questions), [questions]);
  const words = useMemo(
    () => Object.fromEntries(MARKS.map((mark) => [mark, t(`mark.${mark}`)])) as Record<Mark, string>,
    [t],
  );
  const given = useMemo(() => new Map((answers ?? []).map((one) => [one.player, one.given])), [answers]);
  const turn = (by: string): void => setOrder({ by, down: order.by === by ? !order.down : by === 'points' });
  const head = (id: string) => {
    const by = SORTED.find((one) => one === id);
    if (by !== undefined)
      return (
        <button type="button" onClick={() => turn(by)}>
          {t(by === 'name' ? 'player' : 'points')} {order.by === by && (order.down ? '↓' : '↑')}
        </button>
      );
    const one = questions.find((of) => `${QUESTION}${of.id}` === id);
    return one && <QuestionHead question={one} chosen={question === one.id} onQuestion={onQuestion} />;
  };
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      idOf={({ player: id }) => id}
      head={head}
      order={order}
      ordered={ORDERED}
      longest={{ name: ({ name }) => name }}
      bodyClass="board-cells"
      drawRow={(row, place) => (
        <ReportRowCells
          row={row}
          index={place['data-index']}
          measure={place.ref}
          questions={questions}
          shows={shows}
          given={given.get(row.player)}
          words={words}
          chosen={player === row.player}
          onCell={onCell}
          onPlayer={onPlayer}
        />
      )}
    />
  );
}

function columnsOf(questions: readonly ReportQuestion[]): DataColumn<NamedRow>[] {
  return [
    { id: 'name', accessorFn: (_, index) => index, sortFn: 'basic', meta: { head: 'inset-s-0 z-20 align-bottom' } },
    ...questions.map(({ id }) => ({ id: `${QUESTION}${id}`, meta: { head: 'px-1! text-center! align-bottom' } })),
    {
      id: 'points',
      accessorFn: ({ points }) => points,
      sortFn: 'basic',
      meta: { head: 'text-end! align-bottom sm:inset-e-0 sm:z-20' },
    },
  ];
}

interface QuestionHeadProps {
  question: ReportQuestion;
  chosen: boolean;
  onQuestion(id: string): void;
}

function QuestionHead({ question, chosen, onQuestion }: QuestionHeadProps) {
  const t = useTranslations('live.report');
  const { id, number, title, share, skipped, points } = question;
  return (
    <button
      type="button"
      title={title}
      aria-pressed={chosen}
      onClick={() => onQuestion(id)}
      className="group mx-auto grid min-w-14 max-w-28 justify-items-center gap-1 rounded-1 px-1.5 py-1 text-center aria-pressed:bg-violet-soft aria-pressed:text-violet-ink hover:bg-fill"
    >
      {share !== null && (
        <span aria-hidden className="flex h-9 items-end print:hidden">
          <span
            className="block min-h-0.5 w-6 rounded-t-[3px] bg-violet opacity-45 group-aria-pressed:opacity-100"
            style={{ height: `${Math.round(100 * share)}%` }}
          />
        </span>
      )}
      <span className="whitespace-nowrap tabular-nums">
        {share === null
          ? t(skipped ? 'skippedShort' : points === 0 ? 'unmeasured' : 'nobodyAnswered')
          : t('share', { share })}
      </span>
      <span className="line-clamp-2 text-balance font-normal text-[12px] text-ink-2">
        {t.rich('numbered', { number, title, bdi: (words) => <bdi>{words}</bdi> })}
      </span>
    </button>
  );
}
