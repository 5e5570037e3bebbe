/**
 * Values with a bound on their rounding error: a tape is evaluated in doubles, and beside each value runs a radius
 * within which the exact value lies (midpoint-radius arithmetic, first order with margins; Rump 1999).
 * A radius of Infinity means "lost" (doubles cannot tell), NaN means "not defined here".
 */

import { binaryColumn, sharedColumns, unaryColumn, WIDTH } from './ball-columns.ts';
import { HALF_ULP, LOST, UNDEFINED } from './ball-constants.ts';
import { type Traits, traitsOf } from './features.ts';
import { forgetFirst } from './memo.ts';
import type { Places } from './places.ts';
import type { Point, PointSet } from './sample.ts';
import type { Tape } from './tape.ts';

/** One evaluation: `value` ± `radius`, and whether a term vanished beside a far larger one on the way. */
export type Ball = { readonly value: number; readonly radius: number; readonly absorbed: boolean };

/** Digits from which a typed decimal is taken as the rounding of some real number: it is as wide as its last digit. */
export const ROUNDED_DIGITS = 15;

/** Half-width of a typed number: nothing for integers, half an ulp for decimals, a last digit for 15 digits and more. */
function radiusOfDigits(value: number, digits: string): number {
  if (digits.length < ROUNDED_DIGITS) return Number.isSafeInteger(value) ? 0 : Math.abs(value) * HALF_ULP;
  if (Number.isSafeInteger(value))
    return /[.eE]/.test(digits) && significant(digits) >= ROUNDED_DIGITS ? lastDigit(digits) : 0;
  return significant(digits) >= ROUNDED_DIGITS
    ? Math.max(lastDigit(digits), Math.abs(value) * HALF_ULP)
    : Math.abs(value) * HALF_ULP;
}

/** How many digits of a number as it was typed are significant. */
export function significant(digits: string): number {
  const [mantissa = ''] = digits.split(/[eE]/);
  return mantissa.includes('.')
    ? mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length
    : mantissa.replace(/^-?0*|0+$/g, '').length;
}

/** One unit of the last digit typed. */
export function lastDigit(digits: string): number {
  const [mantissa = '', exponent = '0'] = digits.split(/[eE]/);
  const places = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return 10 ** (Number(exponent) - places);
}

/** The results at a set of points, one after the other; NaN as a radius: undefined there; Infinity: lost. */
export type Balls = {
  readonly value: Float64Array;
  readonly radius: Float64Array;
  /** 1 where a term vanished beside a far larger one on the way */
  readonly absorbed: Uint8Array;
};

const ALIVE = 0;
const GONE = 1;
const NEVER = 2;
/** What has become of each point on the way through a tape. */
const state = new Uint8Array(WIDTH);

/** Where results go that are read at once. */
const passing = ballsFor(WIDTH);

/** From so many nodes on, fewer points are evaluated at once: the columns would take much memory. */
const LONG = 1000;

/** Sets of points whose results one evaluator keeps. */
const MOST_KEPT = 16;

function ballsFor(count: number): Balls {
  return { value: new Float64Array(count), radius: new Float64Array(count), absorbed: new Uint8Array(count) };
}

/** Evaluates a tape with error bounds, at one point or at many. */
export class BallEvaluator {
  readonly #tape: Tape;
  readonly #width: number;
  readonly #kept = new Map<PointSet, Balls>();

  #traits: Traits | undefined;
  /** Where it was looked at last: the next answer to the same question is looked at there as well. */
  places: Places | undefined;

  constructor(tape: Tape) {
    this.#tape = tape;
    this.#width = tape.nodes.length > LONG ? 4 : WIDTH;
  }

  get traits(): Traits {
    this.#traits ??= traitsOf(this.#tape);
    return this.#traits;
  }

  /** Value at a point whose coordinates are taken as exact. */
  at(point: Point): Ball {
    const column = Float64Array.of(0);
    this.#columns(
      (name) => {
        column[0] = point.get(name) ?? Number.NaN;
        return column;
      },
      0,
      1,
      passing,
      0,
    );
    const { value, radius, absorbed } = passing;
    return { value: value[0] ?? Number.NaN, radius: radius[0] ?? UNDEFINED, absorbed: absorbed[0] === 1 };
  }

  /** Values at the points `from` to `to` of a set, at most WIDTH of them; valid until anything is evaluated again. */
  over(set: PointSet, from: number, to: number): Balls {
    this.#fill(set, from, to, passing);
    return passing;
  }

  /** Values at all points of a set, kept: points of one seed are asked for again by every answer to a question. */
  keptOver(set: PointSet): Balls {
    const known = this.#kept.get(set);
    if (known !== undefined) return known;
    const balls = ballsFor(set.points.length);
    this.#fill(set, 0, set.points.length, balls);
    if (this.#kept.size >= MOST_KEPT) forgetFirst(this.#kept);
    this.#kept.set(set, balls);
    return balls;
  }

  #fill(set: PointSet, from: number, to: number, balls: Balls): void {
    const coordinates = (name: string): Float64Array | undefined => set.coordinates.get(name);
    for (let start = from; start < to; start += this.#width)
      this.#columns(coordinates, start, Math.min(start + this.#width, to), balls, start - from);
  }

  /** Evaluates at the points `from` to `to` of the coordinates given; the results are put from place `at` on. */
  #columns(
    coordinates: (name: string) => Float64Array | undefined,
    from: number,
    to: number,
    balls: Balls,
    at: number,
  ): void {
    const { nodes, root } = this.#tape;
    const count = to - from;
    const columns = sharedColumns(nodes.length * count);
    const { value, radius, absorbed } = columns;
    for (let i = 0; i < count; i += 1) {
      absorbed[i] = 0;
      state[i] = ALIVE;
    }
    let column = 0;
    for (const node of nodes) {
      if ('b' in node) {
        binaryColumn(node.op, columns, node.a * count, node.b * count, column, count);
        markEnds(value, radius, column, count);
      } else if ('a' in node) {
        unaryColumn(node.op, columns, node.a * count, column, count);
        markEnds(value, radius, column, count);
      } else if (node.op === 'variable') {
        const given = coordinates(node.name);
        for (let i = 0; i < count; i += 1) {
          value[column + i] = given?.[from + i] ?? Number.NaN;
          radius[column + i] = 0;
        }
      } else {
        const fixed = node.op === 'number' ? node.value : node.name === 'pi' ? Math.PI : Math.E;
        const width = node.op === 'number' ? radiusOfDigits(fixed, node.digits) : fixed * HALF_ULP;
        for (let i = 0; i < count; i += 1) {
          value[column + i] = fixed;
          radius[column + i] = width;
        }
      }
      column += count;
    }
    for (let i = 0; i < count; i += 1) {
      const ended = state[i];
      balls.value[at + i] = ended === ALIVE ? (value[root * count + i] ?? Number.NaN) : Number.NaN;
      balls.radius[at + i] =
        ended === ALIVE ? (radius[root * count + i] ?? UNDEFINED) : ended === NEVER ? UNDEFINED : LOST;
      balls.absorbed[at + i] = absorbed[i] ?? 0;
    }
  }
}

/** Marks the points that a column is the first to have no value or no bound at. */
function markEnds(value: Float64Array, radius: Float64Array, column: number, count: number): void {
  let sum = 0;
  // one number tells whether all are finite: whatever is not gives NaN
  for (let i = column; i < column + count; i += 1) sum += ((value[i] ?? 0) + (radius[i] ?? 0)) * 0;
  if (sum === 0) return;
  for (let i = 0; i < count; i += 1) {
    const v = value[column + i] ?? Number.NaN;
    const r = radius[column + i] ?? UNDEFINED;
    // Overflow leaves a value of Infinity (and a radius of Infinity or NaN): lost, not undefined.
    if (state[i] === ALIVE && !(Number.isFinite(r) && Number.isFinite(v)))
      state[i] = Number.isNaN(r) && Number.isNaN(v) ? NEVER : GONE;
  }
}

const evaluators = new WeakMap<Tape, BallEvaluator>();

/** The evaluator of a tape that is kept: the truth of a question, which every answer is compared with. */
export function evaluatorOf(tape: Tape): BallEvaluator {
  let evaluator = evaluators.get(tape);
  if (evaluator === undefined) {
    evaluator = new BallEvaluator(tape);
    evaluators.set(tape, evaluator);
  }
  return evaluator;
}
