/**
 * `npm run bench:pages [-- --only <part of a name>]`: what every page that students and players see weighs on a phone that
 * has never been here, how much it jumps, and how long it is until a code editor can be typed into; the authors' editor too.
 * One JSON line a page, from a classroom of its own with the demo class. Jumps and seconds are at 1.6 Mbit/s with a
 * processor four times slower.
 */
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { everyPage, type Stop } from '../e2e/every-page.ts';
import { newPhone, weigh } from '../e2e/page-weight.ts';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';
import { startClassroom } from '../support/classroom.ts';
import { machine, print } from './figures.ts';

/** All that comes by itself until then counts. */
const QUIET_MS = 5_000;
/** A step of somebody who reads through a page. */
const STEP_PX = 500;
const STEP_MS = 350;
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 } as const;
const SLOWER_PROCESSOR = 4;
const LESSON_OF_CODE = 'lesson of code';

/** A page over a slow network on a slow phone. */
async function slowPage(browser: Browser, stop: Stop): Promise<Page> {
  const context = await newPhone(browser, stop.kept);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  return page;
}

/** All shifts together while the page loads and is scrolled through: no less than the largest window that CLS counts. */
async function shifts(browser: Browser, stop: Stop): Promise<number> {
  const page = await slowPage(browser, stop);
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && 'hadRecentInput' in entry && entry.hadRecentInput === false)
          seen.sum += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(stop.path, { waitUntil: 'load' });
  await page.waitForTimeout(1_500);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at <= height; at += STEP_PX) {
    await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), at);
    await page.waitForTimeout(STEP_MS);
  }
  await page.waitForTimeout(1_500);
  const sum = await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
  await page.context().close();
  return Math.round(sum * 10_000) / 10_000;
}

/** Of `.lesson-code`: whether the plain field or the editor in it holds what was typed. */
const holds = ([typed, editor]: [string, boolean]): boolean =>
  [...document.querySelectorAll('.lesson-code .cm-content')].some((one) => one.textContent?.includes(typed)) ||
  (!editor &&
    [...document.querySelectorAll<HTMLTextAreaElement>('.lesson-code textarea')].some((one) =>
      one.value.includes(typed),
    ));

/** From the call of the page: until what is typed shows in its first exercise, and until it shows in the real editor. */
async function secondsToType(browser: Browser, stop: Stop): Promise<{ field: number; editor: number }> {
  const page = await slowPage(browser, stop);
  page.setDefaultTimeout(120_000);
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 100) / 10;
  await page.goto(stop.path, { waitUntil: 'commit' });
  const field = page.locator('.lesson-code').getByRole('textbox').first();
  await field.scrollIntoViewIfNeeded();
  await field.click();
  await page.keyboard.type('§');
  await page.waitForFunction(holds, ['§', false] as [string, boolean]);
  const first = seconds();
  await page.waitForFunction(() => document.querySelector('.lesson-code .cm-content') !== null);
  await page.keyboard.type('¶');
  await page.waitForFunction(holds, ['¶', true] as [string, boolean]);
  const editor = seconds();
  await page.context().close();
  return { field: first, editor };
}

const { values } = parseArgs({ args: process.argv.slice(2), options: { only: { type: 'string', default: '' } } });
print({ bench: 'machine', ...machine() });
const classroom = await startClassroom('bench-pages');
process.env.NABLA_E2E_ADDRESS = classroom.address;
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  await everyPage(browser, async (stop) => {
    if (!stop.name.includes(values.only)) return;
    const weight = await weigh(browser, stop, QUIET_MS);
    const jumps = await shifts(browser, stop);
    const typing = stop.name === LESSON_OF_CODE ? { secondsToType: await secondsToType(browser, stop) } : {};
    print({ bench: 'page', page: stop.name, ...weight, shifts: jumps, ...typing });
  });
} finally {
  await browser.close();
  await classroom.stop();
}
