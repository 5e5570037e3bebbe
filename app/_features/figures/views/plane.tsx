'use client';
/** A plane of a figure: its marks, and the points in it that a reader moves by pointer, finger or arrow keys. */
import 'mafs/core.css';
import { Mafs, useMovable, useTransformContext, vec } from 'mafs';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef } from 'react';
import type { PointControl } from '../../../../domain/figures/controls.ts';
import { draw } from '../../../../domain/figures/drawn/draw.ts';
import { laid, meant } from '../../../../domain/figures/drawn/frame.ts';
import type { Dot, Point, Shape } from '../../../../domain/figures/drawn/shapes.ts';
import { held, heldOn } from '../../../../domain/figures/held.ts';
import type { PlaneView } from '../../../../domain/figures/views.ts';
import { colourOf } from '../looks.ts';
import { useNumbers } from '../numbers.ts';
import { PLANE_HEIGHT } from '../sizes.ts';
import type { ViewProps } from '../view-props.ts';
import { Axes } from './axes.tsx';
import { type Box, boxOf, wholeOf } from './box.ts';
import { Labels } from './labels.tsx';
import { OneDot, Shapes } from './shapes.tsx';
import { useWidth } from './use-width.ts';

export function Plane({ view, figure, scope, controls, move }: ViewProps<PlaneView>) {
  const { place, width } = useWidth<HTMLDivElement>();
  const { short } = useNumbers();
  const t = useTranslations('lesson.figure.drawn');
  // before its width is known it is a square: of no width there would be no end
  const box = useMemo(() => boxOf(view, width || PLANE_HEIGHT, PLANE_HEIGHT), [view, width]);
  const seen = useMemo(() => wholeOf(view, box), [view, box]);
  const shapes = useMemo(() => draw(figure, seen, { scope, controls }), [figure, seen, scope, controls]);
  const points = figure.controls.filter((one): one is PointControl => 'point' in one && one.in === view.plane);
  return (
    <div ref={place} dir="ltr" className="relative overflow-hidden" style={{ height: PLANE_HEIGHT }}>
      {width > 0 && (
        <Mafs
          width={width}
          height={PLANE_HEIGHT}
          pan={false}
          zoom={false}
          preserveAspectRatio={false}
          viewBox={{ x: [box.left, box.right], y: [box.low, box.high], padding: 0 }}
        >
          <Corner box={box}>
            <Axes x={view.x} y={view.y} box={box} isEqual={view.equal} short={short} />
            <Shapes shapes={shapes} box={box} />
            {points.map((one) => {
              const at = scope.get(one.point)?.of.data ?? one.at;
              const put = (to: Point): void => {
                const moved = held(one, to);
                move(one.point, one.stays === undefined ? moved : heldOn(one, held({ ...one, snap: 1e-9 }, to), scope));
              };
              const place: Point = [at[0] ?? 0, at[1] ?? 0];
              return (
                <Handle
                  key={one.point}
                  name={t('point', { letter: one.point })}
                  at={place}
                  view={view}
                  box={box}
                  put={put}
                  step={one.snap}
                />
              );
            })}
            {rowsIn(shapes).map(({ dot, shape }) => (
              <Row
                key={`${dot.row?.table} ${dot.row?.index}`}
                {...{ dot, view, figure, box, move }}
                look={shape.look}
                name={t('row', { table: dot.row?.table ?? '', number: (dot.row?.index ?? 0) + 1 })}
              />
            ))}
          </Corner>
        </Mafs>
      )}
      <Labels shapes={shapes} view={view} box={box} />
    </div>
  );
}

/** Dots that are rows of a table and may be dragged. */
function rowsIn(shapes: readonly Shape[]): { dot: Dot; shape: Shape }[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'dots' ? shape.dots.flatMap((dot) => (dot.row === undefined ? [] : [{ dot, shape }])) : [],
  );
}

/** Its children count pixels from the upper left corner of the plane. */
function Corner({ box, children }: { box: Box; children: ReactNode }) {
  const { viewTransform } = useTransformContext();
  const [x, y] = vec.transform([box.left, box.high], viewTransform);
  return <g transform={`translate(${x} ${y})`}>{children}</g>;
}

interface HandleProps {
  name: string;
  /** in values */
  at: Point;
  view: PlaneView;
  box: Box;
  put(to: Point): void;
  /** how far an arrow key takes it; with Shift ten times as far */
  step: number;
  children?: ReactNode;
}

const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Something that is moved: by drag, or by arrow keys once it has the focus. */
function Handle({ name, at, view, box, put, step, children }: HandleProps) {
  const target = useRef<SVGGElement>(null);
  const { short } = useNumbers();
  const place: [number, number] = [laid(view.x, at[0]), laid(view.y, at[1])];
  const { dragging } = useMovable({
    gestureTarget: target as React.RefObject<Element>,
    point: place,
    onMove: ([x, y]) => put([meant(view.x, x), meant(view.y, y)]),
    constrain: (to) => to,
  });
  const [x, y] = [box.across(place[0]), box.down(place[1])];
  const text = `(${short(at[0])}, ${short(at[1])})`;
  return (
    <g
      ref={target}
      tabIndex={0}
      role="slider"
      aria-label={name}
      aria-valuenow={at[0]}
      aria-valuetext={text}
      className="drawn-handle"
      onKeyDownCapture={(event) => {
        const [dx, dy] = KEYS[event.key] ?? [0, 0];
        if (dx === 0 && dy === 0) return;
        // before it comes to what Mafs does with it: its steps are parts of the plane, ours are those of the point
        event.stopPropagation();
        event.preventDefault();
        const far = step * (event.shiftKey ? 10 : 1);
        put([at[0] + dx * far, at[1] + dy * far]);
      }}
      style={{ cursor: dragging ? 'grabbing' : undefined }}
    >
      <circle cx={x} cy={y} r={22} fill="transparent" />
      <circle className="drawn-handle-ring" cx={x} cy={y} r={11} fill={colourOf('accent')} fillOpacity={0.2} />
      {children ?? <circle cx={x} cy={y} r={6} fill={colourOf('accent')} />}
    </g>
  );
}

interface RowProps extends Pick<ViewProps<PlaneView>, 'view' | 'figure' | 'move'> {
  dot: Dot;
  name: string;
  look: Shape['look'];
  box: Box;
}

/** A row of a table: along one axis only, where its table says so. */
function Row({ dot, name, look, view, figure, box, move }: RowProps) {
  const { table = '', index = 0 } = dot.row ?? {};
  const at: Point = [meant(view.x, dot.at[0]), meant(view.y, dot.at[1])];
  const drag = figure.data[table]?.drag;
  const within = [
    [view.x.from, view.x.to],
    [view.y.from, view.y.to],
  ] as const;
  const put = ([x, y]: Point): void => {
    const [u, v] = held({ within: [[...within[0]], [...within[1]]], snap: snapOf(view) }, [x, y]);
    move(`${table}.${index}`, [drag === 'y' ? at[0] : u, drag === 'x' ? at[1] : v]);
  };
  return (
    <Handle name={name} at={at} view={view} box={box} put={put} step={snapOf(view)}>
      <OneDot dot={dot} box={box} colour={colourOf(look)} />
    </Handle>
  );
}

/** About a hundredth of what is seen, and a round number. */
function snapOf({ x, y }: PlaneView): number {
  return 10 ** Math.round(Math.log10(Math.min(x.to - x.from, y.to - y.from) / 100));
}
