'use client';
/** Turns the sounds of a room on and off, on this device. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Sounds } from './use-sounds.ts';

export function SoundSwitch({ sounds, large = false }: { sounds: Sounds; large?: boolean }) {
  const t = useTranslations('live');
  return (
    <button
      type="button"
      aria-pressed={sounds.on}
      aria-label={t('sounds')}
      title={t(sounds.on ? 'soundsOn' : 'soundsOff')}
      onClick={() => sounds.turn(!sounds.on)}
      className={clsx(
        'grid shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink',
        large ? 'size-[calc(60*var(--u))]' : 'size-9',
      )}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className={large ? 'size-[calc(36*var(--u))]' : 'size-5'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5Z" />
        {sounds.on ? (
          <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />
        ) : (
          <path d="m16 9.5 5 5m0-5-5 5" />
        )}
      </svg>
    </button>
  );
}
