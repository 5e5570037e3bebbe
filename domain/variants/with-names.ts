/** Values once one more step is drawn. */
import type { Step, Value, Values } from './parameters.ts';

export function withNames(values: Values, { names }: Step, candidate: readonly Value[]): Values {
  return { ...values, ...Object.fromEntries(names.map((name, index) => [name, candidate[index] ?? 0])) };
}
