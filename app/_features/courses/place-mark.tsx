'use client';
/** How far somebody is at a place of the map; at the lesson that is open it follows the cards. */
import { useTranslations } from 'next-intl';
import { useEarned } from './earned-now.ts';

/** Of the lesson that is open. @param progress as the page came: 0 … 1 of its points; null: nothing handed in */
export function NowMark({ progress, points }: { progress: number | null; points: number }) {
  const since = useEarned();
  if (since === 0 || points === 0) return <PlaceMark progress={progress} />;
  return <PlaceMark progress={Math.min(1, Math.max(0, (progress ?? 0) + since / points))} />;
}

/** A circle that fills with progress, a check when full. */
export function PlaceMark({ progress }: { progress: number | null }) {
  const t = useTranslations('lesson.earned');
  const label = progress === null ? undefined : t('done', { percent: Math.round(progress * 100) });
  const around = 2 * Math.PI * 3.5;
  return (
    <svg
      viewBox="0 0 16 16"
      className="size-[15px] shrink-0 translate-y-[2px]"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      {progress !== null && progress >= 1 ? (
        <>
          <circle cx="8" cy="8" r="8" className="fill-good" />
          <path
            d="M4.5 8.2 7 10.6l4.5-5"
            className="stroke-sheet"
            strokeWidth="1.8"
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : (
        <>
          <circle cx="8" cy="8" r="7.2" fill="none" strokeWidth="1.4" className="stroke-ink-3/60" />
          {progress !== null && (
            <circle
              cx="8"
              cy="8"
              r="3.5"
              fill="none"
              strokeWidth="7"
              strokeDasharray={`${progress * around} ${around}`}
              transform="rotate(-90 8 8)"
              className="stroke-violet"
            />
          )}
        </>
      )}
    </svg>
  );
}
