/** One state of a figure: where its controls stand, and what all its names come to there. */
import { atFirst, type Controls, type PointControl } from './controls.ts';
import type { DrawnFigure } from './figure.ts';
import { heldOn } from './held.ts';
import type { Place, Place3 } from './parts.ts';
import { runIn } from './runs.ts';
import { number, numberOf, numbersOf, rowsOf, Scope, type Value, vector } from './scope.ts';
import { mentions, treeOf } from './trees.ts';

export function firstControls(figure: DrawnFigure): Controls {
  return Object.fromEntries(figure.controls.map(atFirst));
}

/** The rows of a table of numbers, where those that were dragged are. */
export function rowsAt(figure: DrawnFigure, table: string, controls: Controls): number[][] {
  return (figure.data[table]?.values ?? []).map((row, index) => {
    const moved = controls[`${table}.${index}`];
    return Array.isArray(moved) ? [Number(moved[0]), Number(moved[1]), ...row.slice(2)] : row;
  });
}

/** All names of a figure where its controls stand so. Throws MatrixFailure where a formula does not fit. */
export function scopeAt(figure: DrawnFigure, controls: Controls): Scope {
  const scope = new Scope();
  for (const one of figure.controls)
    if (!('point' in one)) for (const [name, value] of valuesOf(one, controls)) scope.set(name, value);
  const data = Object.fromEntries(
    Object.entries(figure.data).map(([table, of]) => [table, { ...of, values: rowsAt(figure, table, controls) }]),
  );
  for (const { columns, values } of Object.values(data))
    for (const [index, name] of columns.entries())
      scope.set(name, vector(values.map((row) => row[index] ?? Number.NaN)));
  // functions are worked out when they are called: where a point is held may use them
  for (const { name, params, of } of figure.define)
    if (params !== null) scope.define({ name, params, node: treeOf(of) });
  for (const one of figure.controls)
    if ('point' in one) for (const [name, value] of pointOf(one, controls, scope)) scope.set(name, value);
  // what mentions a run, or something that does, is worked out once the runs are
  const late = new Set<string>(figure.runs.map(({ run }) => run));
  const isLate = (of: string): boolean => mentions(treeOf(of)).some((word) => late.has(word.split('.')[0] ?? word));
  const [early, after] = [[], []] as [typeof figure.define, typeof figure.define];
  for (const one of figure.define) {
    if (isLate(one.of)) late.add(one.name);
    if (one.params === null) (late.has(one.name) ? after : early).push(one);
  }
  for (const { name, of } of early) scope.set(name, scope.value(treeOf(of)));
  for (const one of figure.runs) runIn(scope, one, data);
  for (const { name, of } of after) scope.set(name, scope.value(treeOf(of)));
  for (const view of figure.views) if ('graph' in view) passes(scope, view);
  return scope;
}

/** What a graph of a calculation gives: `v.name` its values, `g.name` the gradients of its last node. */
function passes(scope: Scope, { nodes, inputs }: Extract<DrawnFigure['views'][number], { graph: unknown }>): void {
  const steps = nodes.map(({ name, of }) => ({ name, node: treeOf(of) }));
  const { values, gradients } = scope.calculation(steps, inputs);
  for (const [name, value] of values) scope.set(`v.${name}`, value);
  for (const [name, value] of gradients) scope.set(`g.${name}`, value);
}

type Other = Exclude<DrawnFigure['controls'][number], PointControl>;

function valuesOf(one: Other, controls: Controls): [string, Value][] {
  if ('choice' in one) {
    const found = (name: unknown) => one.options.find(([option]) => option === name)?.[1];
    const chosen = found(controls[one.choice]) ?? found(one.at) ?? 0;
    return [[one.choice, typeof chosen === 'number' ? number(chosen) : vector(chosen)]];
  }
  if ('cell' in one) {
    const at = controls[one.cell];
    const [row, column] = Array.isArray(at) ? at : one.at;
    return [
      [`${one.cell}.row`, number(Number(row))],
      [`${one.cell}.column`, number(Number(column))],
    ];
  }
  if ('slider' in one) return [[one.slider, number(Number(controls[one.slider] ?? one.at))]];
  return [[one.steps, number(Number(controls[one.steps] ?? one.at))]];
}

function pointOf(one: PointControl, controls: Controls, scope: Scope): [string, Value][] {
  const at = controls[one.point];
  const [x, y] = heldOn(one, Array.isArray(at) ? [Number(at[0]), Number(at[1])] : one.at, scope);
  return [
    [one.point, vector([x, y])],
    [`${one.point}.x`, number(x)],
    [`${one.point}.y`, number(y)],
  ];
}

/** Two numbers of a place; NaN where it has none. */
export function placeIn(scope: Scope, place: Place, extra?: ReadonlyMap<string, Value>): [number, number] {
  if (typeof place !== 'string')
    return [numberOf(scope.value(treeOf(place[0]), extra)), numberOf(scope.value(treeOf(place[1]), extra))];
  const [x = Number.NaN, y = Number.NaN] = numbersOf(scope.value(treeOf(place), extra));
  return [x, y];
}

/** Points of a path: two lists of numbers, or rows of two. */
export function pathIn(scope: Scope, place: Place): [number, number][] {
  if (typeof place === 'string')
    return rowsOf(scope.value(treeOf(place))).map(([x = Number.NaN, y = Number.NaN]) => [x, y]);
  const [xs, ys] = [numbersOf(scope.value(treeOf(place[0]))), numbersOf(scope.value(treeOf(place[1])))];
  return xs.map((x, index) => [x, ys[index] ?? Number.NaN]);
}

/** Three numbers of a place in space. */
export function placeIn3(scope: Scope, place: Place3, extra?: ReadonlyMap<string, Value>): [number, number, number] {
  if (typeof place !== 'string') {
    const [x, y, z] = place.map((of) => numberOf(scope.value(treeOf(of), extra)));
    return [x ?? Number.NaN, y ?? Number.NaN, z ?? Number.NaN];
  }
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = numbersOf(scope.value(treeOf(place), extra));
  return [x, y, z];
}

/** Points of a path in space: three lists of numbers, or rows of three. */
export function pathIn3(scope: Scope, place: Place3): [number, number, number][] {
  if (typeof place === 'string')
    return rowsOf(scope.value(treeOf(place))).map(([x = Number.NaN, y = Number.NaN, z = Number.NaN]) => [x, y, z]);
  const [xs = [], ys = [], zs = []] = place.map((of) => numbersOf(scope.value(treeOf(of))));
  return xs.map((x, index) => [x, ys[index] ?? Number.NaN, zs[index] ?? Number.NaN]);
}
