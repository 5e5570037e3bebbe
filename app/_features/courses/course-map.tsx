/** The places of a level, with one's own progress; those not yet written are folded into a line. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MapPlace } from '../../../domain/map-place.ts';
import { NowMark, PlaceMark } from './place-mark.tsx';
import { UnwrittenPlaces } from './unwritten-places.tsx';

interface CourseMapProps {
  level: number;
  places: readonly (MapPlace & { points: number })[];
}

export function CourseMap({ level, places }: CourseMapProps) {
  const t = useTranslations('lesson.map');
  const written = places.flatMap((place) => (place.href === null ? [] : [{ ...place, href: place.href }]));
  return (
    <nav aria-label={t('label', { level })}>
      <p className="px-2.5 font-semibold text-[12px] text-ink-3 uppercase tracking-[0.06em]">
        {t('title', { level, count: places.length })}
      </p>
      <ol className="mt-2.5 grid gap-px text-[14px]">
        {written.map((place) => (
          <li key={place.number}>
            <Link
              href={place.href}
              aria-current={place.current ? 'page' : undefined}
              className={clsx(
                'flex items-baseline gap-2.5 rounded-[8px] px-2.5 py-1.5',
                place.current
                  ? 'bg-violet-soft font-semibold text-violet-ink'
                  : 'text-ink-2 hover:bg-fill hover:text-ink',
              )}
            >
              {place.current ? (
                <NowMark progress={place.progress} points={place.points} />
              ) : (
                <PlaceMark progress={place.progress} />
              )}
              <span>
                {place.number} <bdi>{place.title}</bdi>
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <UnwrittenPlaces small className="mt-1" places={places.filter((place) => place.href === null)} />
    </nav>
  );
}
