/** To the first class and the first live quiz in three steps, each ticked off by what is there. */

import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readCourseNames } from '../../_data/classes.ts';
import { openSteps, readFirstSteps, readLessonsToPlay } from '../../_data/first-steps.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { stateOf } from '../../_features/first-steps/state-of.ts';
import { Step } from '../../_features/first-steps/step.tsx';
import { Header } from '../../_features/header/header.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { CopyLink } from '../../_ui/copy-link.tsx';
import { NewClass } from '../classes/new-class.tsx';
import { PutOff } from './put-off.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home.firstSteps'))('title') };
}

async function FirstStepsPage() {
  const viewer = await requirePermission('/first-steps', 'class.create');
  const steps = await readFirstSteps(viewer);
  const open = openSteps(steps);
  const t = await getTranslations('home.firstSteps');
  const lessons = steps.class === null ? [] : await readLessonsToPlay(steps.class.courseId);
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[760px] grid-cols-[minmax(0,1fr)] gap-7 px-4 py-10 sm:px-6">
        <div>
          <h1 className="font-semibold font-serif text-[34px] leading-tight">
            {open.length === 0 ? t('done') : t.rich('welcome', { name: viewer.name, ...BDI })}
          </h1>
          <p className="mt-2 text-[16px] text-ink-2">{open.length === 0 ? t('doneText') : t('text')}</p>
        </div>
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Step number={1} state={stateOf('class', open)} title={t('class.title')}>
            {steps.class === null ? (
              <>
                <p className="mb-4 text-ink-2">{t('class.text')}</p>
                <NewClass courses={await readCourseNames()} />
              </>
            ) : (
              <p>
                <Link className="text-violet-ink hover:underline" href={`/classes/${steps.class.id}`}>
                  <bdi>{steps.class.name}</bdi>
                </Link>
              </p>
            )}
          </Step>
          <Step number={2} state={stateOf('students', open)} title={t('students.title')}>
            {steps.students > 0 ? (
              <p className="text-ink-2">{t('students.there', { count: steps.students })}</p>
            ) : (
              steps.class !== null && (
                <div className="grid gap-3">
                  <p className="text-ink-2">{t('students.text')}</p>
                  {steps.class.joinToken !== null && (
                    <CopyLink path={`/join-class/${steps.class.joinToken}`} label={t('students.link')} />
                  )}
                  <p>
                    <ButtonLink href={`/classes/${steps.class.id}/people`}>{t('students.people')}</ButtonLink>
                  </p>
                </div>
              )
            )}
          </Step>
          <Step number={3} state={stateOf('quiz', open)} title={t('quiz.title')}>
            {!steps.quiz && steps.class !== null && (
              <>
                <p className="text-ink-2">{t('quiz.text')}</p>
                <ul className="mt-3 flex flex-wrap gap-2">
                  {lessons.map(({ slug, title }) => (
                    <li key={slug}>
                      <ButtonLink href={`/lessons/${slug}`}>{title}</ButtonLink>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Step>
        </ol>
        <p className="text-[15px] text-ink-2">
          {t.rich('ownQuestions', {
            quiz: (words) => (
              <Link className="text-violet-ink underline underline-offset-4" href="/first-quiz">
                {words}
              </Link>
            ),
          })}
        </p>
        <p className="flex flex-wrap items-center gap-3">
          {open.length === 0 ? (
            <ButtonLink look="first" href="/home">
              {t('home')}
            </ButtonLink>
          ) : (
            <PutOff />
          )}
        </p>
      </main>
    </>
  );
}

export default withWords('/first-steps', FirstStepsPage);
