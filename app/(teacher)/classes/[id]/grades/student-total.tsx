'use client';
/** What one student has of all, category by category. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { GradeRules } from '../../../../../domain/activities/gradebook-wire.ts';
import type { ShownRow } from './use-grades.ts';

interface StudentTotalProps {
  classId: string;
  row: ShownRow;
  total: string;
  rules: GradeRules;
}

export function StudentTotal({ classId, row, total, rules }: StudentTotalProps) {
  const t = useTranslations('grades');
  const parts = row.total.categories.map(({ categoryId, share }) => ({
    share,
    category: rules.categories.find(({ id }) => id === categoryId),
  }));
  return (
    <section className="grid gap-2 border-line border-t pt-3 text-[13.5px]">
      <h3 className="flex items-baseline justify-between font-semibold text-[14px]">
        {t('total')} <span className="text-[16px] tabular-nums">{total}</span>
      </h3>
      {parts.length > 1 && (
        <ul className="grid gap-1.5">
          {parts.map(({ share, category }) => (
            <li key={category?.id ?? 'none'} className="flex items-center gap-3">
              <span className="min-w-0 flex-1 truncate">
                {category === undefined ? t('noCategory') : <bdi>{category.name}</bdi>}
                {category !== undefined && category.weight !== 1 && (
                  <span className="ms-1 text-ink-3">{t('times', { weight: category.weight })}</span>
                )}
              </span>
              <span className="tabular-nums">{share === null ? '·' : t('percent', { share })}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-ink-3">{t('leftOut')}</p>
      <p>
        <Link
          className="text-violet-ink hover:underline"
          href={`/classes/${classId}/grades/${row.id}`}
          prefetch={false}
        >
          {t('talkOf')}
        </Link>
      </p>
    </section>
  );
}
