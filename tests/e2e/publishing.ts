/** The lesson that tests correct: its source as it comes with Nabla, and an admin who publishes another one. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ROOT } from '../../launch/state-folder.ts';
import { openCourse } from './courses.ts';
import type { Somebody } from './people.ts';

export const LESSON = 'Gradients in code';

export function written(): Promise<string> {
  return readFile(path.join(ROOT, 'content/mathematics-for-machine-learning/level-05/05-gradients-in-code.md'), 'utf8');
}

/** Puts a source into the editor and publishes it; gives the page back as the admin then sees it. */
export async function publish(admin: Somebody, source: string): Promise<void> {
  const { page } = admin;
  await openCourse(page);
  await page.getByRole('link', { name: `Edit: ${LESSON}` }).click();
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await page.locator('[contenteditable="true"][aria-label="Lesson in Markdown"]').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await page.getByRole('button', { name: 'Publish as a new version' }).click();
  await expect(page.getByText(/^Published as version \d+\.$/)).toBeVisible();
}
