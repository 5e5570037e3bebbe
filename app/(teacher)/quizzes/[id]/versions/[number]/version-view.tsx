/** A version as it was: what it asked, and how it was played and given; beside it all versions. It can be published again. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { QuizChanges } from '../../../../../../domain/quiz/changes.ts';
import { homeworkOf, type QuizLive, type QuizSettings } from '../../../../../../domain/quiz/settings.ts';
import { minutesOf } from '../../../../../../domain/quiz/time.ts';
import { ChangesLine } from '../../../../../_features/activities/changes-line.tsx';
import { RulesLine } from '../../../../../_features/activities/rules-line.tsx';
import { Chip } from '../../../../../_ui/chip.tsx';
import { DateTime } from '../../../../../_ui/date-time.tsx';
import { ItemList } from '../../item-list.tsx';
import type { QuizItem } from '../../quiz-item.ts';
import { SayAgain } from './say-again.tsx';

interface VersionViewProps {
  quiz: {
    id: string;
    title: string;
    newest: number;
    may: { change: boolean };
    shown: { number: number; title: string; settings: QuizSettings; items: readonly QuizItem[] };
    versions: readonly {
      number: number;
      basedOn: number | null;
      at: string;
      by: string | null;
      changes: QuizChanges | null;
    }[];
  };
}

export function VersionView({ quiz: { id, newest, may, shown, versions } }: VersionViewProps) {
  const t = useTranslations('desk.quizEditor.versions');
  const editor = useTranslations('desk.quizEditor');
  const { number, title, items, settings } = shown;
  const isNewest = number === newest;
  const seconds = items.map((one) => one.seconds ?? one.usualSeconds);
  const points = items.reduce((sum, one) => sum + (one.points ?? one.usualPoints), 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 font-semibold text-[22px]">
          <bdi>{title}</bdi>
        </h1>
        <Chip tone={isNewest ? 'right' : 'plain'}>{t(isNewest ? 'isNewest' : 'number', { number })}</Chip>
        {may.change && !isNewest && <SayAgain id={id} number={number} newest={newest} />}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <section
          aria-label={editor('questions')}
          className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
        >
          <p className="text-[14px] text-ink-2 tabular-nums">
            {editor('sum', { count: items.length, minutes: minutesOf(seconds, settings.live.readSeconds), points })}
          </p>
          <LiveLine live={settings.live} />
          <RulesLine settings={homeworkOf(settings)} />
          {items.length === 0 ? (
            <p className="rounded-2 border border-line border-dashed p-6 text-center text-ink-2">{t('empty')}</p>
          ) : (
            <ItemList items={items} />
          )}
        </section>
        <section aria-label={t('title')} className="grid gap-2 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5">
          <h2 className="font-semibold text-[16px]">{t('title')}</h2>
          <ol className="grid gap-1 text-[14px]">
            {versions.map((one) => (
              <li key={one.number} className="grid gap-0.5 border-line border-t py-2 first:border-0">
                <span>
                  <Link
                    href={`/quizzes/${id}/versions/${one.number}`}
                    prefetch={false}
                    aria-current={one.number === number ? 'page' : undefined}
                    className="font-[550] text-violet-ink underline underline-offset-4 aria-[current]:text-ink aria-[current]:no-underline"
                  >
                    {t('number', { number: one.number })}
                  </Link>{' '}
                  · <DateTime iso={one.at} />
                  {one.by !== null && (
                    <>
                      {' · '}
                      <bdi>{one.by}</bdi>
                    </>
                  )}
                </span>
                {one.basedOn !== null && <span className="text-ink-2">{t('corrects', { number: one.basedOn })}</span>}
                <span className="text-ink-2">
                  <ChangesLine changes={one.changes} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

/** How it was played unless a room said otherwise. */
function LiveLine({ live }: { live: QuizLive }) {
  const board = useTranslations('desk.board');
  const said = [
    `${board('readTime')}: ${board('readSeconds', { seconds: live.readSeconds })}`,
    ...(live.speed ? [board('speed')] : []),
    ...(['streak', 'friendlyNames', 'ownValues', 'showNames'] as const)
      .filter((name) => live[name] === true)
      .map((name) => board(`extra.${name}`)),
  ];
  return <p className="text-[13px] text-ink-2">{said.join(' · ')}</p>;
}
