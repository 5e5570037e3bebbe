/** The lessons of a level that can be read, in their order, with one's own points. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MapPlace } from '../../../domain/map-place.ts';
import { Chip } from '../../_ui/chip.tsx';

export type PlaceWithPoints = MapPlace & { points: number; earned: number };

export function WrittenPlaces({ places, className }: { places: readonly PlaceWithPoints[]; className?: string }) {
  const t = useTranslations('home');
  const written = places.flatMap((place) => (place.href === null ? [] : [{ ...place, href: place.href }]));
  return (
    // a list of none has no frame either
    <ol
      className={clsx(
        'divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden',
        className,
      )}
    >
      {written.map(({ number, title, href, progress, earned, points }) => {
        const isDone = progress !== null && progress >= 1;
        return (
          <li key={number} className="flex min-h-13 items-center gap-4 px-4 py-2.5">
            <span className="w-6 shrink-0 text-end text-[14px] text-ink-3 tabular-nums">{number}</span>
            <Link href={href} className="min-w-0 flex-1 break-words font-[550] hover:text-violet-ink hover:underline">
              <bdi>{title}</bdi>
            </Link>
            <Chip tone={isDone ? 'right' : progress === null ? 'plain' : 'violet'}>
              {isDone && '✓ '}
              {t('points', { earned, points })}
            </Chip>
          </li>
        );
      })}
    </ol>
  );
}
