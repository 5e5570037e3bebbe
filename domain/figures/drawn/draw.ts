/** What a plane shows at one state: its marks as shapes, from the back to the front. */
import type { Controls } from '../controls.ts';
import type { DrawnFigure } from '../figure.ts';
import type { Mark, MarkOf } from '../marks.ts';
import type { Place } from '../parts.ts';
import { quick } from '../quick.ts';
import { number, numberOf, numbersOf, rowsOf, type Scope } from '../scope.ts';
import { pathIn, placeIn, rowsAt } from '../state.ts';
import { treeOf } from '../trees.ts';
import type { PlaneView } from '../views.ts';
import { type Around, edges, FINE, type Fineness, inside, put } from './frame.ts';
import { areaOf, contoursOf } from './levels.ts';
import { curve, tangent, unbroken, wholeLine } from './lines.ts';
import type { Common, Dot, Look, Point, Shape } from './shapes.ts';

/** Throws MatrixFailure where a formula does not fit. */
export function draw(
  figure: DrawnFigure,
  view: PlaneView,
  { scope, controls }: { scope: Scope; controls: Controls },
  fine: Fineness = FINE,
): Shape[] {
  const around: Around = { figure, view, scope, fine, rows: (table) => rowsAt(figure, table, controls) };
  return view.draw.flatMap((mark) => drawMark(mark, around));
}

/** One mark; for each row of its table where it says so. */
function drawMark(mark: Mark, around: Around): Shape[] {
  const table = mark.each === undefined ? undefined : around.figure.data[mark.each];
  if (mark.each === undefined || table === undefined) return shapesOf(mark, around);
  return around.rows(mark.each).flatMap((row) => {
    const names = table.columns.map((name, index) => [name, number(row[index] ?? Number.NaN)] as const);
    return shapesOf(mark, { ...around, scope: around.scope.with(names) });
  });
}

function shapesOf(mark: Mark, around: Around): Shape[] {
  const { scope, view } = around;
  const { role, dashed = false, hidden, label } = mark;
  if (hidden !== undefined && numberOf(scope.value(treeOf(hidden))) !== 0) return [];
  const isDashed = typeof dashed === 'boolean' ? dashed : numberOf(scope.value(treeOf(dashed))) !== 0;
  const at = (place: Place): Point => put(around, placeIn(scope, place));
  const common = (usual: Look, where?: Point): Common => ({
    look: role ?? usual,
    dashed: isDashed,
    label:
      label === undefined || where === undefined || !where.every(Number.isFinite)
        ? undefined
        : { html: label, at: where },
  });
  if ('curve' in mark) return curveOf(mark, around, common);
  if ('contours' in mark) return contoursOf(mark, around, common('quiet'));
  if ('field' in mark) return [{ kind: 'arrows', arrows: fieldOf(mark, around), ...common('quiet') }];
  if ('point' in mark) {
    const where = at(mark.point);
    return [{ kind: 'dots', dots: [{ at: where, shape: mark.shape }], ...common('second', where) }];
  }
  if ('points' in mark) return [{ kind: 'dots', dots: pointsOf(mark, around), ...common('second') }];
  if ('arrow' in mark) {
    const { from = ['0', '0'] } = mark.arrow;
    const [x, y] = placeIn(scope, from);
    const [u, v] = placeIn(scope, 'along' in mark.arrow ? mark.arrow.along : mark.arrow.to);
    const head = put(around, 'along' in mark.arrow ? [x + u, y + v] : [u, v]);
    return [{ kind: 'arrows', arrows: [[put(around, [x, y]), head]], ...common('accent', head) }];
  }
  if ('line' in mark) {
    const line = wholeLine(mark.line, around);
    const where = labelPlace(line, view);
    return [{ kind: 'lines', lines: [line], weight: 'usual', ...common('second', where) }];
  }
  if ('segment' in mark) return segmentOf(mark, around, common);
  if ('path' in mark) return trail(mark, around, common);
  if ('area' in mark) return areaOf(mark, around, common('second'));
  if ('grid' in mark) return gridOf(mark, around, common('quiet'));
  const where = at(mark.text.at);
  return [{ kind: 'words', ...common('quiet', where), label: { html: mark.text.value, at: where } }];
}

type CommonOf = (usual: Look, where?: Point) => Common;

function curveOf(mark: MarkOf<'curve'>, around: Around, common: CommonOf): Shape[] {
  const lines = unbroken(curve(mark.curve, around));
  // its name stands where it leaves the plane, or ends
  const seen = lines.flat().filter((point) => inside(around.view, point));
  const drawn: Shape = { kind: 'lines', lines, weight: 'thick', ...common('accent', seen.at(-1)) };
  if (mark.tangent === undefined || !('y' in mark.curve)) return [drawn];
  const line = tangent(mark.curve.y, mark.tangent, around);
  const x = numberOf(around.scope.value(treeOf(mark.tangent)));
  const dot = put(around, [x, quick(mark.curve.y, ['x'], around.scope)(x)]);
  return [
    drawn,
    { kind: 'lines', lines: [line], weight: 'usual', look: 'second', dashed: false },
    { kind: 'dots', dots: [{ at: dot, shape: 'dot' }], look: 'second', dashed: false },
  ];
}

/** Where a line that goes on for ever leaves the plane, a little inside. */
function labelPlace([from, to]: readonly Point[], view: PlaneView): Point | undefined {
  if (from === undefined || to === undefined) return undefined;
  const places = Array.from({ length: 400 }, (_, index): Point => {
    const part = index / 399;
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  });
  const seen = places.filter((one) => inside(view, one));
  return seen[Math.floor(seen.length * 0.92)];
}

function segmentOf(mark: MarkOf<'segment'>, around: Around, common: CommonOf): Shape[] {
  const [from, to] = [mark.segment.from, mark.segment.to].map((place) => placeIn(around.scope, place));
  if (from === undefined || to === undefined) return [];
  const [a, b] = [put(around, from), put(around, to)];
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const line: Shape = { kind: 'lines', lines: [[a, b]], weight: 'usual', ...common('second', middle) };
  if (mark.square !== true) return [line];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const corners = [from, to, [to[0] - dy, to[1] + dx], [from[0] - dy, from[1] + dx]] as const;
  const ring = corners.map((one) => put(around, one));
  return [{ kind: 'areas', rings: [[ring]], strength: 0.16, striped: false, ...common('second') }, line];
}

function trail(mark: MarkOf<'path'>, around: Around, common: CommonOf): Shape[] {
  const all = pathIn(around.scope, mark.path).map((one) => put(around, one));
  const upto = mark.upto === undefined ? all.length - 1 : numberOf(around.scope.value(treeOf(mark.upto)));
  const gone = all.slice(0, Math.max(0, Math.floor(upto)) + 1).filter((one) => one.every(Number.isFinite));
  const dots = gone.map((at, index): Dot => ({ at, shape: 'dot', ...(mark.numbered && { number: index }) }));
  return [
    { kind: 'lines', lines: [gone], weight: 'usual', ...common('accent') },
    // of many steps the line says enough
    { kind: 'dots', dots: dots.length > 60 ? dots.slice(-1) : dots, ...common('accent', gone.at(-1)), dashed: false },
  ];
}

/** Of a field, each way. */
const MOST_ARROWS = 40;

function fieldOf({ field, spacing, scale }: MarkOf<'field'>, { view, scope }: Around): [Point, Point][] {
  const arrows: [Point, Point][] = [];
  // however wide a plane is seen, and however close they are asked for: more than these are no picture
  const apart = Math.max(spacing, (view.x.to - view.x.from) / MOST_ARROWS, (view.y.to - view.y.from) / MOST_ARROWS);
  for (let x = Math.ceil(view.x.from / apart) * apart; x <= view.x.to; x += apart)
    for (let y = Math.ceil(view.y.from / apart) * apart; y <= view.y.to; y += apart) {
      const names = new Map([
        ['x', number(x)],
        ['y', number(y)],
      ]);
      const [u, v] = placeIn(scope, field, names);
      if (Number.isFinite(u) && Number.isFinite(v))
        arrows.push([
          [x, y],
          [x + scale * u, y + scale * v],
        ]);
    }
  return arrows;
}

function pointsOf(mark: MarkOf<'points'>, around: Around): Dot[] {
  const { figure, scope } = around;
  const table = figure.data[mark.points];
  const values = mark.at === undefined ? around.rows(mark.points) : rowsOf(scope.value(treeOf(mark.at)));
  const shapes = mark.shape === undefined ? [] : numbersOf(scope.value(treeOf(mark.shape)));
  const isMovable = mark.at === undefined && table !== undefined && table.drag !== 'none';
  return values.map(([x = Number.NaN, y = Number.NaN], index) => ({
    at: put(around, [x, y]),
    shape: shapes[index] === 0 ? 'ring' : 'dot',
    ...(isMovable && { row: { table: mark.points, index } }),
  }));
}

/** A flag on its pole, whose sides can be told apart. */
const FLAG: readonly Point[] = [
  [0.2, 0],
  [0.2, 1],
  [0.9, 0.75],
  [0.2, 0.5],
];

/** The squares of the plane as a matrix lays them. Of a matrix that is not two by two there are none. */
function gridOf(mark: MarkOf<'grid'>, around: Around, common: Common): Shape[] {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = numbersOf(
    around.scope.value(treeOf(mark.grid)),
  );
  const moved = ([x, y]: Point): Point => put(around, [a * x + b * y, c * x + d * y]);
  const [[left, right], [low, high]] = [edges(around.view.x), edges(around.view.y)];
  const far = Math.min(12, Math.ceil(Math.max(...[left, right, low, high].map(Math.abs))));
  const whole = Array.from({ length: 2 * far + 1 }, (_, index) => index - far);
  const lines = whole.flatMap((one): Point[][] => [
    [moved([one, -far]), moved([one, far])],
    [moved([-far, one]), moved([far, one])],
  ]);
  const drawn: Shape = { kind: 'lines', lines, weight: 'thin', ...common };
  if (mark.picture === 'none') return [drawn];
  const flag = FLAG.map(moved);
  const colour = { look: common.look === 'quiet' ? 'accent' : common.look, dashed: false } as const;
  return [
    drawn,
    { kind: 'areas', rings: [[flag.slice(1)]], strength: 0.35, striped: false, ...colour },
    { kind: 'lines', lines: [[...flag, flag[1] ?? [0, 0]]], weight: 'usual', ...colour },
  ];
}
