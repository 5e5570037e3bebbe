'use client';
/** How far the pool is: a bar, and the same in words. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { RegradeView } from '../../../domain/judging/regrade-views.ts';

export function RegradeProgress({ progress }: { progress: RegradeView['progress'] }) {
  const t = useTranslations('desk.regrade');
  const id = useId();
  const done = progress.items - progress.waiting;
  return (
    <div className="grid gap-2 rounded-2 border border-line bg-sheet p-4 sm:p-5">
      <p id={id} className="text-[14px] tabular-nums">
        {t('progress', { done, items: progress.items })}
      </p>
      <progress
        aria-labelledby={id}
        value={done}
        max={progress.items}
        className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-fill accent-violet [&::-moz-progress-bar]:bg-violet [&::-webkit-progress-bar]:bg-fill [&::-webkit-progress-value]:bg-violet [&::-webkit-progress-value]:transition-[width]"
      />
      <p className="text-[13px] text-ink-2">{t('progressText')}</p>
    </div>
  );
}
