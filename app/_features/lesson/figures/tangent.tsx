'use client';
/** The graph of x² with a tangent that can be dragged: by the point, by its arrow keys, or by the slider. */
import 'mafs/core.css';
import { Coordinates, Line, Mafs, MovablePoint, Plot, Text } from 'mafs';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { PLOT_HEIGHT, type PlotProps } from './plot.ts';
import { Slider } from './slider.tsx';

const f = (x: number): number => x * x;
const slope = (x: number): number => 2 * x;
const REACH = 3;
const STEP = 0.1;

/** The nearest point of the graph, on steps that read well. */
function onGraph([x]: [number, number]): [number, number] {
  const held = Math.round(Math.max(-REACH, Math.min(REACH, x)) / STEP) * STEP;
  return [held, f(held)];
}

export function Tangent({ parameters }: PlotProps) {
  const t = useTranslations('lesson.figure.tangent');
  const format = useFormatter();
  const [x, setX] = useState(Number(parameters.x ?? 1));
  const short = (value: number): string => format.number(value, { maximumFractionDigits: 2 }).replace('-', '−');
  return (
    <>
      <Mafs
        height={PLOT_HEIGHT}
        pan={false}
        viewBox={{ x: [-3.4, 3.4], y: [-1.2, 9.4], padding: 0 }}
        preserveAspectRatio={false}
      >
        <Coordinates.Cartesian xAxis={{ lines: 1 }} yAxis={{ lines: 2 }} />
        <Plot.OfX y={f} color="var(--ink)" weight={2.5} />
        <Line.PointSlope point={[x, f(x)]} slope={slope(x)} color="var(--violet)" weight={2.5} />
        <Text x={x} y={f(x)} attach={x < 0 ? 'e' : 'w'} attachDistance={18} size={14} color="var(--violet-ink)">
          {t('slope', { slope: short(slope(x)) })}
        </Text>
        <MovablePoint point={[x, f(x)]} onMove={([moved]) => setX(moved)} constrain={onGraph} color="var(--violet)" />
      </Mafs>
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2">
        <Slider
          label={t('x')}
          value={x}
          low={-REACH}
          high={REACH}
          step={STEP}
          text={short(x)}
          onChange={(value) => setX(onGraph([value, 0])[0])}
        />
        <span className="shrink-0 text-[14px] text-ink-2 tabular-nums">{t('slope', { slope: short(slope(x)) })}</span>
      </div>
    </>
  );
}
