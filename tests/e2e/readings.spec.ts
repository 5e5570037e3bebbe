/** A notation with two readings is asked about, at home and in a live room; what cannot be read stops at its field. */
import { expect } from '@playwright/test';
import { findings } from './fit.ts';
import { card, joinQuiz, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';

test('a student is asked which reading is meant, by keyboard, and spends no attempt on what cannot be read', async ({
  browser,
}) => {
  const student = await somebody(browser, { phone: true, dark: true });
  await signIn(student, 'ben');
  const { page } = student;
  await page.goto('/lessons/gradients-and-derivatives');
  const maths = card(page, 'Compute gradients manually');
  await maths.getByRole('button', { name: 'Type formulas as plain text' }).click();
  const [dx, dy, dz] = [0, 1, 2].map((index) => maths.getByRole('textbox').nth(index));
  if (!dx || !dy || !dz) throw new Error('three fields are there');
  await dx.fill('4/2xy');
  await dy.fill('x^2 +');
  await dz.fill('3yz^2');
  const choice = maths.getByRole('group', { name: 'Which one do you mean?' });
  await expect(choice.getByRole('radio')).toHaveCount(2);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);

  // asked first: the choice takes the focus, and the keyboard makes it
  await maths.getByRole('button', { name: 'Submit' }).click();
  await expect(choice.getByRole('radio').first()).toBeFocused();
  await expect(maths.getByRole('alert')).toContainText('∂f/∂x: This can be read in two ways');
  await page.keyboard.press('Space');
  await expect(choice.getByRole('radio', { name: '4/2*x*y' })).toBeChecked();
  expect(await findings(page, `#${await maths.getAttribute('id')}`)).toEqual([]);

  // then what cannot be read: its field takes the focus, and nobody "decides"
  await maths.getByRole('button', { name: 'Submit' }).click();
  await expect(dy).toBeFocused();
  await expect(maths.getByRole('alert')).toContainText('Something is missing');
  await expect(maths.getByText(/teacher decides/)).toHaveCount(0);
  await dy.fill('x^2 + z^3');
  await maths.getByRole('button', { name: 'Submit' }).click();
  await expect(maths.getByText(/^Right/)).toBeVisible();
  await page.reload();
  await expect(maths.getByText(/^Right/)).toBeVisible();

  // a number: asked with words of its own, and one score is told where attempts cost
  await page.goto('/lessons/gradients-in-code');
  const number = card(page, 'One step, by hand');
  await number.getByRole('textbox').fill('jacobien');
  await number.getByRole('button', { name: 'Submit' }).click();
  await expect(number.getByRole('alert')).toContainText('This is not a number');
  await number.getByRole('textbox').fill('2,401');
  await number.getByRole('radio', { name: '2401' }).check();
  await number.getByRole('button', { name: 'Submit' }).click();
  await expect(number.getByText(/^Not yet/)).toBeVisible();
  await number.getByRole('textbox').fill('2 2/5');
  await expect(number.getByText('Read as the mixed number')).toBeVisible();
  await number.getByRole('button', { name: 'Submit' }).click();
  await expect(number.getByText('Right.', { exact: true })).toBeVisible();
  await expect(number.getByText('your best answer counts 0.5 of 1 point')).toBeVisible();
  await expect(number.getByText(/1 of 1 point/)).toHaveCount(0);
  expect(student.received.problems).toEqual([]);
  await student.context.close();
});

test('in a live room Send stops too, and a receipt is given for what was chosen', async ({ browser }) => {
  const { teacher, code } = await openQuiz(browser, [/One step, by hand/], 'Gradients in code');
  const host = teacher.page;
  const ada = await somebody(browser, { phone: true });
  await joinQuiz(ada, code, 'Ada');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  const { page } = ada;
  await page.getByRole('textbox').fill('jacobien');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This is not a number' })).toBeVisible();
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.getByRole('textbox').fill('2,400');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('radio', { name: '2400' })).toBeFocused();
  await page.getByRole('radio', { name: '2.400' }).check();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  await ringAndShow(host);
  await expect(page.getByRole('heading', { name: /Right/ })).toBeVisible();
  expect(ada.received.problems).toEqual([]);
  for (const one of [ada, teacher]) await one.context.close();
});
