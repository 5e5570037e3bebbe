'use client';
/** A place that is put: dragged by mouse or finger, moved by arrow keys, with its coordinates said. */
import { useTranslations } from 'next-intl';
import { type PointerEvent, type RefObject, useState } from 'react';
import type { Pair } from '../../../domain/kinds/point/lines.ts';
import { colourOf } from '../../_features/figures/looks.ts';
import { useNumbers } from '../../_features/figures/numbers.ts';
import type { Box } from '../../_features/figures/views/box.ts';

interface HandleProps {
  name: string;
  /** null: it is not put yet, and waits at its beginning */
  at: Pair | null;
  start: Pair;
  box: Box;
  svg: RefObject<SVGSVGElement | null>;
  put(to: Pair): void;
  /** how far an arrow key takes it; with Shift ten times as far */
  step: number;
  disabled: boolean;
}

const KEYS: Readonly<Record<string, Pair>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where in the plane a pointer is. */
export function placeOf(
  box: Box,
  svg: SVGSVGElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): Pair {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const [across, down] = [(clientX - left) / width, (clientY - top) / height];
  return [box.left + across * (box.right - box.left), box.high - down * (box.high - box.low)];
}

/** A handle that is dragged, and moved by arrow keys once it has the focus. */
export function PutHandle({ name, at, start, box, svg, put, step, disabled }: HandleProps) {
  const t = useTranslations('lesson.point');
  const { short } = useNumbers();
  const [dragged, setDragged] = useState(false);
  const here = at ?? start;
  const [x, y] = [box.across(here[0]), box.down(here[1])];
  const drag = (event: PointerEvent<SVGGElement>): void => {
    if (svg.current !== null) put(placeOf(box, svg.current, event));
  };
  return (
    <g
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-label={name}
      aria-disabled={disabled}
      aria-valuemin={box.left}
      aria-valuemax={box.right}
      aria-valuenow={here[0]}
      aria-valuetext={at === null ? t('notPut') : t('at', { x: short(at[0]), y: short(at[1]) })}
      className={disabled ? undefined : 'point-handle'}
      data-dragged={dragged || undefined}
      onPointerDown={(event) => {
        if (disabled || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        setDragged(true);
      }}
      onPointerMove={(event) => dragged && drag(event)}
      onPointerUp={(event) => {
        if (dragged) drag(event);
        setDragged(false);
      }}
      onPointerCancel={() => setDragged(false)}
      // a press of the plane would move it once more
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        const way = KEYS[event.key];
        const begins = at === null && (event.key === 'Enter' || event.key === ' ');
        if (disabled || (way === undefined && !begins)) return;
        event.preventDefault();
        const far = step * (event.shiftKey ? 10 : 1);
        const [dx, dy] = way ?? [0, 0];
        put([here[0] + dx * far, here[1] + dy * far]);
      }}
    >
      <circle cx={x} cy={y} r={22} fill="transparent" />
      <circle
        className="point-ring"
        cx={x}
        cy={y}
        r={11}
        fill={colourOf('accent')}
        fillOpacity={at === null ? 0.08 : 0.2}
        stroke={at === null ? colourOf('accent') : 'none'}
        strokeDasharray="3 3"
      />
      {at !== null && <circle cx={x} cy={y} r={6} fill={colourOf('accent')} />}
    </g>
  );
}
