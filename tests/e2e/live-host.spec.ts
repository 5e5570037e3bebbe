/**
 * The host's hand: who has sent shows as it comes, a press too many ends nothing, what was closed can be opened again; and
 * where nobody was right there is no place to tell.
 */
import { expect } from '@playwright/test';
import { joinQuiz, openQuiz, somebody, test } from './people.ts';

test('a host sees each answer come, is asked before a bell that interrupts, opens again by a clicker, and skips without the answer', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i, /Gradient descent update/i]);
  const host = teacher.page;
  const screen = await teacher.context.newPage();
  await screen.goto(host.url().replace(/host$/, 'screen'));
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true })];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  const first = (name: string | RegExp) => host.getByRole('button', { name, exact: true });
  await first('Show names on the screen').click();
  await first('Start').click();
  await first('Show the options now').click();
  for (let times = 0; times < 6; times++) await first('15 s more').click();
  const ticks = host.getByRole('region', { name: 'Who has sent an answer' });
  const tickOf = (name: string) => ticks.getByRole('listitem').filter({ hasText: name });
  await expect(tickOf('Ada')).toContainText('nothing yet');

  // as it comes, without anything else that would tell the host anew
  await ada.page.getByRole('button', { name: /^A\b/ }).click();
  await expect(tickOf('Ada')).toContainText('has answered');
  await expect(tickOf('Ben')).toContainText('nothing yet');
  await expect(ticks.getByText('of 2 have sent')).toBeVisible();

  // once is asked, and what is asked rings for nobody
  await expect(first('Ring the bell')).toBeEnabled();
  await host.keyboard.press('PageDown');
  await expect(host.getByText('1 has not sent: Ben')).toBeVisible();
  await expect(ben.page.getByRole('button', { name: /^B\b/ })).toBeEnabled();
  await expect(async () => {
    if (await first('Ring it for all 2').isVisible()) await host.keyboard.press('PageDown');
    await expect(first('Show the answer')).toBeVisible({ timeout: 500 });
  }).toPass();
  for (const { page } of [ada, ben]) {
    await expect(page.getByText('Time is up. Look at the screen', { exact: false })).toBeVisible();
    // what is inert takes no tap and no key
    const option = page.getByRole('button', { name: /^B\b/ });
    expect(await option.evaluate((one) => one.closest('[inert]') !== null)).toBe(true);
  }
  await expect(screen.getByText('Time is up', { exact: true })).toBeVisible();
  await expect(host.getByText('nothing is final', { exact: false })).toBeVisible();

  await host.keyboard.press('PageUp');
  await ben.page.getByRole('button', { name: /^C\b/ }).click();
  await expect(tickOf('Ben')).toContainText('has answered');
  // nobody is writing any more: one press is enough
  await first('Ring the bell').click();
  await first('Show the answer').click();
  await expect(ada.page.getByRole('heading', { level: 1, name: 'Not this time' })).toBeVisible();
  // nobody was right: no tick beside it, and nobody is the first
  const place = ada.page.getByText(/^\d+\w\w of 2/);
  await expect(screen.getByText('0% right', { exact: true })).toBeVisible();
  await expect(ada.page.getByText('The next question comes in a moment.')).toBeVisible();
  await expect(place).toHaveCount(0);

  await first('Standings').click();
  await expect(screen.getByText('Nobody has points yet.')).toBeVisible();
  await first('Next question').click();
  await first('Skip').click();
  for (const page of [screen, host, ada.page])
    await expect(page.getByText('Skipped: this question gives no points', { exact: false }).first()).toBeVisible();
  const options = ada.page.getByRole('list', { name: 'The options' });
  await expect(screen.getByText(/is right/)).toHaveCount(0);
  await expect(options).toHaveCount(0);
  await first('Show the answer now').click();
  await expect(screen.getByText(/is right/).first()).toBeVisible();
  await expect(options.getByRole('listitem').filter({ hasText: '✓ right' })).toHaveCount(1);
  await expect(ada.page.getByText('That was the last question.')).toBeVisible();
  await first('Standings').click();
  await first('Podium').click();
  await expect(screen.getByText('Nobody has points this time.')).toBeVisible();
  await expect(ada.page.getByRole('heading', { name: /^That was it: 0 of/ })).toBeVisible();
  await expect(place).toHaveCount(0);
});
