'use client';
/** Every change of a score, by student: from what to what, and the way to what was handed in. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReportScore } from '../../../../domain/judging/regrade.ts';
import type { NamedChange, RegradeView } from '../../../../domain/judging/regrade-views.ts';
import { CELL, HEAD, TableFrame } from '../data-table.tsx';
import { KINDS } from './kinds.ts';

const COLUMNS = ['student', 'question', 'before', 'after', 'change'] as const;

export function ChangeTable({ view, changes }: { view: RegradeView; changes: readonly NamedChange[] }) {
  const t = useTranslations('desk.regrade');
  const titles = new Map(view.questions.map((one) => [one.id, one]));
  return (
    <TableFrame label={t('changes')}>
      <table className="w-full border-separate border-spacing-0">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={clsx(
                  HEAD,
                  'whitespace-nowrap',
                  column === 'student' && 'left-0 z-20',
                  (column === 'before' || column === 'after') && 'text-end!',
                  column === 'question' && 'max-sm:hidden',
                )}
              >
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => {
            const question = titles.get(change.questionId);
            return (
              <tr key={`${change.userId} ${change.questionId}`}>
                <th scope="row" className={clsx(CELL, 'sticky left-0 bg-sheet text-start font-normal')}>
                  <Student change={change} lessonId={view.lesson.id} question={question?.title ?? ''} />
                  <span className="mt-0.5 block text-[13px] text-ink-2 sm:hidden">
                    {question?.title ?? change.questionId}
                  </span>
                </th>
                <td className={clsx(CELL, 'min-w-44 max-sm:hidden')}>
                  {question !== undefined && (
                    <span className="mr-2 whitespace-nowrap text-[12.5px] text-ink-3">
                      {t(question.role, { number: question.number })}
                    </span>
                  )}
                  {question?.title ?? change.questionId}
                </td>
                <td className={clsx(CELL, 'whitespace-nowrap text-end tabular-nums')}>
                  <Score score={change.before} />
                </td>
                <td className={clsx(CELL, 'whitespace-nowrap text-end font-semibold tabular-nums')}>
                  <span aria-hidden className="mr-2 font-normal text-ink-3 max-sm:hidden">
                    →
                  </span>
                  <Score score={change.after} />
                </td>
                <td className={CELL}>
                  <span
                    className={clsx(
                      'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-[550] text-[12.5px]',
                      KINDS[change.kind].box,
                    )}
                  >
                    <span aria-hidden>{KINDS[change.kind].sign}</span>
                    <span className="max-sm:sr-only">{t(`kind.${change.kind}`)}</span>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Student({ change, lessonId, question }: { change: NamedChange; lessonId: string; question: string }) {
  const t = useTranslations('desk.regrade');
  if (change.classId === null) return <>{change.student}</>;
  const to = new URLSearchParams({ lesson: lessonId, student: change.userId, question: change.questionId });
  return (
    <Link
      href={`/classes/${change.classId}?${to}`}
      prefetch={false}
      aria-label={t('historyOf', { student: change.student, question })}
      className="font-[550] underline decoration-line underline-offset-4 hover:text-violet-ink hover:decoration-current"
    >
      {change.student}
    </Link>
  );
}

function Score({ score }: { score: ReportScore }) {
  const t = useTranslations('desk.regrade');
  if (score === null) return <span className="text-ink-3">{t('noScore')}</span>;
  return (
    <>
      {t('score', { points: score.points, max: score.maxPoints })}
      {score.result === 'undecided' && (
        <span className="ml-1.5 font-normal text-[12.5px] text-wait">? {t('open')}</span>
      )}
    </>
  );
}
