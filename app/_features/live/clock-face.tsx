'use client';
/** Seconds left, big, with a bar; announced at sensible moments only. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';

const ANNOUNCED = [30, 10, 5];

export function ClockFace({
  left,
  large = false,
  silent = false,
}: {
  left: { seconds: number; share: number } | null;
  large?: boolean;
  /** somebody else says when it is time */
  silent?: boolean;
}) {
  const t = useTranslations('live');
  if (left === null) return null;
  const urgent = left.seconds <= 5;
  return (
    <div className="flex items-center gap-3" role="timer" aria-label={t('secondsLeft', { seconds: left.seconds })}>
      <div
        className={clsx(
          'overflow-hidden rounded-full bg-line',
          large ? 'h-[calc(18*var(--u))] w-[calc(300*var(--u))]' : 'h-2 w-24 max-sm:hidden',
        )}
        aria-hidden
      >
        <div
          className={clsx('h-full rounded-full', urgent ? 'bg-wrong' : 'bg-violet')}
          style={{ width: `${left.share * 100}%` }}
        />
      </div>
      <span
        aria-hidden
        className={clsx(
          'font-semibold tabular-nums',
          large ? 'min-w-[2ch] text-[length:calc(64*var(--u))] leading-none' : 'text-[20px]',
          urgent && 'text-wrong',
        )}
      >
        {left.seconds}
      </span>
      {!silent && (
        <span className="sr-only" aria-live="polite">
          {ANNOUNCED.includes(left.seconds) ? t('secondsLeft', { seconds: left.seconds }) : ''}
        </span>
      )}
    </div>
  );
}
