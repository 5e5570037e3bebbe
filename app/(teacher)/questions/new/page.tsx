/** A new question: written as it is in lessons, and tried as a student would. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { beginnings } from '../../../../domain/kinds/beginnings.ts';
import type { WrittenQuestion } from '../../../../domain/lesson/written/written.ts';
import { homesOf } from '../../../../server/features/questions/homes.ts';
import { requireAuthor } from '../../../_data/courses.ts';
import { withWords } from '../../../_i18n/with-words.tsx';
import { QuestionEditor } from '../question-editor.tsx';
import { QuestionFrame } from '../question-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.questions'))('new') };
}

/** A choice is what most begin with; any other kind is one press away. */
const BEGINNING: WrittenQuestion = {
  role: 'check',
  kind: 'choice',
  title: '',
  prompt: '',
  hints: [],
  solution: null,
  explanation: null,
  definitions: '',
  items: beginnings.choice.items,
  fences: beginnings.choice.fences,
  attributes: beginnings.choice.attributes,
};

async function NewQuestionPage() {
  const viewer = await requireAuthor('/questions/new');
  const homes = await homesOf(viewer);
  return (
    <QuestionFrame viewer={viewer}>
      <QuestionEditor user={viewer.id} question={null} beginning={BEGINNING} homes={homes} />
    </QuestionFrame>
  );
}

export default withWords('/questions/new', NewQuestionPage);
