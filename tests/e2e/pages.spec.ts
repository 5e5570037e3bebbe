/** Every page: no serious finding of axe in light and dark, nothing loaded from other hosts, no sideways scroll on a phone. */
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page } from '@playwright/test';
import { address, joinQuiz, type Somebody, showOptions, signIn, somebody, startLive, test } from './people.ts';

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((found) => found.impact === 'serious' || found.impact === 'critical')
    .map((found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

/** Looks at pages as they are shown to one person, at a desk in light and on a phone in the dark. */
async function look(browser: Browser, login: string | null, paths: readonly string[]): Promise<void> {
  for (const device of [{}, { phone: true, dark: true }]) {
    const person = await somebody(browser, device);
    const foreign: string[] = [];
    person.page.on('request', (request) => {
      if (!request.url().startsWith(address()) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
    });
    if (login !== null) await signIn(person, login);
    for (const path of paths) {
      await person.page.goto(path);
      await expect(person.page.getByRole('main')).toBeVisible();
      await person.page.waitForLoadState('networkidle');
      expect(await findings(person.page), `axe at ${path}`).toEqual([]);
      const wider = await person.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `sideways scroll at ${path}`).toBeLessThanOrEqual(0);
    }
    expect(foreign).toEqual([]);
    expect(person.received.problems).toEqual([]);
    await person.context.close();
  }
}

async function classId(person: Somebody): Promise<string> {
  await person.page.goto('/home');
  const href = await person.page.getByRole('link', { name: 'Open the board' }).first().getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}

test('pages for everybody are fit for all', async ({ browser }) => {
  await look(browser, null, ['/', '/sign-in', '/join', '/no-such-page', '/join-class/closed', '/reset/used']);
});

test('pages for students are fit for all', async ({ browser }) => {
  await look(browser, 'chiara', [
    '/home',
    '/account',
    '/courses/mathematics-for-machine-learning/level-05',
    '/lessons/gradients-and-derivatives',
    '/lessons/gradients-in-code',
  ]);
});

test('pages for teachers are fit for all', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const id = await classId(teacher);
  await look(browser, 'teacher', [
    '/classes',
    `/classes/${id}`,
    `/classes/${id}/lessons`,
    `/classes/${id}/people`,
    `/classes/${id}/quizzes`,
  ]);
});

test('pages for admins are fit for all', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await admin.page.goto('/admin/courses');
  const edit = await admin.page.getByRole('link', { name: /^Edit/ }).first().getAttribute('href');
  await look(browser, 'admin', ['/admin/courses', edit ?? '/no-editor', '/admin/people']);
});

test('the live views are fit for all in every phase', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await teacher.page.goto(`/classes/${await classId(teacher)}`);
  await startLive(teacher.page);
  const code =
    (await teacher.page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? '';
  const screen = await teacher.context.newPage();
  await screen.goto(teacher.page.url().replace(/host$/, 'screen'));
  const player = await somebody(browser, { phone: true, dark: true });
  await joinQuiz(player, code, 'Otter');
  const pages = [teacher.page, screen, player.page];
  const lookAtAll = async (phase: string): Promise<void> => {
    for (const page of pages) expect(await findings(page), phase).toEqual([]);
  };
  await lookAtAll('lobby');
  await teacher.page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(player.page.getByText('Options come in a moment.')).toBeVisible();
  await lookAtAll('read');
  await showOptions(teacher.page);
  await player.page.getByRole('button', { name: /^C\b/ }).click();
  await expect(player.page.getByText(/^Receipt/)).toBeVisible();
  await lookAtAll('question');
  for (const [button, phase] of [
    ['Ring the bell', 'reveal'],
    ['Standings', 'standings'],
  ] as const) {
    await teacher.page.getByRole('button', { name: button, exact: true }).click();
    await expect(screen.getByRole('list', { name: phase === 'reveal' ? 'Answers' : 'Standings' })).toBeVisible();
    await lookAtAll(phase);
  }
  teacher.page.on('dialog', (dialog) => void dialog.accept());
  await teacher.page.getByRole('button', { name: 'End the quiz' }).click();
  await expect(teacher.page.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  await expect(player.page.getByRole('heading', { name: /That was it/ })).toBeVisible();
  await lookAtAll('ended');
});

test('a page that is open turns dark with the device, unless light was chosen', async ({ browser }) => {
  const { page, context } = await somebody(browser);
  await page.goto('/');
  const root = page.locator('html');
  await expect(root).toHaveCSS('color-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveCSS('color-scheme', 'dark');
  await page.getByRole('button', { name: 'Colours: As on this device' }).click();
  await expect(root).toHaveCSS('color-scheme', 'light');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveCSS('color-scheme', 'light');
  await context.close();
});
