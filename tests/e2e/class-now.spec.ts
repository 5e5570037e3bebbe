/** A class works together: who is where, raised hands, everybody brought to one place and paused, and answers side by side. */
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { findings, sideways } from './fit.ts';
import { card, newStudent, signIn, somebody, test } from './people.ts';

const LESSON = 'Gradients in code';
const QUESTION = 'One step, by hand';

test('a teacher sees who works on what, helps who raises a hand, and shows answers side by side', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.goto('/classes');
  await page.getByLabel('Name of the class').fill('9d');
  await page.getByRole('button', { name: 'Make a class' }).click();
  await page.waitForURL(/\/people$/);
  const ofClass = new URL(page.url()).pathname.replace('/people', '');
  const classId = ofClass.split('/').at(-1) ?? '';
  await page.goto(`${ofClass}/lessons`);
  await page.getByRole('button', { name: `Give to the class: ${LESSON}` }).click();
  await expect(page.getByRole('button', { name: `Dates and rules: ${LESSON}` })).toBeVisible();
  const { outcome: link } = await callFrom<{ token: string }>(page, 'classes.joinLink', { classId, open: true });
  const mia = await newStudent(browser, 'mia.now', { phone: true });
  const ole = await newStudent(browser, 'ole.now');
  for (const one of [mia, ole]) await callFrom(one.page, 'classes.join', { token: link.token });
  const tile = (name: string) =>
    page.getByRole('region', { name: 'Students' }).getByRole('listitem').filter({ hasText: name });

  // nobody is there; the hour is begun
  await page.getByRole('link', { name: 'Now', exact: true }).click();
  await expect(tile('mia.now')).toContainText('not here');
  await page.getByRole('button', { name: 'Begin together' }).click();
  await expect(page.getByText('Together since')).toBeVisible();

  // they come, are told who sees them, and one of them types
  for (const one of [mia, ole]) await one.page.goto('/lessons/gradients-in-code');
  await expect(mia.page.getByText('While you work here, Emmy Noether can see where you are')).toBeVisible();
  const step = card(mia.page, QUESTION);
  await step.getByRole('textbox').fill('2.3');
  await expect(tile('mia.now')).toContainText('writing');
  await expect(tile('mia.now')).toContainText(QUESTION);
  await expect(tile('ole.now')).toContainText('reading');

  // a hand goes up and is helped
  await mia.page.getByRole('button', { name: 'Raise hand' }).click();
  await expect(mia.page.getByText('You are next.')).toBeVisible();
  expect(await findings(mia.page)).toEqual([]);
  expect(await sideways(mia.page)).toBe(0);
  await page.getByRole('button', { name: 'Lower the hand of The mia.now' }).click();
  await expect(page.getByText('No hand is up.')).toBeVisible();
  await expect(mia.page.getByRole('button', { name: 'Raise hand' })).toBeVisible();

  // what she types is looked at as she goes on, by key to whoever is next
  expect(await findings(page)).toEqual([]);
  await tile('mia.now').getByRole('button').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('2.3')).toBeVisible();
  await step.getByRole('textbox').fill('2.35');
  await expect(sheet.getByText('2.35')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Show this to the class' }).click();
  await page.keyboard.press('Escape');

  // all to one place, and paused there
  await page.getByRole('button', { name: 'Bring all to' }).click();
  await page
    .getByRole('button', { name: new RegExp(QUESTION) })
    .last()
    .click();
  await expect(ole.page.getByText(`The class is at “${QUESTION}”`)).toBeVisible();
  await expect(card(ole.page, QUESTION)).toBeInViewport();
  await page.getByRole('button', { name: 'Pause all' }).click();
  const paused = mia.page.getByRole('dialog', { name: 'The class is paused' });
  await expect(paused).toBeVisible();
  expect(await findings(mia.page)).toEqual([]);
  await mia.page.keyboard.press('Escape');
  await mia.page.reload();
  await expect(paused).toBeVisible();
  await page.getByRole('button', { name: 'Let them go on' }).click();
  await expect(paused).toBeHidden();
  await expect(step.getByRole('textbox')).toHaveValue('2.35');

  // kept as it is, and shown without names; what she types then is not on the wall
  await page.getByRole('button', { name: 'Show side by side' }).click();
  await page.waitForURL(/\/now\/[0-9a-f-]{36}$/);
  await expect(page.getByText('2.35')).toBeVisible();
  await expect(page.getByText('The mia.now')).toBeHidden();
  expect(await findings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  await page.getByRole('button', { name: 'Show names' }).click();
  await expect(page.getByText('The mia.now')).toBeVisible();

  // names stay hidden over a reload, and the end is the end for everybody
  await page.getByRole('link', { name: 'Back to the class' }).click();
  await expect(page.getByRole('heading', { name: 'Now', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Hide names' }).click();
  await page.reload();
  await expect(tile('Student 1')).toBeVisible();
  await expect(page.getByText('mia.now')).toBeHidden();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
  await expect(page.getByRole('button', { name: 'Begin together' })).toBeVisible();
  await expect(mia.page.getByRole('button', { name: 'Raise hand' })).toBeHidden();
  for (const one of [teacher, mia, ole]) expect(one.received.problems).toEqual([]);
});
