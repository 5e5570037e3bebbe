/** A question of a bank: its text, what a student is asked, its versions, where it is asked, and with whom it is shared. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAuthor } from '../../../_data/courses.ts';
import { readQuestion } from '../../../_data/questions.ts';
import { withWords } from '../../../_i18n/with-words.tsx';
import { QuestionAbout } from '../question-about.tsx';
import { QuestionEditor } from '../question-editor.tsx';
import { QuestionFrame } from '../question-frame.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.questions'))('one') };
}

async function QuestionPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireAuthor(`/questions/${id}`);
  const question = await readQuestion(viewer, id);
  return (
    <QuestionFrame viewer={viewer}>
      <QuestionEditor key={id} user={viewer.id} question={question}>
        <QuestionAbout {...question} />
      </QuestionEditor>
    </QuestionFrame>
  );
}

export default withWords('/questions/[id]', QuestionPage);
