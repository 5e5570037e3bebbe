/** Where two formulas are looked at: the kept sets of points of some variables and a seed. */
import { type PointSet, pointSet, roundPoints, type Sort } from './sample.ts';

/** The sets of points for these variables, each made when it is first asked for. */
export class Places {
  readonly variables: readonly string[];
  readonly positive: readonly string[];
  readonly seed: number;
  /** those that depend on nothing but the above */
  readonly #plain = new Map<string, PointSet>();
  #round: PointSet | undefined;

  constructor(variables: readonly string[], positive: readonly string[], seed: number) {
    this.variables = variables;
    this.positive = positive;
    this.seed = seed;
  }

  /** The points of one sort; with landmarks there are more, on either side of them, and with bends far out. */
  set(sort: Sort, landmarks: readonly number[], bends: boolean): PointSet {
    const { variables, positive, seed } = this;
    if (landmarks.length > 0) return pointSet(sort, { variables, positive, seed, landmarks, bends });
    const key = bends ? `${sort} bends` : sort;
    const known = this.#plain.get(key);
    if (known !== undefined) return known;
    const made = pointSet(sort, { variables, positive, seed, landmarks, bends });
    this.#plain.set(key, made);
    return made;
  }

  round(): PointSet {
    this.#round ??= roundPoints(this);
    return this.#round;
  }
}

/** `known` where it is for the same variables, signs and seed, else new ones. */
export function placesFor(
  variables: readonly string[],
  positive: readonly string[],
  seed: number,
  known: Places | undefined,
): Places {
  const fits =
    known !== undefined &&
    known.seed === seed &&
    (known.variables === variables || same(known.variables, variables)) &&
    same(known.positive, positive);
  return fits ? known : new Places(variables, positive, seed);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
