'use client';
/** The lobby on the wall: where to go, the code, the QR, and the names as they come. */
import { useTranslations } from 'next-intl';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { QrCode } from '../../../../_components/live/qr-code.tsx';

export function JoinBoard({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  return (
    <div className="grid items-center gap-[5vw] lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-[2.5vh]">
        <h1 className="font-semibold font-serif text-[clamp(36px,3vw,60px)] leading-tight">{view.lesson}</h1>
        <p className="text-[clamp(24px,1.8vw,36px)] text-ink-2">
          {t('screen.joinAt')} <b className="text-ink">{view.joinUrl.replace(/^https?:\/\//, '')}</b>{' '}
          {t('screen.withCode')}
        </p>
        <p className="font-semibold text-[clamp(80px,10vw,190px)] text-violet-ink tabular-nums leading-none tracking-[0.06em]">
          {view.code}
        </p>
        <p className="text-[28px] text-ink-2" aria-live="polite">
          {t('players', { players: view.players })}
        </p>
        <ul className="flex flex-wrap gap-3 text-[26px]">
          {view.names.map((name) => (
            <li key={name} className="rounded-full bg-fill px-5 py-1.5">
              {name}
            </li>
          ))}
        </ul>
      </div>
      <QrCode svg={view.qr} address={view.joinLink} className="size-[min(38vh,30vw)] rounded-3 bg-white p-6" />
    </div>
  );
}
