/** One's own account: the name that others see, the password, and where one is signed in. */
import { expect } from '@playwright/test';
import { address, newStudent, PASSWORD, signInByPassword, somebody, test } from './people.ts';

test('signing out ends the sign-in also for who has kept its cookie, and leaves nothing but a known browser', async ({
  browser,
}) => {
  const { context, page } = await newStudent(browser, 'account-deniz');
  const kept = (await context.cookies()).filter(({ name }) => name.includes('nabla.session'));
  expect(kept).toHaveLength(1);
  await page.evaluate(() => localStorage.setItem('nabla-seat:of-a-room', 'a seat'));
  const signOut = page.getByRole('menuitem', { name: 'Sign out' });
  // a menu opens once the page's scripts have come
  await expect(async () => {
    await page.getByRole('button', { name: /^Account:/ }).click({ timeout: 5_000 });
    await expect(signOut).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await signOut.click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('nabla-seat')))).toEqual(
    [],
  );
  await context.addCookies(kept);
  await page.goto('/home');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const known = (await context.cookies(`${address()}/api/auth/callback`)).find(({ name }) => name === 'nabla-device');
  expect(known).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/auth' });
});

test('a student renames, signs out a forgotten computer from the phone, and takes a new password', async ({
  browser,
}) => {
  const phone = await newStudent(browser, 'account-ada', { phone: true });
  const school = await somebody(browser);
  await signInByPassword(school, 'account-ada');
  const { page } = phone;
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();

  await page.getByLabel('Your name', { exact: true }).fill('Ada Müller-Łoś');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your name', { exact: true })).toHaveValue('Ada Müller-Łoś');

  const signIns = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(signIns.getByRole('listitem')).toHaveCount(2);
  await expect(signIns.getByText('This browser')).toHaveCount(1);
  await signIns.getByRole('button', { name: 'Sign out there' }).click();
  await expect(signIns.getByRole('listitem')).toHaveCount(1);
  await school.page.goto('/home');
  await expect(school.page).toHaveURL(/\/sign-in\?next=/);
  await signInByPassword(school, 'account-ada');

  const field = page.getByRole('region', { name: 'Password' });
  await field.getByLabel('Your password now').fill('not this one');
  // told beside the field, by us: a browser's own bubble stands over the button and is gone after a moment
  await field.getByLabel('New password').fill('short');
  await field.getByRole('button', { name: 'Change the password' }).click();
  await expect(field.getByRole('alert')).toHaveText('At least 8 characters, please: there are 5 so far.');
  await expect(field.getByLabel('New password')).toBeFocused();
  await field.getByLabel('New password').fill('quite another word');
  await expect(field.getByRole('alert')).toHaveCount(0);
  await field.getByRole('button', { name: 'Change the password' }).click();
  await expect(field.getByText('This is not your password')).toBeVisible();
  await field.getByLabel('Your password now').fill(PASSWORD);
  await field.getByRole('button', { name: 'Change the password' }).click();
  await expect(field.getByText('Your password is changed.')).toBeVisible();
  await school.page.goto('/home');
  await expect(school.page).toHaveURL(/\/sign-in\?next=/);

  await signIns.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('Name or e-mail').fill('account-ada');
  await page.getByLabel('Password').fill('quite another word');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  expect([...phone.received.problems, ...school.received.problems]).toEqual([]);
});
