/** A live quiz as peers learn from each other: a first vote, talk, a second vote; what was not sent counts at the bell. */
import { expect } from '@playwright/test';
import { findings } from './fit.ts';
import { joinQuiz, openQuiz, ringAndShow, type Somebody, showOptions, signIn, somebody, test } from './people.ts';

test('a class votes, talks and votes again: no key shows in between, and both votes stand side by side', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { dark: true })];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  await ada.page.getByRole('button', { name: /^A/ }).click();
  await ben.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('2 of 2 answered')).toBeVisible();

  await host.getByRole('button', { name: 'Discuss, then vote again' }).click();
  await expect(ada.page.getByRole('heading', { name: 'Talk it over' })).toBeVisible();
  await expect(host.getByText('Only you see how it voted', { exact: false })).toBeVisible();
  await expect(host.getByRole('list', { name: 'Answers' }).getByRole('img', { name: 'right' })).toHaveCount(0);
  const screen = await teacher.context.newPage();
  await screen.goto(host.url().replace(/host$/, 'screen'));
  await expect(screen.getByRole('main')).not.toBeEmpty();
  for (const page of [host, screen, ada.page, ben.page]) expect(await findings(page), page.url()).toEqual([]);
  await screen.close();

  await host.getByRole('button', { name: 'Vote again' }).click();
  await ada.page.getByRole('button', { name: /^B/ }).click();
  await ben.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('2 of 2 answered')).toBeVisible();
  await ringAndShow(host);
  await expect(host.getByText('1 → 2')).toBeVisible();
  await expect(host.getByText('1 → 0')).toBeVisible();
  await expect(ada.page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  await expect(ada.page.getByText('+ 1,000')).toBeVisible();
});

test('what a student typed and did not send counts at the bell, and comes back after a reload', async ({ browser }) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient Descent Step/i]);
  const host = teacher.page;
  const ada = await somebody(browser, { phone: true });
  await joinQuiz(ada, code, 'Ada');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  await ada.page.getByRole('textbox').nth(0).fill('2*x');
  await ada.page.getByRole('textbox').nth(1).fill('2*y');
  await expect(ada.page.getByText('Kept. It counts at the bell', { exact: false })).toBeVisible();
  await expect(host.getByText('0 of 1 answered')).toBeVisible();
  await ada.page.reload();
  await expect(ada.page.getByRole('textbox').nth(1)).toHaveValue('2*y');
  await ringAndShow(host);
  await expect(ada.page.getByRole('heading', { name: 'Right' })).toBeVisible();

  // the host reads one of the answers, then puts it before the class
  const screen = await teacher.context.newPage();
  await screen.goto(host.url().replace(/host$/, 'screen'));
  await host.getByText('One of these answers').click();
  await host.getByRole('button', { name: 'Show it to the class' }).click();
  const shown = screen.getByRole('region', { name: 'One of your answers' });
  await expect(shown.getByText('grad_y = 2*y')).toBeVisible();
  await host.getByRole('button', { name: 'Take it off the screen' }).click();
  await expect(shown).toHaveCount(0);
});

test('a room is handed to a colleague, who hosts it from another device', async ({ browser }) => {
  const { teacher } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  await host.getByText('Hand over to a colleague').click();
  await host.getByLabel('Sign-in name').fill('nobody');
  await host.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(host.getByText('No teacher signs in with this name', { exact: false })).toBeVisible();
  await host.getByLabel('Sign-in name').fill('admin');
  await host.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(host.getByText('admin hosts this quiz now.')).toBeVisible();
  const colleague = await somebody(browser, { phone: true });
  await signIn(colleague, 'admin');
  await colleague.page.goto(host.url());
  await expect(colleague.page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await colleague.page.getByRole('button', { name: 'Lock the room' }).click();
  await expect(host.getByRole('button', { name: 'Unlock the room' })).toBeVisible();
});

test('the clock is right on phones whose own clocks are five minutes off, and so is the time they took', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true })];
  for (const [{ page }, wrong] of [
    [ada, 300_000],
    [ben, -300_000],
  ] as const)
    await page.addInitScript((ms) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + ms;
    }, wrong);
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  const left = async ({ page }: Somebody): Promise<number> =>
    Number(/\d+/.exec((await page.getByRole('timer').getAttribute('aria-label', { timeout: 5_000 })) ?? '')?.[0]);
  await expect(ada.page.getByRole('timer')).toBeVisible();
  await expect(ben.page.getByRole('timer')).toBeVisible();
  // the seconds given more reach one page before another
  await expect(async () => {
    const seconds = await Promise.all([left(teacher), left(ada), left(ben)]);
    expect(Math.max(...seconds) - Math.min(...seconds)).toBeLessThanOrEqual(1);
    // twenty, and what was given more
    expect(Math.max(...seconds)).toBeLessThanOrEqual(20 + 6 * 15);
  }).toPass();
  await ada.page.getByRole('button', { name: /^B/ }).click();
  await ben.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('2 of 2 answered')).toBeVisible();
  await ringAndShow(host);
  for (const { page } of [ada, ben]) {
    await expect(page.getByText('+ 1,000')).toBeVisible();
    // seconds from the options to the receipt, as the server has them
    const took = Number(/([\d.]+) s/.exec((await page.getByText(/^answered in/).textContent()) ?? '')?.[1]);
    expect(took).toBeLessThan(20 + 6 * 15);
  }
});
