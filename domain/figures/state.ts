/** One state of a figure: where its controls stand, and what all its names come to there. */
import { type MatrixNode, parseMatrixFormula } from '../maths/matrix-parse.ts';
import type { DrawnFigure, Place } from './figure.ts';
import { number, numberOf, numbersOf, rows, rowsOf, Scope, type Value, vector } from './scope.ts';

/** Where each control stands: a number, a point, or the name of an option. */
export type Controls = Readonly<Record<string, number | readonly [number, number] | string>>;

export function firstControls(figure: DrawnFigure): Controls {
  return Object.fromEntries(
    figure.controls.map((one) => {
      if ('slider' in one) return [one.slider, one.at];
      if ('point' in one) return [one.point, one.at];
      if ('choice' in one) return [one.choice, one.at];
      return [one.steps, 0];
    }),
  );
}

const read = new Map<string, MatrixNode>();
/** Most formulas that are kept as trees: a page has some hundred. */
const MOST_READ = 2_000;

/** A formula's tree; the same text is read once. Throws MatrixFailure. */
export function treeOf(text: string): MatrixNode {
  const before = read.get(text);
  if (before !== undefined) return before;
  const tree = parseMatrixFormula(text, 'figure');
  if (read.size >= MOST_READ) read.clear();
  read.set(text, tree);
  return tree;
}

/** The names that a formula mentions, those of its calls as well. */
export function mentions(node: MatrixNode): string[] {
  switch (node.op) {
    case 'number':
      return [];
    case 'name':
      return [node.name];
    case 'negate':
    case 'transpose':
    case 'power':
      return mentions(node.a);
    case 'call':
      return [node.name, ...node.args.flatMap(mentions)];
    case 'derivative':
      return [node.of, ...node.args.flatMap(mentions)];
    case 'list':
      return node.items.flatMap(mentions);
    default:
      return [...mentions(node.a), ...mentions(node.b)];
  }
}

/** All names of a figure where its controls stand so. Throws MatrixFailure where a formula does not fit. */
export function scopeAt(figure: DrawnFigure, controls: Controls): Scope {
  const scope = new Scope();
  for (const [name, value] of valuesOf(figure, controls)) scope.set(name, value);
  for (const { columns, values } of Object.values(figure.data))
    for (const [index, name] of columns.entries())
      scope.set(name, vector(values.map((row) => row[index] ?? Number.NaN)));
  // what mentions a run, or something that does, is worked out once the runs are
  const late = new Set<string>(figure.runs.map(({ run }) => run));
  const isLate = (of: string): boolean => mentions(treeOf(of)).some((word) => late.has(word.split('.')[0] ?? word));
  const [early, after] = [[], []] as [typeof figure.define, typeof figure.define];
  for (const one of figure.define) {
    if (isLate(one.of)) late.add(one.name);
    (late.has(one.name) ? after : early).push(one);
  }
  for (const { name, params, of } of early) scope.define({ name, params, node: treeOf(of) });
  for (const one of figure.runs) runIn(scope, one);
  for (const { name, params, of } of after) scope.define({ name, params, node: treeOf(of) });
  return scope;
}

function* valuesOf(figure: DrawnFigure, controls: Controls): Generator<[string, Value]> {
  for (const one of figure.controls) {
    if ('point' in one) {
      const at = controls[one.point];
      const [x, y] = Array.isArray(at) ? at : one.at;
      yield [one.point, vector([x, y])];
      yield [`${one.point}.x`, number(x)];
      yield [`${one.point}.y`, number(y)];
    } else if ('choice' in one) {
      const chosen = one.options[String(controls[one.choice])] ?? one.options[one.at] ?? 0;
      yield [one.choice, typeof chosen === 'number' ? number(chosen) : vector(chosen)];
    } else if ('slider' in one) yield [one.slider, number(Number(controls[one.slider] ?? one.at))];
    else yield [one.steps, number(Number(controls[one.steps] ?? 0))];
  }
}

/**
 * Goes the steps of a run: by its own rule, or down the gradient of a loss, w ← w − ηv with v ← βv + ∇L
 * (Polyak 1964; β = 0 is plain descent). Its names are then lists by step, from step 0: `walk.k`, `walk.w`, `walk.loss`.
 */
function runIn(scope: Scope, { run, from, next, loss, rate, beta, steps }: DrawnFigure['runs'][number]): void {
  let now = new Map(Object.entries(from).map(([name, of]) => [name, scope.value(treeOf(of))]));
  const seen = [now];
  const goes = next === undefined ? descent(scope, { loss, rate, beta }, [...now.keys()]) : undefined;
  for (let step = 0; step < steps; step += 1) {
    const here = now;
    now =
      goes === undefined
        ? new Map(
            [...here].map(([name, old]) => [
              name,
              next?.[name] === undefined ? old : scope.value(treeOf(next[name]), here),
            ]),
          )
        : goes(here);
    seen.push(now);
  }
  scope.set(`${run}.k`, vector(seen.map((_, index) => index)));
  for (const [name, first] of seen[0] ?? []) {
    const all = seen.map((state) => numbersOf(state.get(name) ?? first));
    scope.set(`${run}.${name}`, first.kind === 'scalar' ? vector(all.flat()) : rows(all));
  }
  if (loss !== undefined)
    scope.set(`${run}.loss`, vector(seen.map((state) => numberOf(scope.value(treeOf(loss), components(state))))));
}

/** `w` and its entries `w_1`, `w_2`, … */
function components(state: ReadonlyMap<string, Value>): Map<string, Value> {
  const all = new Map(state);
  for (const [name, value] of state)
    if (value.kind !== 'scalar')
      for (const [index, one] of numbersOf(value).entries()) all.set(`${name}_${index + 1}`, number(one));
  return all;
}

type Step = (state: ReadonlyMap<string, Value>) => Map<string, Value>;

function descent(
  scope: Scope,
  { loss = '0', rate = '0.1', beta = '0' }: Partial<Record<'loss' | 'rate' | 'beta', string | undefined>>,
  names: readonly string[],
): Step {
  const [name = 'w'] = names;
  const node = treeOf(loss);
  let speed: number[] = [];
  return (state) => {
    const at = numbersOf(state.get(name) ?? number(Number.NaN));
    const slopes = scope.slopes(
      node,
      at.map((one, index) => [at.length === 1 ? name : `${name}_${index + 1}`, one]),
    );
    const [eta, kept] = [numberOf(scope.value(treeOf(rate))), numberOf(scope.value(treeOf(beta)))];
    speed = slopes.map((slope, index) => kept * (speed[index] ?? 0) + slope);
    const moved = at.map((one, index) => one - eta * (speed[index] ?? 0));
    return new Map([[name, state.get(name)?.kind === 'scalar' ? number(moved[0] ?? Number.NaN) : vector(moved)]]);
  };
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
