/** Maths and code in a live quiz: chosen by the teacher, worked on a phone, graded while the class watches. */
import { expect } from '@playwright/test';
import { outOfColumn } from './fit.ts';
import { joinQuiz, openBoard, ringAndShow, showOptions, signIn, somebody, startLive, test } from './people.ts';

/** A name that is wider than the list of what the answers do. */
const LONG = 'derivative_of_the_function_'.repeat(7);

test('a class works on maths and code live: the host sees it graded as it comes, players at the reveal', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  const host = teacher.page;
  await host.getByRole('button', { name: /^4 of \d+ questions/ }).click();
  const which = host.getByRole('group', { name: 'What the quiz asks' });
  for (const box of await which.getByRole('checkbox').all()) await box.setChecked(false);
  await which.getByRole('checkbox', { name: /Gradient Descent Step/i }).check();
  await host.keyboard.press('Escape');
  await startLive(host);
  const code =
    (await host
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? '';
  const [ada, ben] = [await somebody(browser, { phone: true, dark: true }), await somebody(browser)];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);

  // Run shows what the examples give and sends nothing
  await ada.page.getByRole('textbox').nth(0).fill('x');
  await ada.page.getByRole('textbox').nth(1).fill('y');
  const run = ada.page.getByRole('button', { name: 'Run', exact: true });
  await run.click();
  await expect(ada.page.getByText('2.7 was returned, and 2.4 is expected')).toBeVisible();
  await expect(ada.page.getByText('hidden', { exact: true })).toHaveCount(0);
  await expect(ada.page.getByText('Stored. You can change it until the bell.')).toHaveCount(0);
  await expect(host.getByText(/1 answer in/)).toHaveCount(0);
  await expect(run).toBeEnabled();

  for (const [{ page }, x, y] of [
    [ada, '2*x', '2*y'],
    [ben, LONG, 'y'],
  ] as const) {
    await page.getByRole('textbox').nth(0).fill(x);
    await page.getByRole('textbox').nth(1).fill(y);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  }
  await expect(host.getByText('2 answers in, 2 graded, 1 right')).toBeVisible();
  await expect(ben.page.getByText(/graded|right|wrong/i)).toHaveCount(0);

  await ringAndShow(host);
  await expect(ada.page.getByRole('heading', { name: /Right/ })).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: /Not this time|Partly right/ })).toBeVisible();
  const answers = host.getByRole('list', { name: 'Answers' });
  await expect(answers.getByRole('listitem')).toHaveCount(2);
  await expect(answers.getByText(`name '${LONG}`)).toBeVisible();
  expect(await outOfColumn(answers)).toEqual([]);
  await host.getByText('One of these answers').last().click();
  await expect(host.getByText(`grad_x = ${LONG}`)).toBeVisible();
  const overflow = await ada.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
