/** A course with its levels and lessons, to be arranged by whoever edits it. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { can } from '../../../../../domain/people/permissions.ts';
import { readTree, requireEditor } from '../../../../_data/courses.ts';
import { Header } from '../../../../_features/header/header.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { CourseTree } from './course-tree.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.tree.page'))('course') };
}

async function CoursePage({ params }: Props) {
  const { id } = await params;
  const { viewer } = await requireEditor(`/admin/courses/${id}`, { of: 'course', id });
  const course = await readTree(id);
  const t = await getTranslations('desk.admin');
  const words = await getTranslations('desk.tree.page');
  const listed = course.levels
    .filter(({ archived }) => !archived)
    .map((level) => ({ ...level, lessons: level.lessons.filter(({ archived }) => !archived) }));
  return (
    <>
      <Header user={viewer} wide>
        <Link href="/admin/courses" className="truncate hover:text-ink max-sm:hidden">
          ‹ {t('courses')}
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[1000px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-8 sm:px-6">
        <CourseTree
          course={course}
          listed={listed}
          manages={can(viewer.role, 'course.manage')}
          said={{
            classes: words('classes', { count: course.classes }),
            archived: words('archivedCourse'),
            fromFile: words('fromFileMeans'),
            aside: words('archivedMeans'),
            empty: words('empty'),
            editors: words('editors', { count: course.editors.length }),
            levels: words('levels'),
            takeOut: words('takeOut'),
            see: words('see'),
            isArchived: words('archived'),
          }}
        />
      </main>
    </>
  );
}

export default withWords('/admin/courses/[id]', CoursePage);
