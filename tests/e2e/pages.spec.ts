/** Pages of students and of everybody, as they are met: fit for all, in light and dark. */
import { expect } from '@playwright/test';
import { look } from './fit.ts';
import { somebody, test } from './people.ts';

test('pages for everybody are fit for all', async ({ browser }) => {
  await look(browser, null, ['/', '/sign-in', '/join', '/no-such-page', '/join-class/closed', '/reset/used']);
});

test('pages for students are fit for all', async ({ browser }) => {
  await look(browser, 'chiara', [
    '/home',
    '/account',
    '/courses/mathematics-for-machine-learning/level-05',
    '/lessons/gradients-and-derivatives',
    '/lessons/gradients-in-code',
  ]);
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
