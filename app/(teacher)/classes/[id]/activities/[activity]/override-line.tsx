/** In one line what is different for a student, and why. */
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import type { ResultRow } from '../../../../../_data/activity-results.ts';
import { DateTime } from '../../../../../_ui/date-time.tsx';

interface OverrideLineProps {
  override: NonNullable<ResultRow['override']>;
  zone: string | null;
}

export function OverrideLine({ override, zone }: OverrideLineProps) {
  const t = useTranslations('activities.override.line');
  const { until, excused, more, timeFactor, waived, reason } = override;
  const parts: ReactNode[] = [
    ...(excused ? [t('excused')] : []),
    ...(until === null ? [] : [t.rich('until', { time: () => <DateTime iso={until} form="dated" zone={zone} /> })]),
    ...(more === 0 ? [] : [t('more', { more })]),
    ...(timeFactor === null ? [] : [t('factor', { factor: timeFactor })]),
    ...(waived ? [t('waived')] : []),
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
      {reason !== '' && (
        <span className="block text-ink-3">
          <bdi>{reason}</bdi>
        </span>
      )}
    </>
  );
}
