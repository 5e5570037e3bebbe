/** What a list of questions is narrowed to, as its address says it. Pure. */
import type { BankAsked } from '../../../domain/bank-list.ts';

type Chosen = Omit<BankAsked, 'search' | 'page'>;

/** Parts of the address; as it begins nothing is said. */
export function addressOf({
  shelf,
  kinds,
  tags,
  course,
  answered,
  misread,
  right,
  archived,
  order,
}: Chosen): Record<string, string | undefined> {
  return {
    of: shelf === 'all' ? undefined : shelf,
    kind: kinds.length === 0 ? undefined : kinds.join(','),
    tag: tags.length === 0 ? undefined : tags.join(','),
    course: course ?? undefined,
    last: answered ?? undefined,
    misread: misread ?? undefined,
    right: right === null ? undefined : `${right.from}-${right.to}`,
    state: archived ? 'archived' : undefined,
    by: order === 'changed' ? undefined : order,
  };
}

/** A list with one more, or without it. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** Whether it leaves something out beside what belongs to whom. */
export function isNarrowed({ kinds, tags, course, answered, misread, right }: Chosen): boolean {
  return kinds.length > 0 || tags.length > 0 || [course, answered, misread, right].some((one) => one !== null);
}
