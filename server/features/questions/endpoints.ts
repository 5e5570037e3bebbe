import { changeQuestion, makeQuestion, proveQuestion } from './commands.ts';
import { archiveQuestions, tagQuestions } from './keeping.ts';
import { readMeasured } from './measured.ts';
import { readQuestionHistory } from './queries.ts';
import { copyQuestion, copyQuestions, shareQuestion, shareQuestions } from './sharing.ts';
import { lookAtVariants, previewQuestion, readTriedState, tryQuestion } from './trying.ts';

/** Questions of a bank. */
export const bank = {
  make: makeQuestion,
  change: changeQuestion,
  prove: proveQuestion,
  share: shareQuestion,
  shareAll: shareQuestions,
  copy: copyQuestion,
  copyAll: copyQuestions,
  history: readQuestionHistory,
  /** how it went in one's own classes and rooms */
  measured: readMeasured,
  tag: tagQuestions,
  archive: archiveQuestions,
  preview: previewQuestion,
  try: tryQuestion,
  /** whether all variants of a question are right */
  variants: lookAtVariants,
  tried: readTriedState,
};
