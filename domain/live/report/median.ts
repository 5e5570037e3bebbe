/** The one in the middle, of two the earlier one; null: there is none. */
export function medianOf(all: readonly number[]): number | null {
  return all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? null;
}
