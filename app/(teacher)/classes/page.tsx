/** The classes one teaches; admins see all. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../domain/list-page.ts';
import { readClasses, readCourseNames } from '../../_data/classes.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { ListPages, ListSearch, NothingFound } from '../../_ui/list-search.tsx';
import { NewClass } from './new-class.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.classes'))('title') };
}

/** Fewer than these are seen at a glance. */
const FEW = 10;

type Props = { searchParams: Promise<{ q?: string; page?: string; aside?: string }> };

async function ClassesPage({ searchParams }: Props) {
  const viewer = await requirePermission('/classes', 'class.create');
  const given = await searchParams;
  const aside = given.aside !== undefined;
  const asked = askedOf(given);
  const { search } = asked;
  const [{ rows: classes, ...place }, courses] = await Promise.all([
    readClasses(viewer, asked, aside),
    readCourseNames(),
  ]);
  const t = await getTranslations('desk.classes');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[860px] gap-6 px-4 py-10 sm:px-6">
        <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
        {aside && <h2 className="font-semibold text-[17px]">{t('aside')}</h2>}
        {!aside && (search !== '' || place.of > FEW) && <ListSearch path="/classes" search={search} place={place} />}
        {classes.length === 0 && search !== '' && <NothingFound path="/classes" search={search} />}
        {aside && classes.length === 0 && <p className="text-ink-2">{t('asideNone')}</p>}
        {!aside && classes.length === 0 && search === '' && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
            <b className="block text-ink">{t('none')}</b>
            {t('noneText')}
          </p>
        )}
        {classes.length > 0 && (
          <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
            {classes.map((one) => (
              <li key={one.id} className="flex min-h-14 flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
                <Link
                  href={aside ? `/classes/${one.id}/settings` : `/classes/${one.id}`}
                  className="min-w-0 flex-1 basis-52 font-[550] hover:text-violet-ink hover:underline"
                >
                  <bdi>{one.name}</bdi>
                </Link>
                {one.alone && <Chip tone="wait">⊘ {t('noTeacher')}</Chip>}
                <bdi className="text-[13px] text-ink-3">{one.course}</bdi>
                <span className="text-[13px] text-ink-2 tabular-nums">{t('students', { count: one.students })}</span>
                <span className="text-[13px] text-ink-2 tabular-nums">{t('lessons', { count: one.lessons })}</span>
              </li>
            ))}
          </ul>
        )}
        {!aside && <ListPages path="/classes" search={search} place={place} />}
        {!aside && <NewClass courses={courses} />}
        <p className="text-[14px]">
          <Link
            href={aside ? '/classes' : '/classes?aside'}
            prefetch={false}
            className="text-ink-3 underline underline-offset-2 hover:text-ink"
          >
            {t(aside ? 'inUse' : 'aside')}
          </Link>
        </p>
      </main>
    </>
  );
}

export default withWords('/classes', ClassesPage);
