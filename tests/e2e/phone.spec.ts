/** The phone of the live room: what it shows once a round is over, and the ways into a room and back to it. */
import { expect } from '@playwright/test';
import { joinQuiz, openQuiz, pressAndMean, ringAndShow, showOptions, somebody, test } from './people.ts';

test('at the reveal and in the review a phone shows mine, the right one and why; the code leads there when all is over', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben, chiara] = [
    await somebody(browser, { phone: true }),
    await somebody(browser, { phone: true, dark: true }),
    await somebody(browser),
  ];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await joinQuiz(chiara, code, 'Chiara');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  await ada.page.getByRole('button', { name: /^A/ }).click();
  await ben.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('2 of 3 answered')).toBeVisible();
  // nothing of it before
  for (const { page } of [ada, ben]) await expect(page.getByText(/yours|% of the class/)).toHaveCount(0);
  await ringAndShow(host);

  const options = ada.page.getByRole('list', { name: 'The options' }).getByRole('listitem');
  await expect(ada.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();
  await expect(options).toHaveCount(4);
  await expect(options.filter({ hasText: 'yours' })).toContainText('Gradient descent subtracts the gradient');
  await expect(options.filter({ hasText: 'yours' })).toContainText('50% of the class chose it');
  await expect(options.filter({ hasText: '✓ right' })).toContainText('The gradient points in the direction');
  await expect(ben.page.getByText('yours, right')).toBeVisible();
  await expect(ben.page.getByText('Gradient descent subtracts the gradient')).toHaveCount(0);
  await expect(chiara.page.getByRole('heading', { name: 'Nothing came from you' })).toBeVisible();
  await expect(chiara.page.getByText('✓ right')).toBeVisible();
  await ada.page.getByText('Your answer is stored.').click();
  await expect(ada.page.getByText(/^Receipt \w{4}/)).toBeVisible();

  await pressAndMean(host, 'End the quiz');
  await expect(ada.page.getByRole('heading', { name: /That was it/ })).toBeVisible();
  await expect(options.filter({ hasText: 'yours' })).toContainText('Gradient descent subtracts the gradient');
  for (const { page } of [ada, ben]) {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await ada.page.goto(`/join/${code}`);
  await ada.page.getByRole('link', { name: 'Look at it again' }).click();
  await expect(ada.page.getByRole('heading', { name: /That was it/ })).toBeVisible();
  const stranger = await somebody(browser, { phone: true });
  await stranger.page.goto(`/join/${code}`);
  await expect(stranger.page.getByText('No quiz is open with this code', { exact: false })).toBeVisible();
  for (const person of [ada, ben, chiara]) expect(person.received.problems).toEqual([]);
});

test('a removed player joins again, a room’s address on another phone asks for its code, and a locked room says so first', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true })];
  await joinQuiz(ada, code, 'Ada');
  await host.getByRole('button', { name: 'Remove Ada' }).click();
  await expect(ada.page.getByText('The host has removed you from this room.')).toBeVisible();
  await ada.page.getByRole('button', { name: 'Join again' }).click();
  await ada.page.getByLabel('Your name in this quiz').fill('Ada again');
  await ada.page.getByRole('button', { name: 'Come in' }).click();
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada again' })).toBeVisible();

  await ben.page.goto(ada.page.url());
  await expect(ben.page.getByText('You are not in this room yet.', { exact: false })).toBeVisible();
  const field = ben.page.getByLabel('The six digits on the screen');
  // as it is pasted, and as an Arabic keyboard types it
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(field).toHaveValue(code);
  await field.fill([...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join(''));
  await expect(field).toHaveValue(code);

  await host.getByRole('button', { name: 'Lock the room' }).click();
  await expect(host.getByRole('button', { name: 'Unlock the room' })).toBeVisible();
  await ben.page.getByRole('button', { name: 'Find the room' }).click();
  await expect(ben.page.getByText('The host has locked this room', { exact: false })).toBeVisible();
  await expect(ben.page.getByLabel('Your name in this quiz')).toHaveCount(0);
  // who has a seat comes in all the same
  await ada.page.goto(`/join/${code}`);
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada again' })).toBeVisible();
  await host.getByRole('button', { name: 'Unlock the room' }).click();
  await expect(host.getByRole('button', { name: 'Lock the room' })).toBeVisible();
  await ben.page.getByRole('button', { name: 'Try again' }).click();
  await ben.page.getByLabel('Your name in this quiz').fill('Ben');
  await ben.page.getByRole('button', { name: 'Come in' }).click();
  await expect(ben.page.getByRole('heading', { name: 'You’re in, Ben' })).toBeVisible();
  for (const person of [ada, ben]) expect(person.received.problems).toEqual([]);
});
