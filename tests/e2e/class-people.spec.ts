/** A class gets its people: a list pasted at once and undone, tickets, somebody who has an account, a colleague and an assistant beside its teacher. */
import { expect } from '@playwright/test';
import { findings, lookAt, sideways } from './fit.ts';
import { signIn, somebody, test } from './people.ts';

const ROSTER = [
  'Klasse;Vorname;Name;Benutzername',
  '8a;Jörg;Müller;',
  '8a;Zoë;de la Cruz;',
  ...Array.from({ length: 30 }, (_, at) => `8a;Student ${at + 1};Oftheclass;`),
  '8a;Ada;Lovelace;ada',
  '8a;Nobody;Atall;not ok!',
].join('\n');

test('a teacher pastes a list, prints tickets, asks others in, and takes somebody out and back', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.goto('/classes');
  await page.getByLabel('Name of the class').fill('8a');
  await page.getByRole('button', { name: 'Make a class' }).click();
  await page.waitForURL(/\/people$/);
  const people = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Add many at once' }).click();
  await page.getByLabel('Names or a list').fill(ROSTER);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByText('34 people', { exact: true })).toBeVisible();
  // guessed, shown, and to be said otherwise
  await expect(page.getByRole('combobox', { name: /^Name/ })).toHaveValue('family');
  await expect(page.getByRole('checkbox', { name: 'Add Nobody Atall' })).toBeDisabled();
  await expect(page.getByText('has an account: is invited, and in once they accept')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const add = page.getByRole('button', { name: 'Add 33 people' });
  await add.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('32 accounts are gone. 1 invitation was taken back.')).toBeVisible();

  await page.getByLabel('Names or a list').fill(ROSTER);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await add.click();
  await page.getByRole('link', { name: 'Print their tickets' }).click();
  await page.getByRole('button', { name: 'Make 32 tickets' }).click();
  const ticket = page.getByRole('listitem').filter({ hasText: 'Jörg Müller' });
  const address = await ticket.getByRole('img').getAttribute('alt');
  await expect(ticket).toContainText('jorg.muller');
  // a phone reads the code, chooses a password, and is in
  const jorg = await somebody(browser, { phone: true });
  await jorg.page.goto(new URL(address ?? '').pathname);
  await jorg.page.getByLabel('New password').fill('a long enough password');
  await jorg.page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(jorg.page.getByRole('heading', { name: 'Hello, Jörg Müller' })).toBeVisible();

  // who had an account says yes, and is in
  const ada = await somebody(browser, { phone: true });
  await signIn(ada, 'ada');
  await ada.page.getByRole('button', { name: 'Accept: 8a' }).click();
  await expect(ada.page.getByRole('region', { name: '8a' })).toBeVisible();
  expect(await sideways(ada.page)).toBeLessThanOrEqual(0);

  await page.goto(people);
  const students = page.getByRole('region', { name: /^Students/ }).getByRole('listitem');
  await expect(students.first()).toContainText('de la Cruz, Zoë');
  await page.getByLabel('Their sign-in name').fill('ben');
  await page.getByLabel('As', { exact: true }).selectOption('assistant');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'ben was invited.' })).toBeVisible();
  // a student elsewhere assists here: sees the board, and no people
  const ben = await somebody(browser);
  await signIn(ben, 'ben');
  await ben.page.getByRole('button', { name: 'Accept: 8a' }).click();
  await ben.page.getByRole('region', { name: '8a' }).getByRole('link', { name: 'Open the board' }).click();
  await expect(ben.page.getByRole('navigation', { name: 'This class' }).getByRole('link')).toHaveText([
    ...['Board', 'Now', 'Asked', 'Quizzes', 'Misconceptions'],
  ]);
  expect((await ben.page.goto(people))?.status()).toBe(404);
  await page.reload();
  await page.getByRole('group', { name: 'Ben Turner' }).getByLabel('may add students and take them out').check();
  await expect(async () => expect((await ben.page.goto(people))?.status()).toBe(200)).toPass();

  // out, and back with what was there
  await page.getByRole('button', { name: 'Take out of the class: Zoë de la Cruz' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('and may not come back by the join link').check();
  await dialog.getByRole('button', { name: 'Take out of the class' }).click();
  await page.getByRole('button', { name: 'Bring Zoë de la Cruz back into the class' }).click();
  await expect(students.first()).toContainText('de la Cruz, Zoë');

  // a colleague by a link, who teaches it as well; then the first one may go
  await page.getByLabel('As', { exact: true }).selectOption('teacher');
  await page.getByRole('button', { name: 'A link for one more teacher' }).click();
  const link = page.getByRole('textbox', { name: 'A link for one more teacher' });
  await expect(link).toHaveValue(/\/invited\//);
  const colleague = await somebody(browser);
  await signIn(colleague, 'admin');
  await colleague.page.goto(new URL(await link.inputValue()).pathname);
  await lookAt(colleague.page, 'the door of a class for a colleague');
  await colleague.page.getByRole('button', { name: 'Accept' }).click();
  await expect(colleague.page.getByRole('navigation', { name: 'This class' })).toBeVisible();

  // the end of the year: put aside, copied, deleted by its name
  await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Put this class aside' }).click();
  await page.getByRole('button', { name: 'Delete …' }).click();
  await expect(page.getByText(/33 students/)).toBeVisible();
  await page.getByLabel('Type the name of the class to delete it for good').fill('8a');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { name: 'Classes' })).toBeVisible();
  await expect(page.getByRole('link', { name: '8a' })).toBeHidden();
  for (const one of [teacher, jorg, ada, ben, colleague]) expect(one.received.problems).toEqual([]);
});
