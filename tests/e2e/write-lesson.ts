/** A lesson of a story's own, at a place of its own: which places of the course are free is none of a story's business. */
import { expect, type Page } from '@playwright/test';
import { callFrom } from './call.ts';
import { openCourse } from './courses.ts';

/**
 * Makes a place that nobody has written, in a level of its own.
 * @param admin signed in as who may write it
 * @returns the place's id, and the slug of its level
 */
export async function makeOwnPlace(admin: Page): Promise<{ lessonId: string; level: string }> {
  await openCourse(admin);
  const courseId = new URL(admin.url()).pathname.split('/').at(-1);
  const level = `story-${Date.now()}`;
  const { outcome: made } = await callFrom(admin, 'courses.makeLevel', { courseId, title: level });
  expect(made).toMatchObject({ ok: true });
  const { outcome: place } = await callFrom<{ ok: boolean; lessonId: string }>(admin, 'courses.makeLesson', {
    levelId: made.levelId,
    title: 'A place of its own',
  });
  expect(place).toMatchObject({ ok: true });
  return { lessonId: place.lessonId, level };
}

/** Publishes a lesson at such a place. @returns its id */
export async function writeLesson(admin: Page, source: string): Promise<string> {
  const { lessonId } = await makeOwnPlace(admin);
  const { outcome } = await callFrom(admin, 'courses.publish', { lessonId, source });
  expect(outcome).toMatchObject({ ok: true });
  return lessonId;
}
