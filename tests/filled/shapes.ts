/** The shape of a stored document: which fields it has and what stands in them, not what they say. */

/** A document of the corpus, and the version of Nabla in whose filled database it was met first. */
export interface Kept {
  from: string;
  document: unknown;
}

/** Fields whose words decide what else there is. */
const TELLING = new Set(['kind', 'phase', 'type', 'outcome', 'result', 'schemaVersion', 'role', 'language', 'gives']);

/** Equal for documents of the same shape. */
export function shapeOf(value: unknown, field = ''): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${[...new Set(value.map((one) => shapeOf(one)))].toSorted().join('|')}]`;
  if (typeof value !== 'object') return TELLING.has(field) ? JSON.stringify(value) : typeof value;
  const fields = Object.entries(value).map(([name, one]) => `${name}:${shapeOf(one, name)}`);
  return `{${fields.toSorted().join(',')}}`;
}
