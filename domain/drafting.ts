/** Drafts of authors: what is written on, what the server has of it, and who else is at it. Times are in ms since 1970. */

/** What an author writes on; `new`: a question that was never saved, under an id that its editor drew for its draft. */
export type DraftOf =
  | { of: 'question'; questionId: string }
  | { of: 'lesson'; lessonId: string }
  | { of: 'new'; newId: string };

/** A new question that was typed and not saved as one. */
export interface UnsavedQuestion {
  newId: string;
  /** null: it has no words yet */
  title: string | null;
  /** when it was typed; null: nobody knows */
  at: number | null;
}

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
