/** The functions of one argument with error bounds: |f'| on the ball times its radius, plus the library's own error. */
import { growth, HALF_ULP, LIBRARY, LOST, RADIUS, TINY, UNDEFINED } from './ball-constants.ts';
import { POLYGAMMA_ORDER, type Polygamma, polygamma, polygammaRadius } from './polygamma.ts';
import { digamma, gamma } from './special.ts';
import type { Unary } from './tape.ts';

/** Relative error of gamma and digamma in special.ts, with margin. */
const SPECIAL = 4e-14;

/** The value of a function; its radius is left in `RADIUS`. */
export function ballUnary(op: Unary, a: number, r: number): number {
  const size = Math.abs(a);
  const value = evaluate(op, a, r, size);
  const slope = SLOPE[0] ?? UNDEFINED;
  if (!Number.isFinite(slope)) RADIUS[0] = slope;
  else if (op === 'neg' || op === 'abs' || op === 'sign') RADIUS[0] = slope;
  else if (op === 'gamma' && r === 0 && Number.isSafeInteger(value) && Number.isInteger(a)) RADIUS[0] = 0;
  else
    RADIUS[0] =
      slope +
      Math.abs(value) * (op === 'gamma' || op === 'digamma' ? SPECIAL : op === 'sqrt' ? HALF_ULP : LIBRARY) +
      TINY;
  return value;
}
/** What the argument's radius contributes to the result's: beside the value, so that no pair is made in the inner loop. */
const SLOPE = new Float64Array(1);

function withSlope(value: number, slope: number): number {
  SLOPE[0] = slope;
  return value;
}
const undefinedHere = (): number => withSlope(Number.NaN, UNDEFINED);
const lost = (): number => withSlope(Number.NaN, LOST);

/** The value; what the argument's radius contributes to the result's is left in `SLOPE`. */
function evaluate(op: Unary, a: number, r: number, size: number): number {
  switch (op) {
    case 'neg':
      return withSlope(-a, r);
    case 'abs':
      return withSlope(size, r);
    case 'sign':
      if (r === 0) return withSlope(Math.sign(a), 0);
      return size > r ? withSlope(Math.sign(a), 0) : lost();
    case 'exp': {
      const v = Math.exp(a);
      return withSlope(v, r === 0 ? 0 : v * growth(r));
    }
    case 'ln':
      if (a <= 0 && a + r <= 0) return undefinedHere();
      return a > 2 * r ? withSlope(Math.log(a), r / (a - r)) : lost();
    case 'sqrt':
      if (a + r < 0) return undefinedHere();
      if (a === 0 && r === 0) return withSlope(0, 0);
      return a > 2 * r ? withSlope(Math.sqrt(a), r / Math.sqrt(a - r)) : lost();
    case 'cbrt':
      if (a === 0 && r === 0) return withSlope(0, 0);
      return size > 2 * r
        ? withSlope(Math.cbrt(a), r / Math.cbrt(size - r) ** 2)
        : withSlope(Math.cbrt(a), 2 * Math.cbrt(size + r));
    case 'sin':
      return withSlope(Math.sin(a), Math.min(r, 2));
    case 'cos':
      return withSlope(Math.cos(a), Math.min(r, 2));
    case 'tan': {
      const v = Math.tan(a);
      const slope = 1 + v * v;
      // Within a tenth of the distance to the pole the slope at most doubles.
      return slope * r * Math.max(1, Math.abs(v)) < 0.1 * slope && r * (1 + Math.abs(v)) < 0.1
        ? withSlope(v, 2 * slope * r)
        : lost();
    }
    case 'asin':
    case 'acos':
      if (size - r > 1) return undefinedHere();
      if (size + r >= 1 && r > 0) return lost();
      return withSlope(
        op === 'asin' ? Math.asin(a) : Math.acos(a),
        r === 0 ? 0 : r / Math.sqrt((1 - size - r) * (1 + size)),
      );
    case 'atan':
      return withSlope(Math.atan(a), r / (1 + Math.max(0, size - r) ** 2));
    case 'sinh':
    case 'cosh':
      return withSlope(op === 'sinh' ? Math.sinh(a) : Math.cosh(a), r === 0 ? 0 : r * Math.cosh(size + r));
    case 'tanh':
      return withSlope(Math.tanh(a), r * Math.min(1, 4 * Math.exp(-2 * Math.max(0, size - r))));
    case 'asinh':
      return withSlope(Math.asinh(a), r / Math.hypot(1, Math.max(0, size - r)));
    case 'acosh':
      if (a + r < 1) return undefinedHere();
      if (a === 1 && r === 0) return withSlope(0, 0);
      return a - r > 1 ? withSlope(Math.acosh(a), r / Math.sqrt((a - r - 1) * (a - r + 1))) : lost();
    case 'atanh':
      if (size - r > 1 || (size === 1 && r === 0)) return undefinedHere();
      return size + r < 1 ? withSlope(Math.atanh(a), r / ((1 - size - r) * (1 + size))) : lost();
    case 'gamma':
    case 'digamma':
    case 'trigamma':
    case 'tetragamma':
    case 'pentagamma':
      return nearPoles(op, a, r);
  }
}

function nearPoles(op: 'gamma' | Polygamma, a: number, r: number): number {
  if (r === 0 && a <= 0 && Number.isInteger(a)) return undefinedHere();
  const gap = a > 0.5 ? a : Math.abs(a - Math.round(a));
  // Reflection multiplies the error of the argument; close to a pole, and far to the left, doubles do not tell.
  if (gap < 1e-3 || gap < 4 * r || a < -150) return lost();
  if (op !== 'gamma' && op !== 'digamma') {
    const order = POLYGAMMA_ORDER[op];
    return withSlope(polygamma(order, a), polygammaRadius(order, a, r, gap));
  }
  const v = op === 'gamma' ? gamma(a) : digamma(a);
  const slope = op === 'gamma' ? Math.abs(v) * (Math.abs(digamma(a)) + 1) : 2 / (gap * gap) + 2;
  // Lanczos' power loses as many digits as the argument has; reflection takes the argument modulo 1.
  const inherent = op === 'gamma' ? Math.abs(a) * HALF_ULP * 8 : a < 0.5 ? Math.abs(a) * HALF_ULP * 4 : 0;
  return withSlope(v, (r + inherent) * slope * 2 + (op === 'digamma' ? SPECIAL * 4 : 0));
}
