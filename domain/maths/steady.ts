/** Whether the ratio or the difference of two formulas is one and the same number at many points. */
import { BallEvaluator } from './ball.ts';
import type { CompareOptions } from './compare.ts';
import { landmarksOf } from './features.ts';
import { samplePoints } from './sample.ts';
import { type Tape, tapeVariables } from './tape.ts';

/** Agreement of the points, relative, beside what rounding explains. */
const SPREAD = 1e-9;
const ENOUGH = 6;
/** Largest relative error of a value that says anything. */
const BLURRED = 1e-7;

type Value = { readonly value: number; readonly radius: number };

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
  const landmarks = landmarksOf(student, expected);
  const { positive, seed } = options;
  const students: Value[] = [];
  const ratios: Value[] = [];
  const differences: Value[] = [];
  // Where both are defined in a narrow place only, that is looked for.
  for (const sort of ['usual', 'search'] as const) {
    if (students.length >= ENOUGH) break;
    for (const point of samplePoints(sort, { variables, positive, seed, landmarks, bends: false })) {
      const a = left.at(point);
      const b = right.at(point);
      if (!Number.isFinite(a.radius) || !Number.isFinite(b.radius)) continue;
      students.push(a);
      differences.push({ value: b.value - a.value, radius: a.radius + b.radius });
      const ratio = b.value / a.value;
      const blur = a.radius / Math.abs(a.value) + b.radius / Math.abs(b.value);
      if (a.value !== 0 && b.value !== 0) ratios.push({ value: ratio, radius: Math.abs(ratio) * blur });
      else if (a.value !== b.value) ratios.push({ value: 0, radius: 0 });
    }
  }
  // Two plain numbers always differ by a constant; saying so would tell the answer and nothing else.
  if (steady(students) !== undefined) return {};
  const ratio = steady(ratios);
  const difference = steady(differences);
  return { ...(ratio === undefined ? {} : { ratio }), ...(difference === undefined ? {} : { difference }) };
}

/** The number that all values are which cancellation has left their digits. */
function steady(values: readonly Value[]): number | undefined {
  const sharp = values.filter(({ value, radius }) => radius <= BLURRED * Math.abs(value));
  const best = sharp.toSorted((a, b) => a.radius / Math.abs(a.value) - b.radius / Math.abs(b.value))[0];
  if (best === undefined || sharp.length < ENOUGH) return undefined;
  const near = ({ value, radius }: Value): boolean =>
    Math.abs(value - best.value) <= SPREAD * Math.abs(best.value) + 2 * (radius + best.radius);
  return best.value !== 0 && sharp.every(near) ? best.value : undefined;
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
