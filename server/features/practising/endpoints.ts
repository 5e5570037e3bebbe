import { hintAgain, readAgain, readAgainTold, setAside, submitAgain, tryAgain } from './commands.ts';

/** What went wrong, once more. */
export const practising = {
  read: readAgain,
  submit: submitAgain,
  /** what came of an answer, and when the question comes again */
  told: readAgainTold,
  run: tryAgain,
  hint: hintAgain,
  /** not any more, and back */
  aside: setAside,
};
