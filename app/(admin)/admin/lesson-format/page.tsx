/** How to write a lesson: beside the editor, in a tab of its own. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readPaper } from '../../../../server/features/courses/papers.ts';
import { requireAuthor } from '../../../_data/courses.ts';
import { PaperPage } from '../../../_features/authoring/paper-page.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.editor'))('format') };
}

async function LessonFormatPage() {
  const viewer = await requireAuthor('/admin/lesson-format');
  const t = await getTranslations('desk.editor');
  return <PaperPage viewer={viewer} title={t('format')} paper={await readPaper('lesson-format')} />;
}

export default withWords('/admin/lesson-format', LessonFormatPage);
