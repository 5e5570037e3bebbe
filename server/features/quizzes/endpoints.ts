import { archiveQuiz, copyQuiz, makeQuiz, saveQuiz } from './commands.ts';
import { findQuestions, readLessonsToAsk, suggestQuestions } from './queries.ts';
import { shareQuiz } from './sharing.ts';
import { sayQuizAgain } from './versions.ts';

/** Quizzes of one's own, and those that were shared. */
export const quizzes = {
  make: makeQuiz,
  save: saveQuiz,
  /** what an older version says, once more */
  sayAgain: sayQuizAgain,
  share: shareQuiz,
  copy: copyQuiz,
  archive: archiveQuiz,
  find: findQuestions,
  /** some questions about something, from easy to hard */
  suggest: suggestQuestions,
  lessons: readLessonsToAsk,
};
