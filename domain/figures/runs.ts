/** Runs of a figure: sequences that go by a rule of their own, or down the gradient of a loss. */
import type { DrawnFigure, Run } from './figure.ts';
import { number, numberOf, numbersOf, rows, type Scope, type Value, vector } from './scope.ts';
import { mentions, treeOf } from './trees.ts';

type State = ReadonlyMap<string, Value>;
type Step = (state: State, taken: number) => State;

/**
 * Goes the steps of a run. Its names are then lists by step, from step 0, in the scope: `walk.k`, `walk.w`, `walk.loss`.
 * A matrix is laid out row by row in one row a step.
 */
export function runIn(scope: Scope, one: Run, data: DrawnFigure['data']): void {
  const { run, from, next, loss, steps } = one;
  let now: State = new Map(Object.entries(from).map(([name, of]) => [name, scope.value(treeOf(of))]));
  const seen = [now];
  const step = next === undefined ? descent(scope, one, now, data) : byRule(scope, next);
  for (let taken = 0; taken < steps; taken += 1) {
    now = step(now, taken);
    seen.push(now);
  }
  scope.set(`${run}.k`, vector(seen.map((_, index) => index)));
  for (const [name, first] of seen[0] ?? []) {
    const all = seen.map((state) => numbersOf(state.get(name) ?? first));
    scope.set(`${run}.${name}`, first.kind === 'scalar' ? vector(all.flat()) : rows(all));
  }
  if (loss !== undefined) {
    const tree = treeOf(loss);
    const table = one.rows && data[one.rows.of];
    scope.set(
      `${run}.loss`,
      vector(
        seen.map((state) => {
          const named = [...state, ...components(state, tree)];
          if (table === undefined) return numberOf(scope.value(tree, new Map(named)));
          const each = table.values.map((row) =>
            numberOf(scope.value(tree, new Map([...named, ...columns(table, row)]))),
          );
          return each.reduce((sum, value) => sum + value, 0) / each.length;
        }),
      ),
    );
  }
}

const byRule =
  (scope: Scope, next: Readonly<Record<string, string>>): Step =>
  (state, taken) => {
    const names = new Map([...state, ['k', number(taken)] as const]);
    return new Map(
      [...state].map(([name, old]) => {
        const rule = next[name];
        return [name, rule === undefined ? old : scope.value(treeOf(rule), names)];
      }),
    );
  };

/** `w_1`, `w_2`, … of a vector `w`, where a formula speaks of them. */
function components(state: State, tree: ReturnType<typeof treeOf>): [string, Value][] {
  const words = new Set(mentions(tree));
  return [...state].flatMap(([name, value]) =>
    value.kind === 'scalar' || !words.has(`${name}_1`) || state.has(`${name}_1`)
      ? []
      : numbersOf(value).map((one, index): [string, Value] => [`${name}_${index + 1}`, number(one)]),
  );
}

type Table = DrawnFigure['data'][string];
const columns = (table: Table, row: readonly number[]): [string, Value][] =>
  table.columns.map((name, index) => [name, number(row[index] ?? Number.NaN)]);

/** w ← w − ηv with v ← βv + ∇L (Polyak 1964); β = 0 is plain descent. By rows: ∇L is the mean over those of the batch. */
function descent(scope: Scope, one: Run, first: State, data: DrawnFigure['data']): Step {
  const tree = treeOf(one.loss ?? '0');
  const eta = numberOf(scope.value(treeOf(one.rate ?? '0.1')));
  const kept = numberOf(scope.value(treeOf(one.beta ?? '0')));
  const batches = one.rows && batchesOf(scope, one.rows, data);
  const speed = new Map<string, number[]>([...first].map(([name, value]) => [name, numbersOf(value).map(() => 0)]));
  return (state, taken) => {
    const parts = components(state, tree);
    const whole = [...state].filter(([name]) => !parts.some(([part]) => part.startsWith(`${name}_`)));
    const by = new Map([...whole, ...parts]);
    const batch = batches?.(taken) ?? [[]];
    const slopes = batch.map((names) => (names.length === 0 ? scope : scope.with(names)).slopes(tree, by));
    const mean = (name: string, index: number): number =>
      slopes.reduce((sum, found) => sum + (found.get(name)?.of.data[index] ?? 0), 0) / slopes.length;
    return new Map(
      [...state].map(([name, value]) => {
        const isWhole = whole.some(([other]) => other === name);
        const moved = value.of.data.map((at, index) => {
          const slope = isWhole ? mean(name, index) : mean(`${name}_${index + 1}`, 0);
          const now = kept * (speed.get(name)?.[index] ?? 0) + slope;
          const before = speed.get(name);
          if (before !== undefined) before[index] = now;
          return at - eta * now;
        });
        return [name, { kind: value.kind, of: { ...value.of, data: moved } }];
      }),
    );
  };
}

/** Which rows a step looks at: all of them once, in their order or shuffled, before any comes again. */
function batchesOf(
  scope: Scope,
  { of, batch, order, seed }: NonNullable<Run['rows']>,
  data: DrawnFigure['data'],
): (taken: number) => [string, Value][][] {
  const table = data[of];
  if (table === undefined) return () => [];
  const size = Math.max(1, Math.round(numberOf(scope.value(treeOf(batch)))) || 1);
  const next = random(Math.round(numberOf(scope.value(treeOf(seed)))));
  let waiting: number[] = [];
  return () => {
    if (waiting.length === 0) {
      waiting = table.values.map((_, index) => index);
      if (order === 'shuffled')
        for (let last = waiting.length - 1; last > 0; last -= 1) {
          const other = Math.floor(next() * (last + 1));
          [waiting[last], waiting[other]] = [waiting[other] ?? 0, waiting[last] ?? 0];
        }
    }
    const taken = waiting.slice(0, size);
    waiting = waiting.slice(size);
    return taken.map((index) => columns(table, table.values[index] ?? []));
  };
}

/** Numbers in 0 … 1 that a seed settles (Steele, Lea and Flood 2014, as mulberry32 has it). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
