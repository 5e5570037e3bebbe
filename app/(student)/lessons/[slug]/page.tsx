/** A lesson: to read, to practise, to be graded. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { quizQuestionsOf } from '../../../../domain/live/quiz-questions.ts';
import { type Query, withQuery } from '../../../../domain/with-query.ts';
import { readLesson, readMoved, readPublished } from '../../../_data/lesson.ts';
import { currentViewer, requirePermission } from '../../../_data/viewer.ts';
import { ActivityFacts } from '../../../_features/activities/activity-facts.tsx';
import { LooksAgain } from '../../../_features/activities/looks-again.tsx';
import { HourAtLesson } from '../../../_features/class-now/hour-at-lesson.tsx';
import { WatchedNote } from '../../../_features/class-now/watched-note.tsx';
import { CourseMap } from '../../../_features/courses/course-map.tsx';
import { PointsEarned } from '../../../_features/courses/points-earned.tsx';
import { Header } from '../../../_features/header/header.tsx';
import { FormulaFaces } from '../../../_features/lesson/formula-faces.tsx';
import { LessonFold } from '../../../_features/lesson/lesson-fold.tsx';
import { LessonFrame } from '../../../_features/lesson/lesson-frame.tsx';
import { LessonHead } from '../../../_features/lesson/lesson-head.tsx';
import { PreviousNext } from '../../../_features/lesson/previous-next.tsx';
import { TableOfContents } from '../../../_features/lesson/table-of-contents.tsx';
import { StartQuiz } from '../../../_features/live/start-quiz.tsx';
import { PracticeBody } from '../../../_features/practice/practice-body.tsx';
import { withWords } from '../../../_i18n/with-words.tsx';
import { Chip } from '../../../_ui/chip.tsx';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // this runs before the page asks who looks: strangers are told no title either
  if ((await currentViewer()) === undefined) return {};
  const lesson = await readPublished((await params).slug);
  // what is not open yet tells its title, which stands in the course's list, and nothing more
  return lesson === undefined ? {} : { title: lesson.title };
}

async function LessonPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const viewer = await requirePermission(`/lessons/${slug}`, 'lesson.read');
  const data = await readLesson(slug, viewer);
  if (data === undefined || data.level === undefined) {
    const moved = await readMoved(slug);
    if (moved !== undefined) permanentRedirect(withQuery(`/lessons/${moved}`, await searchParams));
    notFound();
  }
  const { lesson, level, now, remarks, asking, given, liveJoin, teaches, watchers } = data;
  const desk = await getTranslations('desk.board');
  const hasChecks = lesson.content.questions.some((one) => one.role === 'check');
  const t = await getTranslations('home');
  const at = level.places.findIndex((place) => place.current);
  const here = level.places[at];
  const points =
    here === undefined ? null : (
      <Chip>
        <PointsEarned earned={here.earned} points={here.points} />
      </Chip>
    );
  return (
    <>
      <FormulaFaces />
      <Header user={viewer}>
        <nav aria-label={t('breadcrumb')} className="flex min-w-0 items-center gap-2 truncate max-md:hidden">
          <span className="truncate">{lesson.course.title}</span>
          <span aria-hidden>›</span>
          <Link
            className="whitespace-nowrap hover:text-ink"
            href={`/courses/${lesson.course.slug}/${lesson.level.slug}`}
          >
            {t('level', { number: lesson.level.number })}
          </Link>
          {here !== undefined && (
            <>
              <span aria-hidden>›</span>
              <span className="whitespace-nowrap">{t('lesson', { number: here.number })}</span>
            </>
          )}
        </nav>
        <span className="ms-auto flex shrink-0 items-center gap-2">
          {liveJoin !== null && (
            <Link href={liveJoin}>
              <Chip tone="violet">● {t('liveRunning')}</Chip>
            </Link>
          )}
          {points !== null && <span className="max-sm:hidden">{points}</span>}
        </span>
      </Header>
      <LessonFrame
        map={<CourseMap level={lesson.level.number} places={level.places} />}
        contents={now !== null && <TableOfContents entries={lesson.content.toc} />}
      >
        <LessonHead
          level={lesson.level.number}
          place={here?.number ?? null}
          places={level.places.length}
          title={lesson.content.title}
          description={now === null ? '' : lesson.content.description}
          readingSeconds={lesson.content.readingSeconds}
        />
        {now !== null && <LessonFold entries={lesson.content.toc} points={points} />}
        {given !== null && (
          <div className="-mt-4 mb-8 grid gap-3">
            <ActivityFacts settings={given.settings} state={given.state} about={given.about} />
            <LooksAgain ahead={given.state.now} at={given.next} />
          </div>
        )}
        {teaches !== null && hasChecks && (
          <section
            aria-label={desk('playHere')}
            className="mb-8 grid gap-3 rounded-2 border border-line bg-sheet px-5 py-4 print:hidden"
          >
            <h2 className="font-semibold text-[15px]">{desk('playHere')}</h2>
            <StartQuiz lessonId={lesson.id} classes={teaches} questions={quizQuestionsOf(lesson.content)} />
          </section>
        )}
        {now !== null && watchers.length > 0 && (
          <>
            <WatchedNote by={watchers} />
            <HourAtLesson
              lessonId={lesson.id}
              questions={now.questions.map(({ id }) => id)}
              sections={lesson.content.toc.map(({ id }) => id)}
            />
          </>
        )}
        {now !== null && (
          <PracticeBody
            // another account, another lesson or another phase of it is another page
            key={`${viewer.id} ${lesson.id} ${given?.state.phase} ${given?.state.told}`}
            user={viewer.id}
            now={Date.now()}
            remarks={remarks}
            asking={asking}
            lessonId={lesson.id}
            {...now}
          />
        )}
        {here !== undefined && (
          <PreviousNext previous={level.places[at - 1] ?? null} next={level.places[at + 1] ?? null} />
        )}
      </LessonFrame>
    </>
  );
}

export default withWords('/lessons/[slug]', LessonPage);
