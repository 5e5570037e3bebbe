/** A whole course comes in as a zip: it is looked at lesson by lesson, and then made as a new one, all of it or nothing. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { requirePermission } from '../../../../_data/viewer.ts';
import { Header } from '../../../../_features/header/header.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ImportCourse } from './import-course.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.courseIn.page'))('title') };
}

async function ImportCoursePage() {
  const viewer = await requirePermission('/admin/courses/import', 'course.manage');
  const t = await getTranslations('desk.courseIn.page');
  const admin = await getTranslations('desk.admin');
  return (
    <>
      <Header user={viewer}>
        <Link href="/admin/courses" className="truncate hover:text-ink max-sm:hidden">
          ‹ {admin('courses')}
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-10 sm:px-6">
        <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
        <p className="max-w-[70ch] text-ink-2">{t('means')}</p>
        <ImportCourse formats={t('formats')} />
      </main>
    </>
  );
}

export default withWords('/admin/courses/import', ImportCoursePage);
