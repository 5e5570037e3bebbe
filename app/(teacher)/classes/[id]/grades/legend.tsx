/** What the signs of the grade book mean, and its keys. */
import { useTranslations } from 'next-intl';

const SIGNS = ['late', 'missing', 'until', 'differs', 'excused', 'byHand', 'waits', 'begun', 'dropped'] as const;
const KEYS = ['move', 'type', 'look', 'excuse', 'clear', 'undo', 'again'] as const;

export function Legend({ may }: { may: boolean }) {
  const t = useTranslations('grades.legend');
  return (
    <details className="text-[13px] text-ink-2">
      <summary className="min-h-8 cursor-pointer font-[550]">{t('title')}</summary>
      <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {SIGNS.map((name) => (
          <div key={name} className="flex gap-1.5">
            <dt className="font-semibold tabular-nums">{t(`signs.${name}.sign`)}</dt>
            <dd>{t(`signs.${name}.means`)}</dd>
          </div>
        ))}
      </dl>
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 max-sm:hidden">
        {KEYS.filter((name) => may || name === 'move' || name === 'look').map((name) => (
          <div key={name} className="flex gap-1.5">
            <dt>
              <kbd className="rounded-1 border border-line bg-fill px-1.5">{t(`keys.${name}.keys`)}</kbd>
            </dt>
            <dd>{t(`keys.${name}.does`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-[72ch]">{t('counting')}</p>
    </details>
  );
}
