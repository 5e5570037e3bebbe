/** Whoever comes by without an account: what this is, two exercises graded for real, and the ways in. */
import { expect, type Page } from '@playwright/test';
import { callFrom } from './call.ts';
import { here } from './here.ts';
import { signIn, somebody, test } from './people.ts';

/** Compressed, as it comes over the network, of all scripts so far. */
function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => /\.js(?:\?|$)/.test(entry.name))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );
}

/** Counts what moves without anybody having asked for it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'hadRecentInput' in entry && entry.hadRecentInput === false)
          seen.sum += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

for (const phone of [false, true])
  test(`a stranger tries maths and code without an account${phone ? ' on a phone' : ''}`, async ({ browser }) => {
    const { page } = await somebody(browser, { phone, dark: phone });
    const shifts = await watchShifts(page);
    await page.goto('/', { waitUntil: 'load' });
    await expect(page.getByRole('img', { name: /^A classroom:/ })).toBeVisible();
    // the page has woken up, and what it may load by itself is there
    await page.waitForTimeout(1_500);
    const bytes = await scriptBytes(page);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(260 * 1024);

    const maths = page.getByRole('article', { name: 'How steep is it?' });
    await maths.getByRole('button', { name: 'Check' }).click();
    await expect(maths.getByText('Type something first')).toBeVisible();
    // near now: the typeset field takes the place of the plain one
    await expect(maths.locator('math-field')).toHaveCount(3);
    for (const [index, typed] of ['3x^2', '6x', '5'].entries()) {
      const field = maths.locator('math-field').nth(index);
      await field.click();
      await expect(field).toBeFocused();
      await page.keyboard.type(typed, { delay: 60 });
    }
    const code = page.getByRole('article', { name: 'Roll downhill' });
    await code.getByRole('textbox').click();
    await expect(code.locator('.cm-content')).toBeVisible();
    expect(await shifts()).toBeLessThanOrEqual(0.02);
    await maths.getByRole('button', { name: 'Check' }).click();
    await expect(maths.getByText(/^Partly right/)).toBeVisible();

    await code.getByRole('button', { name: 'Run' }).click();
    await expect(code.getByText(/is expected/).first()).toBeVisible();
    await code.getByRole('textbox').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('def step(x, rate):\nreturn x - 2 * x * rate');
    await code.getByRole('button', { name: 'Run' }).click();
    await expect(code.getByText('Your code gives the right result in every example.')).toBeVisible();
    await expect(code.getByText('hidden', { exact: true })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

test('the front page holds no key, and leads students, teachers and hosts on', async ({ browser }) => {
  const { page } = await somebody(browser);
  const html = await (await page.request.get(`${here().address}/`)).text();
  for (const secret of ['x - rate * slope', 'From anywhere', 'Is both used', '"truths"', 'Term by term'])
    expect(html).not.toContain(secret);
  // the picture moves once, and for who asks for it not at all
  const moves = () =>
    page.locator('.room-picture *').evaluateAll((parts) =>
      parts
        .map((part) => getComputedStyle(part))
        .filter(({ animationName }) => animationName !== 'none')
        .map(({ animationIterationCount }) => animationIterationCount),
    );
  await page.goto('/');
  expect(new Set(await moves())).toEqual(new Set(['1']));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  expect(await moves()).toEqual([]);
  await expect(page.getByText('npm start', { exact: false }).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Code of the quiz' }).fill('000000');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL(/\/join\/000000$/);
  await expect(page.getByText('No quiz is open with this code')).toBeVisible();
});

test('a teacher’s first sign-in leads to a class and a quiz in three steps, which can be put off', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const login = `first-${Date.now()}`;
  const person = { name: 'Grace Novak', login, role: 'teacher', classId: null };
  const { link } = (await callFrom<{ link: string }>(admin.page, 'people.add', person)).outcome;
  const { page } = await somebody(browser);
  await page.goto(link);
  await page.getByLabel('New password').fill('a long enough password');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await page.waitForURL(/\/first-steps$/);
  await expect(page.getByRole('heading', { name: 'Welcome, Grace Novak' })).toBeVisible();
  const now = page.locator('li[aria-current="step"]');
  await expect(now).toContainText('Make a class');
  await page.getByLabel('Name of the class').fill('Group of Grace');
  await page.getByRole('button', { name: 'Make a class' }).click();
  await page.waitForURL(/\/people$/);

  await page.goto('/home');
  await expect(page.getByText('First steps: 1 of 3 done')).toBeVisible();
  await page.getByRole('link', { name: 'Go on' }).click();
  await expect(now).toContainText('Bring your students in');
  await expect(page.getByRole('textbox', { name: 'Join link' })).toHaveValue(/\/join-class\//);
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.waitForURL(/\/home$/);
  await expect(page.getByText('First steps: 1 of 3 done')).toHaveCount(0);
  await page.getByRole('link', { name: 'First steps for teachers' }).click();
  await expect(now).toContainText('Bring your students in');
});
