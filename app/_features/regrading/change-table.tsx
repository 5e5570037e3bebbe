'use client';
/** Every change of a score, by student: from what to what, and the way to what was handed in. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { createContext, use } from 'react';
import type { ReportScore } from '../../../domain/judging/regrade.ts';
import type { NamedChange, RegradeView } from '../../../domain/judging/regrade-views.ts';
import { type DataColumn, DataTable } from '../../_ui/table/data-table.tsx';
import { KINDS } from './kinds.ts';

const ViewContext = createContext<RegradeView | undefined>(undefined);

const COLUMNS: readonly DataColumn<NamedChange>[] = [
  {
    id: 'student',
    cell: ({ row }) => <StudentCell change={row.original} />,
    meta: { names: true, head: 'whitespace-nowrap inset-s-0 z-20', cell: 'sticky inset-s-0 bg-sheet' },
  },
  {
    id: 'question',
    cell: ({ row }) => <QuestionCell id={row.original.questionId} />,
    meta: { head: 'whitespace-nowrap max-sm:hidden', cell: 'min-w-44 max-sm:hidden' },
  },
  {
    id: 'before',
    cell: ({ row }) => <Score score={row.original.before} />,
    meta: { head: 'whitespace-nowrap text-end!', cell: 'whitespace-nowrap text-end tabular-nums' },
  },
  {
    id: 'after',
    cell: ({ row }) => <AfterCell score={row.original.after} />,
    meta: { head: 'whitespace-nowrap text-end!', cell: 'whitespace-nowrap text-end font-semibold tabular-nums' },
  },
  { id: 'change', cell: ({ row }) => <KindCell kind={row.original.kind} />, meta: { head: 'whitespace-nowrap' } },
];
const TITLES = ['student', 'question', 'before', 'after', 'change'] as const;
const LONGEST = { student: (change: NamedChange) => change.student };

export function ChangeTable({ view, changes }: { view: RegradeView; changes: readonly NamedChange[] }) {
  const t = useTranslations('desk.regrade');
  const head = (id: string) => {
    const column = TITLES.find((one) => one === id);
    return column === undefined ? '' : t(`column.${column}`);
  };
  return (
    <ViewContext value={view}>
      <DataTable
        label={t('changes')}
        columns={COLUMNS}
        rows={changes}
        idOf={(change) => `${change.userId} ${change.questionId}`}
        head={head}
        longest={LONGEST}
      />
    </ViewContext>
  );
}

/** The question of that id, as the report has it. */
function useTold(id: string) {
  return use(ViewContext)?.questions.find((one) => one.id === id);
}

function StudentCell({ change }: { change: NamedChange }) {
  const question = useTold(change.questionId);
  return (
    <>
      <Student change={change} question={question?.title ?? ''} />
      <span className="mt-0.5 block text-[13px] text-ink-2 sm:hidden">{question?.title ?? change.questionId}</span>
    </>
  );
}

function Student({ change, question }: { change: NamedChange; question: string }) {
  const t = useTranslations('desk.regrade');
  const lesson = use(ViewContext)?.lesson.id ?? '';
  if (change.classId === null) return <bdi>{change.student}</bdi>;
  const to = new URLSearchParams({ lesson, student: change.userId, question: change.questionId });
  return (
    <Link
      href={`/classes/${change.classId}?${to}`}
      prefetch={false}
      aria-label={t('historyOf', { student: change.student, question })}
      className="font-[550] underline decoration-line underline-offset-4 hover:text-violet-ink hover:decoration-current"
    >
      <bdi>{change.student}</bdi>
    </Link>
  );
}

function QuestionCell({ id }: { id: string }) {
  const t = useTranslations('desk.regrade');
  const question = useTold(id);
  return (
    <>
      {question !== undefined && (
        <span className="me-2 whitespace-nowrap text-[12.5px] text-ink-3">
          {t(question.role, { number: question.number })}
        </span>
      )}
      <bdi>{question?.title ?? id}</bdi>
    </>
  );
}

function AfterCell({ score }: { score: ReportScore }) {
  return (
    <>
      <span aria-hidden className="along me-2 font-normal text-ink-3 max-sm:hidden">
        →
      </span>
      <Score score={score} />
    </>
  );
}

function KindCell({ kind }: Pick<NamedChange, 'kind'>) {
  const t = useTranslations('desk.regrade');
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-[550] text-[12.5px]',
        KINDS[kind].box,
      )}
    >
      <span aria-hidden>{KINDS[kind].sign}</span>
      <span className="max-sm:sr-only">{t(`kind.${kind}`)}</span>
    </span>
  );
}

function Score({ score }: { score: ReportScore }) {
  const t = useTranslations('desk.regrade');
  if (score === null) return <span className="text-ink-3">{t('noScore')}</span>;
  return (
    <>
      {t('score', { points: score.points, max: score.maxPoints })}
      {score.result === 'undecided' && (
        <span className="ms-1.5 font-normal text-[12.5px] text-wait">? {t('open')}</span>
      )}
    </>
  );
}
