/** Where a lesson goes on whose begun questions are done. Pure. */

/**
 * The next question that was not begun: the first such after the newest that was, else the first of all.
 * @param asked in their order
 * @param begun the newest first
 * @returns undefined: all were begun
 */
export function nextUntouched(asked: readonly string[], begun: readonly string[]): string | undefined {
  const touched = new Set(begun);
  const newest = begun.find((name) => asked.includes(name));
  const from = newest === undefined ? 0 : asked.indexOf(newest);
  const isUntouched = (name: string): boolean => !touched.has(name);
  return asked.slice(from).find(isUntouched) ?? asked.find(isUntouched);
}
