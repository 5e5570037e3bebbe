/** What was to be undone and was not, since somebody has changed it meanwhile: theirs stays. */
export interface KeptChange {
  /** whose it is */
  userId: string;
  /** who changed it, by name; null: an account that is gone */
  by: string | null;
}
