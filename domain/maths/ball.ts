/**
 * Values with a bound on their rounding error: a tape is evaluated in doubles, and beside each value runs a radius
 * within which the exact value lies (midpoint-radius arithmetic, first order with margins; Rump 1999).
 * A radius of Infinity means "lost" (doubles cannot tell), NaN means "not defined here".
 */

import { HALF_ULP, LOST, RADIUS, TINY, UNDEFINED } from './ball-constants.ts';
import { ballUnary } from './ball-unary.ts';
import type { Binary, Tape, Unary } from './tape.ts';

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

const VARIABLE = 0;
const UNARY = 1;
const BINARY = 2;

/** One operation of a tape; all steps have the same shape, whatever they do. */
type Step = {
  readonly index: number;
  readonly kind: typeof VARIABLE | typeof UNARY | typeof BINARY;
  /** of UNARY */
  readonly op: Unary;
  /** of BINARY */
  readonly by: Binary;
  readonly a: number;
  readonly b: number;
  /** of VARIABLE */
  readonly name: string;
};

/** A tape made ready for many evaluations; it keeps its own scratch memory. */
export class BallEvaluator {
  readonly #root: number;
  readonly #value: Float64Array;
  readonly #radius: Float64Array;
  /** what has to be computed at each point, in order: where it goes, what it is made of */
  readonly #steps: readonly Step[];

  constructor({ nodes, root }: Tape) {
    this.#root = root;
    this.#value = new Float64Array(nodes.length);
    this.#radius = new Float64Array(nodes.length);
    const steps: Step[] = [];
    nodes.forEach((node, index) => {
      if (node.op === 'number') this.#fix(index, node.value, radiusOfDigits(node.value, node.digits));
      else if (node.op === 'constant') {
        const value = node.name === 'pi' ? Math.PI : Math.E;
        this.#fix(index, value, value * HALF_ULP);
      } else if (node.op === 'variable')
        steps.push({ index, kind: VARIABLE, op: 'neg', by: 'add', a: 0, b: 0, name: node.name });
      else if ('b' in node) steps.push({ index, kind: BINARY, op: 'neg', by: node.op, a: node.a, b: node.b, name: '' });
      else steps.push({ index, kind: UNARY, op: node.op, by: 'add', a: node.a, b: 0, name: '' });
    });
    this.#steps = steps;
  }

  #fix(index: number, value: number, radius: number): void {
    this.#value[index] = value;
    this.#radius[index] = radius;
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
    const value = this.#value;
    const radius = this.#radius;
    let absorbed = false;
    for (const { index, kind, op, by, a: left, b: right, name } of this.#steps) {
      if (kind === VARIABLE) {
        value[index] = point.get(name) ?? Number.NaN;
        radius[index] = 0;
        continue;
      }
      const a = value[left] ?? Number.NaN;
      const ra = radius[left] ?? Number.NaN;
      let v: number;
      if (kind === BINARY) {
        const b = value[right] ?? Number.NaN;
        const rb = radius[right] ?? Number.NaN;
        v = ballBinary(by, a, ra, b, rb);
        if ((by === 'add' || by === 'sub') && absorbs(a, ra, b, rb)) absorbed = true;
      } else v = ballUnary(op, a, ra);
      const r = RADIUS[0] ?? Number.NaN;
      value[index] = v;
      radius[index] = r;
      if (Number.isFinite(r) && Number.isFinite(v)) continue;
      // Overflow leaves a value of Infinity (and a radius of Infinity or NaN): lost, not undefined.
      return { value: Number.NaN, radius: Number.isNaN(r) && Number.isNaN(v) ? UNDEFINED : LOST, absorbed };
    }
    return { value: value[this.#root] ?? Number.NaN, radius: radius[this.#root] ?? UNDEFINED, absorbed };
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

/** The value of an operation; its radius is left in `RADIUS`. */
function ballBinary(op: Binary, a: number, ra: number, b: number, rb: number): number {
  switch (op) {
    case 'add':
    case 'sub': {
      const v = op === 'add' ? a + b : a - b;
      RADIUS[0] = Number.isSafeInteger(v) && bothExact(ra, rb, a, b) ? 0 : ra + rb + Math.abs(v) * HALF_ULP;
      return v;
    }
    case 'mul': {
      const v = a * b;
      RADIUS[0] =
        Number.isSafeInteger(v) && bothExact(ra, rb, a, b)
          ? 0
          : Math.abs(a) * rb + Math.abs(b) * ra + ra * rb + Math.abs(v) * HALF_ULP * 1.5 + TINY;
      return v;
    }
    case 'div': {
      if (b === 0 && rb === 0) {
        RADIUS[0] = UNDEFINED;
        return Number.NaN;
      }
      const v = a / b;
      const room = Math.abs(b) - rb;
      if (room <= rb) RADIUS[0] = LOST;
      else if (Number.isSafeInteger(v) && bothExact(ra, rb, a, b) && v * b === a) RADIUS[0] = 0;
      else RADIUS[0] = (ra + Math.abs(v) * rb) / room + Math.abs(v) * HALF_ULP * 1.5 + TINY;
      return v;
    }
    case 'min':
    case 'max':
      RADIUS[0] = a === b || Math.abs(a - b) <= ra + rb ? ra + rb : a < b === (op === 'min') ? ra : rb;
      return op === 'min' ? Math.min(a, b) : Math.max(a, b);
    case 'pow':
      return ballPower(a, ra, b, rb);
  }
}
/** Real powers: a negative base needs an integer exponent; 0^0 is 1 where the exponent is exactly 0. */
function ballPower(a: number, ra: number, b: number, rb: number): number {
  const v = a ** b;
  const size = Math.abs(a);
  const answer = (radius: number, value = v): number => {
    RADIUS[0] = radius;
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
