/** In one line what holds for what a class was given; what is as usual is left out. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { ActivitySettings } from '../../../domain/activities/settings.ts';
import { DateTime } from '../../_ui/date-time.tsx';

export function RulesLine({ settings, zone = null }: { settings: ActivitySettings; zone?: string | null }) {
  const t = useTranslations('activities.line');
  const {
    attempts,
    minutes,
    answers,
    shuffleOptions,
    shuffleQuestions,
    sameValues,
    late,
    latePercent,
    questions,
    students,
  } = settings;
  const date = (name: 'opens' | 'due' | 'closes'): ReactNode[] => {
    const iso = settings[`${name}At`];
    return iso === null ? [] : [t.rich(name, { time: () => <DateTime iso={iso} form="dated" zone={zone} /> })];
  };
  const parts: ReactNode[] = [
    ...date('opens'),
    ...date('due'),
    ...date('closes'),
    ...(minutes === null ? [] : [t('minutes', { minutes })]),
    ...(attempts === null ? [] : [t('attempts', { attempts })]),
    ...(shuffleOptions || shuffleQuestions ? [t('shuffled')] : []),
    ...(late === 'accepted' ? [] : [t(`late.${late}`, { percent: latePercent })]),
    ...(questions === null ? [] : [t('questions', { count: questions.length })]),
    ...(students === null ? [] : [t('some', { count: students.length })]),
    ...(sameValues ? [t('sameValues')] : []),
    ...(answers === 'atOnce' ? [] : [t(`answers.${answers}`)]),
  ];
  if (parts.length === 0) return null;
  return (
    <span className="text-[13px] text-ink-2">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no state
        <Fragment key={at}>
          {at > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
