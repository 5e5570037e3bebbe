'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { placesIn } from '../../../domain/live/read-view.ts';
import { Html } from '../../_features/lesson/html.tsx';
/** An order: mine, place by place, and the right one where mine is not. Letters that share a place may stand either way. */
import type { AnsweredProps } from '../answered-props.ts';
import { RightOrder } from './right-order.tsx';

export function OrderAnswered({ question, answer, right, reveal }: AnsweredProps) {
  const t = useTranslations('live.play');
  const mine = answer?.kind === 'order' ? answer.order : [];
  const places = placesIn(reveal.value ?? '').flatMap((letters) => letters.map(() => letters));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {mine.length > 0 && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          <h3 className="font-semibold text-[14px] text-ink-2">{t(right ? 'ownOrderRight' : 'ownOrder')}</h3>
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-1.5" aria-label={t('ownOrder')}>
            {mine.map((letter, index) => {
              const fits = places[index]?.includes(letter) ?? false;
              return (
                <li
                  key={letter}
                  className={clsx(
                    'flex items-baseline gap-2.5 rounded-1 border bg-sheet px-3 py-2 text-[15px]',
                    fits ? 'border-good' : 'border-wrong',
                  )}
                >
                  <span className="font-semibold tabular-nums">{index + 1}.</span>
                  <span className="font-semibold text-ink-2">{letter}</span>
                  <Html
                    as="span"
                    html={question.options?.find((option) => option.letter === letter)?.html ?? ''}
                    className="min-w-0 flex-1 font-serif"
                  />
                  <span className={clsx('shrink-0 text-[13px]', fits ? 'text-good' : 'text-wrong')}>
                    <span aria-hidden>{fits ? '✓' : '▲'}</span>
                    <span className="sr-only">{t(fits ? 'placeRight' : 'placeWrong')}</span>
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
      )}
      {!right && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5 rounded-2 border-2 border-good bg-sheet px-4 py-3">
          <h3 className="font-semibold text-[14px] text-good">
            <span aria-hidden>✓</span> {t('rightOrder')}
          </h3>
          <RightOrder question={question} reveal={reveal} />
        </section>
      )}
    </div>
  );
}
