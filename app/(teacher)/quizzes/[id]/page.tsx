/** A quiz of one's own: its questions in their order, times and points, and the way into a room. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readQuiz } from '../../../_data/quizzes.ts';
import { requirePermission } from '../../../_data/viewer.ts';
import { Header } from '../../../_features/header/header.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { QuizEditor } from './quiz-editor.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.ownQuizzes'))('one') };
}

async function QuizPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requirePermission(`/quizzes/${id}`, 'quiz.make');
  const quiz = await readQuiz(viewer, id);
  const t = await getTranslations('desk.ownQuizzes');
  return (
    <>
      <Header user={viewer} wide>
        <Link href="/quizzes" className="truncate hover:text-ink max-sm:hidden">
          ‹ {t('title')}
        </Link>
      </Header>
      <main id="content" className="mx-auto grid max-w-[1300px] grid-cols-[minmax(0,1fr)] gap-4 px-4 py-5 sm:px-6">
        <QuizEditor key={id} quiz={quiz} />
      </main>
    </>
  );
}

export default withWords('/quizzes/[id]', QuizPage);
