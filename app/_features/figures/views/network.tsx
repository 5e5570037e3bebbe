'use client';
/** A network: its units with their values, its weights with their gradients, who is off, and the lamp at its end. */
import { useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import { networkOf, type ShownUnit, type ShownWeight } from '../../../../domain/figures/shown/networks.ts';
import type { ViewOf } from '../../../../domain/figures/views.ts';
import { Html } from '../../lesson/html.tsx';
import { useNumbers } from '../numbers.ts';
import { NETWORK, networkSize } from '../sizes.ts';
import type { ViewProps } from '../view-props.ts';

const RADIUS = 24;

export function NetworkView({ view, scope }: ViewProps<ViewOf<'network'>>) {
  const t = useTranslations('lesson.figure.drawn');
  const { short } = useNumbers();
  const stripes = useId();
  const shown = useMemo(() => networkOf(view, scope), [view, scope]);
  const { width, height } = networkSize(view);
  const at = (layer: number, unit: number): { x: number; y: number } => ({
    x: NETWORK.edge + layer * NETWORK.across,
    y: height / 2 + (unit - ((view.layers[layer] ?? 1) - 1) / 2) * NETWORK.down,
  });
  const last = at(view.layers.length - 1, 0);
  return (
    <div dir="ltr" className="px-2 py-3">
      <div className="relative mx-auto" style={{ maxWidth: width, aspectRatio: `${width} / ${height}` }}>
        <svg
          role="img"
          aria-label={t('network')}
          viewBox={`0 0 ${width} ${height}`}
          className="absolute inset-0 size-full"
        >
          <pattern id={stripes} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="7" stroke="var(--ink-3)" strokeWidth="2" />
          </pattern>
          {shown.gaps.map((gap, layer) =>
            gap.map((one) => (
              <Weight
                // biome-ignore lint/suspicious/noArrayIndexKey: layers are their order
                key={`${layer} ${one.from} ${one.to}`}
                weight={one}
                from={at(layer, one.from)}
                to={at(layer + 1, one.to)}
                short={short}
              />
            )),
          )}
          {shown.layers.map((layer, index) =>
            layer.map((unit, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: units are their order
              <Unit key={`${index} ${number}`} unit={unit} at={at(index, number)} stripes={stripes} short={short} />
            )),
          )}
          {view.lamp !== undefined && <Lamp x={last.x + 64} y={last.y} bright={shown.lamp} short={short} />}
        </svg>
        {shown.layers.map((layer, index) =>
          layer.map(({ name }, number) => {
            if (name === undefined) return null;
            const { x, y } = at(index, number);
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: units are their order
                key={`${index} ${number}`}
                className="drawn-label text-ink-2"
                style={{
                  insetInlineStart: `${(x / width) * 100}%`,
                  top: `${((y - RADIUS) / height) * 100}%`,
                  transform: 'translate(-50%, -105%)',
                }}
              >
                <Html as="span" html={name} />
              </span>
            );
          }),
        )}
      </div>
    </div>
  );
}

type Short = (value: number, digits?: number) => string;
interface Place {
  x: number;
  y: number;
}

function Weight({ weight, from, to, short }: { weight: ShownWeight; from: Place; to: Place; short: Short }) {
  // written nearer to where it comes from: lines to one unit stand apart there
  const [x, y] = [from.x + (to.x - from.x) * 0.36, from.y + (to.y - from.y) * 0.36];
  const value = weight.weight;
  const halo = { stroke: 'var(--sheet)', strokeWidth: 4, paintOrder: 'stroke', textAnchor: 'middle' } as const;
  return (
    <>
      <line
        x1={from.x + RADIUS}
        y1={from.y}
        x2={to.x - RADIUS}
        y2={to.y}
        stroke={value !== undefined && value < 0 ? 'var(--figure-wrong)' : 'var(--figure-quiet)'}
        strokeWidth={value === undefined ? 1.4 : Math.min(6, 1 + Math.abs(value) * 1.6)}
        strokeDasharray={value !== undefined && value < 0 ? '5 4' : undefined}
        strokeOpacity={0.75}
      />
      {value !== undefined && (
        <text x={x} y={y - 3} fontSize={12.5} fill="var(--ink)" {...halo}>
          {short(value)}
        </text>
      )}
      {weight.gradient !== undefined && (
        <text x={x} y={y + 12} fontSize={12} fontWeight={600} fill="var(--figure-accent)" {...halo}>
          {short(weight.gradient)}
        </text>
      )}
    </>
  );
}

function Unit({ unit, at, stripes, short }: { unit: ShownUnit; at: Place; stripes: string; short: Short }) {
  return (
    <>
      <circle cx={at.x} cy={at.y} r={RADIUS} fill="var(--sheet)" stroke="var(--ink-2)" strokeWidth={1.6} />
      {unit.isOff && <circle cx={at.x} cy={at.y} r={RADIUS} fill={`url(#${stripes})`} fillOpacity={0.5} />}
      {unit.value !== undefined && (
        <text
          x={at.x}
          y={at.y + 4.5}
          textAnchor="middle"
          fontSize={13}
          fill="var(--ink)"
          stroke="var(--sheet)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {short(unit.value)}
        </text>
      )}
    </>
  );
}

function Lamp({ x, y, bright, short }: Place & { bright: number | undefined; short: Short }) {
  const part = Math.min(1, Math.max(0, bright ?? 0));
  return (
    <>
      <circle cx={x} cy={y} r={18} fill="#e69f00" fillOpacity={part} stroke="var(--ink-2)" strokeWidth={1.6} />
      <path d={`M${x - 8} ${y + 18}v8h16v-8`} fill="none" stroke="var(--ink-2)" strokeWidth={1.6} />
      {bright !== undefined && (
        <text x={x} y={y + 42} textAnchor="middle" fontSize={12.5} fill="var(--ink-2)">
          {short(bright)}
        </text>
      )}
    </>
  );
}
