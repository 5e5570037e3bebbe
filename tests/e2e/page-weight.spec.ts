/** No page is heavy on a phone that has never been here: scripts before anything is touched, and words that nobody uses. */
import { expect } from '@playwright/test';
import { everyPage } from './every-page.ts';
import { weigh } from './page-weight.ts';
import { test } from './people.ts';

/** Compressed, as they are sent. */
const SCRIPTS = 260_000;
/** Where authors write, the editor is what they came for. */
const SCRIPTS_OF_EDITORS = 400_000;
/** A page whose scripts have no fields of questions has no more to say. */
const WORDS = 10_000;
const WITH_FIELDS = /^(front|lesson|play)/;
/** The parts of a page that come by themselves have come. */
const QUIET_MS = 1_500;

test('no page sends more scripts than a phone has patience for, nor words that it does not use', async ({
  browser,
}) => {
  const heavy: string[] = [];
  let seen = 0;
  await everyPage(browser, async (stop) => {
    const { scriptBytes, wordBytes } = await weigh(browser, stop, QUIET_MS);
    seen++;
    // each page has scripts and words: a way of weighing that finds none is wrong
    expect(scriptBytes, stop.name).toBeGreaterThan(100_000);
    expect(wordBytes, stop.name).toBeGreaterThan(500);
    if (scriptBytes > (stop.editor ? SCRIPTS_OF_EDITORS : SCRIPTS))
      heavy.push(`${stop.name}: ${scriptBytes} of scripts`);
    if (!WITH_FIELDS.test(stop.name) && wordBytes > WORDS) heavy.push(`${stop.name}: ${wordBytes} of words`);
  });
  expect(heavy).toEqual([]);
  expect(seen).toBeGreaterThanOrEqual(20);
});
