/** How an answer of a live round may stand. Light: pages carry it. */

/**
 * - `none`: there is no answer
 * - `waits`: the pool grades it still
 * - `received`: there is nothing to earn
 * - `unclear`: it could not be read, or the grader failed on it
 */
export const MARKS = ['none', 'right', 'partly', 'wrong', 'waits', 'received', 'unclear'] as const;
export type Mark = (typeof MARKS)[number];
