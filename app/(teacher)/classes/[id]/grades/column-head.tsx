'use client';
/** The head of an activity in the grade book, and what the class has on average below it. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Category } from '../../../../../domain/activities/gradebook.ts';
import type { GradeColumn } from '../../../../../domain/activities/gradebook-wire.ts';
import type { CellWords } from './cell-text.ts';

interface ColumnHeadProps {
  classId: string;
  column: GradeColumn;
  /** where one begins */
  category: Category | undefined;
  words: CellWords;
}

/** Title, points to have, date; and where a category begins, its name. */
export function ColumnHead({ classId, column, category, words }: ColumnHeadProps) {
  const t = useTranslations('grades');
  const { id, title, maxPoints, dueAt, hidden, weight } = column;
  return (
    <span className="mx-auto block max-w-28">
      {category !== undefined && (
        <span className="mb-1.5 block max-w-28 truncate text-[12px] text-violet-ink">
          <bdi>{category.name}</bdi>
        </span>
      )}
      <Link
        href={`/classes/${classId}/activities/${id}`}
        prefetch={false}
        title={title}
        className="hover:underline"
        tabIndex={-1}
      >
        <bdi className="line-clamp-2 hyphens-auto text-balance text-ink">{title}</bdi>
      </Link>
      <span className="block whitespace-nowrap font-normal text-[12px] text-ink-3">
        {t('outOf', { max: maxPoints })}
        {weight !== 1 && ` · ×${words.number(weight)}`}
      </span>
      <span className="block min-h-4 whitespace-nowrap font-normal text-[12px] text-ink-3" suppressHydrationWarning>
        {hidden ? t('hiddenColumn') : dueAt !== null && words.day(Date.parse(dueAt))}
      </span>
    </span>
  );
}

interface MeanRowProps {
  label: string;
  total: number | null;
  /** for each column */
  means: readonly (number | null)[];
  firsts: ReadonlySet<number>;
}

const FOOT =
  'sticky bottom-0 border-line border-t bg-fill py-2 font-semibold text-[13px] text-ink-2 tabular-nums print:static';

/** What the class has, at the foot. */
export function MeanRow({ label, total, means, firsts }: MeanRowProps) {
  const t = useTranslations('grades');
  const shown = (mean: number | null): string => (mean === null ? '·' : t('percent', { share: mean }));
  return (
    <tr className="grade-foot">
      <th scope="row" className={clsx(FOOT, 'inset-s-0 z-[6] px-3 text-start')}>
        {label}
      </th>
      <td className={clsx(FOOT, 'z-[6] text-center sm:inset-s-[var(--names)]')}>{shown(total)}</td>
      {means.map((mean, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={at} data-first={firsts.has(at) ? '' : undefined} className={clsx(FOOT, 'text-center')}>
          {shown(mean)}
        </td>
      ))}
    </tr>
  );
}
