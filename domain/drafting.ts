/** Drafts of authors: what is written on, what the server has of it, and who else is at it. Times are in ms since 1970. */

/** What an author writes on; `new`: a question of one's own that was never saved. */
export type DraftOf = { of: 'question'; questionId: string } | { of: 'lesson'; lessonId: string } | { of: 'new' };

/** What the server has of an author. */
export interface HeldDraft {
  /** when it was typed, or thrown away: of two the newer counts */
  at: number;
  /** null: it was published or discarded then */
  text: { source: string; base: number } | null;
}

/** Somebody else at the same thing. */
export interface OtherAuthor {
  name: string;
  /** when they began to write, or opened it */
  since: number;
  /** when their draft was last saved; null: they have typed nothing */
  savedAt: number | null;
  /** their editor was heard of just now */
  here: boolean;
}
