'use client';
/** After the bell: how it went, the question with mine and the right answer, one's place, and who is just ahead. */
import { useTranslations } from 'next-intl';

import type { ReactNode } from 'react';
import { hasContent } from '../../../domain/kinds/asked.ts';

import type { PlayerView } from '../../../domain/live/views.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { Movement } from '../../_features/live/standings.tsx';
import { BDI } from '../../_i18n/bdi.tsx';
import { Answered } from './answered/answered.tsx';
import { ResultBand } from './answered/result-band.tsx';
import { roundState } from './answered/state.ts';

export function RoundResult({ view }: { view: PlayerView }) {
  const t = useTranslations('live.play');
  const live = useTranslations('live');
  const { me, reveal, question, skipped } = view;
  const given = me.receipt?.answer ?? null;
  const answer = given !== null && hasContent(given) ? given : null;
  const state = roundState({ question, result: me.result, skipped, answered: answer !== null });
  return (
    <>
      <ResultBand state={state} me={me} />
      {view.corrected && (
        <p role="status" className="rounded-2 bg-violet-soft px-4 py-3 text-[14px] text-violet-ink">
          {live('wasCorrected')}
        </p>
      )}
      {question !== null && reveal !== null && (
        <section aria-label={question.title} className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <Html html={question.promptHtml} className="lesson-prose font-serif text-[19px] leading-snug" />
          <Answered
            question={question}
            answer={answer}
            right={state === 'right'}
            partly={state === 'partly'}
            reveal={reveal}
            verdict={me.verdict}
            told={me.told}
            misread={me.misread}
          />
        </section>
      )}
      {me.rank !== null && (
        <p className="flex items-center justify-between gap-3 rounded-2 border border-line bg-sheet px-4 py-3.5">
          <span className="flex items-center gap-2 font-semibold">
            {t('rank', { rank: me.rank, players: view.players })} <Movement moved={me.moved} />
          </span>
          <span className="min-w-0 truncate text-[14px] text-ink-2">{aheadOf(me, t)}</span>
        </p>
      )}
      <p className="text-[14px] text-ink-3">{t(view.number < view.rounds ? 'next' : 'last')}</p>
    </>
  );
}

/** How far the next one ahead is; their name in a room that shows names. */
function aheadOf({ ahead }: PlayerView['me'], t: ReturnType<typeof useTranslations<'live.play'>>): ReactNode {
  if (ahead === null) return t('first');
  return ahead.nickname === null
    ? t('behindSomebody', { by: ahead.by })
    : t.rich('behind', { by: ahead.by, name: ahead.nickname, ...BDI });
}
