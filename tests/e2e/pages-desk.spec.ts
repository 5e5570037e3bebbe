/** Pages of teachers and admins, as they are met: fit for all, in light and dark. */
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { openCourse } from './courses.ts';
import { classId, findings, look } from './fit.ts';
import { signIn, somebody, test } from './people.ts';

test('pages for teachers are fit for all', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const id = await classId(teacher);
  const outside = { classId: id, title: 'Oral', maxPoints: 15, dueAt: null };
  const { outcome } = await callFrom<{ activityId: string }>(teacher.page, 'activities.outside', outside);
  const { outcome: read } = await callFrom<{ grades: { students: [string, string][] } }>(teacher.page, 'grades.read', {
    classId: id,
  });
  const ofStudent = `/classes/${id}/grades/${read.grades.students[0]?.[0]}`;
  const source = '::::check[Fit for all?]\nIs it?\n\n- [x] yes\n- [ ] no\n\n:::explanation\nIt is.\n:::\n::::\n';
  const { outcome: banked } = await callFrom<{ questionId: string }>(teacher.page, 'bank.make', {
    source,
    courseId: null,
    tags: ['fit'],
  });
  const questions = [{ name: null, ref: banked.questionId, version: 1, seconds: null, points: null }];
  const { outcome: quiz } = await callFrom<{ quizId: string }>(teacher.page, 'quizzes.make', {
    title: 'Fit for all',
    questions,
  });
  await look(browser, 'teacher', [
    `/classes/${id}/activities/${outcome.activityId}`,
    '/first-steps',
    '/misconceptions',
    '/first-quiz',
    '/classes',
    `/classes/${id}`,
    `/classes/${id}/grades`,
    `/classes/${id}/grades/files`,
    ofStudent,
    `/classes/${id}/lessons`,
    `/classes/${id}/people`,
    `/classes/${id}/people/add`,
    `/classes/${id}/people/tickets`,
    `/classes/${id}/settings`,
    `/classes/${id}/quizzes`,
    `/classes/${id}/insight`,
    `/classes/${id}/now`,
    `/classes/${id}/asked`,
    '/questions',
    '/how/questions',
    '/questions/import',
    '/questions/new',
    `/questions/${banked.questionId}`,
    '/quizzes',
    `/quizzes/${quiz.quizId}`,
    `/quizzes/${quiz.quizId}/versions/1`,
  ]);
});

test('pages for admins are fit for all', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await openCourse(admin.page);
  const course = new URL(admin.page.url()).pathname;
  const edit = await admin.page.getByRole('link', { name: 'Edit: Gradients & Derivatives' }).getAttribute('href');
  await look(browser, 'admin', [
    '/admin/courses',
    course,
    `${course}/editors`,
    '/admin/courses/files',
    edit ?? '/no-editor',
    '/admin/people',
    '/admin/lesson-format',
    '/admin/pieces',
  ]);
  // what opens is looked at open
  const { page } = admin;
  await page.goto('/admin/pieces');
  for (const name of ['Settings', 'A sheet from the side', 'For a projector', 'Asks first']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible();
    expect(await findings(page), name).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name })).toBeFocused();
  }
});
