/** Picks what one page needs out of all words. */

/** Words as they stand in the catalogue: sentences by name, and groups of them. */
export interface Catalogue {
  [name: string]: string | Catalogue;
}

/** A group by its path (`live.play`); with this behind it only the sentences that stand in it directly, not its groups. */
export const OWN = ':own';

/** @param names of groups, as `live.play` or `live:own` */
export function picked(all: Catalogue, names: readonly string[]): Catalogue {
  const some: Catalogue = {};
  for (const name of names) {
    const path = name.replace(OWN, '').split('.');
    let [from, to]: [Catalogue, Catalogue] = [all, some];
    for (const step of path) {
      const [group, place] = [from[step], to[step] ?? {}];
      if (typeof group !== 'object' || typeof place !== 'object') throw new Error(`There are no words ${name}.`);
      to[step] = place;
      [from, to] = [group, place];
    }
    for (const [key, value] of Object.entries(from))
      if (!name.endsWith(OWN) || typeof value === 'string') to[key] ??= value;
  }
  return some;
}
