/** Of what somebody was given: its dates, what holds for it, and how it stands for them. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Phase } from '../../../domain/activities/rules.ts';
import type { ActivitySettings } from '../../../domain/activities/settings.ts';
import type { Takes } from '../../../domain/activities/standing.ts';
import { DateTime } from '../../_ui/date-time.tsx';

interface ActivityFactsProps {
  settings: Pick<ActivitySettings, 'opensAt' | 'dueAt' | 'closesAt' | 'answers'>;
  state: { phase: Phase; takes: Takes; minutes: number | null; told: string | null };
}

export function ActivityFacts({ settings, state }: ActivityFactsProps) {
  const t = useTranslations('activities.page');
  const { phase, takes, minutes, told } = state;
  const date = (iso: string): ReactNode => <DateTime iso={iso} form="full" />;
  const { opensAt, dueAt, closesAt, answers } = settings;
  const facts: [string, ReactNode][] = [];
  if (phase === 'notOpen' && opensAt !== null) facts.push([t('opens'), date(opensAt)]);
  if (dueAt !== null) facts.push([t('due'), date(dueAt)]);
  if (closesAt !== null) facts.push([t(phase === 'closed' ? 'closed' : 'closes'), date(closesAt)]);
  if (minutes !== null) facts.push([t('limit'), t('minutes', { minutes })]);
  if (answers !== 'atOnce')
    facts.push([t('answers'), told === null ? t('never') : told === 'now' ? t('now') : date(told)]);
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

type Said = 'notOpen' | 'over' | 'overPractice' | 'closedPractice' | 'closedOnly';

/** How it stands, where that is something to say. */
function saidOf(phase: Phase, takes: Takes): Said[] {
  if (phase === 'notOpen') return ['notOpen'];
  if (phase === 'over') return takes === 'practice' ? ['over', 'overPractice'] : ['over'];
  // by another class of theirs it may count still
  if (phase !== 'closed' || takes === 'counts') return [];
  return [takes === 'practice' ? 'closedPractice' : 'closedOnly'];
}
