/** The page of the course that comes with Nabla, from which its lessons are written and edited. */
import { expect, type Page } from '@playwright/test';

export const COURSE = 'Mathematics for machine learning';

/** @param page of somebody who edits it */
export async function openCourse(page: Page): Promise<void> {
  await page.goto('/admin/courses');
  await page.getByRole('link', { name: COURSE, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: COURSE })).toBeVisible();
}
