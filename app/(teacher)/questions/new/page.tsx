/** A new question: written as it is in lessons, and tried as a student would. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requirePermission } from '../../../_data/viewer.ts';
import { withWords } from '../../../_i18n/with-words.tsx';
import { QuestionEditor } from '../question-editor.tsx';
import { QuestionFrame } from '../question-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.questions'))('new') };
}

async function NewQuestionPage() {
  const viewer = await requirePermission('/questions/new', 'question.make');
  const t = await getTranslations('desk.questions');
  return (
    <QuestionFrame viewer={viewer}>
      <QuestionEditor user={viewer.id} question={null} template={t('template')} />
    </QuestionFrame>
  );
}

export default withWords('/questions/new', NewQuestionPage);
