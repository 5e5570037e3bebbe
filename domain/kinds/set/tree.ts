/** A set as it was written: pieces and what joins them. Its ends are of any sort: texts, formulas that were read, numbers. */
import {
  ALL,
  complement,
  difference,
  intersection,
  NOTHING,
  type Order,
  point,
  type RealSet,
  ray,
  union,
} from './reals.ts';

/** How an interval was written: `[1, 3)`, `[1; 3[`, `1 ≤ x < 3`, `|x| < 3`. */
export type Style = 'round' | 'outward' | 'line' | 'bars';

export type Interval<E> = {
  is: 'interval';
  style: Style;
  /** null: it has no end there */
  from: E | null;
  to: E | null;
  closed: { from: boolean; to: boolean };
};

export type SetTree<E> =
  | { is: 'all' }
  | { is: 'none' }
  /** `{1; 2}`, or on a line: `x = 1` */
  | { is: 'points'; line: boolean; ends: E[] }
  | Interval<E>
  /** all but a set: `x ≠ 2`, `x ∉ [0, 1]` */
  | { is: 'not'; of: SetTree<E> }
  /** `listed`: only commas join them, so that either may be meant */
  | { is: 'or' | 'and' | 'minus'; of: SetTree<E>[]; listed?: true };

/** The same set with other ends. */
export function mapEnds<E, F>(tree: SetTree<E>, change: (end: E) => F): SetTree<F> {
  switch (tree.is) {
    case 'all':
    case 'none':
      return tree;
    case 'points':
      return { ...tree, ends: tree.ends.map(change) };
    case 'interval':
      return {
        ...tree,
        from: tree.from === null ? null : change(tree.from),
        to: tree.to === null ? null : change(tree.to),
      };
    case 'not':
      return { is: 'not', of: mapEnds(tree.of, change) };
    default:
      return { ...tree, of: tree.of.map((one) => mapEnds(one, change)) };
  }
}

/** All ends, as they stand. */
export function endsOf<E>(tree: SetTree<E>): E[] {
  const ends: E[] = [];
  mapEnds(tree, (end) => ends.push(end));
  return ends;
}

/** All intervals. */
export function intervalsOf<E>(tree: SetTree<E>): Interval<E>[] {
  if (tree.is === 'interval') return [tree];
  if (tree.is === 'not') return intervalsOf(tree.of);
  return tree.is === 'or' || tree.is === 'and' || tree.is === 'minus' ? tree.of.flatMap(intervalsOf) : [];
}

/** The same with `or` for each `and`, and `and` for each `or`; null: there is none. */
export function turnedWords<E>(tree: SetTree<E>): SetTree<E> | null {
  if (tree.is !== 'or' && tree.is !== 'and') return null;
  return { is: tree.is === 'or' ? 'and' : 'or', of: tree.of.map((one) => turnedWords(one) ?? one) };
}

/** The values of a set that is made of single values; null: it is made of something else. */
export function valuesOf<E>(tree: SetTree<E>): E[] | null {
  if (tree.is === 'none') return [];
  if (tree.is === 'points') return tree.ends;
  if (tree.is !== 'or') return null;
  const parts = tree.of.map(valuesOf);
  return parts.includes(null) ? null : parts.flatMap((one) => one ?? []);
}

/** What a set is, however it was written. */
export function evaluate<E>(tree: SetTree<E>, order: Order<E>): RealSet<E> {
  switch (tree.is) {
    case 'all':
      return ALL;
    case 'none':
      return NOTHING;
    case 'points':
      return tree.ends.reduce<RealSet<E>>((all, end) => union(all, point(end), order), NOTHING);
    case 'interval': {
      const after: RealSet<E> = tree.from === null ? ALL : ray('after', tree.from, tree.closed.from);
      const before: RealSet<E> = tree.to === null ? ALL : ray('before', tree.to, tree.closed.to);
      return intersection(after, before, order);
    }
    case 'not':
      return complement(evaluate(tree.of, order));
    default: {
      const join = { or: union, and: intersection, minus: difference }[tree.is];
      const [first, ...more] = tree.of.map((one) => evaluate(one, order));
      return more.reduce<RealSet<E>>((all, one) => join(all, one, order), first ?? NOTHING);
    }
  }
}

/** A set, however it was written, in intervals and single points. */
export function treeOf<E>({ points, at, between }: RealSet<E>): SetTree<E> {
  const pieces: SetTree<E>[] = [];
  const lone: E[] = [];
  let from: { end: E | null; closed: boolean } | null = between[0] ? { end: null, closed: false } : null;
  const close = (to: E | null, closed: boolean): void => {
    if (from === null) return;
    if (from.end === null && to === null) pieces.push({ is: 'all' });
    else pieces.push({ is: 'interval', style: 'round', from: from.end, to, closed: { from: from.closed, to: closed } });
    from = null;
  };
  points.forEach((end, i) => {
    const belongs = at[i] ?? false;
    if (between[i] && (!belongs || !between[i + 1])) close(end, belongs);
    if (between[i + 1] && from === null) from = { end, closed: belongs };
    else if (belongs && !between[i] && !between[i + 1]) lone.push(end);
  });
  close(null, false);
  if (lone.length > 0) pieces.push({ is: 'points', line: false, ends: lone });
  const [only, ...more] = pieces;
  if (only === undefined) return { is: 'none' };
  return more.length === 0 ? only : { is: 'or', of: pieces };
}
