/** A question of a bank: its text, what a student is asked, its versions, where it is asked, and with whom it is shared. */
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Person } from '../../../../domain/people/person.ts';
import { requireAuthor } from '../../../_data/courses.ts';
import { readLessonQuestion, readOptionalBanked } from '../../../_data/questions.ts';
import { Html } from '../../../_features/lesson/html.tsx';
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
  const question = await readOptionalBanked(viewer, id);
  if (question === undefined) return <OfLesson viewer={viewer} id={id} />;
  return (
    <QuestionFrame viewer={viewer}>
      <QuestionEditor key={id} user={viewer.id} question={question} notRun={code === 'not-run'}>
        <QuestionMeasures questionId={id} />
        <QuestionAbout {...question} />
      </QuestionEditor>
    </QuestionFrame>
  );
}

/** One of a lesson: what it asks, and how it went. It is changed where it is written. */
async function OfLesson({ viewer, id }: { viewer: Person; id: string }) {
  const { title, lesson, course, promptHtml } = await readLessonQuestion(viewer, id);
  const t = await getTranslations('desk.questions');
  return (
    <QuestionFrame viewer={viewer}>
      <div className="mx-auto grid w-full max-w-[900px] grid-cols-[minmax(0,1fr)] gap-4">
        <header className="grid gap-1">
          <h1 dir="auto" className="font-semibold text-[22px]">
            {title}
          </h1>
          <p className="text-[14px] text-ink-2">
            {t('ofLessonLong')} <bdi>{course === null ? lesson : `${course} · ${lesson}`}</bdi>
          </p>
        </header>
        <Html html={promptHtml} className="prose rounded-2 border border-line bg-sheet px-4 py-3" />
        <QuestionMeasures questionId={id} open />
      </div>
    </QuestionFrame>
  );
}

export default withWords('/questions/[id]', QuestionPage);
