/** The lessons and quizzes of a class: which are given, and by which rules. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readLessonPlan, readOutside, readQuizPlan, requireClass } from '../../../../_data/classes.ts';
import { UnwrittenPlaces } from '../../../../_features/courses/unwritten-places.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { LessonRow } from './lesson-row.tsx';
import { OutsideList } from './outside-list.tsx';
import { QuizRow } from './quiz-row.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.lessons'))('title') };
}

async function LessonsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/lessons`);
  const [levels, quizzes, outside] = await Promise.all([
    readLessonPlan(id, found.courseId),
    readQuizPlan(id, viewer.id),
    readOutside(id),
  ]);
  const t = await getTranslations('desk.lessons');
  return (
    <ClassFrame viewer={viewer} found={found} tab="lessons">
      <div className="mx-auto grid max-w-[1000px] gap-6">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        {levels.map((level) => (
          <section key={level.id} aria-labelledby={level.id} className="grid gap-2">
            <h2 id={level.id} className="font-semibold text-[15px] text-ink-2">
              {t.rich('level', { number: level.number, title: level.title, ...BDI })}
            </h2>
            <ol className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet empty:hidden">
              {level.lessons
                .filter((lesson) => lesson.written)
                .map((lesson) => (
                  <LessonRow key={lesson.id} classId={id} zone={found.timeZone} lesson={lesson} />
                ))}
            </ol>
            <UnwrittenPlaces
              places={level.lessons
                .filter((lesson) => !lesson.written)
                .map(({ place: number, title }) => ({ number, title }))}
            />
          </section>
        ))}
        <section aria-labelledby="quizzes" className="grid gap-2">
          <h2 id="quizzes" className="font-semibold text-[15px] text-ink-2">
            {t('quizzes')}
          </h2>
          {quizzes.length === 0 ? (
            <p className="rounded-2 border border-line border-dashed p-6 text-center text-[14px] text-ink-2">
              <Link className="text-violet-ink underline" href="/quizzes" prefetch={false}>
                {t('noQuiz')}
              </Link>
            </p>
          ) : (
            <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
              {quizzes.map((quiz) => (
                <QuizRow key={quiz.id} classId={id} zone={found.timeZone} quiz={quiz} />
              ))}
            </ul>
          )}
        </section>
        <OutsideList classId={id} zone={found.timeZone} initial={outside} />
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/lessons', LessonsPage);
