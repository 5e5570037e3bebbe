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
  large?: boolean;
}

export function OptionList({ options, voted = [], large = false }: OptionListProps) {
  const t = useTranslations('live');
  return (
    <ul className={clsx('grid', large ? 'gap-5 text-[30px] lg:grid-cols-2' : 'gap-2.5 text-[17px]')}>
      {options.map((option) => {
        const style = optionStyle(option.letter);
        const mine = voted.includes(option.letter);
        return (
          <li
            key={option.letter}
            className={clsx(
              'flex items-center rounded-2 border bg-sheet',
              large ? 'gap-6 px-6 py-4' : 'gap-3 px-4 py-3',
              mine ? 'border-ink' : 'border-line',
            )}
          >
            <span
              className={clsx('grid shrink-0 place-items-center rounded-1 font-semibold', large ? 'size-14' : 'size-8')}
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
