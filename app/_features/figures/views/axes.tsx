/** The net of a plane, its axes and their numbers. On a logarithmic axis a line is a power of ten. */
import type { Axis } from '../../../../domain/figures/parts.ts';
import { type Numbers, raised } from '../numbers.ts';
import type { Box } from './box.ts';

interface AxesProps {
  x: Axis;
  y: Axis;
  box: Box;
  isEqual: boolean;
  short: Numbers['short'];
}

const MOST_LINES = 8;

export function Axes({ x, y, box, isEqual, short }: AxesProps) {
  // where one unit is as long both ways, so is a square of the net
  const square = isEqual ? Math.max(box.right - box.left, box.high - box.low) : undefined;
  const across = ticks(box.left, box.right, x.scale, square);
  const up = ticks(box.low, box.high, y.scale, square);
  const name = (axis: Axis, value: number): string =>
    axis.scale === 'log' ? `10${raised(Math.round(value))}` : short(value);
  const bottom = Math.min(box.height - 4, Math.max(14, box.down(0) + 13));
  const isLeft = box.across(0) > 30 && box.across(0) < box.width - 6;
  const beside = isLeft && y.scale === 'linear' && x.scale === 'linear' ? box.across(0) - 5 : undefined;
  const [foot, side] = [x.scale === 'log' || y.scale === 'log' ? box.height - 5 : bottom, beside];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG takes no focus
    <g aria-hidden="true" className="drawn-axes" fontSize={11}>
      {across.map((value) => (
        <line key={value} x1={box.across(value)} x2={box.across(value)} y1={0} y2={box.height} stroke="var(--line)" />
      ))}
      {up.map((value) => (
        <line key={value} y1={box.down(value)} y2={box.down(value)} x1={0} x2={box.width} stroke="var(--line)" />
      ))}
      {x.scale === 'linear' && (
        <line x1={box.across(0)} x2={box.across(0)} y1={0} y2={box.height} stroke="var(--ink-3)" strokeWidth={1.3} />
      )}
      {y.scale === 'linear' && (
        <line y1={box.down(0)} y2={box.down(0)} x1={0} x2={box.width} stroke="var(--ink-3)" strokeWidth={1.3} />
      )}
      {across.map((value) =>
        (value === 0 && x.scale === 'linear') || box.across(value) < 12 || box.across(value) > box.width - 12 ? null : (
          <text key={value} x={box.across(value)} y={foot} textAnchor="middle">
            {name(x, value)}
          </text>
        ),
      )}
      {up.map((value) =>
        (value === 0 && y.scale === 'linear') ||
        box.down(value) < (y.label === undefined ? 10 : 28) ||
        box.down(value) > box.height - 16 ? null : (
          <text key={value} x={side ?? 5} y={box.down(value) + 4} textAnchor={side === undefined ? 'start' : 'end'}>
            {name(y, value)}
          </text>
        ),
      )}
    </g>
  );
}

/** Round numbers across a range: 1, 2 or 5 times a power of ten apart. */
function ticks(from: number, to: number, scale: Axis['scale'], span = to - from): number[] {
  const rough = span / MOST_LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power;
  const apart = scale === 'log' ? Math.max(1, Math.ceil(step)) : step;
  const found: number[] = [];
  for (let count = Math.ceil(from / apart - 1e-9); count * apart <= to + apart * 1e-9; count += 1)
    found.push(Number((count * apart).toPrecision(12)) || 0);
  return found;
}
