/** What lists of practice show of a question, nothing of its key, and how an answer to it went. */

export interface PracticeLine {
  ref: string;
  /** as its author called it; null: it has no name */
  title: string | null;
  /** in its lesson or quiz, from 1 */
  number: number;
  /** the misconception that the newest answers showed, as a catalogue calls it; null: none is known */
  mixup: string | null;
  wrong: number;
  partly: boolean;
  right: number;
  /** until it comes, by the calendar of its student's class; 0 and below: it is there */
  days: number;
  /** it was practised today, and nobody is asked to go ahead with it */
  practisedToday: boolean;
  /** what it takes, as its author says */
  seconds: number;
  /** `href` null: a room, which is over */
  from: { title: string; href: string | null };
}

export interface Went {
  line: PracticeLine;
  /** `waits`: somebody has to look at it first; `left`: it was skipped */
  how: 'right' | 'partly' | 'wrong' | 'waits' | 'left';
  /** until it comes again; null: that is not known */
  days: number | null;
  /** another answer came after the one that counts */
  again: boolean;
}

/** What a question is called; one without a name by its number, beside which its lesson is told. @param untitled has the words */
export function calledIn({ title, number }: PracticeLine, untitled: (place: { number: number }) => string): string {
  return title ?? untitled({ number });
}

/** What these take, in whole minutes. */
export function minutesOf(lines: readonly PracticeLine[]): number {
  return Math.max(1, Math.round(lines.reduce((sum, { seconds }) => sum + seconds, 0) / 60));
}
