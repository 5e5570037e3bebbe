/** A level as a landscape: a path that winds down to the lowest point, with a spot for each lesson. Pure; in units of the drawing. */

export const WIDTH = 400;
export const HEIGHT = 270;
const MIDDLE = { x: WIDTH / 2, y: HEIGHT / 2 };
const OUTER = { x: WIDTH / 2 - 22, y: HEIGHT / 2 - 20 };
/** Where the path begins, and how far it winds. */
const BEGIN = (205 * Math.PI) / 180;
const TURNS = 1.75;
/** Steps by which its length is reckoned. */
const STEPS = 400;

export interface Spot {
  x: number;
  y: number;
}

/** A point of the path. @param t 0: where it begins; 1: the lowest point */
function at(t: number): Spot {
  const angle = BEGIN + t * TURNS * 2 * Math.PI;
  const left = 1 - 0.94 * t;
  return { x: MIDDLE.x + OUTER.x * left * Math.cos(angle), y: MIDDLE.y + OUTER.y * left * Math.sin(angle) };
}

/** So many spots along the path, equally far from each other, the first where it begins and the last where it ends. */
export function spotsOf(count: number): Spot[] {
  const points = Array.from({ length: STEPS + 1 }, (_, step) => at(step / STEPS));
  const lengths = [0];
  for (const [step, { x, y }] of points.slice(1).entries()) {
    const before = points[step] ?? MIDDLE;
    lengths.push((lengths[step] ?? 0) + Math.hypot(x - before.x, y - before.y));
  }
  const whole = lengths[STEPS] ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const wanted = count === 1 ? 0 : (whole * index) / (count - 1);
    const found = lengths.findIndex((length) => length >= wanted - 1e-9);
    return rounded(points[found] ?? MIDDLE);
  });
}

/** The path from one spot to another, as a drawing has it. @param from 0: the first spot */
export function pathBetween(spots: readonly Spot[], from: number, to: number): string {
  return spots
    .slice(from, to + 1)
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
    .join('');
}

/** The pieces of the path that are walked: up to the spot that was reached, from a lesson that is written to the next. */
export function walked(spots: readonly Spot[], written: readonly boolean[], reached: number): string {
  return spots
    .map((_spot, index) =>
      index < reached && written[index] && written[index + 1] ? pathBetween(spots, index, index + 1) : '',
    )
    .join('');
}

/** Lines of equal height, the outermost first. */
export const contours = [1.06, 0.82, 0.6, 0.38, 0.17].map((share) => ({
  rx: Math.round(OUTER.x * share),
  ry: Math.round(OUTER.y * share),
}));

const rounded = ({ x, y }: Spot): Spot => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
