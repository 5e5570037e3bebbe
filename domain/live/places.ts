/** When there are places: where nobody has a point everybody would be the first. */

/** @param ranks the best first, or the first of them */
export function arePlaces(ranks: readonly { readonly points: number }[]): boolean {
  return (ranks[0]?.points ?? 0) > 0;
}
