/** The whole of it: all ten questions are played; by mouse, and by keyboard alone, where what has the focus shows it. */
import { firstQuiz } from './first-quiz-story.ts';
import { byKeys, byMouse } from './hands.ts';
import { test } from './people.ts';
import { TEN } from './ten-questions.ts';

test('a new teacher makes, rehearses, plays, gives and corrects a first quiz by mouse', ({ browser }) =>
  firstQuiz(browser, byMouse, TEN.length));

test('and by keyboard alone', ({ browser }) => firstQuiz(browser, byKeys, TEN.length));
