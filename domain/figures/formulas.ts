/** Every formula of a figure, with the path at which it stands. */
import type { DrawnFigure } from './figure.ts';
import type { Mark } from './marks.ts';
import { formulasIn } from './sentence.ts';
import type { Solid, View } from './views.ts';

export type Path = readonly (string | number)[];
export interface Placed {
  path: Path;
  text: string;
}

/** All texts below these keys. */
function* under(value: object, keys: readonly string[], path: Path): Generator<Placed> {
  for (const key of keys) yield* texts(Object.getOwnPropertyDescriptor(value, key)?.value, [...path, key]);
}

function* texts(value: unknown, path: Path): Generator<Placed> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* texts(one, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* texts(one, [...path, key]);
}

const OF_MARKS = [
  ...['hidden', 'dashed', 'curve', 'tangent', 'contours', 'levels', 'field', 'point', 'arrow', 'line', 'segment'],
  ...['path', 'upto', 'area', 'grid', 'surface', 'sheet'],
];

function* ofMark(mark: Mark | Solid, path: Path): Generator<Placed> {
  yield* under(mark, OF_MARKS, path);
  if ('points' in mark) yield* under(mark, ['at', 'shape'], path);
  if ('text' in mark) yield* under(mark.text, ['at'], [...path, 'text']);
}

function* ofView(view: View, path: Path): Generator<Placed> {
  if ('draw' in view) for (const [index, mark] of view.draw.entries()) yield* ofMark(mark, [...path, 'draw', index]);
  if ('table' in view) {
    for (const [index, one] of (view.columns ?? []).entries()) yield* under(one, ['of'], [...path, 'columns', index]);
    yield* under(view, ['matrix', 'upto', 'highlight'], path);
  }
  if ('bars' in view)
    for (const [index, one] of view.items.entries()) yield* under(one, ['value', 'beside'], [...path, 'items', index]);
  if ('graph' in view) {
    for (const [index, one] of view.nodes.entries()) yield* under(one, ['of'], [...path, 'nodes', index]);
    yield* under(view, ['forward', 'backward'], path);
    for (const [index, one] of (view.routes ?? []).entries()) yield* under(one, ['when'], [...path, 'routes', index]);
  }
  if ('network' in view)
    yield* under(view, ['weights', 'values', 'gradients', 'row', 'hatched', 'lamp', 'forward', 'backward'], path);
}

export function* formulasOf(figure: DrawnFigure): Generator<Placed> {
  for (const text of formulasIn(figure.say)) yield { path: ['say'], text };
  for (const [index, one] of figure.controls.entries()) yield* under(one, ['stays'], ['controls', index]);
  for (const [index, one] of figure.define.entries()) yield* under(one, ['of'], ['define', index]);
  for (const [index, one] of figure.runs.entries()) {
    yield* under(one, ['from', 'next', 'loss', 'rate', 'beta'], ['runs', index]);
    if (one.rows) yield* under(one.rows, ['batch', 'seed'], ['runs', index, 'rows']);
  }
  for (const [index, one] of figure.views.entries()) yield* ofView(one, ['views', index]);
  for (const [index, one] of figure.readouts.entries()) yield* under(one, ['of'], ['readouts', index]);
}
