/** Figures as data: moved by keys, said in words, drawn in both themes and on a phone, and there on paper. */
import { expect, type Locator, type Page } from '@playwright/test';
import { EXAMPLES } from '../../domain/figures/examples.ts';
import { openCourse } from './courses.ts';
import { findings, findingsInOtherColours } from './fit.ts';
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

test('a point is dragged, a cell chosen, space turned, a graph gone through', async ({ browser }) => {
  const ben = await somebody(browser);
  await signIn(ben, 'ben');
  const { page } = ben;
  const named = await opened(ben);
  const everything = named('Everything that stands in a plane');
  await come(everything);
  const point = everything.getByRole('slider', { name: 'Point q' });
  await expect(point).toHaveAttribute('aria-valuetext', '(3, 1)');
  const from = await point.boundingBox();
  if (from === null) throw new Error('the point is drawn');
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y - 60, { steps: 5 });
  await page.mouse.up();
  // wherever it was dragged, it stays on its circle
  const [u = 0, v = 0] = ((await point.getAttribute('aria-valuetext')) ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  expect(u * u + v * v).toBeCloseTo(10, 1);
  expect(u).toBeLessThan(2.9);
  await everything.getByRole('button', { name: '4', exact: true }).click();
  await expect(everything.getByRole('button', { name: '4', exact: true })).toHaveAttribute('aria-pressed', 'true');

  const bowl = named('A bowl and its shore line');
  await come(bowl);
  const space = bowl.getByRole('slider', { name: 'Turn the view' });
  await space.focus();
  await page.keyboard.press('ArrowUp');
  await expect(space).toHaveAttribute('aria-valuetext', 'turned by −40°, seen from 33° above');
  await bowl.getByRole('button', { name: 'Top' }).click();
  await expect(space).toHaveAttribute('aria-valuetext', 'turned by 0°, seen from 90° above');
  // the button that is seen is its label: the radio itself is for screen readers
  await bowl.getByText('saddle', { exact: true }).click();
  await expect(bowl.getByRole('radio', { name: 'saddle' })).toBeChecked();
  await bowl.getByRole('slider', { name: 'c' }).press('ArrowRight');
  await expect(said(bowl)).toHaveText('At height 5 the shore line is a circle of radius 2.236.');

  const fit = named('Back through a fit');
  await come(fit);
  for (let step = 0; step < 5; step += 1) await fit.getByRole('button', { name: 'Next step' }).click();
  await expect(fit.getByText('5 of 11')).toBeVisible();
  await expect(fit.getByText('gradient 1')).toHaveCount(1);
  expect(ben.received.problems).toEqual([]);
});

test('on a phone figures fit, in both colours, and play goes to the end at once for who wants no motion', async ({
  browser,
}) => {
  const chiara = await somebody(browser, { phone: true });
  await signIn(chiara, 'chiara');
  const { page } = chiara;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const named = await opened(chiara);
  for (const figure of await page.locator('.drawn-figure').all()) {
    const height = async (): Promise<number> => (await figure.boundingBox())?.height ?? 0;
    // its plain state is there, and laid out
    await expect.poll(height).toBeGreaterThan(100);
    const before = await height();
    await come(figure);
    // nothing jumps when it comes: a line more of text at most
    expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(24);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await findings(page, '.drawn-figure')).toEqual([]);
  expect(await findingsInOtherColours(page, '.drawn-figure')).toEqual([]);
  const parabola = named('One parabola, five behaviours');
  await parabola.getByRole('button', { name: 'Play' }).click();
  await expect(parabola.getByText('12 of 12')).toBeVisible();
  expect(chiara.received.problems).toEqual([]);
});

test('on paper figures are drawn as they stand, also those that nobody has come near', async ({ browser }) => {
  const deniz = await somebody(browser);
  await signIn(deniz, 'deniz');
  const { page } = deniz;
  const named = await opened(deniz);
  await come(named('Walking down the bright box'));
  const last = named('Everything that stands in a plane');
  await expect(last.getByRole('slider', { name: 'Point q' })).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(last.getByRole('slider', { name: 'Point q' })).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(named('One parabola, five behaviours').getByRole('button', { name: 'Play' })).toBeHidden();
  expect(deniz.received.problems).toEqual([]);
});
