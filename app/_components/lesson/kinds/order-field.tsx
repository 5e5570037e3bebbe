'use client';
/**
 * Items to be put in order: one tap gives an item the next place; what is placed can be moved and taken out again. All
 * by buttons, so that thumbs, keys and screen readers do the same.
 */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldProps } from '../card-types.ts';
import { Html } from '../html.tsx';

type Item = FieldProps<'order'>['question']['items'][number];

export function OrderField({ question, answer, onChange, verdict, disabled, labelledBy }: FieldProps<'order'>) {
  const t = useTranslations('lesson.order');
  const [said, setSaid] = useState('');
  const { order } = answer;
  const byLetter = new Map(question.items.map((item) => [item.letter, item]));
  const left = question.items.filter((item) => !order.includes(item.letter));
  const places = question.items.length;

  const put = (next: string[], letter: string): void => {
    onChange({ order: next });
    const place = next.indexOf(letter) + 1;
    setSaid(place === 0 ? t('taken', { letter }) : t('moved', { letter, place, places }));
  };
  const swap = (from: number, to: number): void => {
    const [one, other] = [order[from], order[to]];
    if (one === undefined || other === undefined) return;
    put(order.with(from, other).with(to, one), one);
  };
  const failed = verdict !== null && verdict.outcome === 'graded' && verdict.result !== 'pass';
  return (
    <fieldset aria-labelledby={labelledBy} disabled={disabled} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {left.length > 0 && !disabled && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p className="text-[13.5px] text-ink-2">{t(order.length === 0 ? 'how' : 'left')}</p>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {left.map((item) => (
              <li key={item.letter}>
                <button
                  type="button"
                  onClick={() => put([...order, item.letter], item.letter)}
                  className="flex min-h-12 w-full items-center gap-3 rounded-[10px] border border-line border-dashed bg-paper px-3.5 py-2.5 text-left transition-colors hover:border-violet"
                >
                  <Letter letter={item.letter} />
                  <Html as="span" html={item.html} className="lesson-prose min-w-0 flex-1" />
                  <span className="sr-only">{t('put', { letter: item.letter, place: order.length + 1 })}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {order.length > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p className="text-[13.5px] text-ink-2">{t('placed')}</p>
          <ol aria-label={t('placed')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {order.map((letter, index) => (
              <Placed
                key={letter}
                item={byLetter.get(letter)}
                letter={letter}
                place={index + 1}
                failed={failed}
                disabled={disabled}
                onUp={index === 0 ? undefined : () => swap(index, index - 1)}
                onDown={index === order.length - 1 ? undefined : () => swap(index, index + 1)}
                onAway={() =>
                  put(
                    order.filter((one) => one !== letter),
                    letter,
                  )
                }
              />
            ))}
          </ol>
        </div>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}

const Letter = ({ letter }: { letter: string }) => (
  <span aria-hidden className="w-4 shrink-0 font-semibold text-[14px] text-ink-2">
    {letter}
  </span>
);

interface PlacedProps {
  item: Item | undefined;
  letter: string;
  place: number;
  failed: boolean;
  disabled: boolean;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onAway(): void;
}

function Placed({ item, letter, place, failed, disabled, onUp, onDown, onAway }: PlacedProps) {
  const t = useTranslations('lesson.order');
  const button =
    'grid size-11 place-items-center rounded-[8px] text-[16px] text-ink-2 hover:bg-fill disabled:opacity-30';
  return (
    <li
      className={clsx(
        'flex min-h-12 flex-wrap items-center gap-x-3 rounded-[10px] border py-1 ps-3.5 pe-1',
        failed ? 'border-wrong bg-wrong-soft' : 'border-violet bg-violet-soft',
      )}
    >
      <span className="w-5 shrink-0 font-semibold tabular-nums">{place}.</span>
      <Letter letter={letter} />
      <Html as="span" html={item?.html ?? ''} className="lesson-prose min-w-0 flex-1 py-1.5" />
      {!disabled && (
        <span className="ms-auto flex shrink-0">
          <button type="button" className={button} aria-label={t('up', { letter })} disabled={!onUp} onClick={onUp}>
            ↑
          </button>
          <button
            type="button"
            className={button}
            aria-label={t('down', { letter })}
            disabled={!onDown}
            onClick={onDown}
          >
            ↓
          </button>
          <button type="button" className={button} aria-label={t('away', { letter })} onClick={onAway}>
            ✕
          </button>
        </span>
      )}
    </li>
  );
}
