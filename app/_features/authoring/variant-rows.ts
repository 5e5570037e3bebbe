/** The rows of what a question draws, as its block of YAML says it. Pure. */

/** How a value comes about: out of a range, one of some, worked out of others, or some in a drawn order. */
export const DRAWN_AS = ['range', 'of', 'formula', 'shuffle'] as const;
export type DrawnAs = (typeof DRAWN_AS)[number];

/** A name, and what is written of it. */
export type Entries = readonly (readonly [name: string, spec: unknown])[];

/** The rows of a block; nothing where it is no map yet. */
export function entriesOf(block: unknown): Entries {
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return [];
  return Object.entries(block).filter(([name]) => name !== 'where');
}

/** What a row says of itself. */
export function drawnAs(spec: unknown): DrawnAs {
  if (typeof spec !== 'object' || spec === null) return 'formula';
  if ('of' in spec) return 'of';
  return 'shuffle' in spec ? 'shuffle' : 'range';
}

/** Whether a range leaves something out: then it may keep a distance from that too. */
export function keepsAway(spec: unknown): boolean {
  return typeof spec === 'object' && spec !== null && ('not' in spec || 'apart' in spec);
}

/** What a row begins with. */
export function beginOf(as: DrawnAs): unknown {
  switch (as) {
    case 'range':
      return { from: 2, to: 9 };
    case 'of':
      return { of: [2, 3, 5] };
    case 'shuffle':
      return { shuffle: [1, 2, 3] };
    case 'formula':
      return '1';
  }
}

/** The first letter that no row has; formulas have e and i for themselves. */
export function freeName(entries: Entries): string {
  const names = entries.map(([name]) => name);
  return [...'abcdkmnpqrstuvwxyz'].find((letter) => !names.includes(letter)) ?? `a${entries.length}`;
}

/** The rows with another name for one of them; a name that another row has is not taken. */
export function renamed(entries: Entries, index: number, name: string): Entries {
  if (entries.some(([other], at) => other === name && at !== index)) return entries;
  return entries.map((entry, at) => (at === index ? [name, entry[1]] : entry));
}
