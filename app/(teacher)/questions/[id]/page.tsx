/** A question of a bank: its text, what a student is asked, its versions, where it is asked, and with whom it is shared. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAuthor } from '../../../_data/courses.ts';
import { readQuestion } from '../../../_data/questions.ts';
import { withWords } from '../../../_i18n/with-words.tsx';
import { QuestionAbout } from '../question-about.tsx';
import { QuestionEditor } from '../question-editor.tsx';
import { QuestionFrame } from '../question-frame.tsx';
import { QuestionMeasures } from '../question-measures.tsx';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.questions'))('one') };
}

async function QuestionPage({ params, searchParams }: Props) {
  const [{ id }, { code }] = await Promise.all([params, searchParams]);
  const viewer = await requireAuthor(`/questions/${id}`);
  const question = await readQuestion(viewer, id);
  return (
    <QuestionFrame viewer={viewer}>
      <QuestionEditor key={id} user={viewer.id} question={question} notRun={code === 'not-run'}>
        <QuestionMeasures questionId={id} />
        <QuestionAbout {...question} />
      </QuestionEditor>
    </QuestionFrame>
  );
}

export default withWords('/questions/[id]', QuestionPage);
