/**
 * Draws values for parameters: for a seed always the same, each possible variant as likely as another where all of them can be
 * counted; and lists them, for checks that look at every one.
 */
import { randomFrom } from '../judging/random.ts';
import type { Condition, Parameters, Step, Value, Values } from './parameters.ts';
import { withNames } from './with-names.ts';

/** So many variants are looked at one by one. */
export const MOST_VARIANTS = 2_000;
/** Tries of a draw where most combinations are refused. */
const TRIES = 2_000;
/** Steps of a search among combinations of which hardly one fits. */
const MOST_STEPS = 200_000;

export interface Variants {
  /** all of them; or as many as were looked for */
  list: readonly Values[];
  /** there are no others */
  complete: boolean;
  /** how many combinations there are before conditions, where each step has as many as with the first values */
  combinations: number;
}

/** The variants in order, up to a number. */
export function variantsOf({ steps, conditions }: Parameters, most = MOST_VARIANTS): Variants {
  const list: Values[] = [];
  let looked = 0;
  let complete = true;
  const search = (at: number, values: Values, known: readonly string[]): boolean => {
    const step = steps[at];
    if (step === undefined) {
      if (list.length === most) {
        complete = false;
        return false;
      }
      list.push(values);
      return true;
    }
    const now = [...known, ...step.names];
    const due = conditions.filter(
      ({ names }) => names.every((name) => now.includes(name)) && !names.every((name) => known.includes(name)),
    );
    for (const candidate of step.candidates(values)) {
      if (++looked > MOST_STEPS) {
        complete = false;
        return false;
      }
      const next = withNames(values, step, candidate);
      if (due.every((one) => one.holds(next)) && !search(at + 1, next, now)) return false;
    }
    return true;
  };
  const standing = conditions.filter(({ names }) => names.length === 0);
  if (standing.every((one) => one.holds({}))) search(0, {}, []);
  return { list, complete, combinations: combinationsOf(steps) };
}

/** The values of a seed; null: nothing fits the conditions, or so little that it was not found. */
export function draw(parameters: Parameters, seed: string, known = variantsOf(parameters)): Values | null {
  const random = randomFrom(`variant ${seed}`);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random.next() * from.length)];
  if (known.complete) return pick(known.list) ?? null;
  for (let tries = 0; tries < TRIES; tries++) {
    const drawn = drawnOnce(parameters, pick);
    if (drawn !== null) return drawn;
  }
  return pick(known.list) ?? null;
}

function drawnOnce(
  { steps, conditions }: { steps: readonly Step[]; conditions: readonly Condition[] },
  pick: (from: readonly (readonly Value[])[]) => readonly Value[] | undefined,
): Values | null {
  let values: Values = {};
  for (const step of steps) {
    const candidate = pick(step.candidates(values));
    if (candidate === undefined) return null;
    values = withNames(values, step, candidate);
  }
  return conditions.every((one) => one.holds(values)) ? values : null;
}

function combinationsOf(steps: readonly Step[]): number {
  let values: Values = {};
  let product = 1;
  for (const step of steps) {
    const candidates = step.candidates(values);
    product *= candidates.length;
    const [first] = candidates;
    if (first !== undefined) values = withNames(values, step, first);
  }
  return product;
}
