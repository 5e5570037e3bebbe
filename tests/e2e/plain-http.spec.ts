/**
 * Everything works over plain http under another name than the loopback's, as on a teacher's laptop in a school's
 * network: browsers call that an insecure context, which loopback addresses hide.
 */
import { chromium, expect } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { address, card, PASSWORD, pressAndMean, readThrough, test, watch, writeCode } from './people.ts';

const NAME = 'classroom.test';

test('a student practises and plays over plain http under another name', async () => {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  });
  const base = address().replace('localhost', NAME);
  const open = async () => {
    const context = await browser.newContext({ baseURL: base });
    const page = await context.newPage();
    return { context, page, received: watch(page) };
  };
  try {
    const ada = await open();
    const { page } = ada;
    await page.goto('/sign-in');
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await page.getByLabel('Name or e-mail').fill('ada');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
    expect(page.url()).toContain(NAME);
    for (const cookie of await ada.context.cookies()) expect(cookie.secure, cookie.name).toBe(false);

    await page.goto('/lessons/gradients-in-code');
    await writeCode(
      page,
      'A gradient descent step in Python',
      'def gradient_descent_step(x, y, learning_rate=0.1):\n    return x - learning_rate * 2 * x, y - learning_rate * 2 * y\n',
    );
    const exercise = card(page, 'A gradient descent step in Python');
    await exercise.getByRole('button', { name: 'Run' }).click();
    await expect(exercise.getByText('Your code gives the right result in every example.')).toBeVisible();
    await exercise.getByRole('button', { name: 'Submit' }).click();
    await expect(exercise.getByText(/^Right:/)).toBeVisible();
    // what is written is kept here too, without Web Locks, and one of two tabs sends it
    const second = await ada.context.newPage();
    await second.goto('/lessons/gradients-in-code');
    await readThrough(second);
    await expect(second.locator('[contenteditable="true"][aria-label^="Your code"]').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.locks === undefined)).toBe(true);
    const check = 'One step, by hand';
    await ada.context.setOffline(true);
    await card(page, check).getByLabel('Your answer').fill('2.3');
    await expect(card(page, check).getByText('Kept on this device, will be sent.')).toBeVisible();
    await expect(card(second, check).getByLabel('Your answer')).toHaveValue('2.3');
    await ada.context.setOffline(false);
    for (const tab of [page, second]) await expect(card(tab, check).getByText(/^Draft saved/)).toBeVisible();
    await second.close();
    await page.goto('/lessons/gradients-and-derivatives');
    await readThrough(page);
    await expect(page.locator('math-field').first()).toBeVisible();

    const teacher = await open();
    await teacher.page.goto('/sign-in?next=/lessons/gradients-and-derivatives');
    await teacher.page.getByLabel('Name or e-mail').fill('teacher');
    await teacher.page.getByLabel('Password').fill(PASSWORD);
    await teacher.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await teacher.page.getByRole('button', { name: 'Start live quiz' }).click();
    await teacher.page.waitForURL(/\/host/);
    const code =
      (await teacher.page
        .getByText(/^\d{6}$/)
        .first()
        .textContent()) ?? '';
    await page.goto(`/join/${code}`);
    await page.getByLabel('Your name in this quiz').fill('Plain Ada');
    await page.getByRole('button', { name: 'Come in' }).click();
    await expect(page.getByRole('heading', { name: 'You’re in, Plain Ada' })).toBeVisible();
    await pressAndMean(teacher.page, 'End the quiz');
    await expect(teacher.page.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
    for (const person of [ada, teacher]) expect(person.received.problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
