'use client';
/** What one has said, once the bell has rung: neither right nor wrong; of a poll with how many of the class picked each. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { answerText } from '../../../domain/kinds/asked.ts';
import { optionStyle } from '../../_features/live/option-style.ts';
import { Chip } from '../../_ui/chip.tsx';
import type { AnsweredProps } from '../answered-props.ts';
import { CountedOption } from '../common/counted-option.tsx';

export function OpenAnswered({ question: { options }, answer, reveal }: AnsweredProps) {
  const t = useTranslations('live.play');
  if (options === null || options.length === 0)
    return answer === null ? null : (
      <section className="grid grid-cols-[minmax(0,1fr)] gap-1 rounded-2 border border-line bg-sheet px-4 py-3">
        <h3 className="text-[14px] text-ink-2">{t('yourAnswer')}</h3>
        <p dir="auto" className="whitespace-pre-wrap break-words font-serif text-[18px]">
          {answerText(answer)}
        </p>
      </section>
    );
  const mine = answer?.kind === 'open' ? answer.choices : [];
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-2.5" aria-label={t('options')}>
      {options.map(({ letter, html }) => {
        const style = optionStyle(letter);
        const own = mine.includes(letter);
        const share = (reveal.shares?.[letter] ?? 0) / 100;
        return (
          <li
            key={letter}
            className={clsx(
              'grid grid-cols-[minmax(0,1fr)] gap-2 rounded-2 border-2 bg-sheet px-3 py-2.5',
              own ? 'border-violet' : 'border-line',
            )}
          >
            <CountedOption letter={letter} html={html} share={reveal.shares && share}>
              {own && <Chip tone="violet">{t('own')}</Chip>}
            </CountedOption>
            {reveal.shares !== null && (
              <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-fill">
                <span
                  className="block h-full rounded-full"
                  style={{ width: `${share * 100}%`, background: style.background }}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
