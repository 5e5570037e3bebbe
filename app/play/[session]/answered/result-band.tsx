'use client';
/** How the round went, in a band: by sign, word and colour, with the points. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PlayerView } from '../../../../domain/live/views.ts';
import type { Tone } from '../../../_ui/chip.tsx';
import { LOOK, type RoundState } from './state.ts';

const BAND: Record<Tone, string> = {
  right: 'bg-good-soft text-good',
  wait: 'bg-wait-soft text-wait',
  wrong: 'bg-wrong-soft text-wrong',
  plain: 'bg-fill text-ink',
  violet: 'bg-violet-soft text-violet-ink',
};

export function ResultBand({ state, me }: { state: RoundState; me: PlayerView['me'] }) {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { result, bonus } = me;
  const { sign, tone } = LOOK[state];
  return (
    <section className={clsx('flex flex-wrap items-center gap-x-4 gap-y-1 rounded-3 px-5 py-4', BAND[tone])}>
      <div className="min-w-0 flex-1">
        <h1
          data-phase
          tabIndex={-1}
          className="font-semibold font-serif text-[26px] leading-tight focus-visible:outline-none"
        >
          <span aria-hidden>{sign} </span>
          {state === 'skipped' ? live('skipped') : t(`state.${state}`)}
        </h1>
        {result !== null && state !== 'skipped' && (
          <p className="mt-1 text-[14px]">
            {t('took', { seconds: result.tookMs / 1000 })}
            {bonus > 0 && <> · {t('streak', { bonus })}</>}
          </p>
        )}
      </div>
      {result !== null && state !== 'skipped' && (
        <p className="font-semibold text-[34px] tabular-nums leading-none">
          {live('gained', { points: result.points })}
        </p>
      )}
    </section>
  );
}
