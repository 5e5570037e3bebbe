/** Shapes of a plane as SVG, in pixels from its upper left corner. */
import { useId } from 'react';
import type { Dot, Point, Shape } from '../../../../domain/figures/drawn/shapes.ts';
import { colourOf } from '../looks.ts';
import type { Box } from './box.ts';

const WEIGHTS = { thin: 1.1, usual: 2, thick: 2.6 } as const;
const HEAD = 9;
/** Mafs gives every path a line of its own. */
const BARE = { stroke: 'none' } as const;

/** All of them but those that may be dragged. */
export function Shapes({ shapes, box }: { shapes: readonly Shape[]; box: Box }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG takes no focus
    <g aria-hidden="true">
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are what their order says
        <OneShape key={index} shape={shape} box={box} />
      ))}
    </g>
  );
}

function OneShape({ shape, box }: { shape: Shape; box: Box }) {
  const colour = colourOf(shape.look);
  const dash = shape.dashed ? '6 5' : undefined;
  switch (shape.kind) {
    case 'lines':
      return (
        <path
          d={shape.lines.map((line) => pathOf(line, box)).join('')}
          fill="none"
          style={{ stroke: colour }}
          strokeWidth={WEIGHTS[shape.weight]}
          strokeOpacity={shape.weight === 'thin' ? 0.75 : 1}
          strokeDasharray={dash}
          strokeLinejoin="round"
        />
      );
    case 'areas':
      return <Areas shape={shape} box={box} colour={colour} />;
    case 'dots':
      return shape.dots
        .filter(({ at, row }) => row === undefined && at.every(Number.isFinite))
        .map((dot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are what their order says
          <OneDot key={index} dot={dot} box={box} colour={colour} />
        ));
    case 'arrows':
      return shape.arrows.map(([from, to], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arrows are what their order says
        <Arrow key={index} from={from} to={to} box={box} colour={colour} dash={dash} thin={shape.arrows.length > 1} />
      ));
    default:
      return null;
  }
}

/** Farther out than this nothing is seen, and browsers stumble. */
const FAR = 1e5;

function pathOf(line: readonly Point[], { across, down }: Box): string {
  const put = (value: number): string => Math.max(-FAR, Math.min(FAR, value)).toFixed(1);
  return line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${put(across(x))} ${put(down(y))}`).join('');
}

type AreaShape = Extract<Shape, { kind: 'areas' }>;

function Areas({ shape, box, colour }: { shape: AreaShape; box: Box; colour: string }) {
  const id = useId();
  const d = shape.rings.flatMap((rings) => rings.map((ring) => `${pathOf(ring, box)}Z`)).join('');
  if (d === '') return null;
  return (
    <>
      <path d={d} style={BARE} fill={colour} fillOpacity={shape.strength} fillRule="evenodd" />
      {shape.striped && (
        <>
          <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="8" stroke={colour} strokeWidth="1.2" strokeOpacity="0.45" />
          </pattern>
          <path d={d} style={BARE} fill={`url(#${id})`} fillRule="evenodd" />
        </>
      )}
    </>
  );
}

const RADIUS = 5;

/** A dot in its shape, with its number beside it. */
export function OneDot({ dot, box, colour }: { dot: Dot; box: Box; colour: string }) {
  const [x, y] = [box.across(dot.at[0]), box.down(dot.at[1])];
  if (Math.abs(x) > FAR || Math.abs(y) > FAR) return null;
  return (
    <>
      {dot.shape === 'cross' && (
        <path
          d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`}
          style={{ stroke: colour }}
          strokeWidth={2.4}
          strokeLinecap="round"
        />
      )}
      {dot.shape === 'square' && <rect x={x - 4.5} y={y - 4.5} width={9} height={9} fill={colour} />}
      {dot.shape === 'ring' && (
        <circle cx={x} cy={y} r={RADIUS} fill="var(--sheet)" stroke={colour} strokeWidth={2.4} />
      )}
      {dot.shape === 'dot' && <circle cx={x} cy={y} r={RADIUS - 0.5} fill={colour} />}
      {dot.number !== undefined && (
        <text x={x + 7} y={y - 6} fontSize={11} style={{ fill: 'var(--ink-2)' }}>
          {dot.number}
        </text>
      )}
    </>
  );
}

interface ArrowProps {
  from: Point;
  to: Point;
  box: Box;
  colour: string;
  dash: string | undefined;
  /** one of many */
  thin: boolean;
}

function Arrow({ from, to, box, colour, dash, thin }: ArrowProps) {
  const [x, y, u, v] = [box.across(from[0]), box.down(from[1]), box.across(to[0]), box.down(to[1])];
  const length = Math.hypot(u - x, v - y);
  if (!Number.isFinite(length) || length > FAR) return null;
  // too short to have a direction: a dot says that there is nothing
  if (length < 2) return <circle cx={x} cy={y} r={2} fill={colour} />;
  const size = Math.min(thin ? HEAD * 0.7 : HEAD, length * 0.6);
  const [dx, dy] = [((u - x) / length) * size, ((v - y) / length) * size];
  return (
    <>
      <line
        x1={x}
        y1={y}
        x2={u - dx * 0.8}
        y2={v - dy * 0.8}
        stroke={colour}
        strokeWidth={thin ? 1.4 : 2.4}
        strokeDasharray={dash}
      />
      <path
        style={BARE}
        d={`M${u} ${v}L${u - dx - dy * 0.5} ${v - dy + dx * 0.5}L${u - dx + dy * 0.5} ${v - dy - dx * 0.5}Z`}
        fill={colour}
      />
    </>
  );
}
