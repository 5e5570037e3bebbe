/** The courses that one edits: each leads to all that stands in it. Looking for a word finds lessons and levels of all of them. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { askedOf } from '../../../../domain/list-page.ts';
import { can } from '../../../../domain/people/permissions.ts';
import { countContentChanges } from '../../../_data/content.ts';
import { readOwnCourses, readPlaces, requireCourses } from '../../../_data/courses.ts';
import { Header } from '../../../_features/header/header.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { ButtonLink } from '../../../_ui/button.tsx';
import { ListPages, ListSearch, NothingFound } from '../../../_ui/list-search.tsx';
import { type PlainColumn, PlainTable } from '../../../_ui/table/plain-table.tsx';
import { FoundPlaces } from './found-places.tsx';
import { NewCourse } from './new-course.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.admin'))('courses') };
}

const PATH = '/admin/courses';
type Props = { searchParams: Promise<{ q?: string; page?: string; of?: string }> };

async function CoursesPage({ searchParams }: Props) {
  const viewer = await requireCourses(PATH);
  const query = await searchParams;
  const asked = askedOf(query);
  const archived = query.of === 'archived';
  const of = archived ? 'archived' : undefined;
  const manages = can(viewer.role, 'course.manage');
  const t = await getTranslations('desk.admin');
  const places = asked.search === '' ? undefined : await readPlaces(viewer, asked);
  const { rows, ...place } = await readOwnCourses(
    viewer,
    { ...asked, page: places === undefined ? asked.page : 1 },
    archived,
  );
  const filesWait = manages ? await countContentChanges() : 0;
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-6 px-4 py-10 sm:px-6">
        <header className="grid gap-2">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('courses')}</h1>
            {manages && (
              <span className="ms-auto flex flex-wrap items-center gap-3">
                <ButtonLink href={`${PATH}/files`} look="quiet" prefetch={false}>
                  {t('files')}
                </ButtonLink>
                <ButtonLink href={`${PATH}/import`} look="quiet" prefetch={false}>
                  {t('bringIn')}
                </ButtonLink>
                <NewCourse />
              </span>
            )}
          </div>
          <p className="text-ink-2">{t('coursesText')}</p>
        </header>
        {filesWait > 0 && (
          <p className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">
            <span className="min-w-0 flex-1 basis-72">{t('filesWait', { count: filesWait })}</span>
            <ButtonLink size="small" href={`${PATH}/files`} prefetch={false}>
              {t('files')}
            </ButtonLink>
          </p>
        )}
        <nav aria-label={t('shelves')} className="flex flex-wrap gap-2 text-[14px]">
          {(['current', 'archived'] as const).map((one) => (
            <ButtonLink
              key={one}
              size="small"
              look={(one === 'archived') === archived ? 'plain' : 'quiet'}
              aria-current={(one === 'archived') === archived ? 'page' : undefined}
              href={one === 'archived' ? `${PATH}?of=archived` : PATH}
              prefetch={false}
            >
              {t(`shelf.${one}`)}
            </ButtonLink>
          ))}
        </nav>
        <ListSearch path={PATH} search={asked.search} place={places ?? place} more={{ of }} label={t('findLesson')} />
        {places !== undefined && places.of === 0 && <NothingFound path={PATH} search={asked.search} />}
        {places !== undefined && <FoundPlaces courses={places.courses} />}
        {places === undefined && rows.length > 0 && <CourseList rows={rows} />}
        {places === undefined && rows.length === 0 && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">
            {t(archived ? 'noCourseArchived' : 'noCourse')}
          </p>
        )}
        <ListPages path={PATH} search={asked.search} place={places ?? place} more={{ of }} />
      </main>
    </>
  );
}

type Listed = Awaited<ReturnType<typeof readOwnCourses>>['rows'][number];

async function CourseList({ rows }: { rows: readonly Listed[] }) {
  const t = await getTranslations('desk.admin');
  const columns: PlainColumn<Listed>[] = [
    {
      id: 'title',
      title: t('course'),
      names: true,
      show: ({ id, title, description, fromFile }) => (
        <>
          <Link href={`${PATH}/${id}`} prefetch={false} className="font-[550] hover:text-violet-ink hover:underline">
            <bdi>{title}</bdi>
          </Link>
          {fromFile && <span className="text-[13px] text-ink-3"> · {t('fromFile')}</span>}
          <span dir="auto" className="block text-[14px] text-ink-2">
            {description}
          </span>
        </>
      ),
    },
    {
      id: 'lessons',
      title: t('lessons'),
      head: 'text-end! max-sm:hidden',
      cell: 'text-end tabular-nums max-sm:hidden',
      show: ({ lessons, written }) => t('writtenOf', { written, lessons }),
    },
    {
      id: 'classes',
      title: t('classes'),
      head: 'text-end!',
      cell: 'text-end tabular-nums',
      show: ({ classes }) => classes,
    },
  ];
  return <PlainTable label={t('courses')} columns={columns} rows={rows} idOf={({ id }) => id} />;
}

export default withWords('/admin/courses', CoursesPage);
