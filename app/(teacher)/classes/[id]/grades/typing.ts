/** What is typed into a cell of the grade book, and where one goes on then. */
export interface Typing {
  text: string;
  /** it is no number of points */
  bad: boolean;
}

/** Where one goes on after something was typed. */
export const AFTER = {
  down: { row: 1, column: 0 },
  right: { row: 0, column: 1 },
  left: { row: 0, column: -1 },
  back: { row: 0, column: 0 },
} as const;
export type Typed = keyof typeof AFTER | 'stay';
