'use client';
/** What the last row reads: fitted to the wall that is there, whatever there is to show. */
import './wall.css';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef } from 'react';
import { MOST_PAGES } from '../../../../../domain/live/state.ts';
import type { ScreenView } from '../../../../../domain/live/views.ts';
import { request } from '../../../../_client/socket.ts';
import { ClockFace } from '../../../../_features/live/clock-face.tsx';
import { ConnectionNote } from '../../../../_features/live/connection-note.tsx';
import { SoundSwitch } from '../../../../_features/live/sound-switch.tsx';
import { useCountdown } from '../../../../_features/live/use-clock.ts';
import { useScreen } from '../../../../_features/live/use-host.ts';
import { useSounds } from '../../../../_features/live/use-sounds.ts';
import { Chip } from '../../../../_ui/chip.tsx';
import { worthTelling } from './layouts.ts';
import { Phase } from './phase.tsx';
import { Stage } from './stage.tsx';

export function ScreenRoom({ session }: { session: string }) {
  const t = useTranslations('live');
  const common = useTranslations('common');
  const { view, clock, connection } = useScreen(session);
  const left = useCountdown(clock, view?.opensAt ?? null, view?.closesAt ?? null, view?.phase === 'question');
  const sounds = useSounds(view?.phase, left?.seconds ?? null);
  const tellPages = useTellPages(session, view);
  const again = view?.again?.session;
  // the projector goes along into the room where it is played again
  useEffect(() => {
    if (again !== undefined) location.replace(`/live/${again}/screen`);
  }, [again]);
  if (view === undefined)
    return (
      <main id="content" className="grid min-h-dvh place-items-center text-[28px] text-ink-2">
        <h1 className="sr-only">{t('screen.title')}</h1>
        <p role="status">{common('loading')}</p>
        <ConnectionNote state={connection} />
      </main>
    );
  // the same words whoever rang the bell, and whether somebody has more time or not
  const timeUp = view.phase === 'closed' || left?.seconds === 0;
  return (
    <div className="wall">
      <ConnectionNote state={connection} />
      <header className="flex min-h-[calc(80*var(--u))] items-center gap-[calc(28*var(--u))] text-ink-2">
        <span aria-hidden className="text-[length:calc(52*var(--u))] text-violet leading-none">
          ∇
        </span>
        <span className="min-w-0 flex-1 truncate">
          {view.round >= 0 && view.phase !== 'podium' && view.phase !== 'ended'
            ? t('questionOf', { round: view.number, rounds: view.rounds })
            : view.phase !== 'lobby' && <bdi>{view.lesson}</bdi>}
        </span>
        {timeUp && <Chip className="px-[0.6em]! py-[0.15em]! text-[1em]!">{t('timeUp')}</Chip>}
        {/* who has more time goes on after the bell: how many answer then is not for the class */}
        {view.phase === 'question' && !timeUp && (
          <span className="tabular-nums">{t('answered', { answered: view.answered, players: view.players })}</span>
        )}
        {(view.phase === 'podium' || view.phase === 'ended') && (
          <span>{t('screen.played', { players: view.players, questions: view.rounds })}</span>
        )}
        <ClockFace left={left} large />
        {view.phase === 'reveal' && <RightShare view={view} />}
        <SoundSwitch sounds={sounds} large />
      </header>
      {/* each phase is laid out anew: none shows how many parts the one before had */}
      <Stage key={`${view.phase} ${view.round}`} page={view.page.at} onPages={tellPages}>
        <Phase view={view} />
      </Stage>
      <Footer view={view} />
    </div>
  );
}

/** Tells the room how many pages this wall needs, so that its host can turn them. */
function useTellPages(session: string, view: ScreenView | undefined): (pages: number) => void {
  const [phase, round, known] = [view?.phase, view?.round, view?.page.of];
  const told = useRef(1);
  return useCallback(
    (pages: number) => {
      const of = Math.min(pages, MOST_PAGES);
      if (phase === undefined || round === undefined || known === undefined) return;
      if (!worthTelling({ own: of, known, told: told.current })) return;
      told.current = of;
      // another wall may have told it meanwhile: then there is nothing to say
      void request('command', { session, command: { type: 'pages', phase, round, of } });
    },
    [session, phase, round, known],
  );
}

function Footer({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  if (view.phase === 'lobby') return null;
  if (view.phase === 'podium' || view.phase === 'ended')
    return <footer className="text-ink-2">{t('screen.onYourPhone')}</footer>;
  return view.locked ? null : (
    <footer className="flex flex-wrap items-baseline justify-between gap-x-[1em] text-ink-2">
      <span>
        {t('screen.joinAt')} <b className="text-ink">{view.joinUrl.replace(/^https?:\/\//, '')}</b>{' '}
        {t('screen.withCode')} <b className="text-ink tabular-nums">{view.code}</b>
      </span>
      {view.phase === 'standings' && <span>{t('screen.placeOnYourPhone')}</span>}
    </footer>
  );
}

function RightShare({ view }: { view: ScreenView }) {
  const t = useTranslations('live');
  const { right, of: all } = view.rightShare ?? { right: 0, of: 0 };
  if (view.skipped) return <Chip className="px-[0.6em]! py-[0.15em]! text-[1em]!">{t('skipped')}</Chip>;
  return all === 0 ? null : (
    <Chip tone={right > 0 ? 'right' : 'plain'} className="px-[0.6em]! py-[0.15em]! text-[1em]!">
      {right > 0 && '✓ '}
      {t('rightShare', { share: right / all })}
    </Chip>
  );
}
