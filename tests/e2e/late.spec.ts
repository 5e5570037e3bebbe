/** What a page loads late: where the network goes before it came, all that stands there stays, and the rest follows by itself. */
import { expect } from '@playwright/test';
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
