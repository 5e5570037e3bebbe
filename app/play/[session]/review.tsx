'use client';
/** When it is over: one's place, and every question once more with its explanation. */
import { useTranslations } from 'next-intl';
import { answerText } from '../../../domain/board.ts';
import { isPoolGraded } from '../../../domain/live/room.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import { ButtonLink } from '../../_components/button.tsx';
import { Chip } from '../../_components/chip.tsx';
import { Html } from '../../_components/lesson/html.tsx';
import { RightOrder } from '../../_components/live/right-order.tsx';

export function Review({ view }: { view: PlayerView }) {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { me } = view;
  return (
    <>
      <section
        role="status"
        className="grid place-items-center gap-1 rounded-3 bg-violet-soft px-4 py-7 text-center text-violet-ink"
      >
        {me.rank !== null && (
          <p className="font-semibold text-[30px]">{t('rank', { rank: me.rank, players: view.players })}</p>
        )}
        <h1 className="font-serif text-[20px]">{t('over', { right: me.right, rounds: me.review?.length ?? 0 })}</h1>
        <p className="tabular-nums">{live('points', { points: me.points })}</p>
      </section>
      {view.again !== null && (
        <section className="grid gap-2 rounded-2 border border-line bg-sheet px-4 py-3.5" role="status">
          <p>{t('playedAgain')}</p>
          <ButtonLink
            href={`/join/${view.again.code}${view.again.key === undefined ? '' : `#${view.again.key}`}`}
            look="first"
            size="large"
          >
            {t('comeAgain')}
          </ButtonLink>
        </section>
      )}
      {view.corrected && (
        <p role="status" className="rounded-2 bg-violet-soft px-4 py-3 text-[14px] text-violet-ink">
          {live('wasCorrected')}
        </p>
      )}
      <h2 className="mt-2 font-semibold">{t('review')}</h2>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {me.review?.map((one) => (
          <li
            key={one.question.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-2 border border-line bg-sheet px-4 py-3.5"
          >
            <Html html={one.question.promptHtml} className="font-serif text-[17px]" />
            <p className="flex flex-wrap items-center gap-2 text-[14px]">
              <Chip tone={one.result?.share === 1 ? 'right' : 'wrong'}>
                {one.result?.share === 1 ? `✓ ${t('right')}` : `✗ ${t(one.answer === null ? 'noAnswer' : 'wrong')}`}
              </Chip>
              <span className="text-ink-2">
                {t('yours', {
                  answer:
                    one.answer === null ? t('none') : isPoolGraded(one.question) ? t('work') : answerText(one.answer),
                })}
              </span>
              {one.reveal === null && <span className="text-ink-2">{live('skipped')}</span>}
              {!isPoolGraded(one.question) && one.reveal !== null && (
                <span className="text-ink-2">
                  {live('rightIs', { letters: one.reveal.value ?? one.reveal.correct.join(', ') })}
                </span>
              )}
            </p>
            <RightOrder question={one.question} reveal={one.reveal} />
            {one.reveal !== null && one.reveal.solutionHtml !== null && (
              <Html html={one.reveal.solutionHtml} className="lesson-prose" />
            )}
            {one.reveal !== null && one.reveal.explanationHtml !== null && (
              <Html html={one.reveal.explanationHtml} className="font-serif text-[16px] text-ink-2" />
            )}
          </li>
        ))}
      </ol>
      <ButtonLink href="/" className="self-start">
        {t('home')}
      </ButtonLink>
    </>
  );
}
