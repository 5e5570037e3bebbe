/** No page is heavy on a phone that has never been here: scripts before anything is touched, and words that nobody uses. */
import { expect } from '@playwright/test';
import { AT_REST_MS } from '../../app/_ui/typefaces.ts';
import { everyPage, type Stop } from './every-page.ts';
import { weigh } from './page-weight.ts';
import { somebody, test } from './people.ts';

/** Compressed, as they are sent. */
const SCRIPTS = 260_000;
/** Where authors write, the editor is what they came for. */
const SCRIPTS_OF_EDITORS = 360_000;
/** A page whose scripts have no fields of questions has no more to say; one where much is set, or a class managed, says more. */
const WORDS = 8_000;
const WORDS_OF_DESK = 12_000;
const DESK = /^(people of a class|given to a class|grades of a class)/;
const WITH_FIELDS = /^(front|lesson|play|practise again|question|quiz as homework)/;
/** After the network has come to rest: the parts of a page that come by themselves have come. */
const QUIET_MS = 1_000;
const BESIDE = 3;

test('no page sends more scripts than a phone has patience for, nor words that it does not use', async ({
  browser,
}) => {
  const heavy: string[] = [];
  let seen = 0;
  const look = async (stop: Stop): Promise<void> => {
    const { scriptBytes, wordBytes } = await weigh(browser, stop, QUIET_MS);
    seen++;
    // each page has scripts and words: a way of weighing that finds none is wrong
    expect(scriptBytes, stop.name).toBeGreaterThan(100_000);
    expect(wordBytes, stop.name).toBeGreaterThan(500);
    if (scriptBytes > (stop.editor ? SCRIPTS_OF_EDITORS : SCRIPTS))
      heavy.push(`${stop.name}: ${scriptBytes} of scripts`);
    const words = DESK.test(stop.name) ? WORDS_OF_DESK : WORDS;
    if (!WITH_FIELDS.test(stop.name) && wordBytes > words) heavy.push(`${stop.name}: ${wordBytes} of words`);
  };
  await everyPage(browser, look, BESIDE);
  expect(heavy).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(22);
});

test('on a slow network the typefaces come when the page is at rest, and are shown from the next one on', async ({
  browser,
}) => {
  const { page, context, received } = await somebody(browser, { phone: true });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };
  await devtools.send('Network.emulateNetworkConditions', slow);
  const sent: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/(inter|source-serif|jetbrains)[^/]*\.woff2/.exec(request.url()) ?? [];
    if (name !== undefined) sent.push(name);
  });
  await page.clock.install();
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-typefaces', 'device');
  expect(sent).toEqual([]);
  await page.clock.fastForward(AT_REST_MS);
  await expect.poll(() => [...new Set(sent)].sort()).toEqual(['inter', 'jetbrains', 'source-serif']);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('nabla-typefaces'))).toBe('1');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(root).not.toHaveAttribute('data-typefaces', 'device');
  expect(received.problems).toEqual([]);
});
