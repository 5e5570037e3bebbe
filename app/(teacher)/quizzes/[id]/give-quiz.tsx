/** Gives the quiz as homework: to each class by rules of its own. */
import { useTranslations } from 'next-intl';
import type { ActivitySettings } from '../../../../domain/activities/settings.ts';
import { homeworkOf, type QuizSettings } from '../../../../domain/quiz/settings.ts';
import type { KeptVersion as Kept } from '../../../_data/kept-versions.ts';
import { GivenRow } from '../../../_features/activities/given-row.tsx';
import { KeptVersion } from '../../../_features/activities/kept-version.tsx';

interface GiveQuizProps {
  quiz: {
    id: string;
    title: string;
    settings: QuizSettings;
    classes: {
      id: string;
      name: string;
      settings: ActivitySettings | null;
      activityId: string | null;
      timeZone: string | null;
      kept: Kept | null;
    }[];
  };
  isSaved: boolean;
}

export function GiveQuiz({ quiz: { id, title, classes, settings: usual }, isSaved }: GiveQuizProps) {
  const t = useTranslations('activities.give');
  return (
    <section
      aria-label={t('title')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
    >
      <h2 className="font-semibold text-[16px]">{t('title')}</h2>
      {classes.length === 0 && <p className="text-[14px] text-ink-2">{t('noClass')}</p>}
      {classes.length > 0 && !isSaved && <p className="text-[14px] text-ink-2">{t('saveFirst')}</p>}
      {classes.length > 0 && isSaved && (
        <ul className="-mx-4 divide-y divide-line">
          {classes.map(({ id: classId, name, settings, activityId, timeZone, kept }) => (
            <GivenRow
              key={classId}
              classId={classId}
              lessonId={id}
              title={title}
              name={name}
              isQuiz
              usual={homeworkOf(usual)}
              settings={settings}
              activityId={activityId}
              zone={timeZone}
              below={kept !== null && <KeptVersion classId={classId} quizId={id} name={name} opens kept={kept} />}
            >
              <bdi className="min-w-0 flex-1 basis-40 font-[550]">{name}</bdi>
            </GivenRow>
          ))}
        </ul>
      )}
    </section>
  );
}
