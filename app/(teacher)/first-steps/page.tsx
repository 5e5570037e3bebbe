/** To the first class and the first live quiz in three steps, each ticked off by what is there. */

import clsx from 'clsx';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readCourseNames } from '../../_data/classes.ts';
import { openSteps, readFirstSteps, readLessonsToPlay } from '../../_data/first-steps.ts';
import { requirePermission } from '../../_data/viewer.ts';
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
  const stateOf = (step: (typeof open)[number]): StepState =>
    open.includes(step) ? (open[0] === step ? 'now' : 'later') : 'done';
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
          <Step number={1} state={stateOf('class')} title={t('class.title')} words={t}>
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
          <Step number={2} state={stateOf('students')} title={t('students.title')} words={t}>
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
          <Step number={3} state={stateOf('quiz')} title={t('quiz.title')} words={t}>
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

type StepState = 'done' | 'now' | 'later';

interface StepProps {
  number: number;
  state: StepState;
  title: string;
  words(key: 'stepDone' | 'stepNow'): string;
  children: ReactNode;
}

function Step({ number, state, title, words, children }: StepProps) {
  return (
    <li
      aria-current={state === 'now' ? 'step' : undefined}
      className={clsx(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 rounded-2 border p-5',
        state === 'now' ? 'border-violet bg-sheet shadow-sheet' : 'border-line',
      )}
    >
      <span
        aria-hidden
        className={clsx(
          'grid size-9 place-items-center rounded-full font-semibold text-[15px]',
          state === 'done' && 'bg-good-soft text-good',
          state === 'now' && 'bg-violet text-on-violet',
          state === 'later' && 'bg-fill text-ink-2',
        )}
      >
        {state === 'done' ? '✓' : number}
      </span>
      <div className="min-w-0">
        <h2 className="flex min-h-9 flex-wrap items-center gap-x-3 font-semibold text-[17px]">
          {title}
          {state !== 'later' && (
            <span className={clsx('font-normal text-[13px]', state === 'done' ? 'text-good' : 'text-violet-ink')}>
              {words(state === 'done' ? 'stepDone' : 'stepNow')}
            </span>
          )}
        </h2>
        <div className="mt-1 text-[15px] empty:hidden">{children}</div>
      </div>
    </li>
  );
}

export default withWords('/first-steps', FirstStepsPage);
