/** Which variants are looked at where there are too many to look at all: those at the edges, and some in between. */
import { draw, MOST_VARIANTS, variantsOf } from './draw.ts';
import { type EdgesTried, edgesAmong, edgesOf } from './edges.ts';
import type { Parameters, Values } from './parameters.ts';

export interface Samples {
  /** no two alike; the first is what is shown where nobody has drawn, those at the edges come next */
  list: readonly Values[];
  /** there are no others */
  complete: boolean;
  /** how many there are, conditions left aside where they cannot be counted */
  of: number;
  /** which edges are among them; null: all there is is */
  edges: EdgesTried | null;
}

/** As many as `most` of the variants; the same for the same parameters. */
export function samplesOf(parameters: Parameters, most = MOST_VARIANTS): Samples {
  const known = variantsOf(parameters);
  if (known.complete && known.list.length <= most)
    return { list: known.list, complete: true, of: known.list.length, edges: null };
  const found = new Map<string, Values>();
  const take = (values: Values | null | undefined): void => {
    if (values != null && found.size < most) found.set(JSON.stringify(values), values);
  };
  take(known.list[0]);
  const edges = edgesOf(parameters);
  for (const one of edges.list) take(one);
  const fit = edges.list.filter((one) => found.has(JSON.stringify(one))).length;
  // drawn again and again, some come twice
  for (let seed = 0; found.size < most && seed < 2 * most; seed++) take(draw(parameters, String(seed), known));
  return {
    list: [...found.values()],
    complete: false,
    of: known.complete ? known.list.length : known.combinations,
    edges: edgesAmong(edges, fit),
  };
}
