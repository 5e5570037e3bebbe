'use client';
/**
 * Items to be put in order: one tap gives an item the next place; what is placed is dragged, moved by keys or by buttons,
 * and can be taken out again. Each step is said.
 */
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { moved } from '../../_ui/drag/moves.ts';
import { useDrag } from '../../_ui/drag/use-drag.ts';
import { Letter, Placed } from './placed.tsx';
import { useLift } from './use-lift.ts';

export function OrderField({ question, answer, onChange, verdict, disabled, labelledBy }: FieldProps<'order'>) {
  const t = useTranslations('lesson.order');
  const [said, setSaid] = useState('');
  const root = useRef<HTMLFieldSetElement>(null);
  const list = useRef<HTMLOListElement>(null);
  /** what has the focus after the next change: a row that moves in the page would lose it */
  const focused = useRef<string | null>(null);
  const { order } = answer;
  const left = question.items.filter((item) => !order.includes(item.letter));
  const places = question.items.length;
  const htmlOf = (letter: string): string => question.items.find((item) => item.letter === letter)?.html ?? '';

  useEffect(() => {
    if (focused.current === null) return;
    root.current?.querySelector<HTMLElement>(`[data-act="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  });
  const put = (next: readonly string[], letter: string, focus: string | null): void => {
    onChange({ kind: 'order', order: [...next] });
    focused.current = focus;
    const place = next.indexOf(letter) + 1;
    setSaid(place === 0 ? t('taken', { letter }) : t('moved', { letter, place, places }));
  };
  const lift = useLift(order, (step, letter, next) => {
    if (step === 'moved' || step === 'back') onChange({ kind: 'order', order: [...next] });
    focused.current = `grip ${letter}`;
    setSaid(t(step, { letter, place: next.indexOf(letter) + 1, places }));
  });
  const drag = useDrag(list, (from, to) => put(moved(order, from, to), order[from] ?? '', null));
  const place = (letter: string): void => {
    // on to what has no place yet; from the last one to the order
    const next =
      left[left.findIndex((item) => item.letter === letter) + 1] ?? left.find((item) => item.letter !== letter);
    put([...order, letter], letter, next === undefined ? `grip ${letter}` : `put ${next.letter}`);
  };
  const failed = verdict !== null && verdict.outcome === 'graded' && verdict.result !== 'pass';
  return (
    <fieldset
      ref={root}
      aria-labelledby={labelledBy}
      disabled={disabled}
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
    >
      {left.length > 0 && !disabled && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p className="text-[13.5px] text-ink-2">{t(order.length === 0 ? 'how' : 'left')}</p>
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {left.map((item) => (
              <li key={item.letter}>
                <button
                  type="button"
                  data-act={`put ${item.letter}`}
                  data-missing
                  onClick={() => place(item.letter)}
                  className="flex min-h-12 w-full items-center gap-3 rounded-[10px] border border-line border-dashed bg-paper px-3.5 py-2.5 text-start transition-colors hover:border-violet"
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
          <ol ref={list} aria-label={t('placed')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {order.map((letter, index) => (
              <Placed
                key={letter}
                letter={letter}
                html={htmlOf(letter)}
                index={index}
                places={order.length}
                failed={failed}
                disabled={disabled}
                drag={drag}
                lift={lift}
                onMove={(to, way) => put(moved(order, index, to), letter, `${way} ${letter}`)}
                onAway={() => put(order.toSpliced(index, 1), letter, `put ${letter}`)}
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
