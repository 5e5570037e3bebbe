import { bringIn, undoBringIn } from './bring-in.ts';
import { readCell } from './cell.ts';
import { fillTable, lookAtPoints } from './files.ts';
import { readGrades } from './read.ts';
import { setUp } from './set-up.ts';

/** The grade book of a class. */
export const grades = {
  /** all of it, or some of its students anew */
  read: readGrades,
  /** one cell: what it is made of, and what happened with it */
  cell: readCell,
  /** what counts, and how a total is shown */
  setUp,
  /** points from a table, and Canvas's own table filled */
  lookAtPoints,
  fillTable,
  /** what was looked at is taken; and back */
  bringIn,
  undoBringIn,
};
