'use client';
/** After the bell: right or not, points, rank, who is just ahead, and why. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { isPoolGraded } from '../../../domain/live/room.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import { Html } from '../../_components/lesson/html.tsx';
import { VerdictView } from '../../_components/lesson/verdict-view.tsx';
import { optionStyle } from '../../_components/live/option-style.ts';
import { RightOrder } from '../../_components/live/right-order.tsx';
import { Movement } from '../../_components/live/standings.tsx';

export function RoundResult({ view }: { view: PlayerView }) {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { me, reveal } = view;
  const share = me.result?.share ?? 0;
  const grading = me.result === null && me.receipt !== null && view.question !== null && isPoolGraded(view.question);
  const state = grading
    ? 'grading'
    : me.result === null
      ? 'noAnswer'
      : share === 1
        ? 'right'
        : share > 0
          ? 'partly'
          : 'wrong';
  return (
    <>
      <section
        role="status"
        className={clsx(
          'grid place-items-center gap-1 rounded-3 px-4 py-7 text-center',
          state === 'right'
            ? 'bg-good-soft text-good'
            : state === 'partly' || state === 'grading'
              ? 'bg-wait-soft text-wait'
              : 'bg-wrong-soft text-wrong',
        )}
      >
        <h1 className="font-semibold font-serif text-[26px]">
          <span aria-hidden>
            {state === 'right' ? '✓ ' : state === 'noAnswer' || state === 'grading' ? '· ' : '✗ '}
          </span>
          {view.skipped ? live('skipped') : t(state)}
        </h1>
        {me.result !== null && !view.skipped && (
          <>
            <p className="font-semibold text-[44px] tabular-nums leading-none">+ {me.result.points}</p>
            {me.bonus > 0 && <p className="text-[14px]">{t('streak', { bonus: me.bonus })}</p>}
            <p className="text-[14px]">{t('took', { seconds: me.result.tookMs / 1000 })}</p>
          </>
        )}
      </section>
      {view.corrected && (
        <p role="status" className="rounded-2 bg-violet-soft px-4 py-3 text-[14px] text-violet-ink">
          {live('wasCorrected')}
        </p>
      )}
      {me.rank !== null && (
        <p className="flex items-center justify-between gap-3 rounded-2 border border-line bg-sheet px-4 py-3.5">
          <span className="flex items-center gap-2 font-semibold">
            {t('rank', { rank: me.rank, players: view.players })} <Movement moved={me.moved} />
          </span>
          <span className="min-w-0 truncate text-[14px] text-ink-2">{aheadOf(me, t)}</span>
        </p>
      )}
      {me.verdict !== null && <VerdictView verdict={me.verdict} />}
      {reveal !== null && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5 rounded-2 border border-line bg-sheet px-4 py-3.5">
          <h2 className="font-semibold text-[14px] text-ink-2">
            {reveal.solutionHtml === null
              ? live('rightIs', {
                  letters:
                    reveal.value ?? reveal.correct.map((letter) => `${letter} ${optionStyle(letter).shape}`).join(', '),
                })
              : live('solution')}
          </h2>
          <RightOrder question={view.question} reveal={reveal} />
          {reveal.solutionHtml !== null && <Html html={reveal.solutionHtml} className="lesson-prose" />}
          {reveal.explanationHtml !== null && <Html html={reveal.explanationHtml} className="font-serif text-[17px]" />}
        </section>
      )}
      <p className="text-[14px] text-ink-3">{t('next')}</p>
    </>
  );
}

/** How far the next one ahead is; their name in a room that shows names. */
function aheadOf({ ahead, points }: PlayerView['me'], t: ReturnType<typeof useTranslations<'live.play'>>): string {
  if (ahead === null) return t(points === 0 ? 'noPoints' : 'first');
  return ahead.nickname === null
    ? t('behindSomebody', { by: ahead.by })
    : t('behind', { by: ahead.by, name: ahead.nickname });
}
