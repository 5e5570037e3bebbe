/** Real powers with error bounds. */
import { growth, HALF_ULP, LOST, RADIUS, TINY, UNDEFINED } from './ball-constants.ts';

/** Real powers: a negative base needs an integer exponent; 0^0 is 1 where the exponent is exactly 0. The radius is left in `RADIUS`. */
export function ballPower(a: number, ra: number, b: number, rb: number): number {
  const size = Math.abs(a);
  if (rb === 0 && Number.isInteger(b)) {
    if (b === 0) return answer(1, 0);
    const v = b === 2 ? a * a : b === 3 ? a * a * a : a ** b;
    if (size > 2 * ra) {
      const exact = ra === 0 && b > 0 && Number.isInteger(a) && Number.isSafeInteger(v);
      return answer(v, exact ? 0 : powerRadius(v, size, ra, b, 0));
    }
    if (a === 0 && ra === 0) return b > 0 ? answer(0, 0) : answer(Number.NaN, UNDEFINED);
    return b > 0 ? answer(v, (size + ra) ** b + TINY) : answer(v, LOST);
  }
  if (a > 2 * ra) {
    const v = a ** b;
    return answer(v, powerRadius(v, a, ra, b, rb));
  }
  if (a === 0 && ra === 0) {
    if (b > rb) return answer(0, 0);
    return b + rb < 0 ? answer(Number.NaN, UNDEFINED) : answer(a ** b, LOST);
  }
  const holdsInteger = Math.floor(b + rb) >= Math.ceil(b - rb);
  return answer(Number.NaN, a + ra < 0 && !holdsInteger ? UNDEFINED : LOST);
}

function answer(value: number, radius: number): number {
  RADIUS[0] = radius;
  return value;
}

/** |v|·(e^δ − 1) with δ the relative change from both radii, and the error of the library's power itself. */
function powerRadius(v: number, size: number, ra: number, b: number, rb: number): number {
  const ofBase = ra === 0 ? 0 : ((Math.abs(b) + rb) * ra) / (size - ra);
  const ofExponent = rb === 0 ? 0 : rb * (Math.abs(Math.log(size)) + ra / (size - ra));
  return Math.abs(v) * (growth(ofBase + ofExponent) + 16 * HALF_ULP) + TINY;
}
