'use client';
/** The lobby on the wall: where to go, the code, the QR, and the names as they come, the newest first. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { QrCode } from '../../../../_features/live/qr-code.tsx';

/** More than these never fit below the code; those that do not fit are cut off by whole rows. */
const MOST_NAMES = 36;
/** Of letters: what is longer is set smaller. */
const LONG_TITLE = 60;

export function JoinBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const newest = [...view.names].reverse();
  const players = (
    <p
      className={clsx(
        'leading-tight',
        view.players === 0
          ? 'text-[length:calc(52*var(--u))] text-ink-2'
          : 'font-semibold text-[length:calc(72*var(--u))]',
      )}
      aria-live="polite"
    >
      {t('players', { players: view.players })}
    </p>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-[var(--gap)] gap-y-[calc(32*var(--u))]">
      <div className="grid gap-[calc(22*var(--u))]">
        <h1
          className={clsx(
            'font-semibold font-serif leading-tight [overflow-wrap:anywhere]',
            // three lines of it, the code and three rows of names below are all that there is room for
            [...view.lesson].length > LONG_TITLE
              ? 'text-[length:calc(48*var(--u))]'
              : 'text-[length:calc(60*var(--u))]',
          )}
          dir="auto"
        >
          {view.lesson}
        </h1>
        {view.locked ? (
          <>
            <p className="text-[length:calc(72*var(--u))] text-ink-2 leading-tight">{t('screen.locked')}</p>
            {players}
          </>
        ) : (
          <Way view={view} />
        )}
      </div>
      {!view.locked && (
        <div className="grid w-[calc(520*var(--u))] justify-items-center gap-[calc(24*var(--u))] text-center">
          <QrCode
            svg={view.qr}
            address={view.joinLink}
            className="size-[calc(520*var(--u))] rounded-3 bg-white p-[calc(28*var(--u))]"
          />
          {players}
        </div>
      )}
      {newest.length > 0 && (
        <ul className="col-span-2 flex max-h-[calc(200*var(--u))] flex-wrap gap-[calc(14*var(--u))] overflow-hidden text-[length:calc(36*var(--u))]">
          {newest.slice(0, MOST_NAMES).map((name) => (
            <li key={name} className="max-w-full truncate rounded-full bg-fill px-[0.7em] py-[0.15em]">
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Of a letter: how wide a bold one of an address is on average, and of the wall: how wide the column of the code is. */
const LETTER = 0.6;
const COLUMN = 1208;
/** As large as it fits on one line, and not smaller than what stands beside it. */
const ADDRESS = { most: 104, least: 48 };

/** Where to go, and the code: who sits in the last row types both. */
function Way({ view }: { view: ScreenView }) {
  const t = useTranslations('live.screen');
  const address = view.joinUrl.replace(/^https?:\/\//, '');
  const size = Math.max(ADDRESS.least, Math.min(ADDRESS.most, Math.floor(COLUMN / (LETTER * address.length))));
  return (
    <>
      <p className="text-[length:calc(44*var(--u))] text-ink-2 leading-tight">
        {t('joinAt')}{' '}
        <b
          className="block leading-tight text-ink [overflow-wrap:anywhere]"
          style={{ fontSize: `calc(${size} * var(--u))` }}
          dir="ltr"
        >
          {address}
        </b>
      </p>
      <p className="text-[length:calc(44*var(--u))] text-ink-2 leading-tight">
        {t('withCode')}{' '}
        <b className="block font-semibold text-[length:calc(188*var(--u))] text-violet-ink tabular-nums leading-none tracking-[0.04em]">
          {view.code}
        </b>
      </p>
    </>
  );
}
