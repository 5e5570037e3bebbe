/** What a page loads late: where the network goes before it came, all that stands there stays, and the rest follows by itself. */
import { expect, type Page } from '@playwright/test';
import { card, newStudent, test } from './people.ts';

const LESSON = '/lessons/gradients-and-derivatives';

test('a lesson that has come can be read and worked on when the network goes, and its figures follow by themselves', async ({
  browser,
}) => {
  const { page, context, received } = await newStudent(browser, 'half-way');
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const figure = page.getByRole('region', { name: 'Figure: gradient descent on x² + y²' });
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByText(/^This figure could not be loaded yet/)).toBeVisible();
  const field = card(page, 'Implement a gradient descent step').getByRole('textbox').first();
  await field.fill('2*x');
  await context.setOffline(false);
  await expect(figure.getByLabel('Learning rate')).toBeVisible();
  await expect(figure.getByText(/^This figure could not be loaded yet/)).toBeHidden();
  await expect(field).toHaveValue('2*x');
  expect(received.problems).toEqual([]);
});

test('what is typed while an editor is on its way goes on in it, at the same place', async ({ browser }) => {
  const { page, received } = await newStudent(browser, 'in-a-hurry');
  await page.goto('/lessons/gradients-in-code');
  await page.waitForLoadState('networkidle');
  const arrive = await holdParts(page);
  const exercise = card(page, 'A gradient descent step in Python');
  const plain = exercise.locator('textarea');
  const before = await exercise.locator('.lesson-code').boundingBox();
  await plain.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# in a ');
  await expect(plain).toHaveValue(/^# in a def/);
  arrive();
  const editor = exercise.locator('[contenteditable="true"]');
  await expect(editor).toBeFocused();
  await expect(plain).toHaveCount(0);
  await page.keyboard.type('hurry ');
  await expect(editor).toContainText('# in a hurry def');
  const after = await exercise.locator('.lesson-code').boundingBox();
  expect(after?.height).toBe(before?.height);
  await expect(exercise.getByText(/^Draft saved/)).toBeVisible();
  expect(received.problems).toEqual([]);
});

test('a formula that is typed as plain text while its reader is on its way stays', async ({ browser }) => {
  const { page, received } = await newStudent(browser, 'in-plain-text');
  await page.goto(LESSON);
  await page.waitForLoadState('networkidle');
  const arrive = await holdParts(page);
  await page.getByRole('button', { name: 'Type formulas as plain text' }).first().click();
  const maths = card(page, 'Compute gradients manually');
  const first = maths.getByRole('textbox').first();
  await first.fill('2xy');
  arrive();
  await expect(maths.getByText('read as').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(first).toHaveValue('2xy');
  await expect(maths.getByText(/^Draft saved/)).toBeVisible();
  await expect(first).toHaveValue('2xy');
  expect(received.problems).toEqual([]);
});

test('no key is lost in a formula: not while its field is on its way, nor before the page has woken up', async ({
  browser,
}) => {
  const { page, received } = await newStudent(browser, 'quick-at-keys');
  await page.goto(LESSON);
  await page.waitForLoadState('networkidle');
  let arrive = await holdParts(page);
  const maths = card(page, 'Compute gradients manually');
  const first = maths.locator('[data-field]').first();
  // reached by a script, as from a button that says what is missing
  await first.getByRole('textbox').evaluate((field: HTMLElement) => field.focus());
  await page.keyboard.type('2x');
  arrive();
  const typeset = first.locator('math-field');
  await typeset.waitFor({ state: 'attached' });
  await page.keyboard.type('y+x^2');
  await expect(first.getByText('read as')).toBeVisible();
  const value = (): Promise<string> => typeset.evaluate((field: HTMLElement & { value: string }) => field.value);
  await expect.poll(async () => (await value()).replaceAll(/\\,|[{}]/g, '')).toBe('2xy+x^2');
  await expect(maths.getByText(/^Draft saved/)).toBeVisible();

  // a page whose scripts are on their way has its fields already
  const slow = await page.context().newPage();
  arrive = await holdParts(slow);
  await slow.goto('/lessons/gradients-in-code', { waitUntil: 'commit' });
  const number = card(slow, 'One step, by hand').getByLabel('Your answer');
  await number.pressSequentially('2.5');
  arrive();
  await expect(card(slow, 'One step, by hand').getByText(/^Draft saved/)).toBeVisible();
  await expect(number).toHaveValue('2.5');
  expect(received.problems).toEqual([]);
});

/** Keeps the parts of a page that come late on their way, until the function that is returned is called. */
async function holdParts(page: Page): Promise<() => void> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  return () => arrive();
}
