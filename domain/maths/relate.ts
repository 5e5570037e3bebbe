/** How two values with error bounds stand to each other. */
import type { Point } from './sample.ts';

/** The signs of the coordinates. */
export function orthant(point: Point): string {
  return [...point.values()].map((value) => (value < 0 ? '-' : '+')).join('');
}

/** `clear`: beyond all rounding by far. `unclear`: beyond the bound, yet to be confirmed. `doubt`: doubles do not tell. */
export type Relation = 'agree' | 'clear' | 'unclear' | 'doubt';

/** How two values with their radii stand to each other; `absorbed`: whether a term vanished in one of the two. */
export function relateValues(
  left: number,
  right: number,
  leftRadius: number,
  rightRadius: number,
  absorbed: boolean,
  allowed: number,
): Relation {
  const radius = leftRadius + rightRadius;
  if (!Number.isFinite(radius)) return 'doubt';
  const difference = Math.abs(left - right);
  const scale = Math.max(Math.abs(left), Math.abs(right));
  if (difference > allowed + 2 * radius) {
    return difference > allowed + 1000 * radius && difference - allowed > 1e-9 * scale && !tinyBoth(scale)
      ? 'clear'
      : 'unclear';
  }
  if (absorbed || tinyBoth(scale)) return radius === 0 && difference <= allowed && !absorbed ? 'agree' : 'doubt';
  if (allowed > 0) return difference + radius <= allowed ? 'agree' : 'doubt';
  return radius <= 1e-10 * scale || (radius === 0 && difference === 0) ? 'agree' : 'doubt';
}

/** Next to the smallest doubles nothing is certain: 0 may stand for 1e-400. */
function tinyBoth(scale: number): boolean {
  return scale < 1e-290;
}
