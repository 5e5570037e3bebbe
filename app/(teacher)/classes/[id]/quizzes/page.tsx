/** The live quizzes of a class: those running to go back into, those over with their report. */

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readQuizzes, requireClass } from '../../../../_data/classes.ts';
import { withWords } from '../../../../_i18n/with-words.tsx';
import { ButtonLink } from '../../../../_ui/button.tsx';
import { Chip } from '../../../../_ui/chip.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { ClassFrame } from '../class-frame.tsx';
import { NamesSetting } from './names-setting.tsx';
import { SessionCounts } from './session-counts.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.quizzes'))('title') };
}

async function QuizzesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { viewer, found } = await requireClass(id, `/classes/${id}/quizzes`, 'class.results');
  const quizzes = await readQuizzes(id);
  const t = await getTranslations('desk.quizzes');
  return (
    <ClassFrame viewer={viewer} found={found} tab="quizzes">
      <div className="mx-auto grid max-w-[860px] gap-6">
        <h1 className="font-semibold text-[22px]">{t('title')}</h1>
        {found.may.manage && <NamesSetting classId={id} initial={found.showNames} />}
        {quizzes.length === 0 ? (
          <p className="rounded-2 border border-line border-dashed p-8 text-center text-ink-2">{t('none')}</p>
        ) : (
          <ul className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
            {quizzes.map((quiz) => (
              <li
                key={quiz.id}
                className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5 text-[14px]"
              >
                <span className="min-w-0 flex-1 basis-64">
                  <span className="block font-[550]">{quiz.lesson}</span>
                  <span className="text-[13px] text-ink-3">
                    {t('when')} <DateTime iso={quiz.openedAt} />
                  </span>
                </span>
                <span className="text-ink-2 tabular-nums">{t('players', { count: quiz.players })}</span>
                <Chip tone={quiz.over ? 'plain' : 'violet'}>
                  {quiz.over ? t('over') : `● ${t('running', { code: quiz.code })}`}
                </Chip>
                {found.may.manage && (
                  <SessionCounts classId={id} session={{ id: quiz.id, lesson: quiz.lesson }} initial={quiz.counts} />
                )}
                {found.may.manage && !quiz.over && (
                  <ButtonLink
                    size="small"
                    href={`/live/${quiz.id}/host`}
                    prefetch={false}
                    aria-label={t('hostOf', { lesson: quiz.lesson })}
                  >
                    {t('host')}
                  </ButtonLink>
                )}
                <ButtonLink
                  size="small"
                  href={`/live/${quiz.id}/report`}
                  prefetch={false}
                  aria-label={t('reportOf', { lesson: quiz.lesson })}
                >
                  {t('report')}
                </ButtonLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </ClassFrame>
  );
}

export default withWords('/classes/[id]/quizzes', QuizzesPage);
