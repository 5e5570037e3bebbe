import { decide, readHistory } from './commands.ts';
import { readBoard, readMisread, readWrong } from './queries.ts';
import { markSaid, readSaid } from './said.ts';

/** The board of a class, and what one looks at from it. */
export const board = {
  read: readBoard,
  wrong: readWrong,
  misread: readMisread,
  said: readSaid,
  markSaid,
  history: readHistory,
  decide,
};
