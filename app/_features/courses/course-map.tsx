/** The places of a level, with one's own progress; those not yet written are folded into a line. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MapPlace } from '../../../domain/map-place.ts';
import { UnwrittenPlaces } from './unwritten-places.tsx';

export function CourseMap({ level, places }: { level: number; places: readonly MapPlace[] }) {
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
              <Mark place={place} />
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

/** A circle that fills with progress, a check when full. */
function Mark({ place }: { place: MapPlace }) {
  const t = useTranslations('lesson.map');
  const { progress } = place;
  const label = progress === null ? undefined : t('progress', { percent: Math.round(progress * 100) });
  const around = 2 * Math.PI * 3.5;
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-[15px] shrink-0 translate-y-[2px]"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      {progress !== null && progress >= 1 ? (
        <>
          <circle cx="8" cy="8" r="8" className="fill-good" />
          <path
            d="M4.5 8.2 7 10.6l4.5-5"
            className="stroke-sheet"
            strokeWidth="1.8"
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : (
        <>
          <circle cx="8" cy="8" r="7.2" fill="none" strokeWidth="1.4" className="stroke-ink-3/60" />
          {progress !== null && (
            <circle
              cx="8"
              cy="8"
              r="3.5"
              fill="none"
              strokeWidth="7"
              strokeDasharray={`${progress * around} ${around}`}
              transform="rotate(-90 8 8)"
              className="stroke-violet"
            />
          )}
        </>
      )}
    </svg>
  );
}
