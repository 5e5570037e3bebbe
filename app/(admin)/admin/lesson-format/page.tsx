/** How to write a lesson: beside the editor, in a tab of its own. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { lessonFormat } from '../../../../server/features/courses/lesson-format.ts';
import { requireAuthor } from '../../../_data/courses.ts';
import { Header } from '../../../_features/header/header.tsx';
import { Html } from '../../../_features/lesson/html.tsx';
import { TableOfContents } from '../../../_features/lesson/table-of-contents.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.editor'))('format') };
}

async function LessonFormatPage() {
  const viewer = await requireAuthor('/admin/lesson-format');
  const { html, toc } = await lessonFormat();
  const t = await getTranslations('desk.editor');
  return (
    <>
      <Header user={viewer} wide />
      <div className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-x-12 px-4 sm:px-6 xl:grid-cols-[minmax(0,1fr)_13rem]">
        <main id="content" className="min-w-0 pt-8 pb-24 sm:pt-12">
          <h1 className="mb-6 font-semibold font-serif text-4xl">{t('format')}</h1>
          <Html className="lesson-prose" html={html} />
        </main>
        <div className="hidden xl:block print:hidden">
          <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto pt-6 pb-10">
            <TableOfContents entries={toc} />
          </div>
        </div>
      </div>
    </>
  );
}

export default withWords('/admin/lesson-format', LessonFormatPage);
