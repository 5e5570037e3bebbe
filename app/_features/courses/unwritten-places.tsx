/** Places that nobody has written yet, folded into one line: what can be read stands above without them. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface UnwrittenPlacesProps {
  places: readonly { number: number | null; title: string }[];
  /** what can be done with one, at the end of its line */
  action?(index: number): ReactNode;
  /** beside a lesson, where there is little room */
  small?: boolean;
  /** unfolded to begin with */
  open?: boolean;
  className?: string;
}

export function UnwrittenPlaces({ places, action, small = false, open = false, className }: UnwrittenPlacesProps) {
  const t = useTranslations('lesson');
  if (places.length === 0) return null;
  return (
    <details open={open} className={clsx('text-ink-3', small ? 'text-[13.5px]' : 'text-[14px]', className)}>
      <summary
        className={clsx('flex cursor-pointer items-center gap-2 hover:text-ink', small ? 'px-2.5 py-1.5' : 'min-h-11')}
      >
        <span aria-hidden className="along unwritten-mark">
          ▸
        </span>
        {t('unwrittenPlaces', { count: places.length })}
      </summary>
      <ol className={clsx('grid', small ? 'gap-px' : 'mt-1 gap-1')}>
        {places.map(({ number, title }, index) => (
          <li
            key={number ?? title}
            className={clsx('flex items-center gap-x-4', small ? 'gap-x-2.5 px-2.5 py-1' : 'min-h-9 px-4')}
          >
            <span className="w-6 shrink-0 text-end tabular-nums">{number ?? '–'}</span>
            <bdi className="min-w-0 flex-1">{title}</bdi>
            {action?.(index)}
          </li>
        ))}
      </ol>
    </details>
  );
}
