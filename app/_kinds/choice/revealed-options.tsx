'use client';
/** All options once the key is open: mine and the right one by sign and word, why mine is wrong, and how many chose each. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PlayerReveal, ShownQuestion, Told } from '../../../domain/live/views.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { CountedOption } from '../common/counted-option.tsx';

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
            <CountedOption letter={letter} html={html} share={reveal.shares && (reveal.shares[letter] ?? 0) / 100} />
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
