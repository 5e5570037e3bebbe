/**
 * The order of names in lists: as people look them up, by letters and not by bytes, whatever locale the database's cluster
 * was made with. For lists that are read whole; a query with a limit orders by `collate "und-x-icu"`, which is the same.
 */
const collator = new Intl.Collator('en', { numeric: true });

/** Compares names: Celik, Çelik, de Vries, Özil, Zhang. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other);
}

/** The same people as the lists of their class have them. */
export function sortInLists<P extends { sort: string; login: string }>(people: readonly P[]): P[] {
  return people.toSorted((one, other) => compareNames(one.sort, other.sort) || compareNames(one.login, other.login));
}

/** The same people by their names; those of one name by what they sign in with, as far as that is known. */
export function sortByName<P extends { name: string; login?: string }>(people: readonly P[]): P[] {
  return people.toSorted(
    (one, other) => compareNames(one.name, other.name) || compareNames(one.login ?? '', other.login ?? ''),
  );
}
