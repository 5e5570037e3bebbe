/** On which side of its place each label of a plane stands: where the fewest others, arrows and dots are in its way. */
import type { Point, Shape } from '../../../../domain/figures/drawn/shapes.ts';
import type { Box } from './box.ts';

export interface Side {
  /** it ends at its place, to the left of it */
  before: boolean;
  below: boolean;
}

/** From its place to the label, in pixels. */
export const APART = { before: 8, after: 9, above: 3, below: 4 } as const;
const HEIGHT = 16;
const SIGN = 7.2;
const DOT = 7;
/** What stands in the way, by how much it hurts. */
const COST = { outside: 6, label: 4, arrow: 2, dot: 1.5, flipped: 0.3, turned: 0.4 } as const;

interface Rectangle {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Of each shape that has a label beside its place; the first ones choose first. */
export function labelSides(shapes: readonly Shape[], box: Box): (Side | undefined)[] {
  const put = ([x, y]: Point): Point => [box.across(x), box.down(y)];
  const arrows = shapes.flatMap((shape) => straightLinesOf(shape).map(([from, to]) => [put(from), put(to)] as const));
  const dots = shapes.flatMap((shape) => (shape.kind === 'dots' ? shape.dots.map(({ at }) => put(at)) : []));
  const taken = shapes.flatMap(({ label }) => (label?.centred ? [around(put(label.at), widthOf(label.html))] : []));
  return shapes.map((shape) => {
    const { label } = shape;
    if (label === undefined || label.centred) return undefined;
    const at = put(label.at);
    const width = widthOf(label.html);
    const best = sidesOf(shape, at, box)
      .map(([side, cost]) => {
        const place = rectangle(at, width, side);
        const outside = place.left < 0 || place.top < 0 || place.left + width > box.width || below(place) > box.height;
        const others = taken.filter((one) => overlap(one, place)).length * COST.label;
        const crossed = arrows.filter(([from, to]) => crosses(from, to, place)).length * COST.arrow;
        const dotted = dots.filter(([x, y]) => overlap(around([x, y], DOT, DOT), place)).length * COST.dot;
        return { side, place, cost: cost + others + crossed + dotted + (outside ? COST.outside : 0) };
      })
      .reduce((one, other) => (other.cost < one.cost ? other : one));
    taken.push(best.place);
    return best.side;
  });
}

/** All four, the usual one first: an arrow's name stands beyond its head. */
function sidesOf(shape: Shape, [x, y]: Point, box: Box): [Side, number][] {
  const [arrow] = shape.kind === 'arrows' && shape.arrows.length === 1 ? shape.arrows : [];
  const before = arrow === undefined ? x > box.width * 0.72 : arrow[1][0] < arrow[0][0];
  const below = arrow === undefined ? y < 24 : arrow[1][1] < arrow[0][1];
  return [
    [{ before, below }, 0],
    [{ before, below: !below }, COST.flipped],
    [{ before: !before, below }, COST.turned],
    [{ before: !before, below: !below }, COST.flipped + COST.turned],
  ];
}

/** Arrows and segments: one of each, as authors draw them. Fields of arrows and curves are behind everything. */
function straightLinesOf(shape: Shape): (readonly [Point, Point])[] {
  if (shape.kind === 'arrows') return shape.arrows.length === 1 ? [...shape.arrows] : [];
  if (shape.kind !== 'lines' || shape.weight === 'thin') return [];
  return shape.lines.flatMap(([from, to, more]) =>
    from === undefined || to === undefined || more !== undefined ? [] : [[from, to] as const],
  );
}

/** About as wide as it will be: signs without tags, and of a formula without what is there for screen readers. */
function widthOf(html: string): number {
  const text = html.replaceAll(/<math[\s\S]*?<\/math>/g, '').replaceAll(/<[^>]*>/g, '');
  return text.length * SIGN + 4;
}

const around = ([x, y]: Point, width: number, height = HEIGHT): Rectangle => ({
  ...{ left: x - width / 2, top: y - height / 2 },
  ...{ width, height },
});
const rectangle = ([x, y]: Point, width: number, side: Side): Rectangle => ({
  left: side.before ? x - APART.before - width : x + APART.after,
  top: side.below ? y + APART.below : y - APART.above - HEIGHT,
  ...{ width, height: HEIGHT },
});
const below = ({ top, height }: Rectangle): number => top + height;
const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < below(other) &&
  other.top < below(one);

/** Sampled finer than a label is high. */
function crosses([x, y]: Point, [u, v]: Point, { left, top, width, height }: Rectangle): boolean {
  const steps = Math.min(200, Math.ceil(Math.hypot(u - x, v - y) / 4));
  if (!Number.isFinite(steps)) return false;
  return Array.from({ length: steps + 1 }, (_, index) => index / Math.max(1, steps)).some((part) => {
    const [a, b] = [x + (u - x) * part, y + (v - y) * part];
    return a > left && a < left + width && b > top && b < top + height;
  });
}
