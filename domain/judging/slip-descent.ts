/** Steps of gradient descent that stop half way, or leave the learning rate out: what came against point − rate · gradient. */
import type { Slip } from './codes.ts';
import { tensorOf } from './matrix-truth.ts';
import type { Numeric } from './numeric.ts';
import type { CallArgument } from './report.ts';

/** Where no argument can be the learning rate, the function has one of its own: one of those that people take. */
const USUAL_RATES = [0.1, 0.01, 0.001];

/**
 * `wanted` is taken as the new point, `start` as the old one; `same` tells whether numbers are what came. The gradient
 * follows from both and the rate. Of the mere step nothing is said unless a rate was handed in: old − new is many things.
 */
export function descentSlip(
  wanted: Numeric,
  start: readonly number[],
  given: readonly CallArgument[],
  same: (data: readonly number[]) => boolean,
): Slip | null {
  const step = wanted.data.map((value, index) => (start[index] ?? 0) - value);
  // standing still, as truth or as answer, is none of these
  if (step.every((value) => value === 0) || same(start)) return null;
  const rates = ratesOf(given, start.length);
  // between two given values, as in a moving average, the other one is where a whole step would lead
  const isGiven = given.some((argument) => same(tensorOf(argument)?.data ?? []));
  // a single number that is ten times something is no proof either
  const usual = wanted.data.length > 1 ? USUAL_RATES : [];
  for (const rate of rates.length > 0 ? rates : usual) {
    const gradient = step.map((value) => value / rate);
    if (same(gradient)) return 'gradientNotPoint';
    if (!isGiven && same(gradient.map((value, index) => (start[index] ?? 0) - value))) return 'rateForgotten';
  }
  if (rates.length > 0 && (same(step) || same(step.map((value) => -value)))) return 'stepNotPoint';
  return null;
}

/** The numbers between 0 and 1 among the arguments that are no coordinates of the start. */
function ratesOf(given: readonly CallArgument[], coordinates: number): number[] {
  const isArray = given.some(
    (argument) => argument.type === 'array' || (argument.type === 'value' && Array.isArray(argument.value)),
  );
  const numbers = given.flatMap((argument) =>
    (argument.type === 'value' || argument.type === 'float') && typeof argument.value === 'number'
      ? [argument.value]
      : [],
  );
  return numbers.slice(isArray ? 0 : coordinates).filter((rate) => rate > 0 && rate < 1);
}
