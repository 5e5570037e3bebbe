/** To the first quiz of one's own, and to its homework, step by step; each is ticked off by what is there. */
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type QuizStep, readFirstQuiz } from '../../_data/first-quiz.ts';
import { requirePermission } from '../../_data/viewer.ts';
import { stateOf } from '../../_features/first-steps/state-of.ts';
import { Step } from '../../_features/first-steps/step.tsx';
import { Header } from '../../_features/header/header.tsx';
import { withWords } from '../../_i18n/with-words.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { ShotFigure } from './shot-figure.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home.firstQuiz'))('title') };
}

async function FirstQuizPage() {
  const viewer = await requirePermission('/first-quiz', 'quiz.make');
  const { questions, quiz, classId, open } = await readFirstQuiz(viewer);
  const t = await getTranslations('home.firstQuiz');
  const toQuiz = (step: QuizStep) =>
    quiz !== null && (
      <ButtonLink href={`/quizzes/${quiz.id}`} look={open[0] === step ? 'first' : 'plain'} prefetch={false}>
        {t('open')}
      </ButtonLink>
    );
  return (
    <>
      <Header user={viewer} />
      <main id="content" className="mx-auto grid max-w-[760px] grid-cols-[minmax(0,1fr)] gap-7 px-4 py-10 sm:px-6">
        <div>
          <h1 className="font-semibold font-serif text-[34px] leading-tight">
            {t(open.length === 0 ? 'done' : 'title')}
          </h1>
          <p className="mt-2 text-[16px] text-ink-2">{t(open.length === 0 ? 'doneText' : 'text')}</p>
        </div>
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Step number={1} state={stateOf('question', open)} title={t('question.title')}>
            <p className="text-ink-2">
              {questions > 0 ? t('question.there', { count: questions }) : t('question.text')}
            </p>
            <p className="mt-3 flex flex-wrap gap-2">
              <ButtonLink href="/questions/new" look={questions === 0 ? 'first' : 'plain'} prefetch={false}>
                {t('question.new')}
              </ButtonLink>
              <ButtonLink href="/questions/import" prefetch={false}>
                {t('question.import')}
              </ButtonLink>
            </p>
            {questions === 0 && <ShotFigure shot="question" shows={t('question.picture')} />}
          </Step>
          <Step number={2} state={stateOf('quiz', open)} title={t('quiz.title')}>
            {quiz === null ? (
              <>
                <p className="text-ink-2">{t('quiz.text')}</p>
                <p className="mt-3 flex flex-wrap gap-2">
                  <ButtonLink href="/questions" look={open[0] === 'quiz' ? 'first' : 'plain'} prefetch={false}>
                    {t('quiz.questions')}
                  </ButtonLink>
                  <ButtonLink href="/quizzes" prefetch={false}>
                    {t('quiz.quizzes')}
                  </ButtonLink>
                </p>
                <ShotFigure shot="quiz" shows={t('quiz.picture')} />
              </>
            ) : (
              <p>
                <Link
                  className="text-violet-ink underline underline-offset-4"
                  href={`/quizzes/${quiz.id}`}
                  prefetch={false}
                >
                  <bdi>{quiz.title}</bdi>
                </Link>
              </p>
            )}
          </Step>
          <Step number={3} state={stateOf('rehearsal', open)} title={t('rehearsal.title')}>
            {open.includes('rehearsal') && (
              <>
                <p className="text-ink-2">{t('rehearsal.text')}</p>
                <p className="mt-3 empty:hidden">{toQuiz('rehearsal')}</p>
              </>
            )}
          </Step>
          <Step number={4} state={stateOf('played', open)} title={t('played.title')}>
            {open.includes('played') && (
              <>
                <p className="text-ink-2">{t('played.text')}</p>
                <p className="mt-3 empty:hidden">{toQuiz('played')}</p>
                <ShotFigure shot="wall" shows={t('played.picture')} />
              </>
            )}
          </Step>
          <Step number={5} state={stateOf('homework', open)} title={t('homework.title')}>
            {open.includes('homework') && (
              <>
                <p className="text-ink-2">{t('homework.text')}</p>
                {classId === null ? (
                  <p className="mt-3 flex flex-wrap items-center gap-3 text-ink-2">
                    {t('homework.noClass')}
                    <ButtonLink href="/classes" prefetch={false}>
                      {t('homework.class')}
                    </ButtonLink>
                  </p>
                ) : (
                  <p className="mt-3 empty:hidden">{toQuiz('homework')}</p>
                )}
                <ShotFigure shot="homework" shows={t('homework.picture')} />
              </>
            )}
          </Step>
        </ol>
        <section className="grid gap-2 text-[15px]">
          <h2 className="font-semibold text-[17px]">{t('after.title')}</h2>
          <p className="text-ink-2">{t('after.text')}</p>
          <p className="mt-1 flex flex-wrap gap-2">
            {classId !== null && (
              <ButtonLink href={`/classes/${classId}`} prefetch={false}>
                {t('after.board')}
              </ButtonLink>
            )}
            <ButtonLink href="/how/questions" look="quiet" prefetch={false}>
              {t('after.how')}
            </ButtonLink>
          </p>
        </section>
      </main>
    </>
  );
}

export default withWords('/first-quiz', FirstQuizPage);
