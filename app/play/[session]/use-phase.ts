'use client';
/** At each phase: it is said, the title of the page follows, the page begins at its top, and the focus goes where one goes on. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { PlayerView } from '../../../domain/live/views.ts';
import type { ServerClock } from '../../_features/live/use-clock.ts';
import { ownBell } from '../../_features/live/use-player.ts';
import { momentOf, saidOf } from './phase-words.ts';

/** Said once more before the bell. */
const LAST_SECONDS = 10;

/** @returns what is to be said now, for a live region that is always there */
export function usePhase(view: PlayerView, clock: ServerClock, seconds: number | null): string {
  const t = useTranslations('live.said');
  const titles = useTranslations('live.tab');
  const common = useTranslations('common');
  const [said, setSaid] = useState('');
  const moment = momentOf(view);
  const place = `${view.round} ${view.phase}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each moment
  useEffect(() => {
    const bell = ownBell(view);
    const left = bell === null ? 0 : Math.max(0, Math.round((bell - clock.now()) / 1000));
    const { what, ...about } = saidOf(view, left);
    setSaid(t(what, about));
    document.title = `${titles(what, { number: view.number, rounds: view.rounds })} · ${common('name')}`;
  }, [moment]);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each phase
  useEffect(() => {
    // a page that has just come begins at its top by itself
    if (!first.current) {
      scrollTo({ top: 0, behavior: 'instant' });
      goOn();
    }
    first.current = false;
  }, [place]);
  const isLast = view.phase === 'question' && seconds === LAST_SECONDS;
  useEffect(() => {
    if (isLast) setSaid(t('last', { seconds: LAST_SECONDS }));
  }, [isLast, t]);
  return said;
}

/** Whoever is at something (the sounds, a receipt) stays there; a focus that went with the last phase comes to this one. */
function goOn(): void {
  const { activeElement } = document;
  const isLost = activeElement === null || activeElement === document.body || activeElement.hasAttribute('data-phase');
  if (isLost) document.querySelector<HTMLElement>('[data-phase]')?.focus({ preventScroll: true });
}
