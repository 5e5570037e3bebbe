/**
 * How what comes from `content/` stands to what is in the classroom: the list of a course, or the file of a lesson. Three are compared:
 * the file now, the file as it was taken over last, and what stands here. Pure.
 */

/**
 * - `same`     the file has not changed since it was taken over (or set aside)
 * - `new`      it was never taken over, and nothing stands in its place
 * - `changed`  the file has changed, and nobody has changed it here
 * - `both`     the file has changed, and so has what stands here: somebody has to say which one holds
 */
export type ContentState = 'same' | 'new' | 'changed' | 'both';

/** What is taken over at a start, without asking. */
export function isSafe(state: ContentState): boolean {
  return state === 'new' || state === 'changed';
}

/**
 * @param known of the list that was taken over last; null: none was, or it was not noted yet
 * @param arranged somebody has arranged the course here since
 */
export function listState(
  hash: string,
  { known, arranged }: { known: string | null; arranged: boolean },
): ContentState {
  if (hash === known) return 'same';
  if (arranged) return 'both';
  return known === null ? 'new' : 'changed';
}

export interface StoredText {
  /** of the file that was taken over last; null: it was not noted yet */
  fileHash: string | null;
  /** what is published; null: nothing */
  published: { hash: string; byPerson: boolean } | null;
  /** whether a version says what the file says, published or not any more */
  isKnown: boolean;
}

/** How the file of a lesson stands to what is published of it. */
export function fileState(hash: string, { fileHash, published, isKnown }: StoredText): ContentState {
  if (hash === fileHash || published?.hash === hash) return 'same';
  // before it was noted, a file that was loaded once was left alone
  if (fileHash === null && isKnown) return 'same';
  if (published === null) return 'new';
  const isEdited = fileHash === null ? published.byPerson : published.hash !== fileHash;
  return isEdited ? 'both' : 'changed';
}
