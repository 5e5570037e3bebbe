/** Numbers of one's own: drawn by a form, asked by a lesson, practised with others; and the bank in which such a question is found. */
import { expect, type Page } from '@playwright/test';
import { findings, lookAt } from './fit.ts';
import { card, joinQuiz, signIn, somebody, test } from './people.ts';
import { publish, written } from './publishing.ts';

/** What is drawn, as the prompt shows it to whoever looks. */
async function valuesOn(page: Page): Promise<{ a: number; b: number }> {
  const tex = card(page, 'Slope of a parabola').locator('annotation').first();
  await expect(tex).toHaveText(/f\(x\) =/);
  const [, a, b] = /\{(\d+)\}x\^2 \+ \{(\d+)\}x/.exec((await tex.textContent()) ?? '') ?? [];
  return { a: Number(a), b: Number(b) };
}

/** @param had the numbers that the lesson asks with */
async function practiseByKeys(page: Page, had: { a: number; b: number }): Promise<void> {
  await page.goto('/home');
  await expect(
    page.getByRole('region', { name: 'Go on where you were' }).or(page.getByText('Begin here')),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Practise again' })).toContainText('comes tomorrow');
  await page
    .getByRole('region', { name: 'Practise again' })
    .getByRole('link', { name: 'All practice questions' })
    .press('Enter');
  await page.getByRole('button', { name: /^Practise \d+ now anyway$/ }).press('Enter');
  const asked = card(page, 'Slope of a parabola');
  const leave = page.getByRole('button', { name: 'Skip', exact: true });
  // others may have gone wrong in other stories
  await expect(async () => {
    await expect(page.getByRole('article')).toBeVisible();
    if (!(await asked.isVisible())) await leave.press('Enter');
    await expect(asked).toBeVisible({ timeout: 100 });
  }).toPass();
  const others = await valuesOn(page);
  expect(others).not.toEqual(had);
  const field = asked.getByRole('textbox').first();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(field).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.type(`${2 * others.a}x + ${others.b}`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(asked.getByText(/^Right/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'It comes again' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const on = page.getByRole('button', { name: /^(Next question|Finish)$/ });
  await expect(on).toBeFocused();
  await page.keyboard.press('Enter');
  while (await page.getByRole('region', { name: 'Practice' }).isVisible()) await leave.press('Enter');
  const end = page.getByRole('region', { name: 'Done for now' });
  await expect(end.getByRole('listitem').filter({ hasText: 'Slope of a parabola' })).toContainText('right');
  expect(await findings(page)).toEqual([]);
  // put aside, and back
  await page.getByRole('button', { name: 'Put aside: Slope of a parabola' }).press('Enter');
  const aside = page.getByRole('region', { name: 'Put aside' });
  await aside.getByRole('button', { name: 'Bring back: Slope of a parabola' }).press('Enter');
  await expect(aside).toBeHidden();
  // its lesson asks what it asked before
  await page.goto('/lessons/gradients-in-code');
  expect(await valuesOn(page)).toEqual(had);
}

test('a teacher draws numbers in a form, keeps the question, and each student practises with their own', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.goto('/questions/new');
  const form = page.getByRole('form', { name: 'Question as a form' });
  await form.getByRole('radio', { name: /^Formula/ }).check({ force: true });
  await form.getByLabel('Title', { exact: true }).fill('Slope of a parabola');
  await form.getByText('Numbers that differ for each student').click();
  const add = form.getByRole('button', { name: '+ Number' });
  await add.click();
  await form.getByLabel('From', { exact: true }).fill('2');
  await form.getByLabel('To', { exact: true }).fill('5');
  await add.click();
  await form.getByLabel('From', { exact: true }).nth(1).fill('11');
  await form.getByLabel('To', { exact: true }).nth(1).fill('20');
  await form.getByLabel('What is asked', { exact: true }).fill('Differentiate $f(x) = {a}x^2 + {b}x$.');
  await form.getByRole('textbox', { name: 'Formula', exact: true }).fill('{2a}x + {b}');
  await form.getByLabel('Why it is right', { exact: true }).fill('Powers come down.');
  const samples = page.getByRole('region', { name: 'Some of what students get' });
  await expect(samples.getByText('Sample 1 of 10')).toBeVisible();
  await expect(samples.getByText('a = 2, b = 11')).toBeVisible();
  await expect(samples.getByText('All 40 were looked at: nothing is wrong with them.')).toBeVisible();
  await samples.getByRole('button', { name: 'The next sample' }).click();
  await expect(samples.getByText('Sample 2 of 10')).toBeVisible();
  // it is graded as the sample that is shown
  const sample = await valuesOn(page);
  const tried = card(page, 'Slope of a parabola');
  await tried.getByRole('button', { name: 'Type formulas as plain text' }).click();
  await tried
    .getByRole('textbox')
    .first()
    .fill(`${2 * sample.a}x + ${sample.b}`);
  await tried.getByRole('button', { name: 'Submit' }).click();
  await expect(tried.getByText(/^Right/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the question' }).click();
  await page.waitForURL(/\/questions\/[\da-f-]{36}$/);
  const ref = page.url().split('/').at(-1) ?? '';
  await page.getByLabel('Tags, separated by commas').fill('parabola, drawn numbers');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Take away: drawn numbers' })).toBeVisible();

  // found again by a tag, put aside, brought back, and put into a quiz
  await page.goto('/questions');
  await page.getByRole('searchbox').fill('parab drawn');
  await page.getByRole('search').getByRole('button').click();
  await expect(page.getByRole('link', { name: 'Slope of a parabola' })).toBeVisible();
  await page.getByRole('link', { name: /^drawn numbers/ }).click();
  await expect(page).toHaveURL(/tag=drawn/);
  await lookAt(page, 'the bank by a tag');
  await page.getByLabel('Choose: Slope of a parabola').check();
  const chosen = page.getByRole('region', { name: 'Chosen questions' });
  await expect(chosen.getByText('1 chosen')).toBeVisible();
  await chosen.getByRole('button', { name: 'Put aside' }).click();
  await expect(page.getByText('It is put aside.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('It is back on the list.')).toBeVisible();
  await page.getByLabel('Choose: Slope of a parabola').check();
  await chosen.getByRole('button', { name: 'Make a quiz of 1' }).click();
  await page.waitForURL(/\/quizzes\/[\da-f-]{36}$/);
  await expect(page.getByText('Slope of a parabola').first()).toBeVisible();
  const quiz = page.url();

  // asked by a lesson: two students, numbers of their own
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, `${await written()}\n\n::question{#own-numbers ref=${ref} version=1}\n`);
  const ada = await somebody(browser, { phone: true });
  await signIn(ada, 'ada');
  await ada.page.goto('/lessons/gradients-in-code');
  const before = await valuesOn(ada.page);
  await ada.page.reload();
  expect(await valuesOn(ada.page)).toEqual(before);
  const mine = card(ada.page, 'Slope of a parabola');
  await mine.getByRole('button', { name: 'Type formulas as plain text' }).click();
  await mine
    .getByRole('textbox')
    .first()
    .fill(`${2 * before.a}x + ${before.b}`);
  await mine.getByRole('button', { name: 'Submit' }).click();
  await expect(mine.getByText(/^Right/)).toBeVisible();
  expect(await findings(ada.page)).toEqual([]);
  await mine.getByRole('button', { name: 'Other numbers' }).click();
  await expect.poll(() => valuesOn(ada.page)).not.toEqual(before);
  const now = await valuesOn(ada.page);
  // an empty field, the points kept, and the answer of before is wrong by now
  await expect(mine.getByRole('textbox').first()).toHaveValue('');
  await expect(mine.getByText(/^Right/)).toHaveCount(0);
  await mine
    .getByRole('textbox')
    .first()
    .fill(`${2 * before.a}x + ${before.b}`);
  await mine.getByRole('button', { name: 'Submit' }).click();
  await expect(mine.getByText(/^Not yet/)).toBeVisible();
  await mine
    .getByRole('textbox')
    .first()
    .fill(`${2 * now.a}x + ${now.b}`);
  await mine.getByRole('button', { name: 'Submit' }).click();
  await expect(mine.getByText(/^Right/)).toBeVisible();

  // what went wrong comes back, with numbers that its lesson does not have, and is practised by keys alone
  await practiseByKeys(ada.page, now);

  // in a room, where its host wants so: on the phone they are one's own, on the host's page an example
  await page.goto(quiz);
  await page.getByRole('button', { name: 'Quiz settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Quiz settings' });
  await settings.getByLabel('Numbers of one’s own, where a question draws them').check();
  await settings.getByLabel('Time to read').selectOption('none');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start live quiz' }).click();
  await page.waitForURL(/\/live\/.*\/host$/);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  const code = await page
    .getByText(/^\d{6}$/)
    .first()
    .textContent();
  const phone = await somebody(browser, { phone: true });
  await joinQuiz(phone, code ?? '', 'Noether');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(phone.page.getByText('These numbers are yours alone.')).toBeVisible();
  await expect(page.getByText('Everybody has numbers of their own: these are one example.')).toBeVisible();
  expect(await findings(phone.page)).toEqual([]);
  for (const one of [teacher, admin, ada, phone]) expect(one.received.problems).toEqual([]);
});
