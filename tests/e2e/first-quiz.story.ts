/** The same by keyboard alone: nobody touches a pointer, and what has the focus shows it. */
import { firstQuiz } from './first-quiz-story.ts';
import { byKeys } from './hands.ts';
import { test } from './people.ts';

test('a new teacher makes, rehearses, plays, gives and corrects a first quiz by keyboard alone', ({ browser }) =>
  firstQuiz(browser, byKeys, 'keyboard.teacher'));
