/** A new question: written as it is in lessons, and tried as a student would. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { beginnings } from '../../../../domain/kinds/beginnings.ts';
import type { WrittenQuestion } from '../../../../domain/lesson/written/written.ts';
import { homesOf } from '../../../../server/features/questions/homes.ts';
import { requireAuthor } from '../../../_data/courses.ts';
import { readUnsaved } from '../../../_data/questions.ts';
import { UnsavedQuestions } from '../../../_features/drafting/unsaved-questions.tsx';
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

type Props = { searchParams: Promise<{ draft?: string }> };

/** Each new question is a draft of its own, which its address names: none takes the place of another. */
async function NewQuestionPage({ searchParams }: Props) {
  const { draft } = await searchParams;
  const named = z.uuid().safeParse(draft);
  const viewer = await requireAuthor(named.success ? `/questions/new?draft=${named.data}` : '/questions/new');
  if (!named.success) redirect(`/questions/new?draft=${crypto.randomUUID()}`);
  const [homes, unsaved] = await Promise.all([homesOf(viewer), readUnsaved(viewer)]);
  return (
    <QuestionFrame viewer={viewer}>
      <UnsavedQuestions user={viewer.id} open={named.data} {...unsaved} />
      <QuestionEditor
        key={named.data}
        user={viewer.id}
        question={null}
        newId={named.data}
        beginning={BEGINNING}
        homes={homes}
      />
    </QuestionFrame>
  );
}

export default withWords('/questions/new', NewQuestionPage);
