/** Pages of students and of everybody, as they are met: fit for all, in light and dark. */
import { expect } from '@playwright/test';
import { look } from './fit.ts';
import { openBoard, signIn, somebody, test } from './people.ts';
import { makeOwnPlace } from './write-lesson.ts';

test('pages for everybody are fit for all', async ({ browser }) => {
  await look(browser, null, ['/', '/sign-in', '/join', '/no-such-page', '/join-class/closed', '/reset/used']);
  await look(browser, null, ['/mail/off/no-such-link', '/mail/confirm/no-such-link']);
  // what is not there, or no more, leads on
  const { page } = await somebody(browser, { phone: true });
  for (const [path, leadsOn, to] of [
    ['/no-such-page', 'Go to the start', '/'],
    ['/join-class/closed', 'Go to sign in', '/sign-in'],
    ['/reset/used', 'Go to sign in', '/sign-in'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link', { name: 'Nabla' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: leadsOn })).toHaveAttribute('href', to);
  }
});

test('pages for students are fit for all', async ({ browser }) => {
  await look(browser, 'chiara', [
    '/home',
    '/practise',
    '/grades',
    '/account',
    '/notices',
    '/courses/mathematics-for-machine-learning/level-05',
    '/lessons/gradients-and-derivatives',
    '/lessons/gradients-in-code',
  ]);
  // places that nobody has written yet are one line
  const unwritten = async (path: string): Promise<void> => {
    await chiara.page.goto(path);
    const line = chiara.page.getByText(/1 lesson is not written yet$/).first();
    await expect(line).toBeVisible();
    await expect(line.locator('xpath=ancestor::details').getByRole('listitem').first()).toBeHidden();
  };
  // on a phone as well: the points, and the headings of the page
  const chiara = await somebody(browser, { phone: true });
  await signIn(chiara, 'chiara');
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const { level } = await makeOwnPlace(admin.page);
  await unwritten(`/courses/mathematics-for-machine-learning/${level}`);
  await chiara.page.goto('/lessons/gradients-and-derivatives');
  const main = chiara.page.getByRole('main');
  await expect(main.getByText(/^\d+(\.\d+)? \/ \d+ points$/)).toBeInViewport();
  await main.getByText('On this page', { exact: true }).click();
  await main.getByRole('navigation', { name: 'On this page' }).getByRole('link').last().click();
  await expect(chiara.page).toHaveURL(/#./);
});

test('what is printed is light, and a board is printed whole', async ({ browser }) => {
  const teacher = await somebody(browser, { dark: true });
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  const { page } = teacher;
  const frame = page.getByRole('table').locator('..');
  await expect(frame).toHaveCSS('overflow', 'auto');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(27, 27, 32)');
  await expect(frame).toHaveCSS('overflow', 'visible');
  await expect(frame).toHaveCSS('max-height', 'none');
});

test('a page that is open turns dark with the device, unless light was chosen', async ({ browser }) => {
  const { page, context } = await somebody(browser);
  await page.goto('/');
  const root = page.locator('html');
  await expect(root).toHaveCSS('color-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('button', { name: 'Colours: As on this device' }).click();
  await expect(root).toHaveCSS('color-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveCSS('color-scheme', 'light');
  await context.close();
});
