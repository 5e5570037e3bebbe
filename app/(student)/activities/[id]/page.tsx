/** A quiz as homework: when it is open, what it takes, and its questions. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readActivity } from '../../../_data/activities.ts';
import { requireViewer } from '../../../_data/viewer.ts';
import { ActivityFacts } from '../../../_features/activities/activity-facts.tsx';
import { BeginButton } from '../../../_features/activities/begin-button.tsx';
import { LooksAgain } from '../../../_features/activities/looks-again.tsx';
import { TimeLeft } from '../../../_features/activities/time-left.tsx';
import { HourAtLesson } from '../../../_features/class-now/hour-at-lesson.tsx';
import { WatchedNote } from '../../../_features/class-now/watched-note.tsx';
import { Header } from '../../../_features/header/header.tsx';
import { FormulaFaces } from '../../../_features/lesson/formula-faces.tsx';
import { PracticeBody } from '../../../_features/practice/practice-body.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';

/** A quiz has no headings. */
const NONE: readonly string[] = [];

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activities.page'))('title') };
}

async function ActivityPage({ params }: Props) {
  const { id } = await params;
  const viewer = await requireViewer(`/activities/${id}`);
  const data = await readActivity(viewer, id);
  const { title, className, slug, lessonId, questions, points, settings, state, about, next, now, watchers } = data;
  if (slug !== null) redirect(`/lessons/${slug}`);
  const t = await getTranslations('activities.page');
  const { phase, endsAt } = state;
  return (
    <>
      <FormulaFaces />
      <Header user={viewer}>
        <bdi className="truncate max-sm:hidden">{className}</bdi>
      </Header>
      <main id="content" className="mx-auto grid max-w-[44rem] grid-cols-[minmax(0,1fr)] gap-5 px-4 pt-8 pb-24 sm:px-6">
        <header className="grid gap-3">
          <p className="font-[550] text-[14px] text-violet-ink">
            <bdi>{className}</bdi>
          </p>
          <h1 dir="auto" className="text-balance font-semibold font-serif text-[34px] leading-[1.15]">
            {title}
          </h1>
          <p className="text-[14px] text-ink-2">{t('asked', { questions, points })}</p>
          <ActivityFacts settings={settings} state={state} about={about} />
        </header>
        {phase === 'toBegin' && <BeginButton activityId={id} minutes={state.minutes ?? 0} />}
        {phase === 'open' && endsAt !== null && (
          <TimeLeft user={viewer.id} now={Date.now()} ahead={state.now} endsAt={endsAt} />
        )}
        <LooksAgain ahead={state.now} at={next} />
        {now !== null && watchers.length > 0 && (
          <>
            <WatchedNote by={watchers} />
            <HourAtLesson lessonId={lessonId} questions={now.questions.map((one) => one.id)} sections={NONE} />
          </>
        )}
        {now !== null && (
          <PracticeBody
            // another account, and another phase, is another page
            key={`${viewer.id} ${id} ${phase} ${state.told}`}
            user={viewer.id}
            now={Date.now()}
            remarks={data.remarks}
            asking={data.asking}
            lessonId={lessonId}
            {...now}
          />
        )}
      </main>
    </>
  );
}

export default withWords('/activities/[id]', ActivityPage);
