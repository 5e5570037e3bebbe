/** Whether a figure can be drawn: its names and bounds, each of its formulas, and everything that it shows at first. */
import { MatrixFailure } from '../maths/matrix-parse.ts';
import type { Controls } from './controls.ts';
import { nameOf } from './controls.ts';
import { draw } from './drawn/draw.ts';
import { TRIED } from './drawn/frame.ts';
import { type DrawnFigure, MOST_POINTS, MOST_SLIDERS } from './figure.ts';
import { formulasOf, type Path } from './formulas.ts';
import type { Axis } from './parts.ts';
import type { Scope } from './scope.ts';
import { filled, plainly } from './sentence.ts';
import { barsOf } from './shown/bars.ts';
import { graphOf } from './shown/graphs.ts';
import { networkOf } from './shown/networks.ts';
import { solidsOf } from './shown/solids.ts';
import { roomOf, tableOf } from './shown/tables.ts';
import { firstControls, scopeAt } from './state.ts';
import { textOf, treeOf } from './trees.ts';
import type { View } from './views.ts';

/** What is wrong where: a code of messages/en/lesson-problems.json. */
export interface Fault {
  path: Path;
  /** where in the formula that stands there */
  at?: number | undefined;
  code: string;
  params: Record<string, string | number>;
}

/** @returns the figure with what `say` comes to at first and the room that its tables need, or all that is wrong */
export function checkFigure(figure: DrawnFigure): { ok: true; figure: DrawnFigure } | { ok: false; faults: Fault[] } {
  const faults = [...namesAndBounds(figure), ...unreadable(figure)];
  if (faults.length > 0) return { ok: false, faults };
  const first = firstControls(figure);
  let whole = figure;
  attempt(figure, ['say'], faults, () => {
    whole = { ...figure, said: filled(figure, scopeAt(figure, first), plainly) };
  });
  // where even the names cannot be worked out, nothing else can
  if (faults.length === 0) for (const [controls, path] of statesOf(figure, first)) show(figure, controls, path, faults);
  if (faults.length > 0) return { ok: false, faults };
  const scope = scopeAt(figure, first);
  const views = whole.views.map((view) => ('table' in view ? { ...view, room: roomOf(view, scope) } : view));
  return { ok: true, figure: { ...whole, views } };
}

/** The first state, and every option of every choice: their shapes may differ. */
function* statesOf(figure: DrawnFigure, first: Controls): Generator<[Controls, Path]> {
  yield [first, []];
  for (const [index, one] of figure.controls.entries())
    if ('choice' in one)
      for (const [option] of one.options)
        if (option !== one.at) yield [{ ...first, [one.choice]: option }, ['controls', index, 'options', option]];
}

function show(figure: DrawnFigure, controls: Controls, path: Path, faults: Fault[]): void {
  attempt(figure, path, faults, () => {
    const scope = scopeAt(figure, controls);
    for (const [index, view] of figure.views.entries())
      attempt(figure, ['views', index], faults, () => showView(figure, view, scope, controls));
    for (const [index, { of }] of figure.readouts.entries())
      attempt(figure, ['readouts', index], faults, () => scope.value(treeOf(of)));
  });
}

function showView(figure: DrawnFigure, view: View, scope: Scope, controls: Controls): void {
  if ('plane' in view) draw(figure, view, { scope, controls }, TRIED);
  else if ('space' in view) solidsOf(view, scope, 2);
  else if ('table' in view) tableOf(view, scope);
  else if ('bars' in view) barsOf(view, scope);
  else if ('graph' in view) graphOf(view, scope);
  else networkOf(view, scope);
}

/** Tells a formula that does not fit at its own place, as near as that is known. */
function attempt(figure: DrawnFigure, near: Path, faults: Fault[], of: () => void): void {
  try {
    of();
  } catch (error) {
    // a formula that does not fit is the author's to mend; anything else is ours
    if (!(error instanceof MatrixFailure)) throw error;
    const text = error.within === undefined ? undefined : textOf(error.within);
    const all = [...formulasOf(figure)].filter((one) => one.text === text);
    const placed = all.find(({ path }) => near.every((step, index) => path[index] === step)) ?? all[0];
    const { code, at, params } = error.problem;
    const fault = {
      path: placed?.path ?? near,
      at: placed && at,
      code: codeOf(code),
      params: { ...params, at: at + 1 },
    };
    if (!faults.some((one) => JSON.stringify(one) === JSON.stringify(fault))) faults.push(fault);
  }
}

/** In a figure names are not those of `of`. */
const codeOf = (code: string): string => (code === 'name' ? 'drawing.unknown' : `matrix.${code}`);

function* unreadable(figure: DrawnFigure): Generator<Fault> {
  for (const { path, text } of formulasOf(figure))
    try {
      treeOf(text);
    } catch (error) {
      // a formula that cannot be read is the author's to mend; anything else is ours
      if (!(error instanceof MatrixFailure)) throw error;
      const { code, at, params } = error.problem;
      yield { path, at, code: `matrix.${code}`, params: { ...params, at: at + 1 } };
    }
}

function* namesAndBounds(figure: DrawnFigure): Generator<Fault> {
  yield* twice(figure);
  yield* controlBounds(figure);
  for (const [table, { columns, values }] of Object.entries(figure.data))
    for (const [index, row] of values.entries())
      if (row.length !== columns.length)
        yield fault(['data', table, 'values', index], 'row', { found: row.length, expected: columns.length });
  const tables = Object.keys(figure.data);
  for (const [index, { rows, next, loss }] of figure.runs.entries()) {
    if (rows && !tables.includes(rows.of)) yield fault(['runs', index, 'rows', 'of'], 'table', known(rows.of, tables));
    if ((next === undefined) === (loss === undefined)) yield fault(['runs', index], 'rule');
  }
  for (const [index, view] of figure.views.entries()) yield* viewBounds(view, ['views', index], tables);
}

const fault = (path: Path, code: string, params: Fault['params'] = {}): Fault => ({
  path,
  code: `drawing.${code}`,
  params,
});
const known = (name: string, all: readonly string[]): Fault['params'] => ({ name, known: all.join(', ') || '–' });

/** Each name of formulas stands for one thing; each view has a name of its own. */
function* twice({ controls, data, define, runs, views }: DrawnFigure): Generator<Fault> {
  const seen = new Set<string>();
  const named: [string, Path][] = [
    ...controls.map((one, index): [string, Path] => [nameOf(one), ['controls', index]]),
    ...Object.entries(data).flatMap(([table, { columns }]) =>
      columns.map((name, index): [string, Path] => [name, ['data', table, 'columns', index]]),
    ),
    ...define.map(({ name }, index): [string, Path] => [name, ['define', index]]),
    ...runs.map(({ run }, index): [string, Path] => [run, ['runs', index]]),
    ...views.map((view, index): [string, Path] => [`view ${viewName(view)}`, ['views', index]]),
  ];
  for (const [name, path] of named) {
    if (seen.has(name)) yield fault(path, 'twice', { name: name.replace(/^view /, '') });
    seen.add(name);
  }
}

/** The name of a view, whatever it is. */
function viewName(view: View): string {
  if ('plane' in view) return view.plane;
  if ('space' in view) return view.space;
  if ('table' in view) return view.table;
  if ('bars' in view) return view.bars;
  return 'graph' in view ? view.graph : view.network;
}

function* controlBounds({ controls, views }: DrawnFigure): Generator<Fault> {
  const planes = views.flatMap((view) => ('plane' in view ? [view.plane] : []));
  const tables = views.flatMap((view) => ('table' in view ? [view.table] : []));
  const [sliders, points] = ['slider', 'point'].map((kind) => controls.filter((one) => kind in one).length);
  if ((sliders ?? 0) > MOST_SLIDERS || (points ?? 0) > MOST_POINTS)
    yield fault(['controls'], 'many', { sliders: MOST_SLIDERS, points: MOST_POINTS });
  for (const [index, one] of controls.entries()) {
    const path = ['controls', index];
    if ('slider' in one) {
      if (one.from >= one.to || (one.scale === 'log' && one.from <= 0)) yield fault([...path, 'from'], 'range');
      if (one.at < one.from || one.at > one.to) yield fault([...path, 'at'], 'outside', { from: one.from, to: one.to });
    } else if ('point' in one) {
      if (!planes.includes(one.in)) yield fault([...path, 'in'], 'view', known(one.in, planes));
      for (const [axis, [from, to]] of one.within.entries()) {
        if (from >= to) yield fault([...path, 'within'], 'range');
        const at = one.at[axis] ?? 0;
        if (at < from || at > to) yield fault([...path, 'at'], 'outside', { from, to });
      }
    } else if ('choice' in one) {
      const options = one.options.map(([name]) => name);
      for (const option of options.filter((name) => /^\d+$/.test(name)))
        yield fault([...path, 'options', option], 'optionName', { name: option });
      if (!options.includes(one.at)) yield fault([...path, 'at'], 'option', known(one.at, options));
    } else if ('cell' in one) {
      if (!tables.includes(one.in)) yield fault([...path, 'in'], 'view', known(one.in, tables));
    } else if (one.at > one.to) yield fault([...path, 'at'], 'outside', { from: 0, to: one.to });
  }
}

function* viewBounds(view: View, path: Path, tables: readonly string[]): Generator<Fault> {
  const axes: [string, Axis | Omit<Axis, 'scale'>][] =
    'space' in view
      ? [
          ['x', view.x],
          ['y', view.y],
          ['z', view.z],
        ]
      : 'plane' in view
        ? [
            ['x', view.x],
            ['y', view.y],
          ]
        : [];
  for (const [name, axis] of axes)
    if (axis.from >= axis.to || ('scale' in axis && axis.scale === 'log' && axis.from <= 0))
      yield fault([...path, name], 'range');
  if ('bars' in view && view.from >= view.to) yield fault([...path, 'from'], 'range');
  if ('table' in view && (view.columns === undefined) === (view.matrix === undefined)) yield fault(path, 'columns');
  if ('draw' in view)
    for (const [index, mark] of view.draw.entries())
      for (const [key, name] of [
        ['each', mark.each],
        ['points', 'points' in mark ? mark.points : undefined],
      ] as const)
        if (name !== undefined && !tables.includes(name))
          yield fault([...path, 'draw', index, key], 'table', known(name, tables));
}
