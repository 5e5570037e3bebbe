/** Which misconceptions a class shows, and how many have each. */
import { useTranslations } from 'next-intl';

interface Counted {
  name: string;
  count: number;
  /** where it shows */
  titles?: readonly string[];
}

export function MisreadCounts({ counted, label }: { counted: readonly Counted[]; label: string }) {
  const t = useTranslations('common');
  if (counted.length === 0) return null;
  return (
    <section aria-label={label} className="grid gap-1.5 rounded-2 border border-line bg-sheet px-4 py-3">
      <h3 className="font-semibold text-[14px] text-ink-2">{label}</h3>
      <ul className="grid gap-1 text-[14px]">
        {counted.map(({ name, count, titles = [] }) => (
          <li key={name} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
            <span className="font-semibold text-wrong tabular-nums">{t('times', { count })}</span>
            <span>
              <bdi>{name}</bdi>
              {titles.length > 0 && (
                <span className="block text-[13px] text-ink-3">
                  {titles.map((title, index) => (
                    <span key={title}>
                      {index > 0 && ' · '}
                      <bdi>{title}</bdi>
                    </span>
                  ))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
