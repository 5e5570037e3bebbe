/** What is not open to somebody does not exist for them; and no key stands in any page a student gets. */
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { signIn, somebody, test } from './people.ts';

test('pages and endpoints of the desk do not exist for a student, nor for a stranger', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const board = await teacher.page.getByRole('link', { name: 'Open the board' }).first().getAttribute('href');
  const id = board?.split('/').at(-1) ?? '';
  const paths = [
    '/classes',
    `/classes/${id}`,
    `/classes/${id}/people`,
    `/classes/${id}/lessons`,
    `/classes/${id}/quizzes`,
    '/admin/courses',
    '/admin/people',
    '/admin/failures',
    '/admin/lesson-format',
    `/classes/${id}/regrade?lesson=${id}`,
  ];
  const student = await somebody(browser);
  await signIn(student, 'deniz');
  for (const path of paths) {
    const response = await student.page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
  expect((await student.page.request.get(`/api/scores/${id}`)).status()).toBeGreaterThanOrEqual(400);
  for (const command of [
    'classes.create',
    'board.read',
    'live.open',
    'courses.publish',
    'people.change',
    'people.resetLink',
  ]) {
    const { status } = await callFrom(student.page, command, {});
    expect([400, 403], command).toContain(status);
  }
  for (const command of ['offer', 'start', 'read', 'apply', 'cancel', 'failures', 'gradeAgain']) {
    const asked = { lessonId: null, classId: null, submission: null, regrade: id };
    const { status } = await callFrom(student.page, `regrading.${command}`, asked);
    expect([400, 403], command).toContain(status);
  }
  const stranger = await somebody(browser);
  for (const path of paths) {
    await stranger.page.goto(path);
    await expect(stranger.page, path).toHaveURL(/\/sign-in\?next=/);
  }
  const teacherAtAdmin = await teacher.page.goto('/admin/people');
  expect(teacherAtAdmin?.status()).toBe(404);
});

test('a lesson page carries no key, no solution and no hint that was not asked for', async ({ browser }) => {
  const student = await somebody(browser, { bodies: true });
  await signIn(student, 'deniz');
  await student.page.goto('/lessons/gradients-and-derivatives');
  await student.page.waitForLoadState('networkidle');
  const everything = [...student.received.texts, await student.page.content()].join('\n');
  expect(everything).toContain('Compute gradients manually');
  for (const secret of [
    'derivativeOf',
    'maximum rate of increase',
    'x.T @ grad_output',
    '(f(x_plus) - fx) / h',
    '"truths"',
    '"correct"',
    'steepest descent (lower loss)',
  ])
    expect(everything.includes(secret), secret).toBe(false);
});

test('a wrong password is refused with a sentence, and what was typed stays', async ({ browser }) => {
  const { page } = await somebody(browser);
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').fill('ada');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Name or password is wrong' })).toBeVisible();
  await expect(page.getByLabel('Name or e-mail')).toHaveValue('ada');
});

/** socket.io answers its own path, before anything of ours */
const SOCKET = '/live-socket/?EIO=4&transport=polling';

test('a stranger is told no title of a lesson, and everything that is served carries its headers', async ({
  browser,
}) => {
  const stranger = await somebody(browser);
  const { request } = stranger.page;
  const lesson = await request.get('/lessons/gradients-and-derivatives', { maxRedirects: 0 });
  expect(lesson.status()).toBe(307);
  expect(await lesson.text()).not.toMatch(/Gradients and/i);
  for (const path of ['/lessons/gradients-and-derivatives', '/api/health', '/nabla.svg', '/sign-in', SOCKET]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['permissions-policy'], path).toContain('camera=()');
  }
  expect((await request.get('/join-class/%ff')).status()).toBe(400);
  expect((await request.get('/reset/a%00b')).status()).toBe(400);
});
