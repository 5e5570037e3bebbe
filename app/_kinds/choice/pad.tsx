'use client';
/** Where a player chooses: targets a thumb reaches, with colour, shape and letter; keys 1–6 and A–F do the same, unless turned off. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Html } from '../../_features/lesson/html.tsx';
import { optionStyle } from '../../_features/live/option-style.ts';
import { Button } from '../../_ui/button.tsx';
import type { PadProps } from '../pad-props.ts';
import { isAtControl, useAnswerKeys } from './answer-keys.ts';

export function ChoicePad({ question, stored, sending, kept, final, over, onSend, onDraft }: PadProps) {
  const t = useTranslations('live.play');
  const shown = sending ?? stored ?? kept;
  const given = shown?.kind === 'choice' ? shown.choices : [];
  const [picked, setPicked] = useState<string[]>(kept?.kind === 'choice' ? kept.choices : given);
  const multiple = question.multiple;
  const chosen = multiple ? picked : given;
  const choose = (letter: string): void => {
    // what stands around is inert then, and keys come from the whole page
    if (final || over) return;
    if (!multiple) onSend({ kind: 'choice', choices: [letter] });
    else {
      const next = picked.includes(letter) ? picked.filter((one) => one !== letter) : [...picked, letter].sort();
      setPicked(next);
      onDraft({ kind: 'choice', choices: next });
    }
  };
  const keys = useAnswerKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!keys.on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isAtControl()) return;
      const letters = question.options?.map((option) => option.letter) ?? [];
      const letter = letters.find((one, index) => one === event.key.toUpperCase() || String(index + 1) === event.key);
      if (letter !== undefined) choose(letter);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <section aria-label={t(multiple ? 'chooseSeveral' : 'choose')} className="flex flex-1 flex-col gap-3">
      <div className="grid flex-1 auto-rows-fr gap-3">
        {question.options?.map((option) => {
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
                'flex min-h-[72px] items-center gap-4 rounded-2 px-5 py-3 text-start text-[18px] transition-transform',
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
          onClick={() => onSend({ kind: 'choice', choices: picked })}
        >
          {t('send')}
        </Button>
      )}
    </section>
  );
}
