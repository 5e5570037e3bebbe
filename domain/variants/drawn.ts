/** What of a variant is kept: what was drawn. The rest follows from it, and may follow otherwise once an error is put right. */
import type { Parameters, Values } from './parameters.ts';

/** Without what is worked out of it. */
export function drawnOf({ steps }: Parameters, values: Values): Values {
  const names = steps.filter(({ derived }) => !derived).flatMap(({ names }) => names);
  return Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
}

/** All values that belong to what was drawn; null: it cannot be drawn by these parameters. */
export function completed({ steps, conditions }: Parameters, drawn: Values): Values | null {
  const asked = steps.filter(({ derived }) => !derived).flatMap(({ names }) => names);
  if (Object.keys(drawn).length !== asked.length) return null;
  const values: Record<string, number | string> = {};
  for (const { names, derived, candidates } of steps) {
    const found = candidates(values).find((one) => derived || names.every((name, index) => one[index] === drawn[name]));
    if (found === undefined) return null;
    names.forEach((name, index) => {
      const value = found[index];
      if (value !== undefined) values[name] = value;
    });
  }
  return conditions.every((one) => one.holds(values)) ? values : null;
}
