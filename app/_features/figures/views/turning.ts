/** How space is looked at: turned about its upright axis, then tilted; nothing gets smaller with distance. */
import type { Point3 } from '../../../../domain/figures/shown/solids.ts';

export interface Turn {
  /** degrees about the upright axis, and above the ground */
  about: number;
  above: number;
}

/** Places from which it is looked at by buttons. */
export const FROM = {
  corner: { about: -40, above: 28 },
  front: { about: 0, above: 0 },
  side: { about: -90, above: 0 },
  top: { about: 0, above: 90 },
} as const satisfies Record<string, Turn>;
export type FromName = keyof typeof FROM;

/** Right, up, and towards who looks, each from about −1.7 to 1.7. */
export function turned([x, y, z]: Point3, { about, above }: Turn): Point3 {
  const [a, b] = [(about * Math.PI) / 180, (above * Math.PI) / 180];
  const right = x * Math.cos(a) - y * Math.sin(a);
  const back = x * Math.sin(a) + y * Math.cos(a);
  return [right, z * Math.cos(b) + back * Math.sin(b), z * Math.sin(b) - back * Math.cos(b)];
}

/** Never upside down; all the way round. */
export function held({ about, above }: Turn): Turn {
  return { about: ((about + 540) % 360) - 180, above: Math.min(90, Math.max(-10, above)) };
}
