/** Whether a page is fit for all: no serious finding of axe, nothing from other hosts, no sideways scroll on a phone. */
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { address, type Somebody, signIn, somebody } from './people.ts';

/** What axe finds that is serious; in the page itself (no page of ours has frames), and without a list of all that is well. */
export async function findings(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter((found) => found.impact === 'serious' || found.impact === 'critical')
    .map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

export async function lookAt(page: Page, at: string): Promise<void> {
  // a page that was come to by a link gets its title a moment after its content
  await expect(page, `title at ${at}`).toHaveTitle(/\S/);
  expect(await findings(page), `axe at ${at}`).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `sideways scroll at ${at}`).toBeLessThanOrEqual(0);
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
