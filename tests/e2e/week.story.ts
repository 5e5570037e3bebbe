/** A student's week by keyboard alone: home, work, a question to the teacher, practice, a live quiz, and what it comes to. */
import { expect, type Locator, type Page } from '@playwright/test';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { callFrom } from './call.ts';
import { comeInAndMakeAClass } from './first-quiz.ts';
import { byKeys, byMouse, reach } from './hands.ts';
import { card, newAccount, PASSWORD, ringAndShow, showOptions, somebody, test } from './people.ts';
import { choiceOf, quizOf } from './term.ts';

const HOMEWORK = 'Homework of the week';
const LIVE = 'A live one of the week';
const DAY = 86_400_000;
const NUMBER =
  '::::check[Half a dozen]{kind=number}\nHow many are that?\n\n```yaml answer\nvalue: 6\n```\n\n:::explanation\nTwice three.\n:::\n::::\n';

/** Chooses one of several by arrows; none of them may be chosen yet. */
async function choose(page: Page, among: Locator, name: RegExp): Promise<void> {
  const wanted = among.getByRole('radio', { name });
  await reach(page, among.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let steps = 0; !(await wanted.isChecked()); steps++) {
    if (steps > 10) throw new Error(`arrows never come to ${wanted}`);
    await page.keyboard.press('ArrowDown');
  }
}

test('a student works through a week without touching a pointer', async ({ browser }) => {
  const id = Date.now().toString(36);
  await newAccount(browser, `week.${id}`, 'teacher');
  const teacher = await somebody(browser);
  const { page: desk } = teacher;
  const link = await comeInAndMakeAClass({ page: desk, hands: byMouse(desk) }, `week.${id}`);
  const ofClass = new URL(desk.url()).pathname.replace('/people', '');
  const classId = ofClass.split('/').at(-1) ?? '';
  const homework = await quizOf(desk, HOMEWORK, [choiceOf('Which way?'), NUMBER]);
  const live = await quizOf(desk, LIVE, [choiceOf('Once more?')]);
  const dueAt = new Date(Date.now() + 2 * DAY).toISOString();
  // each question once: what went wrong is there to be practised at once
  await callFrom(desk, 'activities.give', { ...USUAL_SETTINGS, classId, lessonId: homework, dueAt, attempts: 1 });

  // through the door of the class, to what there is to do
  const mia = await somebody(browser);
  const { page } = mia;
  const { press, write } = byKeys(page);
  const home = async (): Promise<void> => {
    await press(page.getByRole('banner').getByRole('link', { name: 'Nabla' }));
    await page.waitForURL(/\/home$/);
    await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
  };
  await page.goto(link);
  await write(page.getByLabel('Your name, as your teacher knows it'), 'Mia Weekly');
  await write(page.getByLabel('A sign-in name'), `mia.week.${id}`);
  await write(page.getByLabel('A password'), PASSWORD);
  await press(page.getByRole('button', { name: 'Join the class' }));
  await expect(page.getByRole('heading', { name: 'Hello, Mia Weekly' })).toBeVisible();
  await press(page.getByRole('region', { name: 'Begin here' }).getByRole('link', { name: 'Begin' }));
  const way = card(page, 'Which way?');
  await choose(page, way, /wrong/);
  await press(way.getByRole('button', { name: 'Submit' }));
  await expect(way.getByText(/^Not right/)).toBeVisible();
  const half = card(page, 'Half a dozen');
  await write(half.getByRole('textbox'), '7');
  await expect(half.getByText(/^Draft saved/)).toBeVisible();

  // away, and on from where it was
  await home();
  const goOn = page.getByRole('region', { name: 'Go on where you were' });
  await expect(goOn).toContainText('Half a dozen');
  await press(goOn.getByRole('link', { name: 'Go on' }));
  await expect(half.getByRole('textbox')).toHaveValue('7');

  // asked, answered, and done
  await press(half.getByRole('button', { name: 'Ask your teacher' }));
  await expect(half.getByRole('textbox', { name: 'Your question' })).toBeFocused();
  await page.keyboard.insertText('Is a dozen ten?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(half.getByRole('button', { name: '1 question to your teacher' })).toBeVisible();
  await desk.goto(`${ofClass}/asked`);
  await desk.getByRole('button', { name: /^Mia Weekly/ }).click();
  await desk.getByRole('dialog').getByRole('textbox', { name: 'Write an answer' }).fill('No: twelve.');
  await desk.keyboard.press('ControlOrMeta+Enter');
  await home();
  const feedback = page.getByRole('region', { name: 'Feedback that came' });
  await expect(feedback.getByText('No: twelve.')).toBeVisible();
  await press(feedback.getByRole('link').first());
  await expect(half.getByText('No: twelve.')).toBeVisible();
  await press(half.getByRole('button', { name: 'That helped' }));
  await expect(half.getByRole('button', { name: 'I still need help' })).toBeVisible();
  await write(half.getByLabel('Your answer', { exact: true }), '6');
  await press(half.getByRole('button', { name: 'Submit' }));
  await expect(half.getByText(/^Right/)).toBeVisible();

  // what went wrong, once more
  await home();
  await press(
    page.getByRole('region', { name: 'Practise again' }).getByRole('link', { name: 'All practice questions' }),
  );
  await press(page.getByRole('button', { name: 'Practise 1 now anyway' }));
  await expect(way).toBeVisible();
  await choose(page, way, /right/);
  await press(way.getByRole('button', { name: 'Submit' }));
  await expect(way.getByText(/^Right/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeFocused();
  await page.keyboard.press('Enter');
  const end = page.getByRole('region', { name: 'Done for now' });
  await expect(end.getByRole('listitem').filter({ hasText: 'Which way?' })).toContainText('right');
  await press(end.getByRole('link', { name: 'Home' }));
  await page.waitForURL(/\/home$/);

  // a live quiz, joined from home, left for home
  await desk.goto(`/quizzes/${live}`);
  await desk.getByRole('region', { name: 'Play it live' }).getByRole('button', { name: 'Start' }).click();
  await desk.waitForURL(/\/live\/.*\/host$/);
  await page.reload();
  await press(page.getByRole('link', { name: 'Join the quiz' }));
  await write(page.getByLabel('Your name in this quiz'), 'Mia');
  await press(page.getByRole('button', { name: 'Come in' }));
  await expect(page.getByRole('heading', { name: 'You’re in, Mia' })).toBeVisible();
  await desk.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(desk);
  await press(page.getByRole('button', { name: /^A\b/ }));
  await expect(page.getByText(/Stored\.|Your answer is stored\./).first()).toBeVisible();
  await ringAndShow(desk);
  await expect(page.getByRole('heading', { level: 1, name: 'Right', exact: true })).toBeVisible();
  for (const name of ['Standings', 'Podium', 'Finish']) await desk.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'That was it: 1 of 1 right' })).toBeVisible();
  await press(page.getByRole('link', { name: 'To the start' }));
  await page.waitForURL(/\/home$/);
  await expect(page.getByRole('region', { name: 'Past quizzes' })).toContainText(LIVE);

  // and what it comes to: practice counts nowhere
  const ownClass = page.getByRole('region', { name: `Class of week.${id}` });
  await press(ownClass.getByRole('link', { name: 'My grades' }));
  await page.waitForURL(/\/grades/);
  await expect(ownClass.getByRole('listitem').filter({ hasText: HOMEWORK })).toContainText('1 of 2');
  await expect(ownClass.getByText('Total so far: 50%')).toBeVisible();
  for (const { received } of [teacher, mia]) expect(received.problems).toEqual([]);
});
