'use client';
/** Where a player answers: the pad of the question's kind, and what became of what was sent. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { hasContent } from '../../../domain/kinds/asked.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import type { PlayerSeat } from '../../_features/live/use-player.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { pads } from '../../_kinds/pads.ts';
import { WorkPad } from './work-pad.tsx';

interface AnswerPadProps {
  view: PlayerView;
  seat: PlayerSeat;
  /** the bell has rung: nothing can be changed any more */
  over: boolean;
}

export function AnswerPad({ view, seat, over }: AnswerPadProps) {
  const t = useTranslations('live.play');
  const say = useRefusals();
  const receipt = view.me.receipt;
  const stored = receipt?.provisional === false ? receipt.answer : undefined;
  const final = view.speed && (stored !== undefined || seat.sending !== undefined);
  const held = receipt?.provisional === true && hasContent(receipt.answer) ? receipt.answer : undefined;
  // picked or typed before, and not sent: it fills the fields again after a reload
  const kept = final ? undefined : (seat.recalled ?? (seat.sending === undefined ? held : undefined));
  const { question } = view;
  const Pad = question === null ? undefined : pads[question.kind];
  const pad = { stored, kept, final, sending: seat.sending, onSend: seat.send, onDraft: seat.draft };
  return (
    <>
      {question !== null && Pad !== undefined && <Pad key={view.round} question={question} over={over} {...pad} />}
      {question?.asked && Pad === undefined && (
        <WorkPad
          key={view.round}
          asked={question.asked}
          place={{ session: view.session, round: view.round }}
          {...pad}
        />
      )}
      <p
        role="status"
        className={clsx('min-h-6 text-[14px]', seat.complaint === undefined ? 'text-ink-2' : 'text-wrong')}
      >
        {seat.complaint !== undefined
          ? say(seat.complaint)
          : seat.sending !== undefined
            ? t('sending')
            : over
              ? ''
              : stored !== undefined
                ? t(view.speed ? 'storedFinal' : 'stored')
                : seat.waiting
                  ? t('waits')
                  : held !== undefined
                    ? t('kept')
                    : ''}
      </p>
    </>
  );
}
