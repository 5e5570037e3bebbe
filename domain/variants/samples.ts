/** Which variants are looked at where there are too many to look at all: those at the edges, and some in between. */
import { draw, MOST_VARIANTS, variantsOf } from './draw.ts';
import type { Parameters, Value, Values } from './parameters.ts';

/** Edges of so many parameters are put together in all ways; of more, only those where all are at the same end. */
const MOST_EDGES = 256;

export interface Samples {
  /** no two alike; the first is what is shown where nobody has drawn */
  list: readonly Values[];
  /** there are no others */
  complete: boolean;
  /** how many there are, conditions left aside where they cannot be counted */
  of: number;
}

/** As many as `most` of the variants; the same for the same parameters. */
export function samplesOf(parameters: Parameters, most = MOST_VARIANTS): Samples {
  const known = variantsOf(parameters);
  if (known.complete && known.list.length <= most) return { list: known.list, complete: true, of: known.list.length };
  const found = new Map<string, Values>();
  const take = (values: Values | null): void => {
    if (values !== null && found.size < most) found.set(JSON.stringify(values), values);
  };
  for (const one of edgesOf(parameters)) take(one);
  // drawn again and again, some come twice
  for (let seed = 0; found.size < most && seed < 2 * most; seed++) take(draw(parameters, String(seed), known));
  const [first] = known.list;
  return {
    list: [...(first === undefined ? [] : [first]), ...[...found.values()].filter((one) => !same(one, first))].slice(
      0,
      most,
    ),
    complete: false,
    of: known.complete ? known.list.length : known.combinations,
  };
}

const same = (one: Values, other: Values | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where each step takes the first or the last of what it may be. */
function edgesOf({ steps, conditions }: Parameters): Values[] {
  let all: Values[] = [{}];
  for (const { names, candidates } of steps) {
    const wide = all.length * 2 <= MOST_EDGES;
    all = all.flatMap((values, index) => {
      const from = candidates(values);
      const [first, last] = [from.at(0), from.at(-1)];
      const ends = first === last ? [first] : wide ? [first, last] : [index % 2 === 0 ? first : last];
      return ends.flatMap((one) => (one === undefined ? [] : [{ ...values, ...named(names, one) }]));
    });
  }
  return all.filter((values) => conditions.every((one) => one.holds(values)));
}

function named(names: readonly string[], values: readonly Value[]): Values {
  return Object.fromEntries(
    names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]]])),
  );
}
