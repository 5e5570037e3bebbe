/** The lesson editor: Markdown on one side, what becomes of it on the other. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { can } from '../../../../../domain/people/permissions.ts';
import { countOutdated } from '../../../../../server/features/regrading/queries.ts';
import { readLessonSource, requireEditor } from '../../../../_data/courses.ts';
import { Header } from '../../../../_features/header/header.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { LessonEditor } from './lesson-editor.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.editor'))('source') };
}

async function EditLessonPage({ params }: Props) {
  const { id } = await params;
  const { viewer } = await requireEditor(`/admin/lessons/${id}`, { of: 'lesson', id });
  const lesson = await readLessonSource(id);
  const toRegrade = await countOutdated({ lessonId: id, classId: null });
  const t = await getTranslations('desk.editor');
  return (
    <>
      <Header user={viewer} wide>
        <Link href={`/admin/courses/${lesson.course.id}`} className="truncate hover:text-ink max-sm:hidden">
          ‹ <bdi>{lesson.course.title}</bdi>
        </Link>
      </Header>
      <main id="content" className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 py-5 sm:px-6">
        <LessonEditor
          newer={lesson.newer}
          fromFile={lesson.fromFile}
          mayRegrade={can(viewer.role, 'verdict.regrade')}
          user={viewer.id}
          seenBy={t('seenBy', { classes: lesson.classes })}
          lesson={{ id, slug: lesson.slug, title: lesson.title, version: lesson.version, toRegrade }}
          // quoted as YAML reads it, whatever stands in the title
          published={lesson.source ?? t('template', { title: JSON.stringify(lesson.title) })}
        />
      </main>
    </>
  );
}

export default withWords('/admin/lessons/[id]', EditLessonPage);
