/** What `content/` would change here, before it does; and what waits because both sides have changed. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { isSafe } from '../../../../../domain/courses/content-state.ts';
import type { ContentCourse } from '../../../../../server/features/courses/content.ts';
import { readContentChanges } from '../../../../_data/content.ts';
import { requirePermission } from '../../../../_data/viewer.ts';
import { Header } from '../../../../_features/header/header.tsx';
import { Names } from '../../../../_i18n/bdi.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { type PlainColumn, PlainTable } from '../../../../_ui/table/plain-table.tsx';
import { Decide } from './decide.tsx';
import { Look } from './look.tsx';
import { TakeAll } from './take-all.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.files'))('title') };
}

async function FilesPage() {
  const viewer = await requirePermission('/admin/courses/files', 'course.manage');
  const { courses, wrong } = await readContentChanges();
  const toTake = courses.flatMap(changesAlone);
  const t = await getTranslations('desk.files');
  const admin = await getTranslations('desk.admin');
  return (
    <>
      <Header user={viewer}>
        <Link href="/admin/courses" className="truncate hover:text-ink max-sm:hidden">
          ‹ {admin('courses')}
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-6 px-4 py-10 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="max-w-[70ch] text-ink-2">{t('means')}</p>
        </header>
        {wrong !== null && (
          <div role="alert" className="rounded-2 bg-wrong-soft px-4 py-3 text-wrong">
            <p>{t('wrong')}</p>
            <p dir="ltr" className="break-words font-mono text-[14px]">
              {wrong}
            </p>
          </div>
        )}
        {wrong === null && courses.length === 0 && (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        )}
        {toTake.length > 1 && <TakeAll changes={toTake} />}
        {courses.map((course) => (
          <CourseFiles key={course.contentId} course={course} />
        ))}
      </main>
    </>
  );
}

/** What nobody has changed here, as it is decided: the list first. */
function changesAlone({ contentId: course, list, files }: ContentCourse) {
  const all = [
    { file: null, hash: list.hash, state: list.state },
    ...files.map((one) => ({ ...one, file: one.contentId })),
  ];
  return all.flatMap(({ file, hash, state }) => (isSafe(state) ? [{ course, file, hash }] : []));
}

async function CourseFiles({ course }: { course: ContentCourse }) {
  const t = await getTranslations('desk.files');
  const { contentId, title, list, files } = course;
  const columns: PlainColumn<(typeof files)[number]>[] = [
    {
      id: 'lesson',
      title: t('lesson'),
      names: true,
      show: (file) => (
        <>
          <Link
            href={`/admin/lessons/${file.lessonId}`}
            prefetch={false}
            className="font-[550] hover:text-violet-ink hover:underline"
          >
            <bdi>{file.title}</bdi>
          </Link>
          <span dir="ltr" className="block break-all text-[13px] text-ink-3">
            {file.file}
          </span>
        </>
      ),
    },
    { id: 'state', title: t('stateColumn'), show: ({ state }) => t(`state.${state}`) },
    {
      id: 'what',
      title: <span className="sr-only">{t('what')}</span>,
      cell: 'text-end',
      show: ({ contentId: file, hash, title: named, state }) =>
        state !== 'same' && (
          <span className="flex flex-wrap items-center justify-end gap-2">
            <Look course={contentId} file={file} title={named} />
            <Decide course={contentId} file={file} hash={hash} title={named} keeps={state !== 'new'} />
          </span>
        ),
    },
  ];
  return (
    <section aria-labelledby={contentId} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 id={contentId} className="font-semibold text-[20px]">
        <bdi>{title}</bdi>
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-2 border border-line bg-sheet px-4 py-3">
        <p className="flex flex-wrap items-center gap-3">
          <b className="font-[550]">{t('list')}</b>
          <Chip tone={list.state === 'both' ? 'wait' : isSafe(list.state) ? 'violet' : 'plain'}>
            {t(`state.${list.state}`)}
          </Chip>
          {list.state !== 'same' && (
            <Decide course={contentId} file={null} hash={list.hash} title={t('list')} keeps={list.state !== 'new'} />
          )}
        </p>
        {list.state !== 'same' && <Changes changes={list.changes} />}
      </div>
      {files.length > 0 && (
        <PlainTable label={title} columns={columns} rows={files} idOf={({ contentId: file }) => file} />
      )}
    </section>
  );
}

async function Changes({ changes }: { changes: ContentCourse['list']['changes'] }) {
  const t = await getTranslations('desk.files.changes');
  const said = (['added', 'moved', 'archived', 'removed', 'told'] as const).filter((name) => changes[name].length > 0);
  if (said.length === 0) return <p className="text-[14px] text-ink-2">{t('none')}</p>;
  return (
    <ul className="grid gap-1 text-[14px]">
      {said.map((name) => (
        <li key={name}>
          <span className="text-ink-2">{t(name)}</span> <Names of={changes[name]} />
        </li>
      ))}
    </ul>
  );
}

export default withWords('/admin/courses/files', FilesPage);
