/** The frame of a plane. On a logarithmic axis its coordinates are powers of ten: −3 stands for 0.001. */
import type { DrawnFigure } from '../figure.ts';
import type { Axis } from '../parts.ts';
import type { Scope } from '../scope.ts';
import type { PlaneView } from '../views.ts';
import type { Point } from './shapes.ts';

/** A value in the coordinates of an axis. */
export const laid = (axis: Axis, value: number): number => (axis.scale === 'log' ? Math.log10(value) : value);
/** The value at a coordinate of an axis. */
export const meant = (axis: Axis, laidOut: number): number => (axis.scale === 'log' ? 10 ** laidOut : laidOut);
/** From where to where a plane goes, in its own coordinates. */
export const edges = (axis: Axis): [number, number] => [laid(axis, axis.from), laid(axis, axis.to)];

export const inside = ({ x, y }: PlaneView, [px, py]: Point): boolean => {
  const [[left, right], [low, high]] = [edges(x), edges(y)];
  return px >= left && px <= right && py >= low && py <= high;
};

/** Numbers from one to another, evenly. */
export function spread(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
}

export interface Fineness {
  curve: number;
  net: number;
}
export const FINE: Fineness = { curve: 200, net: 60 };
/** Whether it can be drawn at all. */
export const TRIED: Fineness = { curve: 5, net: 3 };

/** What a mark is drawn in. */
export interface Around {
  figure: DrawnFigure;
  view: PlaneView;
  scope: Scope;
  /** places of a curve, and cells of a net each way; few where it is only tried */
  fine: Fineness;
  /** rows of its tables, where those that were dragged are */
  rows(table: string): readonly (readonly number[])[];
}

/** A place of values in the coordinates of the plane. */
export const put = ({ view }: Around, [x, y]: Point): Point => [laid(view.x, x), laid(view.y, y)];
