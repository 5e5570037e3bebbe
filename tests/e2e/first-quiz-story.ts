/** The whole story of a first quiz, by whichever hands. */
import { type Browser, expect, type Page } from '@playwright/test';
import {
  comeInAndMakeAClass,
  correctTheKey,
  doTheHomework,
  findTheWay,
  giveAsHomework,
  hearOfTheRegrade,
  joinTheClass,
  makeQuiz,
  makeTen,
  playWithThreePhones,
  rehearse,
  seeTheRegrade,
} from './first-quiz.ts';
import type { Hands } from './hands.ts';
import { newAccount, somebody } from './people.ts';

const TITLE = 'Ten for a start';

/** @param hands how the teacher does everything. @param rounds so many of the ten questions are played live */
export async function firstQuiz(browser: Browser, hands: (page: Page) => Hands, rounds: number): Promise<void> {
  const login = `teacher.${Date.now().toString(36)}`;
  await newAccount(browser, login, 'teacher');
  const teacher = await somebody(browser);
  const maker = { page: teacher.page, hands: hands(teacher.page) };
  const link = await comeInAndMakeAClass(maker, login);
  const dana = await joinTheClass(browser, link, `student.of.${login}`);
  await findTheWay(maker);
  await makeTen(maker);
  const quiz = await makeQuiz(maker, TITLE);
  const code = await rehearse(maker);
  await playWithThreePhones(browser, maker, code, rounds);
  await giveAsHomework(maker, quiz, TITLE);
  await doTheHomework(dana, TITLE);
  await correctTheKey(maker);
  await seeTheRegrade(maker);
  await hearOfTheRegrade(dana);
  for (const { received } of [teacher, dana]) expect(received.problems).toEqual([]);
}
