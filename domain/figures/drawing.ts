/**
 * What a plane shows at one state: its marks as lines, dots, arrows and areas in the coordinates of the plane. On a
 * logarithmic axis those are powers of ten: −3 stands for 0.001.
 */
import { contours } from 'd3-contour';
import type { MatrixNode } from '../maths/matrix-parse.ts';
import type { DrawnFigure, Mark, Place, PlaneView } from './figure.ts';
import { number, numberOf, numbersOf, rowsOf, type Scope } from './scope.ts';
import { pathIn, placeIn, treeOf } from './state.ts';

export type Point = readonly [number, number];
export type Look = 'accent' | 'second' | 'quiet' | 'right' | 'wrong';
export type DotShape = 'dot' | 'ring' | 'cross' | 'square';

interface Common {
  look: Look;
  dashed: boolean;
  /** HTML, and where it stands */
  label?: { html: string; at: Point } | undefined;
}
export type Shape = Common &
  (
    | { kind: 'lines'; lines: readonly (readonly Point[])[]; thin: boolean }
    | { kind: 'areas'; rings: readonly (readonly (readonly Point[])[])[]; strength: number; striped: boolean }
    | { kind: 'dots'; dots: readonly { at: Point; shape: DotShape; number?: number }[] }
    | { kind: 'arrows'; arrows: readonly (readonly [from: Point, to: Point])[] }
    | { kind: 'words' }
  );

/** Points of a curve across its plane. */
const CURVE_POINTS = 200;
/** Cells of the net that contours are found on, each way. */
const NET = 60;

type Axis = PlaneView['x'];
const laid = (axis: Axis, value: number): number => (axis.scale === 'log' ? Math.log10(value) : value);
const meant = (axis: Axis, laidOut: number): number => (axis.scale === 'log' ? 10 ** laidOut : laidOut);
/** From where to where a plane goes, in its own coordinates. */
export const edges = (axis: Axis): [number, number] => [laid(axis, axis.from), laid(axis, axis.to)];

/** All shapes of a plane, from the back to the front. Throws MatrixFailure where a formula does not fit. */
export function draw(figure: DrawnFigure, view: PlaneView, scope: Scope): Shape[] {
  return view.draw.flatMap((mark) => shapesOf(mark, { figure, view, scope }));
}

interface Around {
  figure: DrawnFigure;
  view: PlaneView;
  scope: Scope;
}

function shapesOf(mark: Mark, around: Around): Shape[] {
  const { scope, view } = around;
  const { role, dashed = false, hidden, label } = mark;
  if (hidden !== undefined && numberOf(scope.value(treeOf(hidden))) !== 0) return [];
  const isDashed = typeof dashed === 'boolean' ? dashed : numberOf(scope.value(treeOf(dashed))) !== 0;
  const put = ([x, y]: Point): Point => [laid(view.x, x), laid(view.y, y)];
  const at = (place: Place): Point => put(placeIn(scope, place));
  const common = (usual: Look, where?: Point): Common => ({
    look: role ?? usual,
    dashed: isDashed,
    label:
      label === undefined || where === undefined || !where.every(Number.isFinite)
        ? undefined
        : { html: label, at: where },
  });
  if ('curve' in mark) {
    const line = curve(mark.curve, around).map(put);
    const lines = unbroken(line);
    // its name stands where it leaves the plane, or ends
    const seen = lines.flat().filter((point) => inside(view, point));
    return [{ kind: 'lines', lines, thin: false, ...common('accent', seen.at(-1)) }];
  }
  if ('contours' in mark) return contoursOf(mark, around, common('quiet'));
  if ('field' in mark) return [{ kind: 'arrows', arrows: fieldOf(mark, around), ...common('quiet') }];
  if ('point' in mark) {
    const where = at(mark.point);
    return [{ kind: 'dots', dots: [{ at: where, shape: mark.shape }], ...common('second', where) }];
  }
  if ('points' in mark)
    return [
      { kind: 'dots', dots: pointsOf(mark, around).map((one) => ({ ...one, at: put(one.at) })), ...common('second') },
    ];
  if ('arrow' in mark) {
    const { from = ['0', '0'], to, along } = mark.arrow;
    const [x, y] = placeIn(scope, from);
    const [u, v] = placeIn(scope, along ?? to ?? ['0', '0']);
    const head = put(along === undefined ? [u, v] : [x + u, y + v]);
    return [{ kind: 'arrows', arrows: [[put([x, y]), head]], ...common('accent', head) }];
  }
  if ('line' in mark) {
    const line = wholeLine(mark.line, around);
    return [
      {
        kind: 'lines',
        lines: [line],
        thin: false,
        ...common('second', line.findLast((one) => inside(view, one)) ?? line.at(-1)),
      },
    ];
  }
  if ('segment' in mark) {
    const [from, to] = [at(mark.segment.from), at(mark.segment.to)];
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return [{ kind: 'lines', lines: [[from, to]], thin: false, ...common('second', middle) }];
  }
  if ('path' in mark) {
    const all = pathIn(scope, mark.path).map(put);
    const upto = mark.upto === undefined ? all.length - 1 : numberOf(scope.value(treeOf(mark.upto)));
    const gone = all.slice(0, Math.max(0, Math.floor(upto)) + 1).filter((one) => one.every(Number.isFinite));
    const dots = gone.map((where, index) => ({
      at: where,
      shape: 'dot' as const,
      ...(mark.numbered && { number: index }),
    }));
    return [
      { kind: 'lines', lines: [gone], thin: false, ...common('accent') },
      { kind: 'dots', dots, ...common('accent', gone.at(-1)), dashed: false },
    ];
  }
  if ('area' in mark) return areaOf(mark, around, common('second'));
  const where = at(mark.text.at);
  return [{ kind: 'words', ...common('quiet', where), label: { html: mark.text.value, at: where } }];
}

const inside = ({ x, y }: PlaneView, [px, py]: Point): boolean => {
  const [[left, right], [low, high]] = [edges(x), edges(y)];
  return px >= left && px <= right && py >= low && py <= high;
};

/** Numbers from one to another, evenly. */
function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

function curve(of: Extract<Mark, { curve: unknown }>['curve'], { view, scope }: Around): Point[] {
  if ('y' in of) {
    const node = treeOf(of.y);
    const [left, right] = edges(view.x);
    return spread(left, right, CURVE_POINTS).map((one) => {
      const x = meant(view.x, one);
      return [x, scope.at(node, { x })];
    });
  }
  return spread(of.from, of.to, CURVE_POINTS).map((t) => placeIn(scope, of.at, new Map([['t', number(t)]])));
}

/** The pieces of a line where it has values. */
function unbroken(line: readonly Point[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const point of line) {
    if (point.every(Number.isFinite)) pieces.at(-1)?.push(point);
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** Values on a net that is one cell larger than the plane on each side, so that no border is drawn. */
function net({ view, scope }: Around, node: MatrixNode): { values: number[]; place(point: readonly number[]): Point } {
  const [[left, right], [low, high]] = [edges(view.x), edges(view.y)];
  const [dx, dy] = [(right - left) / NET, (high - low) / NET];
  const values: number[] = [];
  for (let j = -1; j <= NET; j += 1)
    for (let i = -1; i <= NET; i += 1)
      values.push(scope.at(node, { x: meant(view.x, left + (i + 0.5) * dx), y: meant(view.y, low + (j + 0.5) * dy) }));
  // d3 has a value in the middle of each cell, and counts from its corner
  return { values, place: ([u = 0, v = 0]) => [left + (u - 1) * dx, low + (v - 1) * dy] };
}

function contoursOf(mark: Extract<Mark, { contours: unknown }>, around: Around, common: Common): Shape[] {
  const { values, place } = net(around, treeOf(mark.contours));
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [];
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const levels = mark.levels ?? spread(least, most, (mark.count ?? 8) + 2).slice(1, -1);
  const found = contours()
    .size([NET + 2, NET + 2])
    .thresholds([...levels])(values);
  const rings = found.map(({ coordinates }) => coordinates.map((polygon) => polygon.map((ring) => ring.map(place))));
  const lines = rings.flat(2);
  const shaded = mark.shade
    ? rings.map(
        (polygons): Shape => ({
          kind: 'areas',
          rings: polygons,
          strength: 0.5 / levels.length,
          striped: false,
          ...common,
          dashed: false,
        }),
      )
    : [];
  return [...shaded, { kind: 'lines', lines, thin: true, ...common }];
}

function areaOf(mark: Extract<Mark, { area: unknown }>, around: Around, common: Common): Shape[] {
  if ('corners' in mark.area) {
    const { view, scope } = around;
    const ring = mark.area.corners.map((place): Point => {
      const [x, y] = placeIn(scope, place);
      return [laid(view.x, x), laid(view.y, y)];
    });
    return [{ kind: 'areas', rings: [[ring]], strength: 0.16, striped: true, ...common }];
  }
  const { values, place } = net(around, edgeOf(treeOf(mark.area.where)));
  const [found] = contours()
    .size([NET + 2, NET + 2])
    .thresholds([0])(values);
  const rings = (found?.coordinates ?? []).map((polygon) => polygon.map((ring) => ring.map(place)));
  return [{ kind: 'areas', rings, strength: 0.16, striped: true, ...common }];
}

/** What is 0 on the edge of a condition, and more inside: a comparison's two sides apart, so that its edge is smooth. */
function edgeOf(node: MatrixNode): MatrixNode {
  const { at, length } = node;
  if (node.op === 'compare' && node.how !== '=')
    return node.how.startsWith('<')
      ? { op: 'subtract', a: node.b, b: node.a, at, length }
      : { op: 'subtract', a: node.a, b: node.b, at, length };
  const half: MatrixNode = { op: 'number', value: 0.5, at, length };
  return { op: 'subtract', a: node, b: half, at, length };
}

function fieldOf(
  { field, spacing, scale }: Extract<Mark, { field: unknown }>,
  { view, scope }: Around,
): [Point, Point][] {
  const arrows: [Point, Point][] = [];
  for (let x = Math.ceil(view.x.from / spacing) * spacing; x <= view.x.to; x += spacing)
    for (let y = Math.ceil(view.y.from / spacing) * spacing; y <= view.y.to; y += spacing) {
      const [u, v] = placeIn(
        scope,
        field,
        new Map([
          ['x', number(x)],
          ['y', number(y)],
        ]),
      );
      if (Number.isFinite(u) && Number.isFinite(v))
        arrows.push([
          [x, y],
          [x + scale * u, y + scale * v],
        ]);
    }
  return arrows;
}

function pointsOf(
  mark: Extract<Mark, { points: unknown }>,
  { figure, scope }: Around,
): { at: Point; shape: DotShape }[] {
  const table = figure.data[mark.points];
  const values = mark.at === undefined ? (table?.values ?? []) : rowsOf(scope.value(treeOf(mark.at)));
  const shapes = mark.shape === undefined ? [] : numbersOf(scope.value(treeOf(mark.shape)));
  return values.map(([x = Number.NaN, y = Number.NaN], index) => ({
    at: [x, y],
    shape: shapes[index] === 0 ? 'ring' : 'dot',
  }));
}

/** Across the whole plane and beyond it. `where` is linear: its two sides apart are c + ax + by. */
function wholeLine(of: Extract<Mark, { line: unknown }>['line'], { view, scope }: Around): Point[] {
  const reach =
    4 * Math.max(view.x.to - view.x.from, view.y.to - view.y.from, Math.abs(view.x.from), Math.abs(view.y.from));
  let [base, direction]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ];
  if ('through' in of) {
    const [one, other] = of.through.map((place) => placeIn(scope, place));
    base = one ?? base;
    direction = [(other?.[0] ?? 0) - base[0], (other?.[1] ?? 0) - base[1]];
  } else {
    const node = treeOf(of.where);
    const apart: MatrixNode = node.op === 'compare' ? { ...node, op: 'subtract' } : node;
    const c = scope.at(apart, { x: 0, y: 0 });
    const [a, b] = [scope.at(apart, { x: 1, y: 0 }) - c, scope.at(apart, { x: 0, y: 1 }) - c];
    const square = a * a + b * b;
    base = [(-c * a) / square, (-c * b) / square];
    direction = [-b, a];
  }
  const length = Math.hypot(...direction) || 1;
  const ends = [-reach, reach].map(
    (far): Point => [base[0] + (direction[0] * far) / length, base[1] + (direction[1] * far) / length],
  );
  return ends.every((end) => end.every(Number.isFinite)) ? ends : [];
}

/** Where a dragged point goes: onto its grid, and inside what it may have. */
export function held(
  { within: [[left, right], [low, high]], snap }: { within: readonly [Point, Point]; snap: number },
  [x, y]: Point,
): [number, number] {
  const round = (value: number, from: number, to: number): number =>
    Number(Math.min(to, Math.max(from, Math.round(value / snap) * snap)).toFixed(10));
  return [round(x, left, right), round(y, low, high)];
}

/** Where an arrow key takes a control's point; with Shift ten times as far. */
export const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A sentence with formulas in braces, filled in. @param say a number in the reader's form */
export function filled(text: string, scope: Scope, say: (value: number) => string): string {
  return text.replaceAll(/\{([^{}]+)\}/g, (_, formula: string) => {
    const value = scope.value(treeOf(formula));
    if (value.kind === 'scalar') return say(numberOf(value));
    const shown = (list: readonly number[]): string => `(${list.map(say).join(', ')})`;
    return value.kind === 'matrix' ? rowsOf(value).map(shown).join(', ') : shown(numbersOf(value));
  });
}

/** The formulas of a sentence. */
export function formulasIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]+)\}/g)].map(([, formula = '']) => formula);
}
