/** Taking a picture of a page, once it is at rest. */
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { SHOT_SIZE, type Shot, shotPath } from '../../app/(teacher)/first-quiz/shots.ts';
import { ROOT } from '../../launch/state-folder.ts';
import type { Somebody } from '../e2e/people.ts';

export const FOLDER = path.join(ROOT, 'docs/screenshots');

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(400);
}

/** A picture of `docs/screenshots/`. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  await settle(page);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage });
  process.stdout.write(`✓ ${name}\n`);
}

/** A picture that the page “Your first quiz” shows, in the colours that the window has. @param top where it begins in the window */
export async function shootForPage(page: Page, shot: Shot, colours: 'light' | 'dark', top = 0): Promise<void> {
  await settle(page);
  const window = page.viewportSize();
  if (window === null) throw new Error('a page without a size');
  const height = (window.width * SHOT_SIZE.height) / SHOT_SIZE.width;
  const taken = await page.screenshot({ clip: { x: 0, y: top, width: window.width, height } });
  const file = path.join(ROOT, 'public', shotPath(shot, colours));
  await sharp(taken).resize(SHOT_SIZE.width, SHOT_SIZE.height).webp({ quality: 80 }).toFile(file);
  process.stdout.write(`✓ ${shot}-${colours}\n`);
}

interface Window {
  dark?: boolean;
  /** pixels of the picture for one of the page */
  scale?: number;
}

/** The same person at another window. */
export async function sized(
  browser: Browser,
  person: Somebody,
  width: number,
  height: number,
  { dark = false, scale = 1 }: Window = {},
): Promise<Somebody> {
  const storageState = await person.context.storageState();
  const context = await browser.newContext({
    storageState,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    baseURL: process.env.NABLA_E2E_ADDRESS ?? '',
  });
  return { ...person, context, page: await context.newPage() };
}
