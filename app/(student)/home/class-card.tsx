/** A class of one's own: what it was given, and the ways into it. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { readHome } from '../../_data/home.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { GivenLine } from './given-line.tsx';

type Class = Awaited<ReturnType<typeof readHome>>[number];

/** @param activities those that are not told of elsewhere on the page */
export function ClassCard({ one, activities }: { one: Class; activities: Class['activities'] }) {
  const t = useTranslations('home');
  const learns = !one.teaches && !one.assists;
  return (
    <section aria-label={one.name} className="mt-6 overflow-hidden rounded-2 border border-line bg-sheet">
      <header className="flex flex-wrap items-center gap-3 border-line border-b px-5 py-3.5 last:border-b-0">
        <h2 className="font-semibold text-[17px]">
          <bdi>{one.name}</bdi>
        </h2>
        <span className="text-[13px] text-ink-3">
          {t('students', { count: one.students })}
          {one.assists && ` · ${t('assists')}`}
        </span>
        <span className="ms-auto flex flex-wrap gap-2">
          {one.live !== null && one.teaches && (
            <ButtonLink size="small" look="first" href={`/live/${one.live.id}/host`}>
              ● {t('live.host')}
            </ButtonLink>
          )}
          {learns && (
            <ButtonLink size="small" look="quiet" href={`/grades#${one.id}`} prefetch={false}>
              {t('grades')}
            </ButtonLink>
          )}
          {!learns && (
            <ButtonLink size="small" href={`/classes/${one.id}`}>
              {t('openBoard')}
            </ButtonLink>
          )}
        </span>
      </header>
      {one.activities.length === 0 && <p className="px-5 py-4 text-[14px] text-ink-3">{t('noLessons')}</p>}
      {activities.length > 0 && (
        <ul className="divide-y divide-line">
          {activities.map((given) => (
            <GivenLine key={given.id} given={given} />
          ))}
        </ul>
      )}
      {one.level !== null && !learns && (
        <p className="border-line border-t px-5 py-3 text-[14px]">
          <Link className="text-violet-ink hover:underline" href={one.level.href}>
            {t('course')}
          </Link>
        </p>
      )}
    </section>
  );
}
