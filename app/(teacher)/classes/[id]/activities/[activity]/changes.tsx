/** What was changed in an activity: who, when, and for whom. */
import { useTranslations } from 'next-intl';
import type { ActivityResults } from '../../../../../_data/activity-results.ts';
import { BDI } from '../../../../../_i18n/bdi.tsx';
import { DateTime } from '../../../../../_ui/date-time.tsx';
import { ChangedFields } from './changed-fields.tsx';

export function Changes({ changes, zone }: { changes: ActivityResults['changes']; zone: string | null }) {
  const t = useTranslations('activities.results');
  return (
    <details className="rounded-2 border border-line bg-sheet px-4 py-3">
      <summary className="min-h-8 cursor-pointer font-[550] text-[14px]">{t('history')}</summary>
      {changes.length === 0 ? (
        <p className="mt-2 text-[14px] text-ink-2">{t('historyNone')}</p>
      ) : (
        <ol className="mt-2 divide-y divide-line text-[14px]">
          {changes.map(({ id, what, at, by, student, fields, released }) => (
            <li key={id} className="flex flex-wrap gap-x-3 gap-y-0.5 py-2">
              <span className="text-[13px] text-ink-3">
                <DateTime iso={at} />
              </span>
              <span>
                {by === null ? t('gone') : <bdi className="font-[550]">{by}</bdi>}{' '}
                {t.rich(`what.${released === false ? 'hidden' : what}`, { student: student ?? t('gone'), ...BDI })}
              </span>
              <ChangedFields fields={fields} zone={zone} />
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
