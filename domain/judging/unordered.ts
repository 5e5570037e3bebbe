/** Values that may come in any order: each that came is paired with an expected one of its own. */
import { asLists } from './numeric.ts';
import type { Reported } from './report.ts';

/**
 * The first value that came and has no expected partner left, null where all have one, or `no sequences` where there is
 * nothing to pair: one of the two is no sequence, or they differ in length. Partners are found by augmenting paths (Kuhn's
 * algorithm), so that a value inside the tolerance of two expected ones does not take the other's place.
 */
export function firstStranger(
  expected: Reported,
  got: Reported,
  agree: (wanted: Reported, came: Reported) => boolean,
): Reported | null | 'no sequences' {
  const [wanted, came] = [itemsAlongFirstAxis(expected), itemsAlongFirstAxis(got)];
  if (wanted === null || came === null || wanted.length !== came.length) return 'no sequences';
  const candidates = came.map((value) => wanted.flatMap((item, index) => (agree(item, value) ? [index] : [])));
  /** by expected value: who has it */
  const taken = new Map<number, number>();
  const place = (value: number, seen: Set<number>): boolean => {
    for (const index of candidates[value] ?? []) {
      if (seen.has(index)) continue;
      seen.add(index);
      const holder = taken.get(index);
      if (holder === undefined || place(holder, seen)) {
        taken.set(index, value);
        return true;
      }
    }
    return false;
  };
  return came.find((_, index) => !place(index, new Set())) ?? null;
}

/** The items of a list or tuple, the rows of an array; null: neither. */
export function itemsAlongFirstAxis(given: Reported): Reported[] | null {
  const isOfNumbers = given.t === 'array' && given.dtype !== 'bool' && given.words === undefined;
  const value = isOfNumbers ? given : asLists(given);
  if (value.t === 'list' || value.t === 'tuple') return value.v;
  if (value.t !== 'array' || value.v === null || value.shape.length === 0) return null;
  const { dtype, v } = value;
  const [length = 0, ...shape] = value.shape;
  const size = length === 0 ? 0 : v.length / length;
  return Array.from({ length }, (_, index): Reported => {
    const numbers = v.slice(index * size, (index + 1) * size);
    const [only = 'nan'] = numbers;
    return shape.length === 0 ? { t: 'float', v: only } : { t: 'array', dtype, shape, v: numbers };
  });
}
