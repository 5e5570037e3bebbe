/** How levels stand in their course and lessons in their level: in an order, told by who comes before whom. Pure. */

/** As the database holds it (`lessons_place`); of levels the same. */
export const MOST_IN_LIST = 200;

/**
 * Puts one before another of its list, or at the end; it may come from elsewhere.
 * @param before null: at the end
 * @returns undefined where the other one is not there (any more)
 */
export function putBefore(list: readonly string[], id: string, before: string | null): string[] | undefined {
  if (before === id) return list.includes(id) ? [...list] : undefined;
  const rest = list.filter((one) => one !== id);
  if (before === null) return [...rest, id];
  const at = rest.indexOf(before);
  return at < 0 ? undefined : rest.toSpliced(at, 0, id);
}

/** Before whom one stands that comes back with the number it had: who has that number or a later one now; null: the end. */
export function whereItWas(list: readonly { id: string; number: number }[], number: number): string | null {
  return list.find((one) => one.number >= number)?.id ?? null;
}

/** Numbers for a list without gaps, from the one that it begins with: a course may begin with level 5. */
export function numbered(ids: readonly string[], from: number): { id: string; number: number }[] {
  return ids.map((id, index) => ({ id, number: from + index }));
}
