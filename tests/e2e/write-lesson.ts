/** A lesson of a story's own, at a place of the course that is not yet written. */
import { expect, type Page } from '@playwright/test';
import { callFrom } from './call.ts';
import { openCourse } from './courses.ts';

/**
 * Publishes a lesson at the last free place.
 * @param admin signed in as who may write it
 * @returns the lesson's id
 */
export async function writeLesson(admin: Page, source: string): Promise<string> {
  await openCourse(admin);
  const place = await admin
    .getByRole('link', { name: /^Write:/ })
    .last()
    .getAttribute('href');
  const lessonId = /[0-9a-f-]{36}/.exec(place ?? '')?.[0] ?? '';
  const { outcome } = await callFrom(admin, 'courses.publish', { lessonId, source });
  expect(outcome).toMatchObject({ ok: true });
  return lessonId;
}
