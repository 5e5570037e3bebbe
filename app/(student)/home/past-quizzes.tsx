/** The newest live quizzes that one played, each with its review. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { readStudentHome } from '../../_data/student-home.ts';
import { DateTime } from '../../_ui/date-time.tsx';

export function PastQuizzes({ rooms }: { rooms: Awaited<ReturnType<typeof readStudentHome>>['past'] }) {
  const t = useTranslations('home.past');
  if (rooms.length === 0) return null;
  return (
    <section aria-label={t('title')} className="overflow-hidden rounded-2 border border-line bg-sheet">
      <header className="flex items-center justify-between gap-4 border-line border-b px-5 py-3.5">
        <h2 className="font-semibold text-[17px]">{t('title')}</h2>
        <Link href="/played" prefetch={false} className="text-[14px] text-violet-ink hover:underline">
          {t('all')}
        </Link>
      </header>
      <ul className="divide-y divide-line">
        {rooms.map(({ id, title, at, points, maxPoints, open }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-5 py-2.5">
            <Link
              href={`/played/${id}`}
              prefetch={false}
              className="min-w-0 font-[550] [overflow-wrap:anywhere] hover:text-violet-ink hover:underline"
            >
              <bdi>{title}</bdi>
            </Link>
            <span className="text-end text-[14px] tabular-nums">
              {points !== null && t('points', { points, maxPoints: maxPoints ?? 0 })}
            </span>
            <span className="text-[13px] text-ink-3">
              <DateTime iso={at} form="day" />
            </span>
            <span className="text-end text-[13px] text-ink-2">{open > 0 && t('open', { count: open })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
