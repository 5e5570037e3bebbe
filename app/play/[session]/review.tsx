'use client';
/** When it is over: one's place, and every question once more with one's own answer, the right one and why. */
import { useTranslations } from 'next-intl';
import type { PlayerView } from '../../../domain/live/views.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { Answered } from './answered/answered.tsx';
import { LOOK, roundState } from './answered/state.ts';
import { scoredIn } from './phase-words.ts';

export function Review({ view }: { view: PlayerView }) {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { me } = view;
  return (
    <>
      <section className="grid place-items-center gap-1 rounded-3 bg-violet-soft px-4 py-7 text-center text-violet-ink">
        {me.rank !== null && (
          <p className="font-semibold text-[30px]">{t('rank', { rank: me.rank, players: view.players })}</p>
        )}
        <h1 data-phase tabIndex={-1} className="font-serif text-[20px] focus-visible:outline-none">
          {t('over', { right: me.right, rounds: scoredIn(me.review) })}
        </h1>
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
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {me.review?.map((one) => (
          <Played key={one.question.id} one={one} />
        ))}
      </ol>
      <ButtonLink href="/" className="self-start">
        {t('home')}
      </ButtonLink>
    </>
  );
}

function Played({ one }: { one: NonNullable<PlayerView['me']['review']>[number] }) {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { question, answer, result, skipped, reveal, ...rest } = one;
  const state = roundState({ question, result, skipped, answered: answer !== null });
  const { sign, tone } = LOOK[state];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-t pt-4">
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={tone}>
          <span aria-hidden>{sign}</span> {state === 'skipped' ? live('skipped') : t(`state.${state}`)}
        </Chip>
        {result !== null && state !== 'skipped' && (
          <span className="text-[14px] text-ink-2 tabular-nums">{live('gained', { points: result.points })}</span>
        )}
      </p>
      <Html html={question.promptHtml} className="lesson-prose font-serif text-[17px]" />
      {reveal !== null && (
        <Answered
          question={question}
          answer={answer}
          right={state === 'right'}
          partly={state === 'partly'}
          reveal={reveal}
          {...rest}
        />
      )}
    </li>
  );
}
