/** Curves, their tangents, and lines that go on for ever. */
import type { MatrixNode } from '../../maths/matrix-parse.ts';
import type { MarkOf } from '../marks.ts';
import { quick } from '../quick.ts';
import { number, numberOf } from '../scope.ts';
import { placeIn } from '../state.ts';
import { treeOf } from '../trees.ts';
import { type Around, edges, meant, put, spread } from './frame.ts';
import type { Point } from './shapes.ts';

/** Places of a curve, NaN where it has none. Throws MatrixFailure. */
export function curve(of: MarkOf<'curve'>['curve'], around: Around): Point[] {
  const { view, scope, fine } = around;
  if ('at' in of)
    return spread(of.from, of.to, fine.curve).map((t) =>
      put(around, placeIn(scope, of.at, new Map([['t', number(t)]]))),
    );
  const value = quick(of.y, ['x'], scope);
  const [left, right] = edges(view.x);
  const [from, to] = [of.from ?? meant(view.x, left), of.to ?? meant(view.x, right)];
  const [first, last] = [edges({ ...view.x, from, to })].flat();
  return spread(first ?? left, last ?? right, fine.curve).map((one) => {
    const x = meant(view.x, one);
    return put(around, [x, value(x)]);
  });
}

/** The pieces of a line where it has values. */
export function unbroken(line: readonly Point[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of line) {
    if (point.every(Number.isFinite)) pieces.at(-1)?.push(point);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** The tangent of `y` at an x, across the plane; nothing where it has no slope. */
export function tangent(y: string, at: string, { view, scope }: Around): Point[] {
  const x = numberOf(scope.value(treeOf(at)));
  const node = treeOf(y);
  const [value, slopes] = [quick(y, ['x'], scope)(x), scope.slopes(node, new Map([['x', number(x)]]))];
  const slope = numberOf(slopes.get('x') ?? number(Number.NaN));
  return through([x, value], [1, slope], reach(view));
}

const reach = ({ x, y }: Around['view']): number =>
  4 * Math.max(x.to - x.from, y.to - y.from, Math.abs(x.from), Math.abs(y.from));

function through(base: Point, direction: Point, far: number): Point[] {
  const length = Math.hypot(...direction) || 1;
  const ends = [-far, far].map(
    (distance): Point => [base[0] + (direction[0] * distance) / length, base[1] + (direction[1] * distance) / length],
  );
  return ends.every((end) => end.every(Number.isFinite)) ? ends : [];
}

/** Across the whole plane and beyond it. `where` is linear: its two sides apart are c + ax + by. */
export function wholeLine(of: MarkOf<'line'>['line'], { view, scope }: Around): Point[] {
  if ('through' in of) {
    const [one, other] = of.through.map((place) => placeIn(scope, place));
    if (one === undefined || other === undefined) return [];
    return through(one, [other[0] - one[0], other[1] - one[1]], reach(view));
  }
  const node = treeOf(of.where);
  const apart: MatrixNode = node.op === 'compare' ? { ...node, op: 'subtract' } : node;
  const c = scope.at(apart, { x: 0, y: 0 });
  const [a, b] = [scope.at(apart, { x: 1, y: 0 }) - c, scope.at(apart, { x: 0, y: 1 }) - c];
  const square = a * a + b * b;
  return through([(-c * a) / square, (-c * b) / square], [-b, a], reach(view));
}
