/** A class of more students than a page lays out at once, and lists of more rows than a page shows. */

import { type BrowserContext, expect, type Page } from '@playwright/test';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { callFrom } from './call.ts';
import { findings, lookAt } from './fit.ts';
import { address, type Somebody, signIn, somebody, test } from './people.ts';

const STUDENTS = 310;
const nameOf = (n: number): string => `Çınar ${String(n).padStart(3, '0')}`;

async function order(page: Page, command: string, data: object) {
  const { outcome } = await callFrom(page, command, data);
  expect(outcome, command).toMatchObject({ ok: true });
  return outcome;
}

let made: string | undefined;
/** A class with a lesson and its many students, made once for the stories here. */
async function largeClass({ page }: Somebody): Promise<string> {
  if (made !== undefined) return made;
  await page.goto('/home');
  await page.getByRole('link', { name: 'Open the board' }).first().click();
  const lesson = page.getByLabel('Lesson', { exact: true }).getByRole('option', { name: 'Gradients & Derivatives' });
  const lessonId = (await lesson.getAttribute('value')) ?? '';
  await page.goto('/classes');
  const courseId = await page.getByLabel('Course').inputValue();
  const { classId } = await order(page, 'classes.create', { name: 'A large class', courseId });
  await order(page, 'activities.give', { ...USUAL_SETTINGS, classId, lessonId });
  const waiting = Array.from({ length: STUDENTS }, (_, index) => index + 1);
  const add = async (): Promise<void> => {
    for (let n = waiting.shift(); n !== undefined; n = waiting.shift())
      await order(page, 'people.add', { name: nameOf(n), login: `cinar-${n}`, role: 'student', classId });
  };
  await Promise.all([add(), add(), add(), add()]);
  made = `/classes/${classId}`;
  return made;
}

// in the order of the file, in one classroom: the class is made once
test.describe.configure({ mode: 'serial' });

test('a large board lays out what is in sight, keeps the focus, is looked through, and is printed whole', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const path = await largeClass(teacher);
  const { page } = teacher;
  await page.goto(path);
  const rows = page.getByRole('rowheader');
  const table = page.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', String(STUDENTS + 1));
  await expect(page.getByRole('rowheader', { name: nameOf(20), exact: true })).toBeVisible();
  expect(await rows.count()).toBeLessThan(80);
  await lookAt(page, 'a large board');

  // the cell that the keyboard is in stays, wherever one scrolls to
  const cell = page.getByRole('button', { name: new RegExp(`^${nameOf(2)}, .*: not begun`) }).first();
  await cell.focus();
  const frame = table.locator('..');
  await frame.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  const last = page.getByRole('row', { name: nameOf(STUDENTS) });
  await expect(page.getByRole('rowheader', { name: nameOf(STUDENTS - 8), exact: true })).toBeInViewport();
  await expect(last).toHaveAttribute('aria-rowindex', String(STUDENTS + 1));
  await expect(page.getByRole('rowheader', { name: nameOf(100), exact: true })).toHaveCount(0);
  await expect(cell).toBeFocused();
  expect(await frame.evaluate((box) => box.scrollTop)).toBeGreaterThan(5000);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(nameOf(2));
  await page.keyboard.press('Escape');

  await page.getByRole('searchbox', { name: 'Find a student' }).fill('cinar 04');
  await expect(rows).toHaveCount(10);
  await page.getByRole('searchbox', { name: 'Find a student' }).fill('nobody');
  await expect(page.getByText('Nobody here is called that.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a student' }).fill('');

  await page.emulateMedia({ media: 'print' });
  await expect(rows).toHaveCount(STUDENTS);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => rows.count()).toBeLessThan(80);
  await expect(rows.nth(10)).toBeVisible();
  expect(teacher.received.problems).toEqual([]);
});

async function withoutScripts({ context }: Somebody): Promise<BrowserContext> {
  const browser = context.browser();
  if (browser === null) throw new Error('a browser is there');
  return browser.newContext({
    baseURL: address(),
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
}

test('people are looked for and turned through by the server, also without scripts', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await largeClass(teacher);
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  for (const context of [admin.context, await withoutScripts(admin)]) {
    const page = await context.newPage();
    await page.goto('/admin/people');
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('CINAR');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page.getByText(`1–50 of ${STUDENTS}`)).toBeVisible();
    await page.getByRole('link', { name: 'After' }).click();
    await expect(page.getByText(`51–100 of ${STUDENTS}`)).toBeVisible();
    await expect(page.getByRole('rowheader').first()).toHaveText(nameOf(51));
    await page.getByRole('link', { name: /^Name/ }).click();
    await expect(page.getByRole('rowheader').first()).toHaveText(nameOf(STUDENTS));
    await expect(page.getByRole('columnheader', { name: /^Name/ })).toHaveAttribute('aria-sort', 'descending');
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('%');
    await page.getByRole('searchbox', { name: 'Find by name' }).press('Enter');
    await expect(page.getByText('Nothing here is called “%”.')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Show all', exact: true }).click();
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await page.goto('/admin/courses?q=gradients+in+code');
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await page.goto('/classes?q=LARGE');
    await page.getByRole('link', { name: 'A large class' }).click();
    await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'People' }).click();
    await page.getByRole('searchbox', { name: 'Find by name' }).fill(nameOf(STUDENTS));
    await page.getByRole('searchbox', { name: 'Find by name' }).press('Enter');
    await expect(page.getByText('1–1 of 1')).toBeVisible();
    await expect(page.getByRole('button', { name: `Take out of the class: ${nameOf(STUDENTS)}` })).toBeVisible();
    await page.close();
  }
  await admin.page.goto('/admin/people?q=cinar&page=3');
  await lookAt(admin.page, 'a page of people');
  await admin.page.goto('/classes?q=nothing');
  expect(await findings(admin.page)).toEqual([]);
  expect(admin.received.problems).toEqual([]);
});
