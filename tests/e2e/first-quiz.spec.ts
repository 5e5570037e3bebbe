/**
 * A teacher who has never seen it, from an empty bank to a corrected key, by mouse. By keyboard alone, and with all ten questions
 * played: `npm run stories:full`.
 */
import { firstQuiz } from './first-quiz-story.ts';
import { byMouse } from './hands.ts';
import { test } from './people.ts';

test('a new teacher makes a quiz of ten questions, rehearses and plays it, gives it, and puts a key right', ({
  browser,
}) => firstQuiz(browser, byMouse, 2));
