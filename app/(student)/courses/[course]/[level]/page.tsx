/** A level: all its places in order, with one's own progress; those not yet written are folded into a line. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type Query, withQuery } from '../../../../../domain/with-query.ts';
import { readLevel, readMovedLevel } from '../../../../_data/level.ts';
import { currentViewer, requirePermission } from '../../../../_data/viewer.ts';
import { UnwrittenPlaces } from '../../../../_features/courses/unwritten-places.tsx';
import { WrittenPlaces } from '../../../../_features/courses/written-places.tsx';
import { Header } from '../../../../_features/header/header.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';

type Props = { params: Promise<{ course: string; level: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // this runs before the page asks who looks: strangers are told no title either
  if ((await currentViewer()) === undefined) return {};
  const { course, level } = await params;
  const found = await readLevel({ course: { slug: course }, slug: level }, undefined);
  return found === undefined ? {} : { title: found.title };
}

async function LevelPage({ params, searchParams }: Props) {
  const { course, level } = await params;
  const viewer = await requirePermission(`/courses/${course}/${level}`, 'lesson.read');
  const found = await readLevel({ course: { slug: course }, slug: level }, viewer.id);
  if (found === undefined) {
    const moved = await readMovedLevel(course, level);
    if (moved !== undefined)
      permanentRedirect(withQuery(`/courses/${moved.course}/${moved.level}`, await searchParams));
    notFound();
  }
  const t = await getTranslations('home');
  const written = found.places.filter((place) => place.href !== null);
  return (
    <>
      <Header user={viewer}>
        <span className="truncate max-sm:hidden">{found.course.title}</span>
      </Header>
      <main id="content" className="mx-auto max-w-[760px] px-4 py-10 sm:px-6">
        <p className="font-[550] text-[14px] text-violet-ink">
          <Link href={`/courses/${found.course.slug}`} className="hover:underline">
            {t.rich('levelOf', { number: found.number, course: found.course.title, ...BDI })}
          </Link>
        </p>
        <h1 className="mt-1 font-semibold font-serif text-[34px] leading-tight" dir="auto">
          {found.title}
        </h1>
        <p className="mt-3 font-serif text-[18px] text-ink-2">{found.course.description}</p>
        <p className="mt-2 text-[14px] text-ink-3">
          {t('written', { written: written.length, places: found.places.length })}
        </p>
        <WrittenPlaces className="mt-8" places={found.places} />
        <UnwrittenPlaces className="mt-3" places={found.places.filter((place) => place.href === null)} />
      </main>
    </>
  );
}

export default withWords('/courses/[course]/[level]', LevelPage);
