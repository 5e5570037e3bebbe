import { drawOtherValues, revealHint, saveDraft, submit } from './commands.ts';
import { readLessonNow, readQuestion, readVerdict } from './queries.ts';

/** What a lesson's page does. */
export const practice = {
  /** the lesson as it is published now, with one's own work on it: for a page that was opened before */
  lessons: readLessonNow,
  /** one's own work on one question, as it stands now */
  questions: readQuestion,
  drafts: saveDraft,
  /** hand in; the verdict comes later, by the socket or by asking `verdicts` */
  submissions: submit,
  verdicts: readVerdict,
  hints: revealHint,
  /** other values for a question whose values are drawn */
  variants: drawOtherValues,
};
