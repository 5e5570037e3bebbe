/** Short texts and orders: practised by one student, then played by a class. */
import { expect } from '@playwright/test';
import { outOfColumn } from './fit.ts';
import { card, joinQuiz, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON } from './publishing.ts';

/** Wider than its column on any wall. */
const LONG = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';

test('a student puts items in order by taps and names a thing, and is told what was nearly right', async ({
  browser,
}) => {
  const ben = await somebody(browser, { phone: true });
  await signIn(ben, 'ben');
  await ben.page.goto('/lessons/gradients-in-code');
  const loop = card(ben.page, 'The loop of gradient descent');
  for (const [index, letter] of ['C', 'B', 'A'].entries())
    await loop.getByRole('button', { name: `Put ${letter} in place ${index + 1}` }).click();
  const placed = loop.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  await expect(placed).toHaveCount(3);
  // handed in too early: what is missing takes the focus and is named
  await loop.getByRole('button', { name: 'Submit' }).click();
  await expect(loop.getByText('One item has no place yet.')).toBeVisible();
  await expect(loop.getByRole('button', { name: 'Put D in place 4' })).toBeFocused();
  await ben.page.keyboard.press('Enter');
  await expect(placed).toHaveCount(4);
  // by keys, each step said: C B A D becomes B A C D
  const grip = loop.getByRole('button', { name: /^Move C, place/ });
  await grip.focus();
  await ben.page.keyboard.press('Space');
  await expect(loop.getByText(/C is picked up from place 1 of 4/)).toBeAttached();
  await ben.page.keyboard.press('ArrowDown');
  await ben.page.keyboard.press('ArrowDown');
  await expect(loop.getByText('C is in place 3 of 4.')).toBeAttached();
  await expect(grip).toBeFocused();
  await ben.page.keyboard.press('Space');
  await expect(loop.getByText('C is put down in place 3 of 4.')).toBeAttached();
  // by dragging: D above C
  const box = async (letter: string) => {
    const at = await loop.getByRole('button', { name: new RegExp(`^Move ${letter}, place`) }).boundingBox();
    if (at === null) throw new Error(`${letter} is not seen`);
    return { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  };
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [await box('D'), await box('C')];
  await ben.page.mouse.move(from.x, from.y);
  await ben.page.mouse.down();
  await ben.page.mouse.move(to.x, to.y - 10, { steps: 5 });
  await ben.page.mouse.up();
  await expect(placed.nth(2)).toContainText('Multiply the gradient by the learning rate');
  await expect(placed).toHaveText([/Compute/, /Subtract/, /Multiply/, /Check/]);
  await loop.getByRole('button', { name: 'Submit' }).click();
  await expect(loop.getByText('5 of 6 pairs are in the right order', { exact: false })).toBeVisible();
  await loop.getByRole('button', { name: 'Move D up' }).click();
  await loop.getByRole('button', { name: 'Submit' }).click();
  await expect(loop.getByText(/^Right:/)).toBeVisible();

  const name = card(ben.page, 'What is it called?');
  await name.getByLabel('Your answer').fill('Hessian');
  await name.getByRole('button', { name: 'Submit' }).click();
  await expect(name.getByText('The Hessian holds the second derivatives of one function.')).toBeVisible();
  await name.getByLabel('Your answer').fill('jacobain');
  await name.getByRole('button', { name: 'Submit' }).click();
  await expect(name.getByText('It is spelt “Jacobian”.', { exact: false })).toBeVisible();
  await expect(name.getByText(/^Right:/)).toBeVisible();
  const overflow = await ben.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(ben.received.problems).toEqual([]);
});

test('a class orders and names: texts that read alike count together, and what was placed counts at the bell', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/The loop of gradient descent/, /What is it called/], LESSON);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true, dark: true }), await somebody(browser, { phone: true })];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  const chiara = await somebody(browser);
  await joinQuiz(chiara, code, 'Chiara');

  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  for (const letter of ['B', 'D', 'A', 'C'])
    await ada.page.getByRole('button', { name: `Put ${letter} in place` }).click();
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(ada.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  // Ben places two and does not send
  await ben.page.getByRole('button', { name: 'Put B in place 1' }).click();
  await ben.page.getByRole('button', { name: 'Put D in place 2' }).click();
  await expect(ben.page.getByText(/counts at the bell/i)).toBeVisible();
  // which is said of the first one too: the receipt is for both
  await expect.poll(() => ben.received.texts.some((text) => /receipt.*"B","D"\]/.test(text))).toBe(true);
  await ringAndShow(host);
  await expect(ada.page.getByText('+ 1,000')).toBeVisible();
  // of six pairs, one is placed and stands right
  await expect(ben.page.getByText('+ 167')).toBeVisible();
  await expect(host.getByRole('list', { name: 'Answers' }).getByText('B → D → A → C')).toBeVisible();
  const mine = ada.page.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  await expect(mine.nth(1)).toContainText('Multiply the gradient by the learning rate');
  await expect(mine.filter({ hasText: 'in its right place' })).toHaveCount(4);
  await expect(ben.page.getByText('The right order')).toBeVisible();

  await host.getByRole('button', { name: 'Standings' }).click();
  await host.getByRole('button', { name: 'Next question' }).click();
  await showOptions(host);
  for (const [{ page }, text] of [
    [ada, 'jacobi matrix'],
    [ben, LONG],
  ] as const) {
    await page.getByLabel('Your answer').fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  }
  // Chiara takes off again what she typed: it does not count
  const field = chiara.page.getByLabel('Your answer');
  const screen = await teacher.context.newPage();
  await screen.goto(host.url().replace(/host$/, 'screen'));
  await field.fill('Jacobian');
  await expect(chiara.page.getByText(/counts at the bell/i)).toBeVisible();
  await field.fill('');
  await expect(chiara.page.getByText(/counts at the bell/i)).toBeHidden();
  await ringAndShow(host);
  await expect(chiara.page.getByRole('heading', { level: 1, name: /^(?!Right)/ })).toBeVisible();
  await expect(chiara.page.getByText('+ 1,000')).toBeHidden();
  await expect(ada.page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();
  for (const page of [host, screen]) {
    const answers = page.getByRole('list', { name: 'Answers' });
    await expect(answers.getByText('Jacobi matrix')).toBeVisible();
    await expect(answers.getByText(LONG)).toBeVisible();
    expect(await outOfColumn(answers)).toEqual([]);
  }
  for (const person of [ada, ben, chiara]) {
    const overflow = await person.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(person.received.problems).toEqual([]);
  }
});
