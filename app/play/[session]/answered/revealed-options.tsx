'use client';
/** All options once the key is open: mine and the right one by sign and word, why mine is wrong, and how many chose each. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PlayerReveal, ShownQuestion, Told } from '../../../../domain/live/views.ts';
import { Chip } from '../../../_components/chip.tsx';
import { Html } from '../../../_components/lesson/html.tsx';
import { optionStyle } from '../../../_components/live/option-style.ts';

interface RevealedOptionsProps {
  options: NonNullable<ShownQuestion['options']>;
  mine: readonly string[];
  reveal: PlayerReveal;
  told: Told | null;
  /** stands with the one right option */
  explanationHtml: string | null;
}

export function RevealedOptions({ options, mine, reveal, told, explanationHtml }: RevealedOptionsProps) {
  const t = useTranslations('live.play');
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-2.5" aria-label={t('options')}>
      {options.map(({ letter, html }) => {
        const style = optionStyle(letter);
        const right = reveal.correct.includes(letter);
        const own = mine.includes(letter);
        const why = right ? explanationHtml : (told?.notes.find((note) => note.letter === letter)?.html ?? null);
        return (
          <li
            key={letter}
            className={clsx(
              'grid grid-cols-[minmax(0,1fr)] gap-2 rounded-2 border-2 bg-sheet px-3 py-2.5',
              right ? 'border-good' : own ? 'border-wrong' : 'border-line',
            )}
          >
            <div className="flex items-center gap-3">
              <span
                className="flex h-9 shrink-0 items-center gap-1.5 rounded-1 px-2.5 font-semibold text-[15px]"
                style={{ background: style.background, color: style.text }}
              >
                {letter} <span aria-hidden>{style.shape}</span>
              </span>
              <Html html={html} className="min-w-0 flex-1 font-serif text-[17px]" />
              {reveal.shares !== null && (
                <span className="shrink-0 text-[14px] text-ink-2 tabular-nums">
                  <span aria-hidden>{t('share', { share: (reveal.shares[letter] ?? 0) / 100 })}</span>
                  <span className="sr-only">{t('shareSaid', { share: (reveal.shares[letter] ?? 0) / 100 })}</span>
                </span>
              )}
            </div>
            {(right || own) && (
              <p className="flex flex-wrap gap-2">
                {own && !right && (
                  <Chip tone="wrong">
                    <span aria-hidden>▲</span> {t('own')}
                  </Chip>
                )}
                {right && (
                  <Chip tone="right">
                    <span aria-hidden>✓</span> {t(own ? 'ownRight' : 'right')}
                  </Chip>
                )}
              </p>
            )}
            {why !== null && <Html html={why} className="lesson-prose lesson-small font-serif" />}
          </li>
        );
      })}
    </ul>
  );
}
