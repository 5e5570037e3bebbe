/** Values that are worked out and have none: whoever would be drawn with them never is, and their author should know. */
import type { Parameters, Values } from './parameters.ts';
import { withNames } from './with-names.ts';

export interface Lost {
  /** what has no value */
  name: string;
  /** so often, of so many times that it was worked out */
  count: number;
  of: number;
  /** what was drawn, the first time */
  values: Values;
}

/** So far a search goes: it tells what to look at, and nobody waits for it. */
const MOST_STEPS = 20_000;

/** Each worked out value that has none with what may be drawn above it, in their order. */
export function lostIn({ steps, conditions }: Parameters): Lost[] {
  const found = new Map<string, Lost>();
  const seen = new Map<string, number>();
  let looked = 0;
  const search = (at: number, values: Values, known: readonly string[]): void => {
    const step = steps[at];
    if (step === undefined) return;
    const now = [...known, ...step.names];
    const due = conditions.filter(
      ({ names }) => names.every((name) => now.includes(name)) && !names.every((name) => known.includes(name)),
    );
    const candidates = step.candidates(values);
    const [name = ''] = step.names;
    if (step.derived) {
      seen.set(name, (seen.get(name) ?? 0) + 1);
      if (candidates.length === 0) {
        const { count = 0, values: first = values } = found.get(name) ?? {};
        found.set(name, { name, count: count + 1, of: 0, values: first });
      }
    }
    for (const candidate of candidates) {
      if (++looked > MOST_STEPS) return;
      const next = withNames(values, step, candidate);
      if (due.every((one) => one.holds(next))) search(at + 1, next, now);
    }
  };
  if (steps.some(({ derived }) => derived)) search(0, {}, []);
  return steps.flatMap(({ names: [name = ''] }) => {
    const one = found.get(name);
    return one === undefined ? [] : [{ ...one, of: seen.get(name) ?? one.count }];
  });
}
