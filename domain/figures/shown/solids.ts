/** What stands in space at one state: pieces of surfaces, lines, arrows and dots, in a cube from −1 to 1 each way. */

import { spread } from '../drawn/frame.ts';
import type { Look } from '../drawn/shapes.ts';
import { quick } from '../quick.ts';
import { numberOf, type Scope } from '../scope.ts';
import { pathIn3, placeIn3 } from '../state.ts';
import { treeOf } from '../trees.ts';
import type { Solid, ViewOf } from '../views.ts';

export type Point3 = readonly [number, number, number];
export interface ShownSolid {
  kind: 'piece' | 'line' | 'arrow' | 'dot';
  points: readonly Point3[];
  look: Look;
  dashed: boolean;
  /** how high a piece of a surface lies, from 0 to 1; nothing of a sheet */
  height?: number;
  label?: string | undefined;
}
type SpaceView = ViewOf<'space'>;

/** Pieces of a surface, each way. */
const PIECES = 26;

/** Throws MatrixFailure where a formula does not fit. */
export function solidsOf(view: SpaceView, scope: Scope, pieces = PIECES): ShownSolid[] {
  return view.draw.flatMap((one) => solidOf(one, { view, scope, pieces }));
}

interface Around {
  view: SpaceView;
  scope: Scope;
  pieces: number;
}

function solidOf(solid: Solid, around: Around): ShownSolid[] {
  const { view, scope } = around;
  const { role, dashed = false, hidden, label } = solid;
  if (hidden !== undefined && numberOf(scope.value(treeOf(hidden))) !== 0) return [];
  const isDashed = typeof dashed === 'boolean' ? dashed : numberOf(scope.value(treeOf(dashed))) !== 0;
  const put = (point: Point3): Point3 => inCube(view, point);
  const common = (usual: Look): Pick<ShownSolid, 'look' | 'dashed' | 'label'> => ({
    look: role ?? usual,
    dashed: isDashed,
    label,
  });
  if ('surface' in solid) return surface(solid.surface, around, common('accent'));
  if ('sheet' in solid)
    return [{ kind: 'piece', points: solid.sheet.map((one) => put(placeIn3(scope, one))), ...common('second') }];
  if ('point' in solid) return [{ kind: 'dot', points: [put(placeIn3(scope, solid.point))], ...common('second') }];
  if ('arrow' in solid) {
    const from = solid.arrow.from === undefined ? ([0, 0, 0] as const) : placeIn3(scope, solid.arrow.from);
    return [{ kind: 'arrow', points: [put(from), put(placeIn3(scope, solid.arrow.to))], ...common('accent') }];
  }
  if ('segment' in solid) {
    const ends = [solid.segment.from, solid.segment.to].map((one) => put(placeIn3(scope, one)));
    return [{ kind: 'line', points: ends, ...common('second') }];
  }
  const all = pathIn3(scope, solid.path).map(put);
  const upto = solid.upto === undefined ? all.length - 1 : numberOf(scope.value(treeOf(solid.upto)));
  return [{ kind: 'line', points: all.slice(0, Math.max(0, Math.floor(upto)) + 1), ...common('second') }];
}

function inCube({ x, y, z }: SpaceView, [a, b, c]: Point3): Point3 {
  const of = ({ from, to }: { from: number; to: number }, value: number): number =>
    (2 * (value - from)) / (to - from) - 1;
  return [of(x, a), of(y, b), of(z, c)];
}

function surface(
  formula: string,
  { view, scope, pieces: count }: Around,
  common: Pick<ShownSolid, 'look' | 'dashed' | 'label'>,
): ShownSolid[] {
  const value = quick(formula, ['x', 'y'], scope);
  const { x, y, z } = view;
  const [xs, ys] = [spread(x.from, x.to, count + 1), spread(y.from, y.to, count + 1)];
  const net = xs.map((a) => ys.map((b): Point3 => [a, b, value(a, b)]));
  const pieces: ShownSolid[] = [];
  for (let i = 0; i < count; i += 1)
    for (let j = 0; j < count; j += 1) {
      const corners = [net[i]?.[j], net[i + 1]?.[j], net[i + 1]?.[j + 1], net[i]?.[j + 1]].filter(
        (one): one is Point3 => one !== undefined && Number.isFinite(one[2]),
      );
      const inBox = corners.filter(([, , c]) => c >= z.from && c <= z.to);
      if (corners.length < 4 || inBox.length === 0) continue;
      // what leaves the box is cut at it
      const held = corners.map(([a, b, c]): Point3 => [a, b, Math.min(z.to, Math.max(z.from, c))]);
      const mean = held.reduce((sum, [, , c]) => sum + c, 0) / held.length;
      const height = (mean - z.from) / (z.to - z.from);
      pieces.push({ kind: 'piece', points: held.map((one) => inCube(view, one)), height, ...common, label: undefined });
    }
  return pieces;
}
