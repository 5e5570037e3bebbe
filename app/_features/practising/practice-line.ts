/** What lists of practice show of a question, nothing of its key, and how an answer to it went. */

export interface PracticeLine {
  ref: string;
  /** what is behind it where that is known, else what it is called; null: it has no name */
  title: string | null;
  wrong: number;
  partly: boolean;
  right: number;
  /** until it comes, by the calendar of its student's class; 0 and below: it is there */
  days: number;
  /** what it takes, as its author says */
  seconds: number;
  /** `href` null: a room, which is over */
  from: { title: string; href: string | null };
}

export interface Went {
  line: PracticeLine;
  how: 'right' | 'partly' | 'wrong' | 'left';
  /** until it comes again; null: that is not known */
  days: number | null;
}

/** What these take, in whole minutes. */
export function minutesOf(lines: readonly PracticeLine[]): number {
  return Math.max(1, Math.round(lines.reduce((sum, { seconds }) => sum + seconds, 0) / 60));
}
