/** What the grader failed on, in all classes: where, when, under which reference in the log. */

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readFailures } from '../../../../server/features/regrading/grade-again.ts';
import { Reads } from '../../../_client/reads.tsx';
import { requirePermission } from '../../../_data/viewer.ts';
import { Header } from '../../../_features/header/header.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { FailurePanel } from './failure-panel.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.failures'))('title') };
}

async function FailuresPage() {
  const viewer = await requirePermission('/admin/failures', 'verdict.gradeAgain');
  const read = await readFailures(viewer, { classId: null, lessonId: null });
  if (!read.ok) notFound();
  const t = await getTranslations('desk.failures');
  return (
    <>
      <Header user={viewer} wide />
      <main id="content" className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('title')}</h1>
          <p className="max-w-[70ch] text-ink-2">{t('text')}</p>
        </header>
        <Reads>
          <FailurePanel initial={read.failures} />
        </Reads>
      </main>
    </>
  );
}

export default withWords('/admin/failures', FailuresPage);
