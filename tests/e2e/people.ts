/** What people do in their browsers, by role and label as they find it. */
import { type Browser, type BrowserContext, test as base, type Cookie, expect, type Page } from '@playwright/test';
import { callFrom } from './call.ts';
import { here } from './here.ts';

export const PASSWORD = 'nabla-demo';

export const address = (): string => here().address;

/** A story; whoever took part in it goes home at its end: pages that stay open go on asking, moving and listening. */
export const test = base.extend<{ everybodyGoesHome: undefined }>({
  everybodyGoesHome: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** What a person's browser received: frames of sockets and, where it was asked for, bodies of pages and data. */
export interface Received {
  texts: string[];
  problems: string[];
}

export interface Somebody {
  context: BrowserContext;
  page: Page;
  received: Received;
}

/** A browser of one's own. Errors on the console are kept: a test ends by looking at them. */
export async function somebody(
  browser: Browser,
  options: { phone?: boolean; dark?: boolean; bodies?: boolean } = {},
): Promise<Somebody> {
  const context = await browser.newContext({
    baseURL: address(),
    colorScheme: options.dark === true ? 'dark' : 'light',
    ...(options.phone === true ? { viewport: { width: 390, height: 844 }, hasTouch: true } : {}),
  });
  const page = await context.newPage();
  return { context, page, received: watch(page, options.bodies) };
}

/** @param bodies also what pages and calls are answered with: it costs, and few look at it */
export function watch(page: Page, bodies = false): Received {
  const received: Received = { texts: [], problems: [] };
  page.on('websocket', (socket) => socket.on('framereceived', (frame) => received.texts.push(String(frame.payload))));
  page.on('response', (response) => {
    if (!bodies) return;
    if (/\.(js|css|woff2?|svg|png)(\?|$)/.test(response.url())) return;
    void response.text().then(
      (text) => received.texts.push(text),
      () => undefined, // a redirect has no body
    );
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) received.problems.push(message.text());
  });
  page.on('pageerror', (error) => received.problems.push(String(error)));
  return received;
}
/** A killed server and a refused request are told by the browser too. */
const EXPECTED =
  /ERR_CONNECTION|WebSocket (?:connection|is already in CLOSING)|Failed to load resource|ERR_EMPTY_RESPONSE/;

/** The cookies of those who have signed in with their password in an earlier story. */
const signedIn = new Map<string, Cookie[]>();

/** Signs in with the password, or with the cookies of the last time if they still hold. */
export async function signIn({ page, context }: Somebody, login: string): Promise<void> {
  const hello = page.getByRole('heading', { name: /^Hello/ });
  const known = signedIn.get(login);
  if (known !== undefined) {
    await context.addCookies(known);
    await page.goto('/home');
    if (new URL(page.url()).pathname === '/home') return expect(hello).toBeVisible();
  }
  await signInByPassword({ page }, login);
  signedIn.set(login, await context.cookies());
}

/** A sign-in of its own. */
export async function signInByPassword({ page }: { page: Page }, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Name or e-mail').fill(login);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
}

/** An account that nobody has signed in with yet; an admin makes it, and its owner chooses the password. */
export async function newAccount(browser: Browser, login: string, role: 'student' | 'teacher'): Promise<void> {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const person = { name: `The ${login}`, login, role, classId: null };
  const { outcome: made } = await callFrom<{ link: string }>(admin.page, 'people.add', person);
  await callFrom(admin.page, 'welcome.reset', { token: made.link.split('/').at(-1), password: PASSWORD });
  await admin.context.close();
}

/** A student of one's own, signed in. */
export async function newStudent(
  browser: Browser,
  login: string,
  options: { phone?: boolean } = {},
): Promise<Somebody> {
  await newAccount(browser, login, 'student');
  const student = await somebody(browser, options);
  await signIn(student, login);
  return student;
}

export async function joinQuiz({ page }: Pick<Somebody, 'page'>, code: string, nickname: string): Promise<void> {
  await page.goto('/join');
  await page.getByLabel('The six digits on the screen').fill(code);
  await page.getByRole('button', { name: 'Find the room' }).click();
  await page.getByLabel('Your name in this quiz').fill(nickname);
  await page.getByRole('button', { name: 'Come in' }).click();
  await expect(page.getByRole('heading', { name: `You’re in, ${nickname}` })).toBeVisible();
}

/** The card of a question, by its title. */
export function card(page: Page, title: string) {
  return page.getByRole('article', { name: title });
}

/** Goes past every field of a lesson: editors come when somebody comes near them. */
export async function readThrough(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  for (const field of await page.locator('.lesson-code, .lesson-mathfield').all()) await field.scrollIntoViewIfNeeded();
}

/** Puts text into a code editor, as a paste does. */
export async function writeCode(page: Page, title: string, code: string): Promise<void> {
  // until somebody comes near a plain field stands in its place
  await card(page, title).getByRole('textbox').first().click();
  const editor = card(page, title).locator('[contenteditable="true"][aria-label^="Your code"]');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

/** The board of the demo class and of the lesson that most stories work on, as its teacher opens it. */
export async function openBoard({ page }: Somebody): Promise<void> {
  await page.goto('/home');
  await page
    .getByRole('region', { name: 'ML-05 · Tuesday group' })
    .getByRole('link', { name: 'Open the board' })
    .click();
  const lesson = 'Gradients & Derivatives';
  await page.getByLabel('Lesson', { exact: true }).selectOption({ label: lesson });
  await expect(page.getByRole('heading', { name: lesson })).toBeVisible();
}

/** Starts what the board has chosen; with the longest time to read, so that whoever is slow still finds the question unopened. */
export async function startLive(host: Page): Promise<void> {
  const settings = host.getByRole('button', { name: 'Quiz settings' });
  await settings.click();
  await host.getByLabel('Time to read').selectOption({ label: '20 s' });
  await host.keyboard.press('Escape');
  await expect(settings).toBeFocused();
  await host.getByRole('button', { name: 'Start live quiz' }).click();
  await host.waitForURL(/\/live\/.*\/host/);
}

/** The host's first button while a class reads. */
export const OPENS = /^(?:Show the options|Let them answer) now/;

/** Shows the options, or lets the class answer where there are none, unless that is done by itself already, and gives so much time that nobody is late, however slow. */
export async function showOptions(host: Page): Promise<void> {
  const now = host.getByRole('button', { name: OPENS });
  const more = host.getByRole('button', { name: '15 s more' });
  await expect(async () => {
    if (await now.isVisible()) await now.click({ timeout: 5_000 });
    await expect(more).toBeVisible({ timeout: 5_000 });
  }).toPass();
  for (let times = 0; times < 6; times++) await more.click();
}

/** Presses a button that asks first, and means it. */
export async function pressAndMean(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('alertdialog').getByRole('button', { name }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
}

/** Rings the bell, also while somebody is still writing, and shows the answer. */
export async function ringAndShow(host: Page): Promise<void> {
  const ring = host.getByRole('button', { name: /^Ring (the bell|it for all)/ });
  const show = host.getByRole('button', { name: 'Show the answer', exact: true });
  await expect(async () => {
    if (await ring.isVisible()) await ring.click({ timeout: 5_000 });
    await expect(show).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await show.click();
}

/** A room of the demo class that asks the questions with these titles, of the lesson on the board or of another. */
export async function openQuiz(
  browser: Browser,
  titles: readonly RegExp[],
  lesson?: string,
): Promise<{ teacher: Somebody; code: string }> {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  const host = teacher.page;
  if (lesson !== undefined) {
    await host.getByLabel('Lesson', { exact: true }).selectOption({ label: lesson });
    await expect(host.getByRole('heading', { name: lesson })).toBeVisible();
  }
  await host.getByRole('button', { name: /^\d+ of \d+ questions/ }).click();
  const which = host.getByRole('group', { name: 'What the quiz asks' });
  for (const box of await which.getByRole('checkbox').all()) await box.setChecked(false);
  for (const title of titles) await which.getByRole('checkbox', { name: title }).check();
  await host.keyboard.press('Escape');
  await expect(which).toHaveCount(0);
  await startLive(host);
  const code = await host
    .getByText(/^\d{6}$/)
    .first()
    .textContent();
  return { teacher, code: code ?? '' };
}
