/** Numbers of a file as the decimals that are written there: 0.1 + 0.2 is 0.3, and both ends of a tolerance are right. */
import type { Decimal, DecimalRange } from './foreign.ts';

const WRITTEN = /^([+-]?)(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Beyond this a number is no value of a question. */
const MOST_PLACES = 400;

/** @returns null where it is no number; a decimal comma is one */
export function readDecimal(text: string): Decimal | null {
  const found = WRITTEN.exec(text.trim().replace('−', '-'));
  if (found === null) return null;
  const [, sign = '', whole = '', rest = '', power = '0'] = found;
  if (whole === '' && rest === '') return null;
  const places = rest.length - Number(power);
  if (Math.abs(places) > MOST_PLACES || whole.length > MOST_PLACES) return null;
  const digits = BigInt(`${whole}${rest}`) * (sign === '-' ? -1n : 1n);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

function aligned(one: Decimal, other: Decimal): [bigint, bigint, number] {
  const places = Math.max(one.places, other.places);
  return [one.digits * 10n ** BigInt(places - one.places), other.digits * 10n ** BigInt(places - other.places), places];
}

/** Exactly: as many places as the longer of the two has. */
export function plus(one: Decimal, other: Decimal): Decimal {
  const [a, b, places] = aligned(one, other);
  return { digits: a + b, places };
}

export const minus = (one: Decimal, other: Decimal): Decimal => plus(one, { ...other, digits: -other.digits });

/** Below, at or above 0 as the first is smaller, equal or larger. */
export function compared(one: Decimal, other: Decimal): number {
  const [a, b] = aligned(one, other);
  return a < b ? -1 : a > b ? 1 : 0;
}

export const half = ({ digits, places }: Decimal): Decimal => ({ digits: digits * 5n, places: places + 1 });
export const times = (one: Decimal, other: Decimal): Decimal => ({
  digits: one.digits * other.digits,
  places: one.places + other.places,
});
export const timesPercent = (value: Decimal, percent: Decimal): Decimal =>
  times(value, { ...percent, places: percent.places + 2 });
export const absolute = (value: Decimal): Decimal => (value.digits < 0n ? { ...value, digits: -value.digits } : value);

/** Without zeros at its end. */
export function writeDecimal({ digits, places }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const whole = all.slice(0, all.length - places);
  const rest = all.slice(all.length - places).replace(/0+$/, '');
  return `${sign}${whole}${rest === '' || places === 0 ? '' : `.${rest}`}`;
}

/** As a field of a range: nothing where both ends belong to it. */
export function openEnds(low: boolean, high: boolean): Pick<DecimalRange, 'open'> {
  if (low && high) return { open: 'both' };
  return low ? { open: 'low' } : high ? { open: 'high' } : {};
}

/** A value and what is forgiven on both sides of it. */
export function range(value: Decimal, tolerance: Decimal): { low: Decimal; high: Decimal } {
  const wide = absolute(tolerance);
  return { low: minus(value, wide), high: plus(value, wide) };
}
