/** Home: one's classes, what is to do, what is live. */

import clsx from 'clsx';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { can } from '../../../domain/people/permissions.ts';
import { readFeedback } from '../../_data/feedback.ts';
import { firstStepsAtHome, openSteps } from '../../_data/first-steps.ts';
import { readHome, readInvitations } from '../../_data/home.ts';
import { readLedNow } from '../../_data/live-lists.ts';
import { requireViewer } from '../../_data/viewer.ts';
import { HourAtHome } from '../../_features/class-now/hour-at-home.tsx';
import { ToFirstQuiz } from '../../_features/first-steps/to-first-quiz.tsx';
import { Header } from '../../_features/header/header.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { ClassCard } from './class-card.tsx';
import { Feedback } from './feedback.tsx';
import { Invitations } from './invitations.tsx';
import { StudentHome } from './student-home.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

async function HomePage() {
  const viewer = await requireViewer('/home');
  const [classes, steps, invitations, led, feedback] = await Promise.all([
    readHome(viewer),
    firstStepsAtHome(viewer),
    readInvitations(viewer),
    can(viewer.role, 'live.open') ? readLedNow(viewer) : [],
    readFeedback(viewer),
  ]);
  // the first sign-in of somebody who teaches
  if (steps?.class === null && viewer.role === 'teacher' && classes.length + invitations.length + led.length === 0)
    redirect('/first-steps');
  const t = await getTranslations('home');
  const learns = classes.some(({ teaches, assists }) => !teaches && !assists);
  return (
    <>
      <Header user={viewer} />
      <main id="content" className={clsx('mx-auto px-4 py-10 sm:px-6', learns ? 'max-w-[1100px]' : 'max-w-[860px]')}>
        {/* on a phone the name has a line of its own: nothing moves once the font is there */}
        <h1 className="font-semibold font-serif text-[34px] leading-tight [overflow-wrap:anywhere] max-sm:text-[30px] max-sm:[&_bdi]:block">
          {t.rich('hello', { name: viewer.name, ...BDI })}
        </h1>
        <Invitations invitations={invitations} />
        {steps !== undefined && <FirstStepsLine open={openSteps(steps).length} />}
        <LedNow led={led} />
        {classes.length + invitations.length === 0 && <NoClass teacher={can(viewer.role, 'class.create')} />}
        {learns ? (
          <>
            <HourAtHome />
            <StudentHome viewer={viewer} classes={classes} feedback={feedback} />
          </>
        ) : (
          <>
            <div className="mt-6 empty:hidden">
              <Feedback feedback={feedback} />
            </div>
            {classes.map((one) => (
              <ClassCard key={one.id} one={one} activities={one.activities} />
            ))}
          </>
        )}
        <p className="mt-8 text-[14px]">
          <Link
            className="text-ink-3 underline underline-offset-2 hover:text-ink"
            href={can(viewer.role, 'live.open') ? '/live' : '/played'}
            prefetch={false}
          >
            {t(can(viewer.role, 'live.open') ? 'live.all' : 'live.played')}
          </Link>
        </p>
        {steps === undefined && can(viewer.role, 'class.create') && (
          <p className="mt-8 flex flex-wrap gap-x-5 gap-y-2 text-[14px]">
            <Link className="text-ink-3 underline underline-offset-2 hover:text-ink" href="/first-steps">
              {t('firstSteps.find')}
            </Link>
            <ToFirstQuiz />
          </p>
        )}
      </main>
    </>
  );
}

/** A quiz outlasts the tab that it was led in: here one comes back to it. */
async function LedNow({ led }: { led: Awaited<ReturnType<typeof readLedNow>> }) {
  const t = await getTranslations('home.live');
  if (led.length === 0) return null;
  return (
    <ul aria-label={t('led')} className="mt-6 grid gap-2">
      {led.map(({ id, title, code }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 bg-violet-soft px-5 py-3 text-violet-ink"
        >
          <span className="font-[550]">{t.rich('runs', { title, code, ...BDI })}</span>
          <ButtonLink size="small" className="ms-auto" href={`/live/${id}/host`} prefetch={false}>
            {t('host')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

async function FirstStepsLine({ open }: { open: number }) {
  const t = await getTranslations('home.firstSteps');
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 bg-violet-soft px-5 py-3 text-violet-ink">
      <span className="font-[550]">{t('line', { done: 3 - open })}</span>
      <ButtonLink size="small" className="ms-auto" href="/first-steps">
        {t('go')}
      </ButtonLink>
    </p>
  );
}

async function NoClass({ teacher }: { teacher: boolean }) {
  const t = await getTranslations(teacher ? 'home.noClassTeacher' : 'home.noClass');
  return (
    <section className="mt-8 rounded-2 border border-line border-dashed p-8 text-center">
      <h2 className="font-semibold text-[17px]">{t('title')}</h2>
      <p className="mt-1 text-ink-2">{t('text')}</p>
      {teacher && (
        <ButtonLink className="mt-4" look="first" href="/classes">
          {t('make')}
        </ButtonLink>
      )}
    </section>
  );
}

export default withWords('/home', HomePage);
