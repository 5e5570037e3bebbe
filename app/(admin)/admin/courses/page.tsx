/** Courses, their levels and all places: what is written, in which version, and the way to edit it. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../../domain/list-page.ts';
import { readCourses } from '../../../_data/courses.ts';
import { requirePermission } from '../../../_data/viewer.ts';
import { UnwrittenPlaces } from '../../../_features/courses/unwritten-places.tsx';
import { Header } from '../../../_features/header/header.tsx';
import { BDI, NO_BDI } from '../../../_i18n/bdi.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { ButtonLink } from '../../../_ui/button.tsx';
import { ListPages, ListSearch, NothingFound } from '../../../_ui/list-search.tsx';
import { type PlainColumn, PlainTable } from '../../../_ui/table/plain-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.admin'))('courses') };
}

const PATH = '/admin/courses';

async function CoursesPage({ searchParams }: { searchParams: Promise<{ q?: string; page?: string }> }) {
  const viewer = await requirePermission('/admin/courses', 'course.edit');
  const asked = askedOf(await searchParams);
  const { search } = asked;
  const { courses, ...place } = await readCourses(asked);
  const t = await getTranslations('desk.admin');
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-6 px-4 py-10 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('courses')}</h1>
          <p className="text-ink-2">{t('coursesText')}</p>
        </header>
        <ListSearch path={PATH} search={search} place={place} />
        {courses.length === 0 && search !== '' && <NothingFound path={PATH} search={search} />}
        {courses.map((course) => (
          <section key={course.id} aria-labelledby={course.id} className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <div>
              <h2 id={course.id} className="font-semibold text-[20px]">
                {course.title}
              </h2>
              <p className="text-[14px] text-ink-2">{course.description}</p>
            </div>
            {course.levels.map((level) => (
              <div key={level.id} className="grid grid-cols-[minmax(0,1fr)] gap-2">
                <h3 className="font-semibold text-[15px] text-ink-2">
                  <Link
                    className="hover:text-violet-ink hover:underline"
                    href={`/courses/${course.slug}/${level.slug}`}
                  >
                    {t.rich('level', { number: level.number, title: level.title, ...BDI })}
                  </Link>
                </h3>
                {level.lessons.some((lesson) => lesson.version !== null) && <LevelTable level={level} />}
                <Unwritten level={level} open={search !== ''} />
              </div>
            ))}
          </section>
        ))}
        <ListPages path={PATH} search={search} place={place} />
      </main>
    </>
  );
}

type Level = Awaited<ReturnType<typeof readCourses>>['courses'][number]['levels'][number];
type Lesson = Level['lessons'][number];

async function LevelTable({ level }: { level: Level }) {
  const t = await getTranslations('desk.admin');
  const columns: PlainColumn<Lesson>[] = [
    {
      id: 'place',
      title: t('place'),
      head: 'w-16 text-end!',
      cell: 'text-end text-ink-3 tabular-nums',
      show: ({ archived, place }) => (archived ? '–' : place),
    },
    { id: 'lesson', title: t('lesson'), names: true, show: (lesson) => <Named lesson={lesson} /> },
    {
      id: 'version',
      title: t('version'),
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden',
      show: ({ version }) => <Version number={version ?? undefined} />,
    },
    {
      id: 'edit',
      title: <span className="sr-only">{t('edit')}</span>,
      cell: 'w-24 text-end',
      show: (lesson) => (
        <ButtonLink
          size="small"
          href={`/admin/lessons/${lesson.id}`}
          prefetch={false}
          aria-label={t('editOf', { lesson: lesson.title })}
        >
          {t('edit')}
        </ButtonLink>
      ),
    },
  ];
  return (
    <PlainTable
      label={t.markup('level', { number: level.number, title: level.title, ...NO_BDI })}
      columns={columns}
      rows={level.lessons.filter((lesson) => lesson.version !== null)}
      idOf={({ id }) => id}
    />
  );
}

async function Named({ lesson: { slug, title, archived, version } }: { lesson: Lesson }) {
  const t = await getTranslations('desk.admin');
  return (
    <>
      <Link href={`/lessons/${slug}`} className="font-[550] hover:text-violet-ink hover:underline">
        {title}
      </Link>
      {archived && <span className="block text-[13px] text-ink-3">{t('archived')}</span>}
      <span className="block sm:hidden">
        <Version number={version ?? undefined} />
      </span>
    </>
  );
}

/** The places that wait for somebody to write them. */
async function Unwritten({ level, open }: { level: Level; open: boolean }) {
  const t = await getTranslations('desk.admin');
  const places = level.lessons.filter((lesson) => lesson.version === null);
  return (
    <UnwrittenPlaces
      open={open}
      places={places.map(({ archived, place, title }) => ({ number: archived ? null : place, title }))}
      action={(index) => (
        <ButtonLink
          size="small"
          href={`/admin/lessons/${places[index]?.id}`}
          prefetch={false}
          aria-label={t('writeOf', { lesson: places[index]?.title ?? '' })}
        >
          {t('write')}
        </ButtonLink>
      )}
    />
  );
}

async function Version({ number }: { number: number | undefined }) {
  const t = await getTranslations('desk.admin');
  return number === undefined ? null : (
    <span className="text-[13px] text-good">✓ {t('versionNumber', { number })}</span>
  );
}

export default withWords('/admin/courses', CoursesPage);
