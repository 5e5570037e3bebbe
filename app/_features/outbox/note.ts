/**
 * What a page that goes could not write any more: IndexedDB answers only later, and a page that is left has no later. The note lies
 * in localStorage, which is written at once; the next page takes it over. Browsers that forbid it lose nothing else.
 */
import { type Entry, keyOf } from './rules.ts';
import { read, stamped } from './store.ts';

export interface Note {
  /** Writes these down at once. */
  leave(entries: readonly Entry[]): void;
  /** It is in the storage by now, or not wanted any more. */
  forget(entry: Entry): void;
  /** What earlier pages of this account noted. */
  left(user: string): Entry[];
}

const PREFIX = 'nabla-outbox-left:';

/** The note of this browser. */
export function openNote(): Note {
  return {
    leave(entries) {
      for (const entry of entries)
        quietly(() => localStorage.setItem(PREFIX + keyOf(entry), JSON.stringify(stamped(entry))));
    },
    forget(entry) {
      quietly(() => {
        const [found] = readAt(PREFIX + keyOf(entry));
        if (found?.id === entry.id) localStorage.removeItem(PREFIX + keyOf(entry));
      });
    },
    left: (user) =>
      quietly(() => {
        const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
        return keys
          .filter((key) => key.startsWith(`${PREFIX}${user} `))
          .flatMap(readAt)
          .filter((one) => one.user === user);
      }) ?? [],
  };
}

const readAt = (key: string): Entry[] => read(JSON.parse(localStorage.getItem(key) ?? 'null'));

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // forbidden, full, or written by something else
    return undefined;
  }
}
