/** The derivatives of digamma in doubles: trigamma ψ′, tetragamma ψ″, pentagamma ψ‴. */
import { HALF_ULP } from './ball-constants.ts';
import { digamma } from './special.ts';
import type { Unary } from './tape.ts';

/** Which derivative of ψ an operation is. */
export const POLYGAMMA_ORDER = { digamma: 0, trigamma: 1, tetragamma: 2, pentagamma: 3 } as const satisfies Partial<
  Record<Unary, number>
>;
export type Polygamma = keyof typeof POLYGAMMA_ORDER;
type Order = (typeof POLYGAMMA_ORDER)[Polygamma];

const FACTORIAL = [1, 1, 2, 6, 24] as const;
/** B_2k · (2k + n − 1)!/(2k)! for k = 1 … 7: the coefficients of the asymptotic series, by n. */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6] as const;
const SERIES: Readonly<Record<1 | 2 | 3, readonly number[]>> = {
  1: BERNOULLI,
  2: BERNOULLI.map((b, i) => b * (2 * i + 3)),
  3: BERNOULLI.map((b, i) => b * (2 * i + 3) * (2 * i + 4)),
};
/** From here on seven terms of the series are exact to the last digits: the eighth is below 1e-17 of the first. */
const FAR = 14;

/**
 * ψ⁽ⁿ⁾(x) for real x; NaN at the poles 0, −1, −2 …. Recurrence to the right (Abramowitz & Stegun 6.4.6), then the
 * asymptotic series (6.4.11); reflection on the left (6.4.7), with the derivatives of cot written out.
 */
export function polygamma(n: Order, x: number): number {
  if (n === 0) return digamma(x);
  if (x <= 0 && Number.isInteger(x)) return Number.NaN;
  if (x < 0) {
    const cot = 1 / Math.tan(Math.PI * (x - Math.round(x)));
    const turned = polygamma(n, 1 - x);
    const square = 1 + cot * cot;
    if (n === 1) return Math.PI ** 2 * square - turned;
    if (n === 2) return turned - 2 * Math.PI ** 3 * cot * square;
    return 2 * Math.PI ** 4 * square * (1 + 3 * cot * cot) - turned;
  }
  let shift = 0;
  let y = x;
  for (; y < FAR; y += 1) shift += FACTORIAL[n] / y ** (n + 1);
  const z = 1 / (y * y);
  let series = 0;
  for (let k = SERIES[n].length - 1; k >= 0; k -= 1) series = series * z + (SERIES[n][k] ?? 0);
  const far = (FACTORIAL[n - 1] ?? 1) / y ** n + (FACTORIAL[n] / 2) * y ** (-n - 1) + series * y ** (-n - 2);
  return n === 2 ? -(far + shift) : far + shift;
}

/** Relative error of the sums above, counted against the sum of the sizes of their terms, with margin. */
const ROUNDING = 64 * HALF_ULP;

/** A bound on |ψ⁽ᵐ⁾(x)|, m ≥ 1, from ψ⁽ᵐ⁾(x) = ± m! Σ 1/(x + k)^(m+1) (6.4.10); `gap`: from x to the next pole. */
function atMost(m: number, x: number, gap: number): number {
  const rest = x > 0.5 ? 1 / (m * x ** m) : 2 ** (m + 1) + 4;
  return (FACTORIAL[m] ?? 24) * (1 / gap ** (m + 1) + rest);
}

/**
 * How far the value of `polygamma(n, a)` may be off where its argument is off by r ≤ gap/4. Within the ball the gap is
 * three quarters at least, so a slope is (4/3)⁵ < 4.3 times that at the middle.
 */
export function polygammaRadius(n: 1 | 2 | 3, a: number, r: number, gap: number): number {
  // the argument is taken modulo 1 without rounding; what the tangent makes of it is a few units of the sum
  return 4.3 * r * atMost(n + 1, a, gap) + ROUNDING * atMost(n, a, gap) * (a > 0.5 ? 1 : 8);
}
