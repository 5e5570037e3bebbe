/** Where only one of two agreeing formulas is defined, told in terms of one variable's sign where that explains it. */
import type { Note } from './check.ts';
import type { Comparison } from './compare.ts';
import type { Point } from './sample.ts';

/** The note for an `equal` with points at which the student's formula has no value, or undefined. */
export function domainNote(comparison: Comparison): Note | undefined {
  const { onlyExpected, common } = comparison;
  const [first] = onlyExpected;
  if (first === undefined) return undefined;
  for (const [name] of first) {
    for (const sign of [-1, 1]) {
      const side = (point: Point): boolean => (point.get(name) ?? 0) * sign > 0;
      if (onlyExpected.every(side) && !common.some(side))
        return { code: sign < 0 ? 'undefined-for-negative' : 'undefined-for-positive', params: { name } };
    }
  }
  return {
    code: 'undefined-at',
    params: { point: [...first].map(([name, value]) => `${name} = ${Number(value.toPrecision(6))}`).join(', ') },
  };
}
