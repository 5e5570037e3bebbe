/** Figures as data: moved by keys, and said in words. */
import { expect, type Locator, type Page } from '@playwright/test';
import { EXAMPLES } from '../../domain/figures/examples.ts';
import { openCourse } from './courses.ts';
import { type Somebody, signIn, somebody, test } from './people.ts';
import { writeLesson } from './write-lesson.ts';

const TITLE = 'Pictures to be moved';
const SOURCE = `---
title: ${TITLE}
description: Figures of every view.
---

## All of them

${Object.values(EXAMPLES)
  .map((yaml) => `:::figure\n\`\`\`yaml\n${yaml}\n\`\`\`\nTry it.\n:::`)
  .join('\n\n')}
`;
let address = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await writeLesson(admin.page, SOURCE);
  await openCourse(admin.page);
  const link = admin.page.getByRole('link', { name: TITLE, exact: true }).first();
  address = (await link.getAttribute('href')) ?? '';
  await admin.context.close();
});

async function opened(who: Somebody): Promise<(title: string) => Locator> {
  await who.page.goto(address);
  // figures come when somebody comes near
  await who.page.mouse.move(10, 10);
  await who.page.mouse.wheel(0, 10);
  return (title) => who.page.getByRole('region', { name: title });
}
/** Comes near, again where the page had not woken up yet. */
async function come(figure: Locator): Promise<void> {
  await expect(async () => {
    await figure.scrollIntoViewIfNeeded();
    await figure.page().mouse.move(10 + Math.random() * 20, 10);
    await expect(figure.getByRole('button', { name: 'Start again' })).toBeVisible({ timeout: 3_000 });
  }).toPass();
}
const said = (figure: Locator): Locator => figure.getByRole('status');
const press = async (page: Page, key: string, times: number): Promise<void> => {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
};

test('a reader moves a point, a slider and steps by keys, and hears what has become of it', async ({ browser }) => {
  const ada = await somebody(browser);
  await signIn(ada, 'ada');
  const { page } = ada;
  const figure = (await opened(ada))('Walking down the bright box');
  // its words are in the page before it is drawn
  await expect(figure.getByText('At w = (0, 0) the loss is 3.5; the gradient is (−2.5, −2).')).toBeVisible();
  const point = figure.getByRole('slider', { name: 'Point p' });
  await come(figure);
  await point.focus();
  await press(page, 'ArrowRight', 4);
  await expect(point).toHaveAttribute('aria-valuetext', '(1, 0)');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(point).toHaveAttribute('aria-valuetext', '(1, 2.5)');
  // u = −1, v = 1.5: ½(1 − 1.5 + 2.25), and [u + ½v, v + ½u]
  await expect(said(figure)).toHaveText('At w = (1, 2.5) the loss is 0.875; the gradient is (−0.25, 1).');
  await expect(figure.getByRole('table').getByRole('row')).toHaveCount(2);
  await figure.getByRole('button', { name: 'Next step' }).click();
  await figure.getByRole('button', { name: 'Next step' }).press('Enter');
  await expect(figure.getByRole('table').getByRole('row')).toHaveCount(4);
  await figure.getByRole('button', { name: 'Start again' }).click();
  await expect(point).toHaveAttribute('aria-valuetext', '(0, 0)');
  // at the left edge of what it may have
  await point.focus();
  await press(page, 'ArrowLeft', 8);
  await expect(point).toHaveAttribute('aria-valuetext', '(−1, 0)');
  expect(ada.received.problems).toEqual([]);
});
