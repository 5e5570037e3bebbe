/** Decimals without rounding, as fractions of whole numbers: at the edge of a tolerance a double would decide by chance. */

/** above / below, below > 0. */
export interface Exact {
  readonly above: bigint;
  readonly below: bigint;
}

/** Powers of ten beyond are no doubles either. */
const MOST_EXPONENT = 400;

/** `-1.5e-3` as it is written; undefined for what is no decimal. */
export function exactOf(decimal: string): Exact | undefined {
  const read = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/.exec(decimal);
  if (read === null) return undefined;
  const [, sign = '', whole = '', part = '', power = '0'] = read;
  if (whole + part === '' || Math.abs(Number(power)) > MOST_EXPONENT) return undefined;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  return times({ above: digits, below: 1n }, powerOfTen(Number(power) - part.length));
}

/** A double as the shortest decimal that stands for it: what an author has written. */
export function exactNumber(value: number): Exact | undefined {
  return Number.isFinite(value) ? exactOf(String(value)) : undefined;
}

/** Ten to a whole number, exactly. */
export function powerOfTen(exponent: number): Exact {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? { above: 1n, below: power } : { above: power, below: 1n };
}

export const times = (one: Exact, other: Exact): Exact => ({
  above: one.above * other.above,
  below: one.below * other.below,
});

export const plus = (one: Exact, other: Exact): Exact => ({
  above: one.above * other.below + other.above * one.below,
  below: one.below * other.below,
});

export const minus = (one: Exact): Exact => ({ above: -one.above, below: one.below });

/** undefined: by zero. */
export function over(one: Exact, other: Exact): Exact | undefined {
  if (other.above === 0n) return undefined;
  const sign = other.above < 0n ? -1n : 1n;
  return { above: sign * one.above * other.below, below: sign * one.below * other.above };
}

const size = ({ above, below }: Exact): Exact => ({ above: above < 0n ? -above : above, below });

/** Not above the other. */
export const atMost = (one: Exact, other: Exact): boolean => one.above * other.below <= other.above * one.below;

/** Whether |got − wanted| ≤ absolute + relative·|wanted|, all taken as the decimals that are written; both edges count. */
export function within(wanted: Exact, got: Exact, tolerance: { absolute: number; relative: number }): boolean {
  const absolute = exactNumber(tolerance.absolute);
  const relative = exactNumber(tolerance.relative);
  if (absolute === undefined || relative === undefined) return false;
  return atMost(size(plus(got, minus(wanted))), plus(absolute, times(relative, size(wanted))));
}

/** The nearest double. */
export function doubleOf({ above, below }: Exact): number {
  const quick = Number(above) / Number(below);
  if (Number.isFinite(quick) && quick !== 0 && Number(below) < 2 ** 53 && above < 2n ** 53n && above > -(2n ** 53n))
    return quick;
  if (above === 0n) return 0;
  // twenty digits more than a double has, then the decimal reader rounds once
  const lead = above.toString().replace('-', '').length - below.toString().length;
  const shift = 40 - lead;
  const scaled = shift >= 0 ? (above * 10n ** BigInt(shift)) / below : above / (below * 10n ** BigInt(-shift));
  return Number(`${scaled}e${-shift}`);
}
