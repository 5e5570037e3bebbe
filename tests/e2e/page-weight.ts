/** What a page weighs when it comes with nothing kept: scripts as they were sent, the page itself, the words in it. */

import type { Browser, BrowserContext, Page } from '@playwright/test';
import { KNOWN_KEY } from '../../app/_ui/typefaces.ts';
import type { Stop } from './every-page.ts';
import { address } from './people.ts';

export interface Weight {
  /** compressed, as they came over the network, of all scripts so far */
  scriptBytes: number;
  /** of the page itself, compressed and not */
  pageBytes: number;
  pageChars: number;
  /** of the words that the page carries for its scripts, as JSON */
  wordBytes: number;
}

/** A phone that has never been here. */
export function newPhone(browser: Browser, kept: Stop['kept']): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: address(),
    storageState: withoutTypefaces(kept),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
}

/** The device that a seat or a sign-in comes from may know the typefaces; one that has never been here does not. */
function withoutTypefaces({ cookies, origins }: Stop['kept']): Stop['kept'] {
  const known = ({ name }: { name: string }): boolean => name === KNOWN_KEY;
  return {
    cookies,
    origins: origins.map((one) => ({ ...one, localStorage: one.localStorage.filter((item) => !known(item)) })),
  };
}

/**
 * Opens the page and lets it be, neither scrolled nor touched.
 * @param quietMs so long after it has loaded everything that still comes by itself counts
 */
export async function weigh(browser: Browser, { path, kept }: Stop, quietMs: number): Promise<Weight> {
  const context = await newPhone(browser, kept);
  const page = await context.newPage();
  const response = await page.goto(path, { waitUntil: 'load' });
  const html = (await response?.text()) ?? '';
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(quietMs);
  const bytes = await sent(page);
  await context.close();
  return { ...bytes, pageChars: html.length, wordBytes: wordBytes(html) };
}

function sent(page: Page): Promise<Pick<Weight, 'scriptBytes' | 'pageBytes'>> {
  return page.evaluate(() => {
    const all = performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming);
    const sum = (wanted: (entry: PerformanceResourceTiming) => boolean): number =>
      all.filter(wanted).reduce((total, entry) => total + entry.encodedBodySize, 0);
    return {
      scriptBytes: sum((entry) => /\.js(?:\?|$)/.test(entry.name)),
      pageBytes: sum((entry) => entry.entryType === 'navigation'),
    };
  });
}

/** A page carries its words in what it hands to its scripts: JSON in strings, a piece here and a piece there. */
function wordBytes(html: string): number {
  const handed = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map(([, text]): string => JSON.parse(text ?? '""'))
    .join('');
  let bytes = 0;
  for (const { index } of handed.matchAll(/"messages":\{/g))
    bytes += Buffer.byteLength(objectAt(handed, index + '"messages":'.length));
  return bytes;
}

/** The JSON object that begins there. */
function objectAt(text: string, start: number): string {
  let [depth, quoted] = [0, false];
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}
