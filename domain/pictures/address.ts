/**
 * How a picture is named: `picture:<address>` in a source, `/pictures/<address>` on a page. The address is drawn by chance, so that
 * nobody can guess one; who may read what is there is asked each time all the same.
 */

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IN_SOURCE = new RegExp(`picture:(${ID})`, 'gi');
const ON_PAGES = new RegExp(`^/pictures/(${ID})$`);
const WRITTEN = new RegExp(`^picture:(${ID})$`, 'i');

/** How large a picture is, in pixels: what room a page keeps for it before it is there. */
export interface PictureSize {
  width: number;
  height: number;
}

/** The pictures that a source may name, by their addresses. */
export type Pictures = Readonly<Record<string, PictureSize>>;

/** Where pages find it. */
export const pageOfPicture = (id: string): string => `/pictures/${id}`;

/** What stands for it in Markdown. */
export const writtenPicture = (id: string): string => `picture:${id}`;

/** The address in `/pictures/<address>`; null where it is another path. */
export function pictureOfPath(path: string): string | null {
  return ON_PAGES.exec(path)?.[1] ?? null;
}

/** The address in what stands in Markdown; null where that is no picture of ours. */
export function pictureOfUrl(url: string): string | null {
  return WRITTEN.exec(url)?.[1]?.toLowerCase() ?? null;
}

/** The addresses that a source may name, each once. */
export function picturesIn(source: string): string[] {
  return [...new Set([...source.matchAll(IN_SOURCE)].map(([, id]) => (id ?? '').toLowerCase()))];
}
