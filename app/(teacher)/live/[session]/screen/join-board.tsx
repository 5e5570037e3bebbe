'use client';
/** The lobby on the wall: where to go, the code, the QR, and the names as they come, the newest first. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { QrCode } from '../../../../_features/live/qr-code.tsx';

/** More than these never fit beside the code; those that do not fit are cut off by whole rows. */
const MOST_NAMES = 24;
/** Of letters: what is longer is set smaller. */
const LONG_TITLE = 60;

export function JoinBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const newest = [...view.names].reverse();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-[var(--gap)]">
      <div className="grid gap-[calc(24*var(--u))]">
        <h1
          className={clsx(
            'font-semibold font-serif leading-tight [overflow-wrap:anywhere]',
            // three lines of it, the code and four rows of names are all that there is room for
            [...view.lesson].length > LONG_TITLE
              ? 'text-[length:calc(48*var(--u))]'
              : 'text-[length:calc(60*var(--u))]',
          )}
          dir="auto"
        >
          {view.lesson}
        </h1>
        {view.locked ? (
          <p className="text-[length:calc(72*var(--u))] text-ink-2 leading-tight">{t('screen.locked')}</p>
        ) : (
          <Way view={view} />
        )}
        <p className="text-[length:calc(44*var(--u))] text-ink-2" aria-live="polite">
          {t('players', { players: view.players })}
        </p>
        {newest.length > 0 && (
          <ul className="flex max-h-[calc(272*var(--u))] flex-wrap gap-[calc(14*var(--u))] overflow-hidden text-[length:calc(36*var(--u))]">
            {newest.slice(0, MOST_NAMES).map((name) => (
              <li key={name} className="max-w-full truncate rounded-full bg-fill px-[0.7em] py-[0.15em]">
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!view.locked && (
        <QrCode
          svg={view.qr}
          address={view.joinLink}
          className="size-[calc(560*var(--u))] rounded-3 bg-white p-[calc(28*var(--u))]"
        />
      )}
    </div>
  );
}

/** Where to go, and the code. */
function Way({ view }: { view: ScreenView }) {
  const t = useTranslations('live.screen');
  return (
    <>
      <p className="text-[length:calc(44*var(--u))] text-ink-2">
        {t('joinAt')} <b className="text-ink">{view.joinUrl.replace(/^https?:\/\//, '')}</b> {t('withCode')}
      </p>
      <p className="font-semibold text-[length:calc(200*var(--u))] text-violet-ink tabular-nums leading-none tracking-[0.04em]">
        {view.code}
      </p>
    </>
  );
}
