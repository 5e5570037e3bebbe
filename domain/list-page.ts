/** A long list in pages: what an address asks for (`?q=…&page=2`), and which rows that are. Pure. */

/** Rows of a page. */
export const PAGE_ROWS = 50;
const LONGEST_SEARCH = 100;

export interface ListAsked {
  /** empty: everything */
  search: string;
  /** from 1; may be after the last */
  page: number;
}

/** Where a page stands in its list. */
export interface ListPlace {
  page: number;
  pages: number;
  /** rows before it */
  before: number;
  /** rows of the whole list */
  of: number;
}

export interface ListPage<T> extends ListPlace {
  rows: T[];
}

/** What the address of a page asks for, whoever wrote it. */
export function askedOf(query: { q?: string | string[] | undefined; page?: string | string[] | undefined }): ListAsked {
  const { q, page } = query;
  // PostgreSQL takes every character but the one of number 0
  const search = typeof q === 'string' ? q.replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH) : '';
  return { search, page: typeof page === 'string' && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 };
}

/** The page that is shown: the one that is asked for, or the last one there is. */
export function placeInList(of: number, asked: number): ListPlace {
  const pages = Math.max(1, Math.ceil(of / PAGE_ROWS));
  const page = Math.min(asked, pages);
  return { page, pages, before: (page - 1) * PAGE_ROWS, of };
}

/** The address of another page of a list, with what else it asks for. */
export function listAddress(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const kept = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' || (name === 'page' && value === 1) ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(kept).toString();
  return text === '' ? path : `${path}?${text}`;
}
