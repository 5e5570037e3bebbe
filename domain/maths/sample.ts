/** Seeded, stratified sample points: generic decimals, each variable on its own, small and large, both signs. */
import { Memo } from './memo.ts';

export type Point = ReadonlyMap<string, number>;

/**
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state, uniform in [0, 1). Inputs of code are drawn by another one
 * (judging/random.ts), and both stay: which numbers a stored seed draws may never change.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Stratum = (random: () => number) => number;
const decimal = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;
const signed = (random: () => number, value: number): number => (random() < 0.5 ? -value : value);

const unit: Stratum = (random) => decimal(0.03 + 0.94 * random(), 5);
const decade: Stratum = (random) => decimal(1.01 + 8.98 * random(), 5);
const three: Stratum = (random) => decimal(6 * random() - 3, 5);
const ten: Stratum = (random) => decimal(20 * random() - 10, 5);
// Five decimals far out as well: an integer or a half there would be no generic point of (-1)^(2n).
const wide: Stratum = (random) => signed(random, decimal(10 ** (1 + 2 * random()), 5));
const tiny: Stratum = (random) => signed(random, decimal(10 ** (-3 + 2 * random()), 7));
const reach: Stratum = (random) => signed(random, decimal(10 ** (1 + 5 * random()), 5));
const far: Stratum = (random) => signed(random, decimal(10 ** (3 + 5 * random()), 5));
const minute: Stratum = (random) => signed(random, 10 ** (-8 + 5 * random()));
const whole: Stratum = (random) => 1 + Math.floor(12 * random());

const usual = [unit, decade, three, ten] as const;
const further = [unit, decade, three, ten, wide, tiny] as const;
const reaching = [three, reach, reach] as const;
const searching = [...further, unit, three, ten, wide, far, minute] as const;

/** How many points of each sort there are, in this order. */
const USUAL = 28;
const FURTHER = 12;
/** How many more `further` has where a formula bends: kinks lie anywhere, and beyond one it is another function. */
const REACH = 12;
const SEARCH = 160;
const WHOLE = 24;

export type SampleOptions = {
  readonly variables: readonly string[];
  readonly positive: readonly string[];
  readonly seed: number;
  /** Numbers that occur in the formulas: points on either side of them are added, kinks lie there. */
  readonly landmarks: readonly number[];
  /** Whether a formula may have kinks, so that points beside the landmarks and far out are always wanted. */
  readonly bends: boolean;
};

/** `usual` first; `further` reaches out, and with bends far out and to the landmarks; `search` looks for narrow domains; `whole` has integers only. */
export type Sort = 'usual' | 'further' | 'search' | 'whole';

/** Points, and the same coordinates variable by variable, as a tape is evaluated. */
export type PointSet = { readonly points: readonly Point[]; readonly coordinates: ReadonlyMap<string, Float64Array> };

const sets = new Memo<PointSet>(300);

/** The same points as `samplePoints` gives, kept: every answer to a question is looked at in the same places. */
export function pointSet(sort: Sort, options: SampleOptions): PointSet {
  const { variables, positive, seed, landmarks, bends } = options;
  const near = sort === 'search' || (sort === 'further' && bends) ? landmarks : [];
  const key = JSON.stringify([sort, bends, seed, variables, positive, near]);
  return sets.get(key, () => {
    return inColumns([...samplePoints(sort, options)], variables);
  });
}

function inColumns(points: readonly Point[], variables: readonly string[]): PointSet {
  const column = (name: string): Float64Array => Float64Array.from(points, (point) => point.get(name) ?? Number.NaN);
  return { points, coordinates: new Map(variables.map((name) => [name, column(name)])) };
}

/** Small round numbers, at which people can check a difference by hand; kept likewise. */
export function roundPoints({ variables, positive }: Pick<SampleOptions, 'variables' | 'positive'>): PointSet {
  return sets.get(JSON.stringify(['round', variables, positive]), () => {
    const points = [2, 1, -1, 3].map((start) => {
      const place = (name: string, index: number): number =>
        start < 0 && !positive.includes(name) ? start - index : Math.abs(start) + index;
      return new Map(variables.map((name, index) => [name, place(name, index)]));
    });
    return inColumns(points, variables);
  });
}

/** The points of one sort, made one by one; the same seed gives the same points. */
export function* samplePoints(sort: Sort, options: SampleOptions): Generator<Point> {
  const random = mulberry32(options.seed ^ (sort.length * 0x9e3779b1));
  const count = { usual: USUAL, further: FURTHER, search: SEARCH, whole: WHOLE }[sort];
  const pick = (strata: readonly Stratum[]): Stratum => strata[Math.floor(random() * strata.length)] ?? unit;
  for (let i = 0; i < count; i += 1) {
    const together = sort === 'usual' ? usual[i] : undefined;
    yield pointOf(options, random, () =>
      sort === 'whole' ? whole : (together ?? pick({ usual, further, search: searching }[sort])),
    );
  }
  const bends = sort === 'further' && options.bends;
  if (sort !== 'search' && !bends) return;
  for (let i = 0; i < (bends ? REACH : 0); i += 1) yield pointOf(options, random, () => pick(reaching));
  const between = sort === 'search' ? options.landmarks.toSorted((a, b) => a - b) : [];
  for (const [i, low] of between.slice(0, -1).entries()) {
    const width = (between[i + 1] ?? low) - low;
    for (let k = 0; k < 4; k += 1) yield pointOf(options, random, () => () => low + width * random());
  }
  // Kinks lie at the numbers that were typed, and narrow domains begin there.
  for (const landmark of options.landmarks) {
    const near = [1 - 0.2 * random(), 1 + 0.2 * random(), -1 - 0.2 * random(), 1 + 1.5 * random()];
    const more = sort === 'further' ? [] : Array.from({ length: 12 }, () => signed(random, 1 + 0.4 * random() ** 2));
    for (const factor of [...near, ...more]) {
      yield pointOf(options, random, () => () => landmark * factor + 0.01 * (random() - 0.5));
    }
  }
}

/** A point close to another, within half of `share` of each coordinate: for formulas that are defined in a narrow place only. */
export function nearby(point: Point, random: () => number, share: number): Point {
  return new Map([...point].map(([name, value]) => [name, value * (1 + share * (random() - 0.5))]));
}

function pointOf(options: SampleOptions, random: () => number, stratum: () => Stratum): Point {
  const point = new Map<string, number>();
  for (const name of options.variables) {
    const value = stratum()(random);
    point.set(name, options.positive.includes(name) ? Math.abs(value) : value);
  }
  return point;
}
