'use client';
/** An item in its place: its handle is dragged, or moved by keys; buttons do the same for whoever does neither. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { PointerEvent } from 'react';
import { Html } from '../../_features/lesson/html.tsx';
import type { Drag } from '../../_ui/drag/use-drag.ts';
import type { Lift } from './use-lift.ts';

export const Letter = ({ letter }: { letter: string }) => (
  <span aria-hidden className="w-4 shrink-0 font-semibold text-[14px] text-ink-2">
    {letter}
  </span>
);

interface PlacedProps {
  letter: string;
  html: string;
  index: number;
  places: number;
  failed: boolean;
  disabled: boolean;
  drag: Drag;
  lift: Lift;
  onMove(to: number, by: 'up' | 'down'): void;
  onAway(): void;
}

export function Placed({ letter, html, index, places, failed, disabled, drag, lift, onMove, onAway }: PlacedProps) {
  const t = useTranslations('lesson.order');
  const lifted = lift.letter === letter || drag.from === index;
  const shift = drag.shift(index);
  const button = 'grid size-11 place-items-center rounded-[8px] text-[16px] text-ink-2 hover:bg-fill';
  // a mouse takes the whole row; a thumb would scroll with it
  const byMouse = (event: PointerEvent): void => {
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.pointerType === 'mouse' && !onButton && !disabled) drag.begin(index, event);
  };
  return (
    <li
      onPointerDown={byMouse}
      style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
      className={clsx(
        'relative flex min-h-12 flex-wrap items-center gap-x-2 rounded-[10px] border py-1 pe-1',
        disabled ? 'ps-3.5' : 'ps-1 sm:cursor-grab',
        failed ? 'border-wrong bg-wrong-soft' : 'border-violet bg-violet-soft',
        lifted && 'z-10 shadow-lg outline-2 outline-violet',
        drag.from !== null && drag.from !== index && 'motion-safe:transition-transform motion-safe:duration-150',
      )}
    >
      {!disabled && (
        <button
          type="button"
          data-act={`grip ${letter}`}
          aria-label={t('grip', { letter, place: index + 1, places })}
          aria-pressed={lift.letter === letter}
          title={t('gripHow')}
          onPointerDown={(event) => drag.begin(index, event)}
          // by a key or a screen reader; a tap that dragged nowhere is none
          onClick={(event) => event.detail === 0 && lift.toggle(letter)}
          onKeyDown={(event) => lift.onKeyDown(letter, event)}
          onBlur={(event) => event.relatedTarget !== null && lift.drop()}
          className="grid h-11 w-9 shrink-0 cursor-grab touch-none place-items-center rounded-[8px] text-ink-2 hover:bg-fill"
        >
          <span aria-hidden>⠿</span>
        </button>
      )}
      <span className="w-5 shrink-0 font-semibold tabular-nums">{index + 1}.</span>
      <Letter letter={letter} />
      <Html as="span" html={html} className="lesson-prose min-w-0 flex-1 py-1.5" />
      {!disabled && (
        <span className="ms-auto flex shrink-0 justify-end max-sm:basis-full">
          {(['up', 'down'] as const).map((way) => {
            const to = way === 'up' ? index - 1 : index + 1;
            const stuck = to < 0 || to >= places;
            return (
              <button
                key={way}
                type="button"
                data-act={`${way} ${letter}`}
                className={clsx(button, stuck && 'opacity-30')}
                aria-label={t(way, { letter })}
                // not disabled: the focus stays on it when it has brought its item to the end
                aria-disabled={stuck}
                onClick={() => !stuck && onMove(to, way)}
              >
                <span aria-hidden>{way === 'up' ? '↑' : '↓'}</span>
              </button>
            );
          })}
          <button type="button" className={button} aria-label={t('away', { letter })} onClick={onAway}>
            <span aria-hidden>✕</span>
          </button>
        </span>
      )}
    </li>
  );
}
