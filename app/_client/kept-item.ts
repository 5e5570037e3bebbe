'use client';
/** Small things that a browser remembers. Where storage is blocked they last as long as the page: nothing breaks over them. */

const inMemory = new Map<string, string>();

/** @param where `session`: forgotten with the tab */
export function keptItem(key: string, where: 'local' | 'session' = 'local'): string | null {
  // where the store is full, what lies in it is older
  const held = inMemory.get(key);
  if (held !== undefined) return held;
  try {
    return storage(where).getItem(key);
  } catch {
    // blocked: nothing is kept there
    return null;
  }
}

/** Keeps a text under its name; in the page's memory where a browser keeps nothing. */
export function keepItem(key: string, value: string, where: 'local' | 'session' = 'local'): void {
  try {
    storage(where).setItem(key, value);
    inMemory.delete(key);
  } catch {
    // blocked, or full
    inMemory.set(key, value);
  }
}

/** Whether this browser keeps nothing, so that all is gone with the page. */
export function keepsNothing(): boolean {
  const probe = 'nabla-probe';
  try {
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return false;
  } catch {
    // blocked, or full
    return true;
  }
}

/** Forgets it wherever it was kept. */
export function forgetItem(key: string, where: 'local' | 'session' = 'local'): void {
  inMemory.delete(key);
  try {
    storage(where).removeItem(key);
  } catch {
    // blocked: nothing is kept there
  }
}

/** The keys that begin like this, of all that is kept for longer than a tab. */
export function itemsOf(beginning: string): string[] {
  return [...new Set([...inMemory.keys(), ...storedKeys()])].filter((key) => key.startsWith(beginning));
}

/** Forgets all that is kept for longer than a tab under keys that begin like this. */
export function forgetItems(beginning: string): void {
  for (const key of itemsOf(beginning)) forgetItem(key);
}

/** Whether what is kept under a key outlives the page. */
export function lasts(key: string): boolean {
  return !inMemory.has(key);
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return []; // blocked: nothing is kept there
  }
}

function storage(where: 'local' | 'session'): Storage {
  return where === 'local' ? localStorage : sessionStorage;
}
