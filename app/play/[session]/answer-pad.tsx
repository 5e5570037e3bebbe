'use client';
/** Where a player answers: targets a thumb reaches, with colour, shape and letter; keys 1–6 and A–F do the same, unless turned off. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { hasContent } from '../../../domain/being-written.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import { Button } from '../../_components/button.tsx';
import { Html } from '../../_components/lesson/html.tsx';
import { optionStyle } from '../../_components/live/option-style.ts';
import type { PlayerSeat } from '../../_live/use-player.ts';
import { isAtControl, useAnswerKeys } from './answer-keys.ts';
import { NumberPad } from './number-pad.tsx';
import { WorkPad } from './work-pad.tsx';

interface AnswerPadProps {
  view: PlayerView;
  seat: PlayerSeat;
  /** the bell has rung: nothing can be changed any more */
  over: boolean;
}

export function AnswerPad({ view, seat, over }: AnswerPadProps) {
  const t = useTranslations('live.play');
  const words = useTranslations('refusals');
  const receipt = view.me.receipt;
  // picked or typed before, and not sent: it fills the fields again after a reload
  const kept = receipt?.provisional === true && hasContent(receipt.answer) ? receipt.answer : undefined;
  const stored = receipt?.provisional === false ? receipt.answer : undefined;
  const final = view.speed && (stored !== undefined || seat.sending !== undefined);
  return (
    <>
      {view.question?.asked ? (
        <WorkPad
          key={view.round}
          asked={view.question.asked}
          place={{ session: view.session, round: view.round }}
          stored={stored}
          sending={seat.sending}
          final={final}
          kept={kept}
          onSend={seat.send}
          onDraft={seat.draft}
        />
      ) : view.question?.kind === 'number' ? (
        <NumberPad
          key={view.round}
          stored={stored ?? kept}
          final={final}
          question={view.question}
          onSend={seat.send}
          onDraft={seat.draft}
        />
      ) : (
        <Options view={view} seat={seat} stored={stored} kept={kept} final={final} />
      )}
      <p
        role="status"
        className={clsx('min-h-6 text-[14px]', seat.complaint === undefined ? 'text-ink-2' : 'text-wrong')}
      >
        {seat.complaint !== undefined
          ? words(seat.complaint, { field: 'none' })
          : seat.sending !== undefined
            ? t('sending')
            : over
              ? ''
              : stored !== undefined
                ? t(view.speed ? 'storedFinal' : 'stored')
                : kept !== undefined
                  ? t('kept')
                  : ''}
      </p>
    </>
  );
}

interface OptionsProps {
  view: PlayerView;
  seat: PlayerSeat;
  stored: Answer | undefined;
  kept: Answer | undefined;
  final: boolean;
}

function Options({ view, seat, stored, kept, final }: OptionsProps) {
  const t = useTranslations('live.play');
  const { question } = view;
  const shown = seat.sending ?? stored ?? kept;
  const given = shown !== undefined && 'choices' in shown ? shown.choices : [];
  const [picked, setPicked] = useState<string[]>(given);
  const multiple = question?.multiple ?? false;
  const chosen = multiple ? picked : given;
  const choose = (letter: string): void => {
    if (final) return;
    if (!multiple) seat.send({ choices: [letter] });
    else {
      const next = picked.includes(letter) ? picked.filter((one) => one !== letter) : [...picked, letter].sort();
      setPicked(next);
      if (stored === undefined) seat.draft({ choices: next });
    }
  };
  const keys = useAnswerKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!keys.on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isAtControl()) return;
      const letters = question?.options?.map((option) => option.letter) ?? [];
      const letter = letters.find((one, index) => one === event.key.toUpperCase() || String(index + 1) === event.key);
      if (letter !== undefined) choose(letter);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <section aria-label={t(multiple ? 'chooseSeveral' : 'choose')} className="flex flex-1 flex-col gap-3">
      <div className="grid flex-1 auto-rows-fr gap-3">
        {question?.options?.map((option) => {
          const style = optionStyle(option.letter);
          const on = chosen.includes(option.letter);
          return (
            <button
              key={option.letter}
              type="button"
              aria-pressed={on}
              aria-disabled={final && !on}
              onClick={() => choose(option.letter)}
              style={{ background: style.background, color: style.text }}
              className={clsx(
                'flex min-h-[72px] items-center gap-4 rounded-2 px-5 py-3 text-left text-[18px] transition-transform',
                on ? 'outline-4 outline-ink outline-offset-2' : chosen.length > 0 && 'scale-[0.97]',
              )}
            >
              <span className="flex shrink-0 items-center gap-2 font-semibold">
                {option.letter} <span aria-hidden>{style.shape}</span>
              </span>
              <Html html={option.html} className="min-w-0 flex-1 font-serif" />
              {on && <span aria-hidden>✓</span>}
            </button>
          );
        })}
      </div>
      <p className="hidden flex-wrap items-center gap-x-3 text-[13px] text-ink-3 any-pointer-fine:flex">
        {t(keys.on ? 'keysOn' : 'keysOff')}
        <button
          type="button"
          className="min-h-11 underline underline-offset-2 hover:text-ink"
          onClick={() => keys.turn(!keys.on)}
        >
          {t(keys.on ? 'keysTurnOff' : 'keysTurnOn')}
        </button>
      </p>
      {multiple && (
        <Button
          look="first"
          size="large"
          idle={final || picked.length === 0}
          onClick={() => seat.send({ choices: picked })}
        >
          {t('send')}
        </Button>
      )}
    </section>
  );
}
