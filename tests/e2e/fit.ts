/** Whether a page is fit for all: no serious finding of axe, nothing from other hosts, no sideways scroll on a phone, turned round or not. */
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { LOOK } from './looked-at.ts';
import { address, type Somebody, signIn, somebody } from './people.ts';

/** What axe finds that is serious; in the page itself (no page of ours has frames), and without a list of all that is well. */
export async function findings(page: Page, within?: string): Promise<string[]> {
  // which pages a story looks at as a whole is held by looked-at-reporter.ts
  if (within === undefined) test.info().annotations.push({ type: LOOK, description: new URL(page.url()).pathname });
  // one that has just been come to gets its title a moment later
  if (within === undefined) await page.waitForFunction(() => document.title !== '');
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter((found) => found.impact === 'serious' || found.impact === 'critical')
    .map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

/** The same in the other colours, once they have come; then the page is as it was. */
export async function findingsInOtherColours(page: Page, within?: string): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
  await coloursCame(page, !isDark);
  const found = await findings(page, within);
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  await coloursCame(page, isDark);
  return found;
}

/**
 * Waits until the page's script has heard of the other colours, and then until nothing is on its way to them any more: what is looked at
 * before has the contrast of neither.
 */
async function coloursCame(page: Page, dark: boolean): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-theme', dark ? 'dark' : 'light');
  const changing = (): Promise<number> =>
    page.evaluate(() => document.getAnimations().filter((one) => one instanceof CSSTransition).length);
  await expect.poll(changing).toBe(0);
}

export async function lookAt(page: Page, at: string): Promise<void> {
  // a page that was come to by a link gets its title a moment after its content
  await expect(page, `title at ${at}`).toHaveTitle(/\S/);
  expect(await findings(page), `axe at ${at}`).toEqual([]);
  expect(await namelessStops(page), `nameless stops of the Tab key at ${at}`).toEqual([]);
  expect(await sideways(page), `sideways scroll at ${at}`).toBeLessThanOrEqual(0);
  expect(await turnedRound(page), `turned round at ${at}`).toEqual({ wider: 0, turned: [] });
}

/** What the Tab key stops at without saying what it is: a place that only scrolls needs a role and a name. */
async function namelessStops(page: Page): Promise<string[]> {
  const nameless = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('[tabindex="0"]')]
        .filter(
          (one) => !one.matches('a, button, input, select, textarea, summary, math-field, [contenteditable="true"]'),
        )
        // what keeps the focus in a dialog is nobody's stop
        .filter((one) => one.ariaHidden !== 'true')
        .filter((one) => one.ariaLabel === null && !one.hasAttribute('aria-labelledby'))
        .map((one) => one.outerHTML.slice(0, 80)),
    );
  // the scripts that name them come after the page
  await expect
    .poll(nameless)
    .toEqual([])
    .catch(() => undefined);
  return nameless();
}

/** The page as it would be in a language that runs from right to left: how far it sticks out, and what should not have turned with it. */
function turnedRound(page: Page): Promise<{ wider: number; turned: string[] }> {
  return page.evaluate(() => {
    const { documentElement: html } = document;
    const before = html.dir;
    html.dir = 'rtl';
    const wider = Math.max(0, html.scrollWidth - html.clientWidth);
    const turned = [...document.querySelectorAll('pre, code, svg, .katex, .lesson-code')]
      .filter((one) => getComputedStyle(one).direction !== 'ltr')
      .map((one) => one.outerHTML.slice(0, 80));
    html.dir = before;
    return { wider, turned };
  });
}

/** By how much a page is wider than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Where something stands that must be shown. */
export async function boxOf(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box;
}

/** Words of a list that reach out of their column, or with it out of what the list stands in. */
export function outOfColumn(list: Locator): Promise<string[]> {
  return list.locator('li > *').evaluateAll((columns) =>
    columns.flatMap((column) => {
      let end = Number.POSITIVE_INFINITY;
      for (let box: Element | null = column; box !== null; box = box.parentElement)
        end = Math.min(end, box.getBoundingClientRect().right);
      const words = document.createRange();
      words.selectNodeContents(column);
      const reach = Math.max(...[...words.getClientRects()].map(({ right }) => right));
      return reach > end + 1 ? [`${column.textContent} by ${Math.round(reach - end)}`] : [];
    }),
  );
}

/** Looks at pages as they are shown to one person, at a desk in light and on a phone in the dark. */
export async function look(browser: Browser, login: string | null, paths: readonly string[]): Promise<void> {
  for (const device of [{}, { phone: true, dark: true }]) {
    const person = await somebody(browser, device);
    const foreign: string[] = [];
    person.page.on('request', (request) => {
      if (!request.url().startsWith(address()) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
    });
    if (login !== null) await signIn(person, login);
    for (const path of paths) {
      await person.page.goto(path);
      await expect(person.page.getByRole('main')).toBeVisible();
      await person.page.waitForLoadState('networkidle');
      await lookAt(person.page, path);
    }
    expect(foreign).toEqual([]);
    expect(person.received.problems).toEqual([]);
    await person.context.close();
  }
}

/** The demo class. */
export async function classId(person: Somebody): Promise<string> {
  await person.page.goto('/home');
  const href = await person.page.getByRole('link', { name: 'Open the board' }).first().getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}
