/** Where a dragged point goes: onto its grid, inside what it may have, and onto the curve that holds it. */
import type { PointControl } from './controls.ts';
import { number, numberOf, type Scope } from './scope.ts';
import { treeOf } from './trees.ts';

type Point = readonly [number, number];

/** Onto its grid, inside what it may have. */
export function held(
  { within: [[left, right], [low, high]], snap }: Pick<PointControl, 'within' | 'snap'>,
  [x, y]: Point,
): [number, number] {
  const round = (value: number, from: number, to: number): number =>
    Number(Math.min(to, Math.max(from, Math.round(value / snap) * snap)).toFixed(10));
  return [round(x, left, right), round(y, low, high)];
}

/** Newton's steps across a curve; each doubles the right digits. */
const MOST_STEPS = 20;
const NEAR = 1e-12;

/** Onto the curve that it stays on: the nearest place of it, found along the gradient of its equation. */
export function heldOn({ stays }: Pick<PointControl, 'stays'>, [x, y]: Point, scope: Scope): Point {
  if (stays === undefined) return [x, y];
  const node = treeOf(stays);
  const apart = node.op === 'compare' ? ({ ...node, op: 'subtract' } as const) : node;
  let [u, v] = [x, y];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const value = scope.at(apart, { x: u, y: v });
    if (!Number.isFinite(value)) return [x, y];
    if (Math.abs(value) < NEAR) break;
    const slopes = scope.slopes(
      apart,
      new Map([
        ['x', number(u)],
        ['y', number(v)],
      ]),
    );
    const [du, dv] = ['x', 'y'].map((name) => numberOf(slopes.get(name) ?? number(0)));
    const square = (du ?? 0) ** 2 + (dv ?? 0) ** 2;
    if (square === 0) break;
    u -= (value * (du ?? 0)) / square;
    v -= (value * (dv ?? 0)) / square;
  }
  return [u, v];
}
