/** A course: its levels with what can be read in them, and one's own progress. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type Query, withQuery } from '../../../../domain/with-query.ts';
import { type LevelForViewer, readCourse, readMovedCourse } from '../../../_data/level.ts';
import { currentViewer, requirePermission } from '../../../_data/viewer.ts';
import { UnwrittenPlaces } from '../../../_features/courses/unwritten-places.tsx';
import { WrittenPlaces } from '../../../_features/courses/written-places.tsx';
import { Header } from '../../../_features/header/header.tsx';
import { BDI } from '../../../_i18n/bdi.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';

type Props = { params: Promise<{ course: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // this runs before the page asks who looks: strangers are told no title either
  if ((await currentViewer()) === undefined) return {};
  const found = await readCourse((await params).course, undefined);
  return found === undefined ? {} : { title: found.title };
}

async function CoursePage({ params, searchParams }: Props) {
  const { course } = await params;
  const viewer = await requirePermission(`/courses/${course}`, 'lesson.read');
  const found = await readCourse(course, viewer.id);
  if (found === undefined) {
    const moved = await readMovedCourse(course);
    if (moved !== undefined) permanentRedirect(withQuery(`/courses/${moved}`, await searchParams));
    notFound();
  }
  const { title, description, levels } = found;
  const t = await getTranslations('home');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto max-w-[760px] px-4 py-10 sm:px-6">
        <h1 className="break-words font-semibold font-serif text-[34px] leading-tight" dir="auto">
          {title}
        </h1>
        <p className="mt-3 font-serif text-[18px] text-ink-2 empty:hidden" dir="auto">
          {description}
        </p>
        {levels.length === 0 && (
          <p className="mt-8 rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('noLevels')}</p>
        )}
        {levels.map((level) => (
          <LevelOfCourse key={level.id} course={found.slug} level={level} />
        ))}
      </main>
    </>
  );
}

async function LevelOfCourse({ course, level }: { course: string; level: LevelForViewer }) {
  const { number, title, slug, places } = level;
  const t = await getTranslations('home');
  const written = places.filter(({ href }) => href !== null);
  const sum = (of: 'earned' | 'points'): number => written.reduce((all, one) => all + one[of], 0);
  return (
    <section aria-label={title} className="mt-10">
      <h2 className="break-words font-semibold text-[20px]">
        <Link href={`/courses/${course}/${slug}`} className="hover:text-violet-ink hover:underline">
          {t.rich('levelTitled', { number, title, ...BDI })}
        </Link>
      </h2>
      <p className="mt-1 text-[14px] text-ink-3 tabular-nums">
        {t('written', { written: written.length, places: places.length })}
        {sum('points') > 0 && ` · ${t('points', { earned: sum('earned'), points: sum('points') })}`}
      </p>
      <WrittenPlaces className="mt-3" places={places} />
      <UnwrittenPlaces className="mt-2" places={places.filter(({ href }) => href === null)} />
    </section>
  );
}

export default withWords('/courses/[course]', CoursePage);
