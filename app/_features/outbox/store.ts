/**
 * Where the outbox keeps what waits: IndexedDB; localStorage where that is blocked; else the page's memory. A browser that
 * keeps nothing must not break a page.
 */
import type { Answer } from '../../../domain/answer.ts';
import { tagged } from '../../../domain/documents/answer-steps.ts';
import { type Entry, keyOf } from './rules.ts';

export interface Store {
  /** whether it outlives the page */
  readonly lasts: boolean;
  all(user: string): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  /** Takes an entry out, unless a newer one stands in its place. */
  remove(entry: Pick<Entry, 'user' | 'lessonId' | 'questionId' | 'what' | 'id'>): Promise<void>;
}

/** Stored beside each entry: another shape of a later time is not read as one of today. In the first, answers did not say their kind. */
const SHAPE = 2;
const NAME = 'nabla-outbox';
const ENTRIES = 'entries';
/** Some browsers never answer where storage is forbidden. */
const OPEN_LIMIT_MS = 2_000;

/** The best there is. */
export async function openStore(): Promise<Store> {
  for (const open of [openDatabase, openLocal]) {
    // forbidden, full or broken: the next best one is tried, and the page says where nothing outlasts it
    const store = await open().catch(() => undefined);
    if (store !== undefined) return store;
  }
  return memoryStore();
}

/** What is kept as long as the page is open, where a browser allows nothing else. */
export function memoryStore(): Store {
  const entries = new Map<string, Entry>();
  return {
    lasts: false,
    all: async (user) => [...entries.values()].filter((one) => one.user === user),
    put: async (entry) => void entries.set(keyOf(entry), entry),
    async remove(entry) {
      if (entries.get(keyOf(entry))?.id === entry.id) entries.delete(keyOf(entry));
    },
  };
}

async function openDatabase(): Promise<Store> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(ENTRIES);
  const database = await inTime(done(opening));
  const entries = (mode: IDBTransactionMode): IDBObjectStore =>
    database.transaction(ENTRIES, mode, { durability: 'strict' }).objectStore(ENTRIES);
  const store: Store = {
    lasts: true,
    async all(user) {
      const range = IDBKeyRange.bound(`${user} `, `${user} \uffff`);
      const found: unknown[] = await done(entries('readonly').getAll(range));
      return found.flatMap(read).filter((one) => one.user === user);
    },
    async put(entry) {
      await done(entries('readwrite').put(stamped(entry), keyOf(entry)));
    },
    async remove(entry) {
      const within = entries('readwrite');
      const [found] = read(await done<unknown>(within.get(keyOf(entry))));
      if (found?.id === entry.id) await done(within.delete(keyOf(entry)));
    },
  };
  await store.all('');
  return store;
}

async function openLocal(): Promise<Store> {
  const prefix = `${NAME}:`;
  localStorage.setItem(`${prefix}try`, '');
  localStorage.removeItem(`${prefix}try`);
  const readAt = (key: string): Entry[] => read(parsed(localStorage.getItem(key)));
  return {
    lasts: true,
    async all(user) {
      const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
      return keys.filter((key) => key.startsWith(`${prefix}${user} `)).flatMap(readAt);
    },
    async put(entry) {
      localStorage.setItem(prefix + keyOf(entry), JSON.stringify(stamped(entry)));
    },
    async remove(entry) {
      const key = prefix + keyOf(entry);
      if (readAt(key)[0]?.id === entry.id) localStorage.removeItem(key);
    },
  };
}

/** An entry as it is stored. */
export const stamped = (entry: Entry) => ({ shape: SHAPE, entry });

/** What was stored by a page of ours, of this shape or the one before. */
export function read(stored: unknown): Entry[] {
  if (typeof stored !== 'object' || stored === null || !('shape' in stored) || !('entry' in stored)) return [];
  const entry = stored.entry as Entry;
  if (stored.shape === 1) return [{ ...entry, answer: tagged(entry.answer) as Answer }];
  return stored.shape === SHAPE ? [entry] : [];
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function inTime<T>(opened: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('storage does not answer')), OPEN_LIMIT_MS);
    opened.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
