/** Where only one of two agreeing formulas is defined, told in terms of one variable's sign where that explains it. */
import type { Comparison } from './compare.ts';
import type { Note } from './problem.ts';
import type { Point } from './sample.ts';

/** The note for an `equal` with points at which only one formula has a value; the student's holes come first. */
export function domainNote(comparison: Comparison, variables: readonly string[]): Note | undefined {
  const { onlyExpected, onlyStudent, common } = comparison;
  return (
    sideNote('undefined', onlyExpected, common, variables) ?? sideNote('defined-beyond', onlyStudent, common, variables)
  );
}

function sideNote(
  stem: string,
  points: readonly Point[],
  common: readonly Point[],
  variables: readonly string[],
): Note | undefined {
  const [first] = points;
  if (first === undefined) return undefined;
  for (const name of variables) {
    for (const [sign, word] of [
      [-1, 'negative'],
      [1, 'positive'],
    ] as const) {
      const side = (point: Point): boolean => (point.get(name) ?? 0) * sign > 0;
      if (points.every(side) && !common.some(side)) return { code: `${stem}-for-${word}`, params: { name } };
    }
  }
  const place = [...first]
    .filter(([name]) => variables.includes(name))
    .map(([name, value]) => `${name} = ${Number(value.toPrecision(6))}`)
    .join(', ');
  return { code: `${stem}-at`, params: { point: place } };
}
