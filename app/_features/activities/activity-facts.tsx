/** Of what somebody was given: its dates, what holds for it, and how it stands for them. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { Phase } from '../../../domain/activities/rules.ts';
import type { ActivitySettings } from '../../../domain/activities/settings.ts';
import type { Takes } from '../../../domain/activities/standing.ts';
import type { OwnResult, OwnRules } from '../../../domain/activities/told.ts';
import { DateTime } from '../../_ui/date-time.tsx';

interface ActivityFactsProps {
  settings: Pick<ActivitySettings, 'opensAt' | 'dueAt' | 'closesAt' | 'answers' | 'late' | 'latePercent' | 'lateFloor'>;
  state: { phase: Phase; takes: Takes; minutes: number | null; told: string | null; more: number };
  /** by which clock dates are, what is different for them, what they have so far */
  about: {
    timeZone: string | null;
    own: OwnRules | null;
    result: OwnResult | null;
    /** of a lesson the titles of those questions that it gives; null: all */
    only: readonly string[] | null;
  };
}

export function ActivityFacts({ settings, state, about }: ActivityFactsProps) {
  const t = useTranslations('activities.page');
  const { phase, takes, minutes, told, more } = state;
  const { timeZone, own, result, only } = about;
  const date = (iso: string): ReactNode => <DateTime iso={iso} form="full" zone={timeZone} />;
  const { opensAt, dueAt, closesAt, answers, late, latePercent: percent, lateFloor: floor } = settings;
  const facts: [string, ReactNode][] = [];
  if (phase === 'notOpen' && opensAt !== null) facts.push([t('opens'), date(opensAt)]);
  if (dueAt !== null) facts.push([t('due'), date(dueAt)]);
  if (closesAt !== null) facts.push([t(phase === 'closed' ? 'closed' : 'closes'), date(closesAt)]);
  if (late !== 'accepted' && dueAt !== null && phase !== 'closed' && own?.waived !== true)
    facts.push([t('lateLabel'), t(`late.${late}`, { percent, floor })]);
  if (minutes !== null) facts.push([t('limit'), t('minutes', { minutes })]);
  if (answers !== 'atOnce')
    facts.push([
      t('answers'),
      told === null ? t(answers === 'onRelease' ? 'onRelease' : 'never') : told === 'now' ? t('now') : date(told),
    ]);
  if (only !== null) facts.push([t('only'), <Titles key="only" titles={only} />]);
  if (own !== null) facts.push([t('own'), <Own key="own" own={own} more={more} date={date} />]);
  if (result !== null)
    facts.push([t(result.counts === 'now' ? 'counts' : 'earned'), <Counts key="counts" result={result} date={date} />]);
  const said = saidOf(phase, takes);
  return (
    <>
      {facts.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1 text-[14px] sm:grid-cols-[auto_minmax(0,1fr)]">
          {facts.map(([label, fact]) => (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd className="max-sm:mb-1">{fact}</dd>
            </div>
          ))}
        </dl>
      )}
      {said.length > 0 && (
        <p role="status" className="rounded-[10px] border border-wait/50 px-3.5 py-2.5 text-[14.5px] text-wait">
          {said.map((one) => t(one)).join(' ')}
        </p>
      )}
    </>
  );
}

function Own({ own, more, date }: { own: OwnRules; more: number; date(iso: string): ReactNode }) {
  const t = useTranslations('activities.page');
  const { until } = own;
  const parts: ReactNode[] = [
    ...(own.excused ? [t('excused')] : []),
    ...(until === null ? [] : [t.rich('until', { time: () => date(until) })]),
    ...(more === 0 ? [] : [t('more', { more })]),
    ...(own.waived ? [t('waived')] : []),
  ];
  return (
    <>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no state
        <Fragment key={at}>
          {at > 0 && ' · '}
          {part}
        </Fragment>
      ))}
      {own.reason !== '' && (
        <span className="block text-[13px] text-ink-2">
          <bdi>{own.reason}</bdi>
        </span>
      )}
    </>
  );
}

function Titles({ titles }: { titles: readonly string[] }) {
  return titles.map((title, at) => (
    <Fragment key={title}>
      {at > 0 && ' · '}
      <bdi>{title}</bdi>
    </Fragment>
  ));
}

function Counts({ result, date }: { result: OwnResult; date(iso: string): ReactNode }) {
  const t = useTranslations('activities.page');
  const { points, earned, maxPoints, days, counts, from } = result;
  return (
    <span className="tabular-nums">
      {t('outOf', { points, max: maxPoints })}
      {days > 0 && <span className="ms-2 text-wait">⏱ {t('daysLate', { days })}</span>}
      {earned !== points && <span className="ms-2 text-ink-3">{t('deducted', { earned })}</span>}
      {counts === 'later' && from !== null && (
        <span className="block text-[13px] text-ink-2">{t.rich('countsFrom', { time: () => date(from) })}</span>
      )}
      {counts === 'waits' && <span className="block text-[13px] text-ink-2">{t('countsGraded')}</span>}
      {counts === 'not' && <span className="block text-[13px] text-ink-2">{t('countsNever')}</span>}
    </span>
  );
}

type Said = 'notOpen' | 'over' | 'overPractice' | 'closedPractice' | 'closedOnly';

/** How it stands, where that is something to say. */
function saidOf(phase: Phase, takes: Takes): Said[] {
  if (phase === 'notOpen') return ['notOpen'];
  if (phase === 'over') return takes === 'practice' ? ['over', 'overPractice'] : ['over'];
  // by another class of theirs it may count still
  if (phase !== 'closed' || takes === 'counts') return [];
  return [takes === 'practice' ? 'closedPractice' : 'closedOnly'];
}
