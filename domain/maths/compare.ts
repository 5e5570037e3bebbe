/**
 * Compares two formulas point by point with error bounds.
 *
 * "Different" needs a difference beyond what rounding explains, confirmed at a second point or in high precision;
 * "equal" needs eight points at which both are defined and agree to ten digits. What doubles cannot tell
 * (cancellation, overflow, terms that vanish) is asked again in high precision. Otherwise: undecided.
 */
import { BallEvaluator, evaluatorOf } from './ball.ts';
import { WIDTH } from './ball-columns.ts';
import { isDelicate, isOnKink, landmarksOf } from './features.ts';
import { type Places, placesFor } from './places.ts';
import { comparePrecisely } from './precise.ts';
import { orthant, relateValues } from './relate.ts';
import { mulberry32, nearby, type Point, type PointSet, type Sort } from './sample.ts';
import { pointsInside } from './seek.ts';
import type { Tape, TapeNode } from './tape.ts';

export type CompareOptions = {
  readonly variables: readonly string[];
  readonly positive: readonly string[];
  readonly seed: number;
  /** Largest difference that is forgiven, absolute. */
  readonly allowed: number;
  /** Most evaluations in high precision, for those who compare many candidates. */
  readonly effort?: number;
};

type Witness = { readonly point: Point; readonly student: number; readonly expected: number };

export type Comparison = {
  readonly verdict: 'equal' | 'different' | 'undecided' | 'never-defined';
  readonly witness?: Witness;
  /** Points where only the expected formula is defined, and where both are. */
  readonly onlyExpected: readonly Point[];
  readonly onlyStudent: readonly Point[];
  readonly common: readonly Point[];
};

/** Points that have to agree before two formulas with variables are called equal. */
const ENOUGH = 8;
/** Points in the first block. */
const FIRST = 4;
/** Most evaluations in high precision for one comparison. */
const PRECISE = 14;

/** Points of an orthant that are looked at where a term vanished, and of all orthants together. */
const TRIES = 4;
const MOST_HIDDEN = 16;

export function compareTapes(student: Tape, expected: Tape, options: CompareOptions): Comparison {
  return new Comparer(student, expected, options).run();
}

class Comparer {
  readonly #student: Tape;
  readonly #expected: Tape;
  readonly #options: CompareOptions;
  readonly #left: BallEvaluator;
  readonly #right: BallEvaluator;
  readonly #places: Places;
  readonly #bends: boolean;
  readonly #same: boolean;
  readonly #enough: number;
  readonly #common: Point[] = [];
  readonly #onlyExpected: Point[] = [];
  readonly #onlyStudent: Point[] = [];
  readonly #doubtful: Point[] = [];
  readonly #suspects: Witness[] = [];
  readonly #everDoubtful: Point[] = [];
  #agreed = 0;
  #preciseLeft: number;

  constructor(student: Tape, expected: Tape, options: CompareOptions) {
    this.#student = student;
    this.#expected = expected;
    this.#options = options;
    this.#preciseLeft = options.effort ?? PRECISE;
    this.#left = new BallEvaluator(student);
    this.#right = evaluatorOf(expected);
    const truth = this.#right.traits;
    const answer = this.#left.traits;
    const variables = answer.variables.every((name) => truth.variables.includes(name))
      ? truth.variables
      : [...new Set([...truth.variables, ...answer.variables])];
    this.#enough = variables.length === 0 ? 1 : ENOUGH;
    this.#bends = truth.bends || answer.bends;
    this.#places = placesFor(variables, options.positive, options.seed, this.#right.places);
    this.#right.places = this.#places;
    this.#same = sameSteps(student, expected);
  }

  run(): Comparison {
    const sorts: readonly Sort[] = this.#enough === 1 ? ['usual'] : ['usual', 'further', 'search', 'whole'];
    for (const sort of sorts) {
      if ((sort === 'search' || sort === 'whole') && this.#agreed >= ENOUGH) break;
      const different = this.#lookOver(sort);
      if (different !== undefined) return this.#answer('different', different);
      const found = (sort === 'search' ? this.#lookNearby() : undefined) ?? this.#lookCloser();
      if (found !== undefined) return this.#answer('different', found);
    }
    if (this.#suspects.length > 0) return this.#answer('undecided');
    const hidden = this.#agreed >= this.#enough ? (this.#confirm() ?? this.#lookWhereNothingAgreed()) : undefined;
    if (hidden !== undefined)
      return hidden === 'vanished' ? this.#answer('undecided') : this.#answer('different', hidden);
    if (this.#agreed >= this.#enough) return this.#answer('equal');
    const nowhere =
      this.#common.length === 0 &&
      this.#doubtful.length === 0 &&
      this.#onlyStudent.length === 0 &&
      this.#onlyExpected.length >= this.#enough;
    return this.#answer(nowhere ? 'never-defined' : 'undecided');
  }

  #landmarks(): readonly number[] {
    return this.#enough === 1 ? [] : landmarksOf(this.#student, this.#expected);
  }

  #answer(verdict: Comparison['verdict'], witness?: Witness): Comparison {
    const sides = { common: this.#common, onlyExpected: this.#onlyExpected, onlyStudent: this.#onlyStudent };
    return witness === undefined ? { verdict, ...sides } : { verdict, witness, ...sides };
  }

  /** The points of one sort, in blocks: a small one first, since most wrong answers differ everywhere. */
  #lookOver(sort: Sort): Witness | undefined {
    const bends = sort === 'further' && this.#bends;
    const near = sort === 'search' || bends ? this.#landmarks() : [];
    const set = this.#places.set(sort, near, bends);
    const rights = this.#right.keptOver(set);
    let from = 0;
    let size = this.#enough === 1 ? 1 : FIRST;
    while (from < set.points.length) {
      const to = Math.min(from + size, set.points.length);
      const lefts = this.#same ? rights : this.#left.over(set, from, to);
      for (let i = from; i < to; i += 1) {
        const point = set.points[i];
        if (point === undefined) break;
        if (sort === 'whole' && this.#onKink(point)) continue;
        const at = this.#same ? i : i - from;
        const found = this.#look(
          point,
          lefts.value[at] ?? Number.NaN,
          lefts.radius[at] ?? Number.NaN,
          rights.value[i] ?? Number.NaN,
          rights.radius[i] ?? Number.NaN,
          lefts.absorbed[at] === 1 || rights.absorbed[i] === 1,
        );
        if (found !== undefined) return found;
        if (this.#enough === 1 || (sort === 'search' && this.#agreed >= ENOUGH)) return undefined;
      }
      from = to;
      size = WIDTH;
    }
    return undefined;
  }

  /** One point in doubles. A difference is kept as a suspect until a second one bears it out. */
  #look(
    point: Point,
    student: number,
    leftRadius: number,
    expected: number,
    rightRadius: number,
    absorbed: boolean,
  ): Witness | undefined {
    const leftThere = !Number.isNaN(leftRadius);
    const rightThere = !Number.isNaN(rightRadius);
    if (!leftThere || !rightThere) {
      if (rightThere && rightRadius < Number.POSITIVE_INFINITY) this.#onlyExpected.push(point);
      else if (leftThere && leftRadius < Number.POSITIVE_INFINITY) this.#onlyStudent.push(point);
      return undefined;
    }
    const found = relateValues(student, expected, leftRadius, rightRadius, absorbed, this.#options.allowed);
    // Two numbers are compared once only: that is worth high precision.
    const relation = found === 'agree' && this.#enough === 1 ? 'doubt' : found;
    if (relation === 'agree') {
      this.#agreed += 1;
      this.#common.push(point);
    } else if (relation === 'doubt') {
      this.#doubtful.push(point);
      this.#everDoubtful.push(point);
    } else {
      const witness = { point, student, expected };
      if (relation === 'clear' && (this.#suspects.length > 0 || this.#enough === 1)) return this.#nicer(witness);
      if (this.#suspects.length < 3) this.#suspects.push(witness);
    }
    return undefined;
  }

  /** Where both are defined in a few places only, points close to these; where in none so far, such places are sought. */
  #lookNearby(): Witness | undefined {
    const random = mulberry32(this.#options.seed + 1);
    if (this.#agreed === 0 && this.#doubtful.length === 0) {
      const { points } = this.#places.set('search', this.#landmarks(), false);
      for (const point of pointsInside([this.#student, this.#expected], points, random)) {
        const found = this.#lookAt(point);
        if (found !== undefined) return found;
      }
    }
    const places = this.#common.slice(0, 4);
    for (let i = 0; i < 40 && places.length > 0 && this.#agreed < ENOUGH; i += 1) {
      const place = places[i % places.length];
      if (place === undefined) continue;
      // closer and closer: the place may be narrower than it looks
      const point = nearby(place, random, 0.02 * 10 ** -(Math.floor(i / places.length) % 4));
      const found = this.#lookAt(point);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #lookAt(point: Point): Witness | undefined {
    const right = this.#right.at(point);
    const left = this.#left.at(point);
    const absorbed = left.absorbed || right.absorbed;
    return this.#look(point, left.value, left.radius, right.value, right.radius, absorbed);
  }

  /** High precision for suspects without company, and for doubtful points while agreement is wanting. */
  #lookCloser(): Witness | undefined {
    for (const witness of this.#suspects.splice(0)) {
      const found = this.#precisely(witness.point, witness);
      if (found !== undefined) return found;
    }
    while (this.#doubtful.length > 0 && this.#agreed < this.#enough && this.#preciseLeft > 0) {
      const point = this.#doubtful.shift();
      if (point === undefined) break;
      const found = this.#precisely(point, undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Tiny or huge constants may make a difference below the last digit of a double: one point is confirmed. */
  #confirm(): Witness | 'vanished' | undefined {
    const [point] = this.#common;
    if (point === undefined || this.#enough === 1 || !(isDelicate(this.#student) || isDelicate(this.#expected)))
      return undefined;
    const precise = comparePrecisely(this.#student, this.#expected, point, this.#options.allowed);
    if (precise.relation === 'different')
      return this.#nicer({ point, student: precise.student, expected: precise.expected });
    return precise.relation === 'agree' ? undefined : 'vanished';
  }

  /** A vanished term may hide a difference where no other point agrees: each such orthant is looked at closer. */
  #lookWhereNothingAgreed(): Witness | 'vanished' | undefined {
    if (this.#everDoubtful.length === 0) return undefined;
    const clear = new Set(this.#common.map(orthant));
    const vanished = new Map<string, number>();
    let left = MOST_HIDDEN;
    for (const point of this.#everDoubtful) {
      const place = orthant(point);
      const before = vanished.get(place) ?? 0;
      if (clear.has(place) || before >= TRIES) continue;
      left -= 1;
      if (left < 0) break;
      const precise = comparePrecisely(this.#student, this.#expected, point, this.#options.allowed);
      if (precise.relation === 'different')
        return this.#nicer({ point, student: precise.student, expected: precise.expected });
      if (precise.relation === 'vanished') vanished.set(place, before + 1);
      else clear.add(place);
    }
    return [...vanished.keys()].some((place) => !clear.has(place)) ? 'vanished' : undefined;
  }

  #precisely(point: Point, suspect: Witness | undefined): Witness | undefined {
    this.#preciseLeft -= 1;
    const precise =
      this.#preciseLeft < 0
        ? ({ relation: 'unknown' } as const)
        : comparePrecisely(this.#student, this.#expected, point, this.#options.allowed);
    switch (precise.relation) {
      case 'different':
        return this.#nicer({ point, student: precise.student, expected: precise.expected });
      case 'agree':
        this.#agreed += 1;
        this.#common.push(point);
        return undefined;
      case 'only-expected':
        this.#onlyExpected.push(point);
        return undefined;
      case 'only-student':
        this.#onlyStudent.push(point);
        return undefined;
      case 'neither':
        return undefined;
      case 'vanished':
      case 'unknown':
        if (suspect !== undefined) this.#suspects.push(suspect);
        return undefined;
    }
  }

  /** A witness at small round numbers, if one differs clearly there; people can check that by hand. */
  #nicer(witness: Witness): Witness {
    const found = this.#firstClear(this.#places.round());
    if (found !== undefined || witness.student !== witness.expected) return found ?? witness;
    // A difference below the digits of a double tells nobody anything: a place where it shows is looked for.
    return this.#firstClear(this.#places.set('search', this.#landmarks(), false)) ?? witness;
  }

  /** Round numbers may lie on a kink, where a derivative is nothing that people agree on. */
  #onKink(point: Point): boolean {
    return isOnKink(this.#student, point) || isOnKink(this.#expected, point);
  }

  /** The first point of a set at which the two differ beyond doubt. */
  #firstClear(set: PointSet): Witness | undefined {
    const rights = this.#right.keptOver(set);
    for (let from = 0; from < set.points.length; from += FIRST) {
      const to = Math.min(from + FIRST, set.points.length);
      const lefts = this.#left.over(set, from, to);
      for (let i = from; i < to; i += 1) {
        const point = set.points[i];
        const student = lefts.value[i - from] ?? Number.NaN;
        const expected = rights.value[i] ?? Number.NaN;
        const leftRadius = lefts.radius[i - from] ?? Number.NaN;
        const rightRadius = rights.radius[i] ?? Number.NaN;
        const clear =
          relateValues(student, expected, leftRadius, rightRadius, false, this.#options.allowed) === 'clear';
        if (clear && point !== undefined && !this.#onKink(point)) return { point, student, expected };
      }
    }
    return undefined;
  }
}

/** Whether two tapes say the same, step by step. */
function sameSteps(one: Tape, other: Tape): boolean {
  if (one === other) return true;
  if (one.root !== other.root || one.nodes.length !== other.nodes.length) return false;
  for (let i = 0; i < one.nodes.length; i += 1) {
    const a = one.nodes[i];
    const b = other.nodes[i];
    if (a === undefined || b === undefined || !sameStep(a, b)) return false;
  }
  return true;
}

function sameStep(a: TapeNode, b: TapeNode): boolean {
  if (a.op !== b.op) return false;
  if ('b' in a) return 'b' in b && a.a === b.a && a.b === b.b;
  if ('a' in a) return 'a' in b && a.a === b.a;
  if (a.op === 'number') return b.op === 'number' && a.digits === b.digits;
  return 'name' in b && a.name === b.name;
}
