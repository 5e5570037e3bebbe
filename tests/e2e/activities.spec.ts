/** What a class is given, for a term: late work, somebody who was ill, a column of its own; and what its student is told. */
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { findings, sideways } from './fit.ts';
import { card, newStudent, signIn, somebody, test } from './people.ts';

const LESSON = 'Gradients in code';

test('late work counts less, who was ill has longer, and what would change is shown first', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.goto('/classes');
  await page.getByLabel('Name of the class').fill('9c');
  await page.getByRole('button', { name: 'Make a class' }).click();
  await page.waitForURL(/\/people$/);
  const ofClass = new URL(page.url()).pathname.replace('/people', '');
  const classId = ofClass.split('/').at(-1) ?? '';
  const { outcome: link } = await callFrom<{ token: string }>(page, 'classes.joinLink', { classId, open: true });
  const zoe = await newStudent(browser, 'zoe.late', { phone: true });
  await callFrom(zoe.page, 'classes.join', { token: link.token });

  // it was due long ago, which is asked, and counts less by the day
  await page.goto(`${ofClass}/lessons`);
  await page.getByRole('button', { name: `Give to the class: ${LESSON}` }).click();
  await page.getByRole('button', { name: `Dates and rules: ${LESSON}` }).click();
  await page.getByLabel('Due', { exact: true }).fill('2026-01-05T18:00');
  await page.getByLabel('What comes after the due date').selectOption('counts less for each day');
  await page.getByLabel('Percent left at least').fill('half');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('A number from 0 to 100.')).toBeVisible();
  await page.getByLabel('Percent left at least').fill('50 %');
  await page.getByLabel('only these:').check();
  await page.getByRole('checkbox', { name: /One step, by hand/ }).check();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('is over already. Is that meant?')).toBeVisible();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText(/due .*2026.*−10% a day late · 1 question of it/)).toBeVisible();

  // the student is told, hands in, and sees what it counts
  await zoe.page.goto('/lessons/gradients-in-code');
  await expect(zoe.page.getByText('After the due date 10% of the earned points are taken off')).toBeVisible();
  const step = card(zoe.page, 'One step, by hand');
  await step.getByRole('textbox').fill('2.4');
  await step.getByRole('button', { name: 'Submit' }).click();
  await expect(step.getByText('Right: 1 of 1 point.')).toBeVisible();

  await page.getByRole('link', { name: `Results: ${LESSON}` }).click();
  await page.waitForURL(/\/activities\//);
  const row = page.getByRole('row', { name: /zoe/ });
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText('✓ done', { timeout: 2_000 });
  }).toPass({ timeout: 90_000 });
  await expect(row).toContainText('⏱');
  await expect(row).toContainText('before the deduction');
  expect(await findings(page)).toEqual([]);
  await row.getByRole('button', { name: /Change what holds/ }).click();
  await page.getByLabel('Due for them').fill('2035-01-05T18:00');
  await page.getByLabel('Reason').fill('was in hospital');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The points of 1 student would change')).toBeVisible();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(row).toContainText('was in hospital');
  await expect(row).not.toContainText('before the deduction');
  await page.getByText('What was changed').click();
  await expect(page.getByText(/changed what holds for/)).toBeVisible();
  await zoe.page.reload();
  await expect(zoe.page.getByText('was in hospital')).toBeVisible();
  await expect(zoe.page.getByText('Counts so far')).toBeVisible();
  expect(await sideways(zoe.page)).toBe(0);

  // a column of its own, and what is taken back comes back
  await page.goto(`${ofClass}/lessons`);
  await page.getByRole('button', { name: 'Add something outside' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Oral');
  await page.getByLabel('Points to have').fill('15');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: 'Points of Oral' }).click();
  await page.waitForURL(/\/activities\//);
  await page.getByLabel(/^Points of .*zoe/).fill('12,5');
  await page.getByRole('button', { name: 'Save points' }).click();
  await expect(page.getByText('1 has points, 12.5 of 15 on average')).toBeVisible();
  await page.goto(`${ofClass}/lessons`);
  await page.getByRole('button', { name: `Take back: ${LESSON}` }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/due .*2026.*−10% a day late · 1 question of it/)).toBeVisible();
  expect(await sideways(page)).toBe(0);

  // the grade book, by keyboard as a spreadsheet: a number begins, Enter stores, Ctrl Z takes back
  await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'Grades' }).click();
  await page.waitForURL(/\/grades$/);
  const line = page.getByRole('row', { name: /zoe/ });
  await expect(line).toContainText('12.5 ✎');
  await line.getByRole('gridcell', { name: /by hand/ }).click();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Oral: 9 by hand')).toBeVisible();
  await expect(line).toContainText('9 ✎');
  await page.keyboard.press('Control+z');
  await expect(line).toContainText('12.5 ✎');
  await page.keyboard.press('e');
  await expect(line).toContainText('excused');
  await page.keyboard.press('Space');
  const beside = page.getByRole('complementary', { name: 'This cell' });
  await expect(beside.getByText('excused: none → yes')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(line).toContainText('12.5 ✎');
  await page.getByRole('button', { name: 'What counts' }).click();
  await page.getByRole('button', { name: 'Add a category' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Oral work');
  await page.getByLabel('Category of Oral').selectOption('Oral work');
  await page.getByLabel('Weight of Oral work').fill('3');
  await expect(page.getByText('1 total would change.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('What counts was changed')).toBeVisible();

  // its student sees what counts, and what would be if
  await zoe.page.goto('/home');
  await zoe.page.getByRole('link', { name: 'My grades' }).click();
  await zoe.page.waitForURL(/\/grades/);
  const own = zoe.page.getByRole('region', { name: '9c' });
  await expect(own.getByText('12.5 of 15')).toBeVisible();
  await own.getByRole('button', { name: 'What if …' }).click();
  await own.getByLabel('Points of Oral, what if').fill('15');
  await expect(own.getByText('Total so far: 100%')).toBeVisible();
  expect(await sideways(zoe.page)).toBe(0);
  expect(await findings(zoe.page)).toEqual([]);
});
