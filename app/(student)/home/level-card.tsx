/** How far one is in a level: as a landscape, and as a list. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { readHome } from '../../_data/home.ts';
import { LevelLandscape } from '../../_features/courses/level-landscape.tsx';

type Level = NonNullable<Awaited<ReturnType<typeof readHome>>[number]['level']>;

/** @param currentId the lesson that one was at; undefined: at none */
export function LevelCard({ level, currentId }: { level: Level; currentId: string | undefined }) {
  const t = useTranslations('home');
  const places = level.places.map((place) => ({ ...place, current: place.lessonId === currentId }));
  const [earned, points] = [sumOf(places.map((one) => one.earned)), sumOf(places.map((one) => one.points))];
  return (
    <section aria-label={t('map.label')} className="rounded-2 border border-line bg-sheet px-5 py-4">
      <header className="mb-2 flex items-baseline justify-between gap-4">
        <h2 className="font-semibold text-[17px] [overflow-wrap:anywhere]">
          {t('level', { number: level.number })}: <bdi>{level.title}</bdi>
        </h2>
        <Link href={level.href} prefetch={false} className="shrink-0 text-[14px] text-violet-ink hover:underline">
          {t('course')}
        </Link>
      </header>
      <LevelLandscape places={places} />
      <p className="mt-2 text-[13px] text-ink-3">{t('map.points', { earned, points })}</p>
    </section>
  );
}

const sumOf = (values: readonly number[]): number => Math.round(values.reduce((sum, one) => sum + one, 0) * 100) / 100;
