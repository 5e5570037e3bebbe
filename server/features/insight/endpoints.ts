import { givePractice } from './practice.ts';
import { readMisreadAnswers, readMisreadMap, readPracticeFor } from './queries.ts';

/** What a class has understood. */
export const insight = {
  /** misconceptions by weeks, and what was answered in one of them */
  map: readMisreadMap,
  answers: readMisreadAnswers,
  /** questions that name one, and a quiz of them for some students */
  practiceFor: readPracticeFor,
  practice: givePractice,
};
