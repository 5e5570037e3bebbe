/** Quizzes of a teacher's own: put together from the bank and a lesson, ordered by keys, saved, and played. */
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { classId, findings, sideways } from './fit.ts';
import { card, signIn, somebody, test } from './people.ts';

const QUESTION =
  '::::check[Where does it lead?]\nUp or down?\n\n- [x] up\n- [ ] down\n\n:::explanation\nUp.\n:::\n::::\n';

test('a teacher makes a quiz of questions of the bank and of a lesson, by keys, gives it as homework, and plays it', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  const { outcome } = await callFrom<{ questionId: string }>(page, 'bank.make', { source: QUESTION, courseId: null });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quizzes' }).click();
  await expect(page.getByRole('heading', { name: 'Quizzes', exact: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'New quiz' }).click();
  await page.waitForURL(/\/quizzes\/[\da-f-]{36}$/);
  await expect(page.getByText('No question yet', { exact: false })).toBeVisible();
  await page.getByLabel('Title').fill('Warm-up of the day');
  // one that is one's own, found by its title; then one of a lesson
  const add = page.getByRole('region', { name: 'Add questions' });
  await add.getByLabel('Search').fill('where does it lead');
  await add.getByRole('button', { name: 'Find' }).click();
  await add.getByRole('button', { name: 'Add: Where does it lead?' }).first().click();
  await add.getByLabel('From', { exact: true }).selectOption({ label: 'the lesson “Gradients & Derivatives”' });
  await add
    .getByRole('button', { name: /^Add: / })
    .first()
    .click();
  const asked = page.getByRole('region', { name: 'Questions', exact: true });
  await expect(asked.getByText(/^2 questions, about \d+ minutes?/)).toBeVisible();
  // the second one first, by keys alone
  await asked.getByRole('button', { name: 'Move: Question 2', exact: true }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(asked.getByRole('button', { name: 'Move: Question 1', exact: true })).toBeFocused();
  await expect(asked.getByRole('listitem').nth(1)).toContainText('Where does it lead?');
  await asked.getByLabel('Seconds of question 2').fill('3');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The seconds or points of question 2 are not a number that fits yet.')).toBeVisible();
  await expect(asked.getByText('A whole number from 5 to 600.')).toBeVisible();
  await asked.getByLabel('Seconds of question 2').fill('45');
  await asked.getByLabel('Points of question 2').fill('2');
  // how it is played and given, unless somebody says otherwise
  const settings = page.getByRole('group').filter({ hasText: 'Each time it is played or given' });
  await settings.getByText('Settings', { exact: true }).click();
  await settings.getByLabel('Points for speed').check();
  await settings.getByLabel('Time limit in minutes').fill('0');
  await expect(settings.getByText('A whole number from 1 to 1440.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await settings.getByLabel('Time limit in minutes').fill('25');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('✓ saved')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Warm-up of the day' })).toBeVisible();
  await expect(asked.getByLabel('Seconds of question 2')).toHaveValue('45');
  // with a colleague, by name; then by its list of versions to the one before, and back to the newest
  await page.getByRole('button', { name: 'Share it' }).click();
  await page.getByLabel('Sign-in name of a teacher').fill('nobody.here');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('No teacher signs in with this name.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Share with every teacher' }).click();
  await expect(page.getByText('Every teacher: look and play it')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByText('Every teacher: look and play it')).toBeHidden();
  await page.getByRole('link', { name: 'Versions' }).click();
  const versions = page.getByRole('region', { name: 'Versions' });
  await expect(versions.getByText(/^added: .*other settings/)).toBeVisible();
  await versions.getByRole('link', { name: 'Version 1' }).click();
  await expect(page.getByText('It asked nothing yet.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('link', { name: '‹ Warm-up of the day' }).click();
  await expect(asked.getByLabel('Seconds of question 2')).toHaveValue('45');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  // a question that is used says where
  await page.goto(`/questions/${outcome.questionId}`);
  await expect(page.getByText('Warm-up of the day, in version 1')).toBeVisible();

  // nobody else's, and not a lesson
  const student = await somebody(browser);
  await signIn(student, 'ada');
  await page.goBack();
  const { pathname } = new URL(page.url());
  expect((await student.page.goto(pathname))?.status()).not.toBe(200);

  // as homework: by rules that are told where they do not fit, then to a student, who has a clock and hands in
  const homework = page.getByRole('region', { name: 'Give as homework' });
  const give = homework.getByRole('button', { name: /^Give to the class: ML-05/ });
  await give.click();
  const rules = page.getByRole('dialog', { name: 'Dates and rules of' });
  await expect(rules.getByLabel('Time limit in minutes')).toHaveValue('25');
  await rules.getByLabel('Time limit in minutes').fill('many');
  await rules.getByRole('button', { name: 'Give to the class' }).click();
  await expect(rules.getByText('A whole number from 1 to 1440.')).toBeVisible();
  await rules.getByLabel('Time limit in minutes').fill('20');
  await rules.getByLabel('Verdicts and right answers are shown').selectOption('after the due date');
  await rules.getByLabel('Due', { exact: true }).fill('2030-06-03T18:00');
  await expect(rules.getByText(/Monday,? (3 June|June 3),? 2030/)).toBeVisible();
  await rules.getByLabel('Verdicts and right answers are shown').selectOption('at once');
  expect(await findings(page)).toEqual([]);
  await rules.getByRole('button', { name: 'Give to the class' }).click();
  await expect(homework.getByText(/due .*20 minutes/)).toBeVisible();
  await expect(give).toBeHidden();

  const ada = student.page;
  await ada.goto('/home');
  await ada.getByRole('link', { name: /^Warm-up of the day/ }).click();
  await expect(ada.getByText('You have 20 minutes from when you press Begin.', { exact: false })).toBeVisible();
  await expect(ada.getByText('Where does it lead?')).toBeHidden();
  expect(await findings(ada)).toEqual([]);
  await ada.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(ada.getByRole('timer')).toContainText(/^(20:00|19:\d\d) left$/);
  const asks = card(ada, 'Where does it lead?');
  await asks.getByRole('radio', { name: /up/ }).check();
  await expect(asks.getByText(/Draft saved/)).toBeVisible();
  await ada.reload();
  // the clock goes on, and what was typed is there
  await expect(ada.getByRole('timer')).toContainText(/^1\d:\d\d left$/);
  await expect(asks.getByRole('radio', { name: /up/ })).toBeChecked();
  await asks.getByRole('button', { name: 'Submit' }).click();
  await expect(asks.getByText('Right: 2 of 2 points.')).toBeVisible();
  expect(await findings(ada)).toEqual([]);
  await ada.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(ada)).toBeLessThanOrEqual(0);

  const quiz = page.url();
  await page.goto(`/classes/${await classId(teacher)}?lesson=${quiz.split('/').at(-1)}`);
  await expect(page.getByRole('heading', { name: 'Warm-up of the day' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ada.*Where does it lead\?: right/ })).toBeVisible();
  // to the quiz as it was given, and on to where it is played
  await page.getByRole('link', { name: 'The quiz', exact: true }).click();
  await expect(page.getByText('Time to read: 5 s · Points for speed')).toBeVisible();
  await page.goto(quiz);

  // saved with one question less, it stays what the class was given; then its teacher takes the newer one, and gives back the other
  await page.getByRole('button', { name: /^Remove: .* 1$/ }).click();
  await expect(page.getByText('which keeps the version that it has', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const taken = homework.getByRole('button', { name: /^Take version \d+: ML-05/ });
  await expect(taken).toBeVisible();
  await expect(homework.getByText('1 student has handed something in', { exact: false })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const cards = ada.getByRole('article');
  const before = await cards.count();
  await taken.click();
  await expect(cards).toHaveCount(before - 1);
  await homework.getByRole('button', { name: 'Undo' }).click();
  await expect(cards).toHaveCount(before);
  await expect(asks.getByText('Right: 2 of 2 points.')).toBeVisible();

  await page.getByRole('region', { name: 'Play it live' }).getByRole('button', { name: 'Start' }).click();
  await page.waitForURL(/\/live\/.*\/host$/);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await expect(page.getByText('Warm-up of the day').first()).toBeVisible();
  for (const { received } of [teacher, student]) expect(received.problems).toEqual([]);
});
