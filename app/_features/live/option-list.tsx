/** The options of a question, to look at: while the class talks about them. One's own vote is marked by sign and word. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ShownQuestion } from '../../../domain/live/views.ts';
import { Html } from '../lesson/html.tsx';
import { optionStyle } from './option-style.ts';

interface OptionListProps {
  options: NonNullable<ShownQuestion['options']>;
  /** what this player has voted for */
  voted?: readonly string[];
}

export function OptionList({ options, voted = [] }: OptionListProps) {
  const t = useTranslations('live');
  return (
    <ul className="grid gap-2.5 text-[17px]">
      {options.map((option) => {
        const style = optionStyle(option.letter);
        const mine = voted.includes(option.letter);
        return (
          <li
            key={option.letter}
            className={clsx(
              'flex items-center gap-3 rounded-2 border bg-sheet px-4 py-3',
              mine ? 'border-ink' : 'border-line',
            )}
          >
            <span
              className="grid size-8 shrink-0 place-items-center rounded-1 font-semibold"
              style={{ background: style.background, color: style.text }}
            >
              {option.letter}
            </span>
            <Html html={option.html} className="min-w-0 flex-1 font-serif" />
            {mine && <span className="text-[13px] text-ink-2">✓ {t('yourVote')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
