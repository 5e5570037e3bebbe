/** Lines of a plane as ax + by = c with a² + b² = 1, whichever two points they were drawn through. */

import type { Scope } from '../../figures/scope.ts';
import { type MatrixNode, parseMatrixFormula } from '../../maths/matrix-parse.ts';

export type Pair = readonly [number, number];
export type Line = readonly [a: number, b: number, c: number];
export type Within = readonly [x: Pair, y: Pair];

/** Closer than this two places are one. */
const SAME = 1e-9;

/** null: there is no direction. */
function normal(a: number, b: number, c: number): Line | null {
  const length = Math.hypot(a, b);
  return Number.isFinite(length + c) && length > SAME ? [a / length, b / length, c / length] : null;
}

/** The line through two points; null where they are one. */
export function through([x1, y1]: Pair, [x2, y2]: Pair): Line | null {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return normal(dy, -dx, dy * x1 - dx * y1);
}

/** The same line, with the other sign. */
export const turned = ([a, b, c]: Line): Line => [-a, -b, -c];

/**
 * An equation of a line, `3x + 4y = 25` or `y = x/2 + 1`: null where it is none. Throws MatrixFailure where it cannot be read.
 */
export function lineIn(text: string, scope: Scope): Line | null {
  const node = parseMatrixFormula(text, 'figure');
  if (node.op !== 'compare' || node.how !== '=') return null;
  const apart: MatrixNode = { ...node, op: 'subtract' };
  const at = (x: number, y: number): number => scope.at(apart, { x, y });
  const zero = at(0, 0);
  const [a, b] = [at(1, 0) - zero, at(0, 1) - zero];
  const isEven = [
    [7, -3],
    [-2, 5],
  ].every(([x = 0, y = 0]) => Math.abs(at(x, y) - (a * x + b * y + zero)) <= SAME * (1 + Math.abs(at(x, y))));
  return isEven ? normal(a, b, -zero) : null;
}

/** Where a line enters and leaves a rectangle; null: it does not cross it. */
export function ends([a, b, c]: Line, [[left, right], [low, high]]: Within): [Pair, Pair] | null {
  const [px, py] = [a * c, b * c];
  const [dx, dy] = [-b, a];
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [at, by, least, most] of [
    [px, dx, left, right],
    [py, dy, low, high],
  ] as const) {
    if (Math.abs(by) < SAME) {
      if (at < least - SAME || at > most + SAME) return null;
      continue;
    }
    const [one, other] = [(least - at) / by, (most - at) / by];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  if (!(to - from > SAME)) return null;
  return [from, to].map((t): Pair => [px + dx * t, py + dy * t]) as [Pair, Pair];
}

/** How far apart two lines are where the first is seen: the most that an end of it lies beside the other. */
export function apart(seen: Line, other: Line, within: Within): number {
  const [a, b, c] = other;
  const both = ends(seen, within);
  return both === null ? Number.POSITIVE_INFINITY : Math.max(...both.map(([x, y]) => Math.abs(a * x + b * y - c)));
}

/** Numbers as they are shown: four decimals at most, a true minus. */
const shown = (value: number): string => String(Number(value.toFixed(4)) || 0).replace('-', '−');
export const shownPair = ([x, y]: Pair): string => `(${shown(x)}, ${shown(y)})`;

/** So large coefficients are looked for. */
const MOST_WHOLE = 60;

/** A line by its equation: in whole numbers where it has small ones. */
export function equation(line: Line): string {
  const [a, b, c] = line[0] < -SAME || (Math.abs(line[0]) <= SAME && line[1] < 0) ? turned(line) : line;
  const large = Math.max(Math.abs(a), Math.abs(b));
  const scaled = (by: number): Line => [(a / large) * by, (b / large) * by, (c / large) * by];
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;
  const whole = Array.from({ length: MOST_WHOLE }, (_, index) => scaled(index + 1)).find((one) => one.every(isWhole));
  const [p, q, r] = whole ?? scaled(1);
  const term = (value: number, name: string): string => {
    const size = shown(Math.abs(value));
    return size === '0' ? '' : `${value < 0 ? '−' : '+'} ${size === '1' ? '' : size}${name}`;
  };
  const left = [term(p, 'x'), term(q, 'y')].filter((one) => one !== '').join(' ');
  return `${left.replace(/^\+ /, '').replace(/^− /, '−')} = ${shown(r)}`;
}
