/** Who edits a course beside the admins: given and taken by an admin. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { can } from '../../../../../../domain/people/permissions.ts';
import { readTree, requireEditor } from '../../../../../_data/courses.ts';
import { Header } from '../../../../../_features/header/header.tsx';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { Editors } from './editors.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.tree.page'))('editorsTitle') };
}

async function EditorsPage({ params }: Props) {
  const { id } = await params;
  const { viewer } = await requireEditor(`/admin/courses/${id}/editors`, { of: 'course', id });
  if (!can(viewer.role, 'course.manage')) notFound();
  const { title, editors } = await readTree(id);
  const t = await getTranslations('desk.tree.page');
  return (
    <>
      <Header user={viewer}>
        <Link href={`/admin/courses/${id}`} className="truncate hover:text-ink max-sm:hidden">
          ‹ <bdi>{title}</bdi>
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[760px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-10 sm:px-6">
        <header className="grid gap-2">
          <h1 className="font-semibold font-serif text-[34px] leading-tight">{t('editorsTitle')}</h1>
          <p className="font-[550]">
            <Link href={`/admin/courses/${id}`} className="hover:text-violet-ink hover:underline">
              <bdi>{title}</bdi>
            </Link>
          </p>
          <p className="text-ink-2">{t('editorsMean')}</p>
        </header>
        <Editors courseId={id} editors={editors} />
      </main>
    </>
  );
}

export default withWords('/admin/courses/[id]/editors', EditorsPage);
