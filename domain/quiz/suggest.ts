/** Chooses questions for a quiz out of those that were found: so many, some of them of certain kinds, from easy to hard. Pure. */
import type { QuestionKind } from '../question.ts';

export interface Candidate {
  id: string;
  kind: QuestionKind;
  /** students who answered, and those whose first answer was right */
  firstTries: number;
  firstRight: number;
}

export interface Wish {
  count: number;
  /** of them at least so many of a kind */
  kinds: Readonly<Partial<Record<QuestionKind, number>>>;
  /** the easiest first; else as they were found */
  rising: boolean;
}

export interface Suggested {
  ids: string[];
  /** of which kind fewer were found than were wished for, and how many are missing */
  missing: { kind: QuestionKind; count: number }[];
}

/** As hard as half of them: what hardly anybody has answered is no easier and no harder than that. */
const UNKNOWN = 0.5;

/**
 * Chosen are those that are spread widest over what is easy and hard; of equal ones the first that was found.
 * @param candidates in the order in which they were found: what fits best comes first
 * @param enough of fewer answers nothing is said
 */
export function suggest(candidates: readonly Candidate[], { count, kinds, rising }: Wish, enough: number): Suggested {
  const found = new Map(candidates.map((one, at) => [one.id, { ...one, at, hard: hardOf(one, enough) }]));
  const chosen = new Set<string>();
  const missing: Suggested['missing'] = [];
  const take = (from: readonly Found[], most: number): number => {
    const picked = spread(from, most);
    for (const { id } of picked) chosen.add(id);
    return picked.length;
  };
  for (const kind of Object.keys(kinds) as QuestionKind[]) {
    const wished = Math.min(kinds[kind] ?? 0, count - chosen.size);
    const taken = take(
      [...found.values()].filter((one) => one.kind === kind),
      wished,
    );
    if (taken < wished) missing.push({ kind, count: wished - taken });
  }
  // what is missing of one kind is made up for by others
  take(
    [...found.values()].filter(({ id }) => !chosen.has(id)),
    Math.max(0, count - chosen.size),
  );
  const all = [...found.values()].filter(({ id }) => chosen.has(id));
  const ordered = rising ? all.toSorted((one, other) => one.hard - other.hard || one.at - other.at) : all;
  return { ids: ordered.map(({ id }) => id), missing };
}

type Found = Candidate & { at: number; hard: number };

function hardOf({ firstTries, firstRight }: Candidate, enough: number): number {
  return firstTries < enough ? UNKNOWN : 1 - firstRight / firstTries;
}

/** So many of them, at even distances from the easiest to the hardest. */
function spread(from: readonly Found[], most: number): Found[] {
  if (most <= 0) return [];
  if (from.length <= most) return [...from];
  const sorted = from.toSorted((one, other) => one.hard - other.hard || one.at - other.at);
  const isAlike = sorted.at(0)?.hard === sorted.at(-1)?.hard;
  // nothing is known of them: what fits best
  if (isAlike) return sorted.slice(0, most);
  const step = (sorted.length - 1) / Math.max(1, most - 1);
  const places = Array.from({ length: most }, (_one, index) =>
    Math.round(most === 1 ? (sorted.length - 1) / 2 : index * step),
  );
  return places.flatMap((place) => sorted[place] ?? []);
}
