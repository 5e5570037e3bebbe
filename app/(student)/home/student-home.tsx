/**
 * What a student finds at home, in the order of what is wanted next: what is live, where they were, what is due, what comes back to
 * be practised, what was said to their work, the level, and quizzes that are over.
 */
import { getTranslations } from 'next-intl/server';
import type { Person } from '../../../domain/people/person.ts';
import type { readFeedback } from '../../_data/feedback.ts';
import type { readHome } from '../../_data/home.ts';
import { readStudentHome } from '../../_data/student-home.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { ClassCard } from './class-card.tsx';
import { Feedback } from './feedback.tsx';
import { GivenLine } from './given-line.tsx';
import { GoOnCard } from './go-on-card.tsx';
import { LevelCard } from './level-card.tsx';
import { PastQuizzes } from './past-quizzes.tsx';
import { PractiseCard } from './practise-card.tsx';

type Class = Awaited<ReturnType<typeof readHome>>[number];
type Given = Class['activities'][number];

interface StudentHomeProps {
  viewer: Person;
  classes: readonly Class[];
  feedback: Awaited<ReturnType<typeof readFeedback>>;
}

export async function StudentHome({ viewer, classes, feedback }: StudentHomeProps) {
  const [t, { practising, goOn, past }] = await Promise.all([getTranslations('home'), readStudentHome(viewer)]);
  const learning = classes.filter(({ teaches, assists }) => !teaches && !assists);
  const live = learning.filter(({ live: room }) => room !== null);
  const due = learning
    .flatMap((one) => one.activities.filter(isDue))
    .toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)));
  const levels = learning.flatMap(({ level }) => level ?? []);
  const level = levels.find(({ places }) => places.some(({ lessonId }) => lessonId === goOn?.lessonId)) ?? levels[0];
  const first = due[0] ?? learning.flatMap(({ activities }) => activities.filter(isToDo))[0] ?? null;
  return (
    <>
      {live.map((one) => (
        <p
          key={one.id}
          className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 bg-violet-soft px-5 py-3.5 text-violet-ink"
        >
          <span className="font-[550]">{t.rich('liveNow.runs', { name: one.name, ...BDI })}</span>
          <ButtonLink look="first" size="small" className="ms-auto" href={one.live?.join ?? ''}>
            ● {t('live.join')}
          </ButtonLink>
        </p>
      ))}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <GoOnCard goOn={goOn} first={first} />
          {due.length > 0 && (
            <section aria-label={t('due.title')} className="overflow-hidden rounded-2 border border-line bg-sheet">
              <h2 className="border-line border-b px-5 py-3.5 font-semibold text-[17px]">{t('due.title')}</h2>
              <ul className="divide-y divide-line">
                {due.map((given) => (
                  <GivenLine key={given.id} given={given} />
                ))}
              </ul>
            </section>
          )}
          <PractiseCard practising={practising} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Feedback feedback={feedback} />
          {level !== undefined && <LevelCard level={level} currentId={goOn?.lessonId} />}
          <PastQuizzes rooms={past} />
        </div>
      </div>
      {classes.map((one) => (
        <ClassCard key={one.id} one={one} activities={one.activities.filter((given) => !due.includes(given))} />
      ))}
    </>
  );
}

const isDone = ({ earned, points }: Given): boolean => earned !== null && points > 0 && earned >= points;
const isToDo = (given: Given): boolean =>
  (given.phase === 'open' || given.phase === 'toBegin') && !given.excused && !isDone(given);

/** What has a date and can still be worked on. */
const isDue = (given: Given): boolean => isToDo(given) && (given.dueAt ?? given.closesAt) !== null;
const dateOf = ({ dueAt, closesAt }: Given): string => dueAt ?? closesAt ?? '';
