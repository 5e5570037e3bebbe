/** What lists of practice show of a question, and how an answer to it went. */

export interface PracticeLine {
  ref: string;
  /** null: it has no name */
  title: string | null;
  wrong: number;
  partly: boolean;
  right: number;
  /** until it comes, by the calendar of its student's class; 0 and below: it is there */
  days: number;
  seconds: number;
  from: { title: string; href: string | null };
}

export interface Went {
  line: PracticeLine;
  how: 'right' | 'partly' | 'wrong' | 'left';
  /** until it comes again; null: that is not known */
  days: number | null;
}
