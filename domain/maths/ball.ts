/**
 * Values with a bound on their rounding error: a tape is evaluated in doubles, and beside each value runs a radius
 * within which the exact value lies (midpoint-radius arithmetic, first order with margins; Rump 1999).
 * A radius of Infinity means "lost" (doubles cannot tell), NaN means "not defined here".
 */

import { HALF_ULP, LOST, TINY, UNDEFINED } from './ball-constants.ts';
import { ballUnary } from './ball-unary.ts';
import type { Binary, Tape } from './tape.ts';

/** One evaluation: `value` ± `radius`, and whether a term vanished beside a far larger one on the way. */
export type Ball = { readonly value: number; readonly radius: number; readonly absorbed: boolean };

/** Digits from which a typed decimal is taken as the rounding of some real number: it is as wide as its last digit. */
export const ROUNDED_DIGITS = 15;

/** Half-width of a typed number: nothing for integers, half an ulp for decimals, a last digit for 15 digits and more. */
export function radiusOfDigits(value: number, digits: string): number {
  if (Number.isSafeInteger(value))
    return /[.eE]/.test(digits) && significant(digits) >= ROUNDED_DIGITS ? lastDigit(digits) : 0;
  return significant(digits) >= ROUNDED_DIGITS
    ? Math.max(lastDigit(digits), Math.abs(value) * HALF_ULP)
    : Math.abs(value) * HALF_ULP;
}

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

/** A tape made ready for many evaluations; it keeps its own scratch memory. */
export class BallEvaluator {
  readonly #tape: Tape;
  readonly #value: Float64Array;
  readonly #radius: Float64Array;
  readonly #fixed: readonly { readonly index: number; readonly value: number; readonly radius: number }[];

  constructor(tape: Tape) {
    this.#tape = tape;
    this.#value = new Float64Array(tape.nodes.length);
    this.#radius = new Float64Array(tape.nodes.length);
    this.#fixed = tape.nodes.flatMap((node, index) => {
      if (node.op === 'number') return [{ index, value: node.value, radius: radiusOfDigits(node.value, node.digits) }];
      if (node.op !== 'constant') return [];
      const value = node.name === 'pi' ? Math.PI : Math.E;
      return [{ index, value, radius: value * HALF_ULP }];
    });
    for (const { index, value, radius } of this.#fixed) {
      this.#value[index] = value;
      this.#radius[index] = radius;
    }
  }

  readonly #kept = new WeakMap<ReadonlyMap<string, number>, Ball>();

  /** The same as `at`, kept for as long as the point is: points of one seed are asked for again by every answer. */
  keptAt(point: ReadonlyMap<string, number>): Ball {
    const known = this.#kept.get(point);
    if (known !== undefined) return known;
    const ball = this.at(point);
    this.#kept.set(point, ball);
    return ball;
  }

  /** Value at a point whose coordinates are taken as exact. */
  at(point: ReadonlyMap<string, number>): Ball {
    const { nodes, root } = this.#tape;
    const value = this.#value;
    const radius = this.#radius;
    let absorbed = false;
    for (let i = 0; i < nodes.length; i += 1) {
      const node = nodes[i];
      if (node === undefined || node.op === 'number' || node.op === 'constant') continue;
      if (node.op === 'variable') {
        value[i] = point.get(node.name) ?? Number.NaN;
        radius[i] = 0;
        continue;
      }
      const a = value[node.a] ?? Number.NaN;
      const ra = radius[node.a] ?? Number.NaN;
      if ('b' in node) {
        const b = value[node.b] ?? Number.NaN;
        const rb = radius[node.b] ?? Number.NaN;
        const result = ballBinary(node.op, a, ra, b, rb);
        if ((node.op === 'add' || node.op === 'sub') && absorbs(a, ra, b, rb)) absorbed = true;
        value[i] = result;
        radius[i] = ballBinary.radius;
      } else {
        value[i] = ballUnary(node.op, a, ra);
        radius[i] = ballUnary.radius;
      }
      const r = radius[i] ?? Number.NaN;
      const v = value[i] ?? Number.NaN;
      if (Number.isFinite(r) && Number.isFinite(v)) continue;
      // Overflow leaves a value of Infinity (and a radius of Infinity or NaN): lost, not undefined.
      return { value: Number.NaN, radius: Number.isNaN(r) && Number.isNaN(v) ? UNDEFINED : LOST, absorbed };
    }
    return { value: value[root] ?? Number.NaN, radius: radius[root] ?? UNDEFINED, absorbed };
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

/** Whether one term is there, or may be (a zero from underflow), and yet too small to leave a reliable mark on the sum. */
function absorbs(a: number, ra: number, b: number, rb: number): boolean {
  const x = Math.abs(a);
  const y = Math.abs(b);
  if (Math.min(x, y) >= Math.max(x, y) * 2 ** -40) return false;
  return x < y ? x !== 0 || ra !== 0 : y !== 0 || rb !== 0;
}

const bothExact = (ra: number, rb: number, a: number, b: number): boolean =>
  ra === 0 && rb === 0 && Number.isInteger(a) && Number.isInteger(b);

/** The value of an operation; its radius is left in `ballBinary.radius` (no object is made in the inner loop). */
function ballBinary(op: Binary, a: number, ra: number, b: number, rb: number): number {
  switch (op) {
    case 'add':
    case 'sub': {
      const v = op === 'add' ? a + b : a - b;
      ballBinary.radius = Number.isSafeInteger(v) && bothExact(ra, rb, a, b) ? 0 : ra + rb + Math.abs(v) * HALF_ULP;
      return v;
    }
    case 'mul': {
      const v = a * b;
      ballBinary.radius =
        Number.isSafeInteger(v) && bothExact(ra, rb, a, b)
          ? 0
          : Math.abs(a) * rb + Math.abs(b) * ra + ra * rb + Math.abs(v) * HALF_ULP * 1.5 + TINY;
      return v;
    }
    case 'div': {
      if (b === 0 && rb === 0) {
        ballBinary.radius = UNDEFINED;
        return Number.NaN;
      }
      const v = a / b;
      const room = Math.abs(b) - rb;
      if (room <= rb) ballBinary.radius = LOST;
      else if (Number.isSafeInteger(v) && bothExact(ra, rb, a, b) && v * b === a) ballBinary.radius = 0;
      else ballBinary.radius = (ra + Math.abs(v) * rb) / room + Math.abs(v) * HALF_ULP * 1.5 + TINY;
      return v;
    }
    case 'min':
    case 'max':
      ballBinary.radius = a === b || Math.abs(a - b) <= ra + rb ? ra + rb : a < b === (op === 'min') ? ra : rb;
      return op === 'min' ? Math.min(a, b) : Math.max(a, b);
    case 'pow':
      return ballPower(a, ra, b, rb);
  }
}
ballBinary.radius = 0;

/** Real powers: a negative base needs an integer exponent; 0^0 is 1 where the exponent is exactly 0. */
function ballPower(a: number, ra: number, b: number, rb: number): number {
  const v = a ** b;
  const size = Math.abs(a);
  const answer = (radius: number, value = v): number => {
    ballBinary.radius = radius;
    return value;
  };
  if (rb === 0 && Number.isInteger(b)) {
    if (b === 0) return answer(0, 1);
    if (size > 2 * ra)
      return answer(
        ra === 0 && Number.isInteger(a) && b > 0 && Number.isSafeInteger(v) ? 0 : powerRadius(v, size, ra, b, 0),
      );
    if (a === 0 && ra === 0) return b > 0 ? answer(0, 0) : answer(UNDEFINED, Number.NaN);
    return b > 0 ? answer((size + ra) ** b + TINY) : answer(LOST);
  }
  if (a > 2 * ra) return answer(powerRadius(v, a, ra, b, rb));
  if (a === 0 && ra === 0) return b > rb ? answer(0, 0) : b + rb < 0 ? answer(UNDEFINED, Number.NaN) : answer(LOST);
  const holdsInteger = Math.floor(b + rb) >= Math.ceil(b - rb);
  return a + ra < 0 && !holdsInteger ? answer(UNDEFINED, Number.NaN) : answer(LOST, Number.NaN);
}

/** |v|·(e^δ − 1) with δ the relative change from both radii, and the error of the library's power itself. */
function powerRadius(v: number, size: number, ra: number, b: number, rb: number): number {
  const change = ((Math.abs(b) + rb) * ra) / (size - ra) + rb * (Math.abs(Math.log(size)) + ra / (size - ra));
  return Math.abs(v) * (Math.expm1(change) * 1.01 + 16 * HALF_ULP) + TINY;
}
