/**
 * The front door: what this is, at once; the ways in for students, teachers and those who want to run it; and two exercises that
 * anybody can try. Signed-in people go to their home page.
 */

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isCode } from '../domain/kinds/asked.ts';
import { viewOf } from '../domain/question.ts';
import { environment } from '../server/env.ts';
import { frontExercises } from '../server/features/trying/front-page.ts';
import { makeLog } from '../server/log.ts';
import { currentViewer } from './_data/viewer.ts';
import { CodeWay } from './_features/front/code-way.tsx';
import { CommandLine } from './_features/front/command-line.tsx';
import { RoomPicture } from './_features/front/room-picture.tsx';
import { TryExercise } from './_features/front/try-exercise.tsx';
import { Header } from './_features/header/header.tsx';
import { withWords } from './_i18n/with-words.tsx';
import { ButtonLink } from './_ui/button.tsx';

const POINTS = ['grade', 'live', 'kept'] as const;
const COMMANDS = ['npm start', 'npm start -- --host 0.0.0.0'] as const;

async function FrontPage() {
  if ((await currentViewer()) !== undefined) redirect('/home');
  const t = await getTranslations('home.front');
  const common = await getTranslations('common');
  const exercises = await exercisesToTry();
  return (
    <>
      <Header />
      <main id="content" className="mx-auto max-w-[1160px] px-4 pb-20 sm:px-6">
        {/* as high as it will be, whichever typeface is there first */}
        <section className="grid gap-x-12 gap-y-10 pt-10 pb-14 sm:pt-16 lg:min-h-[38rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div>
            <h1 className="text-balance font-semibold font-serif text-[40px] leading-[1.08] tracking-[-0.01em] sm:text-[54px]">
              {common('tagline')}
            </h1>
            {/* a line more than it needs is kept for it: the typeface that stands in until its own is there runs wider */}
            <p className="mt-4 min-h-[7.5em] max-w-[32em] sm:min-h-[6em] text-pretty font-serif text-[19px] text-ink-2 leading-normal">
              {t('lead')}
            </p>
            <h2 className="mt-8 font-semibold text-[15px]">{t('student.title')}</h2>
            <CodeWay />
            <p className="mt-6 grid justify-items-start gap-3 text-[15px]">
              <ButtonLink href="/sign-in">{t('teacher.signIn')}</ButtonLink>
              <a href="#run" className="text-violet-ink underline underline-offset-3">
                {t('run.link')}
              </a>
            </p>
          </div>
          <RoomPicture />
        </section>
        {exercises.length > 0 && (
          <section aria-labelledby="try" className="border-line border-t pt-12">
            <h2 id="try" className="font-semibold font-serif text-[28px] leading-tight">
              {t('try.title')}
            </h2>
            <p className="mt-1.5 max-w-[42em] text-ink-2">{t('try.text')}</p>
            <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
              {exercises.map((question) => (
                <TryExercise key={question.id} question={question} />
              ))}
            </div>
          </section>
        )}
        <ul className="mt-14 grid gap-x-10 gap-y-6 border-line border-t pt-10 sm:grid-cols-3">
          {POINTS.map((point) => (
            <li key={point}>
              <h2 className="font-semibold">{t(`points.${point}.title`)}</h2>
              <p className="mt-1 text-[14.5px] text-ink-2">{t(`points.${point}.text`)}</p>
            </li>
          ))}
        </ul>
        <section
          id="run"
          aria-labelledby="run-title"
          className="mt-14 grid scroll-mt-20 gap-x-10 gap-y-5 grid-cols-[minmax(0,1fr)] rounded-3 bg-fill p-6 sm:p-9 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)]"
        >
          <div>
            <h2 id="run-title" className="font-semibold font-serif text-[26px] leading-tight">
              {t('run.title')}
            </h2>
            <p className="mt-2 max-w-[34em] text-ink-2">{t('run.text')}</p>
          </div>
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {COMMANDS.map((command, index) => (
              <li key={command} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
                <span className="text-[14px] text-ink-2">{t(index === 0 ? 'run.alone' : 'run.room')}</span>
                <CommandLine command={command} />
              </li>
            ))}
          </ol>
        </section>
      </main>
    </>
  );
}

/** Without their keys; none where this server leaves them out, or where they cannot be read. */
async function exercisesToTry() {
  const { strangersTry, log } = environment();
  if (!strangersTry) return [];
  try {
    return (await frontExercises()).map((question) => {
      const view = viewOf(question);
      // nothing is handed in here: there is no hidden test to speak of
      return isCode(view) ? { ...view, hiddenTests: 0 } : view;
    });
  } catch (error) {
    makeLog('pages', log).error({ err: error }, 'the front page has no exercises');
    return [];
  }
}

export default withWords('/', FrontPage);
