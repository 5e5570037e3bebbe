/** A version of a quiz as it was, and all of its versions with what they changed. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readQuizVersion } from '../../../../../_data/quizzes.ts';
import { requirePermission } from '../../../../../_data/viewer.ts';
import { Header } from '../../../../../_features/header/header.tsx';
import { withWords } from '../../../../../_i18n/with-words.tsx';
import { VersionView } from './version-view.tsx';

type Props = { params: Promise<{ id: string; number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.quizEditor.versions'))('title') };
}

async function QuizVersionPage({ params }: Props) {
  const { id, number } = await params;
  const viewer = await requirePermission(`/quizzes/${id}/versions/${number}`, 'quiz.make');
  if (!/^\d{1,6}$/.test(number)) notFound();
  const quiz = await readQuizVersion(viewer, id, Number(number));
  return (
    <>
      <Header user={viewer} wide>
        <Link href={`/quizzes/${id}`} className="truncate hover:text-ink max-sm:hidden">
          ‹ <bdi>{quiz.title}</bdi>
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[1200px] grid-cols-[minmax(0,1fr)] gap-4 px-4 py-5 sm:px-6">
        <VersionView key={number} quiz={quiz} />
      </main>
    </>
  );
}

export default withWords('/quizzes/[id]/versions/[number]', QuizVersionPage);
