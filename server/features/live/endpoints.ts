import { openSession } from './commands.ts';
import { readReplay, readReport, readReportedAnswers, readReportedQuestion } from './report.ts';

/** Rooms are opened by a call; what is played goes over their sockets. How they went is read here. */
export const live = {
  open: openSession,
  report: readReport,
  reportedQuestion: readReportedQuestion,
  reportedAnswers: readReportedAnswers,
  /** the wall, step by step */
  replay: readReplay,
};
