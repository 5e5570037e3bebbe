import { applyRegrade, cancelRegrade, startRegrade } from './commands.ts';
import { gradeAgain, readFailures } from './grade-again.ts';
import { readRegrade, readRegradeOffer } from './queries.ts';

/** Grades that must be made anew. */
export const regrading = {
  offer: readRegradeOffer,
  start: startRegrade,
  read: readRegrade,
  apply: applyRegrade,
  cancel: cancelRegrade,
  failures: readFailures,
  gradeAgain,
};
