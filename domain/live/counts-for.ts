/** What a live session may count for. Light: pages carry it. */
export const COUNTS_FOR = ['there', 'part', 'right'] as const;
export type CountsFor = (typeof COUNTS_FOR)[number];
