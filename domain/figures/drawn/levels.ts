/** Contours and areas, found on a net of values. */
import { contours } from 'd3-contour';
import type { MarkOf } from '../marks.ts';
import { quick } from '../quick.ts';
import { numberOf, numbersOf } from '../scope.ts';
import { placeIn } from '../state.ts';
import { treeOf } from '../trees.ts';
import { type Around, edges, meant, put, spread } from './frame.ts';
import type { Common, Point, Shape } from './shapes.ts';

/** Values on a net that is one cell larger than the plane on each side, so that no border is drawn. */
function net(
  { view, scope, fine: { net: cells } }: Around,
  formula: string,
): { values: number[]; place(point: readonly number[]): Point } {
  const [[left, right], [low, high]] = [edges(view.x), edges(view.y)];
  const [dx, dy] = [(right - left) / cells, (high - low) / cells];
  const value = quick(formula, ['x', 'y'], scope);
  const values: number[] = [];
  for (let j = -1; j <= cells; j += 1)
    for (let i = -1; i <= cells; i += 1)
      values.push(value(meant(view.x, left + (i + 0.5) * dx), meant(view.y, low + (j + 0.5) * dy)));
  // d3 has a value in the middle of each cell, and counts from its corner
  return { values, place: ([u = 0, v = 0]) => [left + (u - 1) * dx, low + (v - 1) * dy] };
}

/** Lines of equal value, and the areas above them where they are shaded. Throws MatrixFailure. */
export function contoursOf(mark: MarkOf<'contours'>, around: Around, common: Common): Shape[] {
  const { values, place } = net(around, mark.contours);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [];
  const levels = levelsOf(mark, around, [Math.min(...finite), Math.max(...finite)]);
  const found = contours()
    .size([around.fine.net + 2, around.fine.net + 2])
    .thresholds([...levels])(values);
  const rings = found.map(({ coordinates }) => coordinates.map((polygon) => polygon.map((ring) => ring.map(place))));
  const lines = rings.flat(2).flatMap((ring) => within(ring, around));
  const shaded = mark.shade
    ? rings.map(
        (polygons): Shape => ({
          kind: 'areas',
          rings: polygons,
          strength: 0.5 / levels.length,
          striped: false,
          ...common,
          label: undefined,
          dashed: false,
        }),
      )
    : [];
  const weight = common.look === 'quiet' ? 'thin' : 'usual';
  const numbers = mark.numbers
    ? rings.flatMap((polygons, index) => numberOn(polygons, found[index]?.value, around))
    : [];
  return [...shaded, { kind: 'lines', lines, weight, ...common }, ...numbers];
}

/** How far along a line its number may stand, the best place first. */
const PARTS = [0.7, 0.3, 0.6, 0.4, 0.8, 0.2, 0.5];
/** Parts of a plane that the numbers of its axes need, and its edges. */
const [BESIDE_AXES, BESIDE_EDGES] = [0.09, 0.05];

/** Not where the axes have their numbers, nor at the edge. */
function isFree(at: Point, { view }: Around): boolean {
  return [view.x, view.y].every((axis, index) => {
    const [from, to] = edges(axis);
    const [part, zero] = [((at[index] ?? 0) - from) / (to - from), -from / (to - from)];
    return Math.abs(part - zero) > BESIDE_AXES && part > BESIDE_EDGES && part < 1 - BESIDE_EDGES;
  });
}

/** The level of a line, written on its longest piece. */
function numberOn(
  polygons: readonly (readonly (readonly Point[])[])[],
  level: number | undefined,
  around: Around,
): Shape[] {
  const pieces = polygons.flat().flatMap((ring) => within(ring, around));
  const [longest] = pieces.toSorted((one, other) => other.length - one.length);
  const at = PARTS.map((part) => longest?.[Math.floor((longest.length - 1) * part)])
    .filter((one) => one !== undefined)
    .reduce<Point | undefined>((best, one) => (best !== undefined && isFree(best, around) ? best : one), undefined);
  if (at === undefined || level === undefined) return [];
  const html = String(Number(level.toPrecision(4))).replace('-', '−');
  return [{ kind: 'words', look: 'quiet', dashed: false, label: { html, at, centred: true } }];
}

function levelsOf(mark: MarkOf<'contours'>, { scope }: Around, [least, most]: readonly [number, number]): number[] {
  const { levels } = mark;
  if (levels === undefined) return spread(least, most, (mark.count ?? 8) + 2).slice(1, -1);
  if (typeof levels === 'string') return numbersOf(scope.value(treeOf(levels)));
  return levels.map((one) => numberOf(scope.value(treeOf(one))));
}

/** The pieces of a ring that are not the border of the net. */
function within(ring: readonly Point[], { view, fine }: Around): Point[][] {
  const [[left, right], [low, high]] = [edges(view.x), edges(view.y)];
  const [dx, dy] = [(right - left) / fine.net / 4, (high - low) / fine.net / 4];
  const pieces: Point[][] = [[]];
  for (const [x, y] of ring) {
    if (x > left - dx && x < right + dx && y > low - dy && y < high + dy) pieces.at(-1)?.push([x, y]);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** Where a condition holds, or what lies between corners. Throws MatrixFailure. */
export function areaOf(mark: MarkOf<'area'>, around: Around, common: Common): Shape[] {
  if ('corners' in mark.area) {
    const ring = mark.area.corners.map((place) => put(around, placeIn(around.scope, place)));
    return [{ kind: 'areas', rings: [[ring]], strength: 0.16, striped: true, ...common }];
  }
  const { values, place } = net(around, edgeOf(mark.area.where));
  const [found] = contours()
    .size([around.fine.net + 2, around.fine.net + 2])
    .thresholds([0])(values);
  const rings = (found?.coordinates ?? []).map((polygon) => polygon.map((ring) => ring.map(place)));
  return [{ kind: 'areas', rings, strength: 0.16, striped: true, ...common }];
}

/** What is 0 on the edge of a condition, and more inside: a comparison's two sides apart, so that its edge is smooth. */
function edgeOf(where: string): string {
  const node = treeOf(where);
  if (node.op !== 'compare' || node.how === '=') return `(${where}) - 0.5`;
  const side = ({ at, length }: { at: number; length: number }): string => `(${where.slice(at, at + length)})`;
  return node.how.startsWith('<') ? `${side(node.b)} - ${side(node.a)}` : `${side(node.a)} - ${side(node.b)}`;
}
