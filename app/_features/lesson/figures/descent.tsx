'use client';
/** Gradient descent on x² + y² down its contours: choose the learning rate, take steps, see where they lead. */
import 'mafs/core.css';
import { Circle, Point as Dot, Line, Mafs, MovablePoint, Text } from 'mafs';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../_ui/button.tsx';
import { PLOT_HEIGHT, type PlotProps } from './plot.ts';
import { Slider } from './slider.tsx';
import { loss, type Point, walk } from './walk.ts';

const CONTOURS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const MOST_STEPS = 60;

export function Descent({ parameters }: PlotProps) {
  const t = useTranslations('lesson.figure.descent');
  const format = useFormatter();
  const [start, setStart] = useState<Point>([Number(parameters.x ?? 3), Number(parameters.y ?? 4)]);
  const [rate, setRate] = useState(Number(parameters.rate ?? 0.1));
  const [steps, setSteps] = useState(0);
  const points = walk(start, rate, steps);
  const here = points.at(-1) ?? start;
  const taken = points.length - 1;
  const short = (value: number): string => format.number(value, { maximumFractionDigits: 2 }).replace('-', '−');
  return (
    <>
      <Mafs height={PLOT_HEIGHT} pan={false} viewBox={{ x: [-6, 6], y: [-5, 5], padding: 0 }}>
        {CONTOURS.map((radius) => (
          <Circle
            key={radius}
            center={[0, 0]}
            radius={radius}
            color="var(--ink-3)"
            weight={1}
            fillOpacity={0}
            strokeOpacity={0.45}
          />
        ))}
        <Text x={0} y={0} size={13} color="var(--ink-2)">
          ×
        </Text>
        {points.slice(1).map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a walk are their order
          <Line.Segment key={index} point1={points[index] ?? start} point2={point} color="var(--violet)" weight={2} />
        ))}
        {points.slice(1).map(([x, y], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a walk are their order
          <Dot key={index} x={x} y={y} color="var(--violet)" svgCircleProps={{ r: 4.5 }} />
        ))}
        <MovablePoint
          point={start}
          onMove={([x, y]) => setStart([round(x), round(y)])}
          constrain={inside}
          color="var(--violet)"
        />
        <Text x={start[0]} y={start[1]} attach="ne" attachDistance={26} size={13} color="var(--ink-2)">
          {t('point', { x: short(start[0]), y: short(start[1]) })}
        </Text>
      </Mafs>
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2">
        <Slider
          label={t('rate')}
          value={rate}
          low={0.01}
          high={1.1}
          step={0.01}
          text={rate.toFixed(2)}
          onChange={setRate}
        />
        <div className="flex items-center gap-2">
          <Button size="small" onClick={() => setSteps(Math.min(MOST_STEPS, taken + 1))} disabled={taken >= MOST_STEPS}>
            {t('step')}
          </Button>
          <Button size="small" look="quiet" onClick={() => setSteps(0)} disabled={taken === 0}>
            {t('reset')}
          </Button>
          <span role="status" className="min-w-32 text-end text-[13.5px] text-ink-2 tabular-nums">
            {t('status', { step: taken, loss: short(loss(here)) })}
          </span>
        </div>
      </div>
    </>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

function inside([x, y]: [number, number]): [number, number] {
  const hold = (value: number, reach: number): number => round(Math.max(-reach, Math.min(reach, value)));
  return [hold(x, 5.5), hold(y, 4.5)];
}
