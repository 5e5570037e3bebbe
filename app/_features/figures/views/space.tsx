'use client';
/** Space: surfaces, sheets, lines and dots that turn by drag, by arrow keys, or to one of four views. */
import { useTranslations } from 'next-intl';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { type Point3, type ShownSolid, solidsOf } from '../../../../domain/figures/shown/solids.ts';
import type { ViewOf } from '../../../../domain/figures/views.ts';
import { Html } from '../../lesson/html.tsx';
import { colourOf } from '../looks.ts';
import { useNumbers } from '../numbers.ts';
import { PLANE_HEIGHT } from '../sizes.ts';
import type { ViewProps } from '../view-props.ts';
import { FROM, type FromName, held, type Turn, turned } from './turning.ts';
import { useWidth } from './use-width.ts';

const NAMES = Object.keys(FROM) as FromName[];
const BY_KEY: Readonly<Record<string, Turn>> = {
  ArrowLeft: { about: -5, above: 0 },
  ArrowRight: { about: 5, above: 0 },
  ArrowUp: { about: 0, above: 5 },
  ArrowDown: { about: 0, above: -5 },
};
const ROOM = 40;
const HEIGHT = PLANE_HEIGHT - ROOM;
type Put = (point: Point3) => Point3;

export function Space({ view, scope }: ViewProps<ViewOf<'space'>>) {
  const t = useTranslations('lesson.figure.drawn');
  const { short } = useNumbers();
  const { place, width } = useWidth<HTMLDivElement>();
  const [turn, setTurn] = useState<Turn>(FROM.corner);
  const solids = useMemo(() => solidsOf(view, scope), [view, scope]);
  const size = Math.min(width, HEIGHT) / 3.1;
  const put = useMemo<Put>(
    () => (point) => {
      const [x, y, z] = turned(point, turn);
      return [width / 2 + x * size, HEIGHT / 2 - y * size, z];
    },
    [turn, width, size],
  );
  const drawn = useMemo(() => sorted(solids, put), [solids, put]);
  const drag = useDrag(turn, setTurn);
  return (
    <div ref={place} dir="ltr" style={{ height: PLANE_HEIGHT }}>
      <div
        tabIndex={0}
        role="slider"
        aria-label={t('space')}
        aria-valuenow={Math.round(turn.about)}
        aria-valuetext={t('turned', { about: short(Math.round(turn.about)), above: short(Math.round(turn.above)) })}
        className="relative cursor-grab touch-pan-y"
        style={{ height: HEIGHT }}
        onKeyDown={(event) => {
          const by = BY_KEY[event.key];
          if (by === undefined) return;
          event.preventDefault();
          const far = event.shiftKey ? 4 : 1;
          setTurn(held({ about: turn.about + by.about * far, above: turn.above + by.above * far }));
        }}
        {...drag}
      >
        <svg aria-hidden="true" width={width} height={HEIGHT} className="absolute inset-0">
          <Frame put={put} />
          {drawn.map(({ solid, points }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces are drawn anew from back to front
            <OneSolid key={index} solid={solid} points={points} />
          ))}
        </svg>
        <AxisNames view={view} put={put} />
        {drawn.map(({ solid, points }, index) => {
          const [x = 0, y = 0] = points.at(-1) ?? [];
          return solid.label === undefined ? null : (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: labels are few, and stand where their solids do
              key={index}
              className="drawn-label"
              style={{ insetInlineStart: x + 8, top: y - 18, color: colourOf(solid.look) }}
            >
              <Html as="span" html={solid.label} />
            </span>
          );
        })}
      </div>
      <fieldset className="flex items-center justify-center gap-1" style={{ height: ROOM }}>
        <legend className="sr-only">{t('from')}</legend>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={turn === FROM[name]}
            onClick={() => setTurn(FROM[name])}
            className="min-h-8 rounded-1 px-2.5 text-[13px] text-ink-2 hover:bg-fill aria-pressed:bg-violet-soft aria-pressed:text-violet-ink"
          >
            {t(`fromWhere.${name}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

/** Half a turn across so many pixels. */
const PIXELS_A_DEGREE = 1.6;

function useDrag(turn: Turn, setTurn: (to: Turn) => void) {
  const from = useRef<{ x: number; y: number; turn: Turn } | null>(null);
  const end = (): void => {
    from.current = null;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>): void {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY, turn };
    },
    onPointerMove({ clientX, clientY }: PointerEvent<HTMLDivElement>): void {
      const start = from.current;
      if (start === null) return;
      const about = start.turn.about + (clientX - start.x) / PIXELS_A_DEGREE;
      setTurn(held({ about, above: start.turn.above + (clientY - start.y) / PIXELS_A_DEGREE }));
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

interface Drawn {
  solid: ShownSolid;
  points: Point3[];
  depth: number;
}

/** From the back to the front (the painter's way): lines and dots a little before the pieces that they lie in. */
function sorted(solids: readonly ShownSolid[], put: Put): Drawn[] {
  return solids
    .map((solid) => {
      const points = solid.points.map(put);
      const mean = points.reduce((sum, [, , z]) => sum + z, 0) / points.length;
      return { solid, points, depth: solid.kind === 'piece' ? mean : mean + 0.2 };
    })
    .filter(({ points }) => points.every((point) => point.every(Number.isFinite)))
    .toSorted((a, b) => a.depth - b.depth);
}

const lineOf = (points: readonly Point3[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

function OneSolid({ solid, points }: { solid: ShownSolid; points: readonly Point3[] }) {
  const colour = colourOf(solid.look);
  const [x = 0, y = 0] = points.at(-1) ?? [];
  if (solid.kind === 'dot') return <circle cx={x} cy={y} r={5} fill={colour} stroke="var(--sheet)" strokeWidth={1.5} />;
  if (solid.kind === 'piece') {
    // height is told by how strong the colour is; a sheet lets through what lies below it
    const fill =
      solid.height === undefined
        ? colour
        : `color-mix(in oklab, ${colour} ${Math.round(18 + 70 * solid.height)}%, var(--sheet))`;
    return (
      <path
        d={`${lineOf(points)}Z`}
        fill={fill}
        fillOpacity={solid.height === undefined ? 0.28 : 0.92}
        stroke={solid.height === undefined ? colour : 'var(--sheet)'}
        strokeWidth={solid.height === undefined ? 1.2 : 0.4}
      />
    );
  }
  const [from] = points;
  const dash = solid.dashed ? '6 5' : undefined;
  const line = <path d={lineOf(points)} fill="none" stroke={colour} strokeWidth={2.4} strokeDasharray={dash} />;
  if (solid.kind === 'line' || from === undefined) return line;
  const length = Math.hypot(x - from[0], y - from[1]) || 1;
  const [dx, dy] = [((x - from[0]) / length) * 9, ((y - from[1]) / length) * 9];
  return (
    <>
      {line}
      <path
        d={`M${x} ${y}L${x - dx - dy / 2} ${y - dy + dx / 2}L${x - dx + dy / 2} ${y - dy - dx / 2}Z`}
        fill={colour}
      />
    </>
  );
}

const CORNERS: readonly Point3[] = [
  [-1, -1, -1],
  [1, -1, -1],
  [1, 1, -1],
  [-1, 1, -1],
];

/** The ground, and the upright axis. */
function Frame({ put }: { put: Put }) {
  return (
    <>
      <path d={`${lineOf(CORNERS.map(put))}Z`} fill="none" stroke="var(--ink-3)" strokeWidth={1} />
      <path d={lineOf([put([-1, -1, -1]), put([-1, -1, 1])])} fill="none" stroke="var(--ink-3)" strokeWidth={1} />
    </>
  );
}

/** Pixels below which an axis points at who looks: its name would stand at another. */
const SHORT_AXIS = 24;

/** The name of each axis at its end. */
function AxisNames({ view, put }: { view: ViewOf<'space'>; put: Put }) {
  const names: [name: string | undefined, from: Point3, end: Point3][] = [
    [view.x.label, [-1, -1, -1], [1.14, -1, -1]],
    [view.y.label, [1, -1, -1], [1, 1.14, -1]],
    [view.z.label, [-1, -1, -1], [-1, -1, 1.14]],
  ];
  return names.map(([name, from, end], index) => {
    const [[x, y], [u, v]] = [put(end), put(from)];
    if (name === undefined || Math.hypot(x - u, y - v) < SHORT_AXIS) return null;
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: three axes
        key={index}
        aria-hidden="true"
        className="drawn-label text-ink-2"
        style={{ insetInlineStart: x - 6, top: y - 8 }}
      >
        <Html as="span" html={name} />
      </span>
    );
  });
}
