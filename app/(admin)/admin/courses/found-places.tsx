/** Lessons and levels that were found, under their courses: what is written, in which version, and the way to edit it. */
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { readPlaces } from '../../../_data/courses.ts';
import { UnwrittenPlaces } from '../../../_features/courses/unwritten-places.tsx';
import { BDI, NO_BDI } from '../../../_i18n/bdi.tsx';
import { ButtonLink } from '../../../_ui/button.tsx';
import { type PlainColumn, PlainTable } from '../../../_ui/table/plain-table.tsx';

type Found = Awaited<ReturnType<typeof readPlaces>>['courses'];

export function FoundPlaces({ courses }: { courses: Found }) {
  return courses.map((course) => (
    <section key={course.id} aria-labelledby={course.id} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id={course.id} className="font-semibold text-[20px]">
        <Link href={`/admin/courses/${course.id}`} prefetch={false} className="hover:text-violet-ink hover:underline">
          <bdi>{course.title}</bdi>
        </Link>
      </h2>
      {course.levels.map((level) => (
        <LevelPlaces key={level.id} courseSlug={course.slug} level={level} />
      ))}
    </section>
  ));
}

async function LevelPlaces({ courseSlug, level }: { courseSlug: string; level: Level }) {
  const t = await getTranslations('desk.admin');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="font-semibold text-[15px] text-ink-2">
        <Link className="hover:text-violet-ink hover:underline" href={`/courses/${courseSlug}/${level.slug}`}>
          {t.rich('level', { number: level.number, title: level.title, ...BDI })}
        </Link>
      </h3>
      {level.lessons.some((lesson) => lesson.version !== null) && <LevelTable level={level} />}
      <Unwritten level={level} />
    </div>
  );
}

type Level = Found[number]['levels'][number];
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
async function Unwritten({ level }: { level: Level }) {
  const t = await getTranslations('desk.admin');
  const places = level.lessons.filter((lesson) => lesson.version === null);
  return (
    <UnwrittenPlaces
      open
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
