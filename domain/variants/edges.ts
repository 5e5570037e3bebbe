/**
 * Variants at the edges: where names take the first or the last of what they may be. What goes wrong at an edge nearly always
 * does so by one name or by two together, so every two names are brought to every two ends (pairwise testing: of 20 names a
 * dozen variants are enough); of few names the ends are put together in all ways besides. Conditions may forbid that all stand
 * at an end at once: then the others are drawn.
 */
import { randomFrom } from '../judging/random.ts';
import type { Parameters, Step, Values } from './parameters.ts';
import { withNames } from './with-names.ts';

/** The ends of so many names are put together in all ways: 2 to the 8th. */
const MOST_TOGETHER = 8;
/** Tries of a pair of ends with others drawn, where conditions stand in its way. */
const TRIES = 12;
/** Among so many draws of one name one is looked for that keeps the conditions. */
const PICKS = 6;
/** Variants that are built in all: conditions that hardly anything keeps are not searched for ever. */
const MOST_BUILT = 2_000;

export interface EdgesTried {
  /** `all`: each way of putting ends together; `pairs`: every two names at every two ends; `some`: not all of these */
  tried: 'all' | 'pairs' | 'some';
  /** so many pairs of ends are there, */
  met: number;
  /** of so many; conditions may forbid the others */
  of: number;
}

export interface Edges {
  /** those first that bring the most pairs; no two alike */
  list: readonly Values[];
  /** how many pairs are met by the first, by the first two, and so on */
  metBy: readonly number[];
  of: number;
  /** each way of putting ends together is among them */
  isAll: boolean;
}

type End = 0 | 1;
const ENDS = [0, 1] as const;

/** A variant, and which ends it has. */
interface Built {
  values: Values;
  /** by steps: whether the first and the last of what it may be is what it is */
  at: readonly (readonly [boolean, boolean])[];
}

/** The same for the same parameters. */
export function edgesOf(parameters: Parameters): Edges {
  const steps = parameters.steps.flatMap(({ derived }, index) => (derived ? [] : [index]));
  const random = randomFrom('edges');
  const found = new Map<string, Values>();
  const metBy: number[] = [];
  const open = new Set(pairsOf(steps));
  const missed = new Set<Pair>();
  const of = open.size;
  let built = 0;
  const build = (ends: ReadonlyMap<number, End>): boolean => {
    built++;
    const made = variantAt(parameters, ends, () => random.next());
    if (made === null) return false;
    for (const pairs of [open, missed]) for (const pair of pairs) if (isMet(pair, made)) pairs.delete(pair);
    const name = JSON.stringify(made.values);
    if (!found.has(name)) metBy.push(of - open.size - missed.size);
    found.set(name, made.values);
    return true;
  };
  // a set may lose what is to come: what was met on the way is not in it any more
  for (const pair of open) {
    for (let tries = 0; open.has(pair) && tries < TRIES && built < MOST_BUILT; tries++)
      build(endsFor(pair, steps, open, tries, () => random.next()));
    if (open.delete(pair)) missed.add(pair);
  }
  let isAll = steps.length <= MOST_TOGETHER;
  if (isAll) for (const ends of together(steps)) isAll = build(ends) && isAll;
  return { list: [...found.values()], metBy, of, isAll };
}

/** What the first of them have, where there is no room for more. */
export function edgesAmong({ metBy, of, isAll, list }: Edges, first: number): EdgesTried {
  const met = metBy[Math.min(first, metBy.length) - 1] ?? 0;
  const tried = met < of ? 'some' : isAll && first >= list.length ? 'all' : 'pairs';
  return { tried, met, of };
}

/** Two steps, each at an end: `step end step end`; of a single one twice the same. */
type Pair = string;
const pairOf = (one: number, end: End, other: number, otherEnd: End): Pair => `${one} ${end} ${other} ${otherEnd}`;
const partsOf = (pair: Pair) => pair.split(' ').map(Number) as [number, End, number, End];

function pairsOf(steps: readonly number[]): Pair[] {
  if (steps.length === 1) return steps.flatMap((one) => ENDS.map((end) => pairOf(one, end, one, end)));
  return steps.flatMap((one, index) =>
    steps.slice(index + 1).flatMap((other) => ENDS.flatMap((a) => ENDS.map((b) => pairOf(one, a, other, b)))),
  );
}

function isMet(pair: Pair, { at }: Built): boolean {
  const [one, a, other, b] = partsOf(pair);
  return at[one]?.[a] === true && at[other]?.[b] === true;
}

/** Ends for as many steps as may be: those of the pair, and of the others those that bring most; with each try more of them are drawn. */
function endsFor(
  pair: Pair,
  steps: readonly number[],
  open: ReadonlySet<Pair>,
  tries: number,
  next: () => number,
): Map<number, End> {
  const [one, a, other, b] = partsOf(pair);
  const ends = new Map<number, End>([
    [one, a],
    [other, b],
  ]);
  for (const step of steps) {
    if (ends.has(step) || next() < tries / (TRIES - 1)) continue;
    const gain = (end: End): number =>
      [...ends].filter(([of, its]) => open.has(of < step ? pairOf(of, its, step, end) : pairOf(step, end, of, its)))
        .length;
    const [first, last] = [gain(0), gain(1)];
    ends.set(step, first === last ? (next() < 0.5 ? 0 : 1) : first > last ? 0 : 1);
  }
  return ends;
}

function* together(steps: readonly number[]): Generator<Map<number, End>> {
  for (let ways = 0; ways < 2 ** steps.length; ways++)
    yield new Map(steps.map((step, bit) => [step, ((ways >> bit) & 1) as End]));
}

/** A variant with steps at these ends and the others drawn; null: conditions forbid it, or nothing was found. */
function variantAt(
  { steps, conditions }: Parameters,
  ends: ReadonlyMap<number, End>,
  next: () => number,
): Built | null {
  let values: Values = {};
  const known = new Set<string>();
  const at: [boolean, boolean][] = [];
  for (const [index, step] of steps.entries()) {
    const candidates = step.candidates(values);
    for (const name of step.names) known.add(name);
    const due = conditions.filter(
      ({ names }) => names.every((name) => known.has(name)) && names.some((name) => step.names.includes(name)),
    );
    const holds = (place: number): Values | null => {
      const candidate = candidates[place];
      if (candidate === undefined) return null;
      const with_ = withNames(values, step, candidate);
      return due.every((one) => one.holds(with_)) ? with_ : null;
    };
    const place = placeOf(step, candidates.length, ends.get(index), next, (one) => holds(one) !== null);
    const taken = place === null ? null : holds(place);
    if (place === null || taken === null) return null;
    values = taken;
    at[index] = [place === 0, place === candidates.length - 1];
  }
  return conditions.every((one) => one.holds(values)) ? { values, at } : null;
}

function placeOf(
  { derived }: Step,
  count: number,
  end: End | undefined,
  next: () => number,
  fits: (place: number) => boolean,
): number | null {
  if (count === 0) return null;
  if (derived || end === 0) return 0;
  if (end === 1) return count - 1;
  for (let pick = 0; pick < PICKS; pick++) {
    const place = Math.floor(next() * count);
    if (fits(place)) return place;
  }
  return null;
}
