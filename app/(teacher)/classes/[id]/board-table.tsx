'use client';
/** Students × questions, sorted by a click on a head. Of a large class only the rows around those in sight are laid out. */
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { CellState } from '../../../../domain/results/board.ts';
import type { Board, BoardQuestion, BoardRow } from '../../../../domain/results/board-wire.ts';
import { type DataColumn, DataTable, type TableOrder } from '../../../_ui/table/data-table.tsx';
import { SIGNS, StudentRow } from './board-row.tsx';

interface BoardTableProps {
  board: Board;
  /** those who are shown */
  students: readonly BoardRow[];
  nameOf(studentId: string): string;
  question: string | undefined;
  onQuestion(id: string): void;
  onCell(student: string, question: string): void;
}

const SORTED = ['name', 'points'] as const;
/** they come in the order of their names, and stay in it where points are the same */
const ORDERED = { alike: ['name'] };
/** before the id of a question, which may be called like another column */
const QUESTION = 'question ';

export function BoardTable({ board, students, nameOf, question, onQuestion, onCell }: BoardTableProps) {
  const t = useTranslations('desk.board');
  const [order, setOrder] = useState<TableOrder>({ by: 'name', down: false });
  const columns = useMemo(() => columnsOf(board.questions), [board.questions]);
  const words = useMemo(() => {
    const states = Object.keys(SIGNS) as CellState[];
    return Object.fromEntries(states.map((state) => [state, t(`state.${state}`)])) as Record<CellState, string>;
  }, [t]);
  const turn = (by: string): void => setOrder({ by, down: order.by === by && !order.down });
  const head = (id: string) => {
    const by = SORTED.find((one) => one === id);
    if (by !== undefined)
      return (
        <button type="button" onClick={() => turn(by)}>
          {t(by === 'name' ? 'student' : by)} {order.by === by && (order.down ? '↓' : '↑')}
        </button>
      );
    const one = board.questions.find((of) => `${QUESTION}${of.id}` === id);
    return one && <QuestionHead question={one} chosen={question === one.id} onQuestion={onQuestion} />;
  };
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={students}
      idOf={({ id }) => id}
      head={head}
      order={order}
      ordered={ORDERED}
      longest={{ name: ({ id }) => nameOf(id) }}
      bodyClass="board-cells"
      drawRow={(student, place) => (
        <StudentRow
          row={student}
          name={nameOf(student.id)}
          index={place['data-index']}
          measure={place.ref}
          questions={board.questions}
          words={words}
          onCell={onCell}
        />
      )}
    />
  );
}

function columnsOf(questions: readonly BoardQuestion[]): DataColumn<BoardRow>[] {
  return [
    { id: 'name', accessorFn: (_, index) => index, sortFn: 'basic', meta: { head: 'inset-s-0 z-20' } },
    ...questions.map(({ id }) => ({ id: `${QUESTION}${id}`, meta: { head: 'px-1! text-center!' } })),
    {
      id: 'points',
      accessorFn: ({ points }) => points,
      sortFn: 'basic',
      meta: { head: 'text-end! sm:inset-e-0 sm:z-20' },
    },
  ];
}

interface QuestionHeadProps {
  question: BoardQuestion;
  chosen: boolean;
  onQuestion(id: string): void;
}

function QuestionHead({ question: { id, title, role, number }, chosen, onQuestion }: QuestionHeadProps) {
  const t = useTranslations('desk.board');
  return (
    <button
      type="button"
      title={title}
      aria-pressed={chosen}
      onClick={() => onQuestion(id)}
      className="mx-auto block max-w-28 hyphens-auto rounded-1 px-1.5 py-0.5 text-balance text-center aria-pressed:bg-violet-soft aria-pressed:text-violet-ink hover:bg-fill"
    >
      <span className="block whitespace-nowrap text-[12px] text-ink-3">{t(role, { number })}</span>
      <span className="line-clamp-3">{title}</span>
    </button>
  );
}
