/** Whether the ratio or the difference of two formulas is one and the same number at many points. */
import { BallEvaluator } from './ball.ts';
import type { CompareOptions } from './compare.ts';
import { samplePoints } from './sample.ts';
import { type Tape, tapeVariables } from './tape.ts';

/** Agreement of the points, relative. */
const SPREAD = 1e-9;
const ENOUGH = 6;

/** `ratio`: expected / student; `difference`: expected − student; each only where it is constant (and not trivially so). */
export function steadyRelation(
  student: Tape,
  expected: Tape,
  options: CompareOptions,
): { ratio?: number; difference?: number } {
  const left = new BallEvaluator(student);
  const right = new BallEvaluator(expected);
  const variables = [...new Set([...tapeVariables(student), ...tapeVariables(expected)])];
  if (variables.length === 0) return {};
  const students: number[] = [];
  const ratios: number[] = [];
  const differences: number[] = [];
  for (const point of samplePoints('usual', {
    variables,
    positive: options.positive,
    seed: options.seed,
    landmarks: [],
    bends: false,
  })) {
    const a = left.at(point);
    const b = right.at(point);
    if (!Number.isFinite(a.radius) || !Number.isFinite(b.radius)) continue;
    if (a.value !== 0 && b.value !== 0) ratios.push(b.value / a.value);
    students.push(a.value);
    differences.push(b.value - a.value);
  }
  // Two plain numbers always differ by a constant; saying so would tell the answer and nothing else.
  if (steady(students) !== undefined) return {};
  const ratio = steady(ratios);
  const difference = steady(differences);
  return { ...(ratio === undefined ? {} : { ratio }), ...(difference === undefined ? {} : { difference }) };
}

function steady(values: readonly number[]): number | undefined {
  const [first] = values;
  if (first === undefined || values.length < ENOUGH) return undefined;
  return values.every((value) => Math.abs(value - first) <= SPREAD * Math.abs(first)) ? first : undefined;
}

/** A number as people write it: an integer, a fraction with a denominator to 12, a multiple of π, else six digits. */
export function asWritten(value: number): string {
  for (const [unit, name] of [
    [1, ''],
    [Math.PI, 'π'],
  ] as const) {
    for (let below = 1; below <= 12; below += 1) {
      const above = (value / unit) * below;
      if (
        Math.abs(above - Math.round(above)) > 1e-8 * Math.max(1, Math.abs(above)) ||
        Math.round(above) === 0 ||
        Math.abs(above) > 1e6
      )
        continue;
      const whole = Math.round(above);
      const times = name === '' ? String(whole) : whole === 1 ? name : whole === -1 ? `-${name}` : `${whole}${name}`;
      return below === 1 ? times : `${times}/${below}`;
    }
  }
  return String(Number(value.toPrecision(6)));
}
