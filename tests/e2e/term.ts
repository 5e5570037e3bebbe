/** A class over a term, step by step: who comes in, what they are given, what becomes of it in the grade book and in files. */
import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { callFrom } from './call.ts';
import { card, joinQuiz, PASSWORD, ringAndShow, type Somebody, showOptions, somebody } from './people.ts';

/** Those of the class who do something in the story, as its list has them; the others are there to be many. */
export const ACTING = ['Lena Amsel', 'Emil Bussard', 'Ida Drossel', 'Paul Elster'] as const;
type Acting = (typeof ACTING)[number];
const OTHERS = Array.from({ length: 28 }, (_, at) => `Finch;Number ${at + 1}`);
const ROSTER = ['Nachname;Vorname', ...ACTING.map((name) => name.split(' ').toReversed().join(';')), ...OTHERS];

/** Pastes the list of the class, and prints tickets. @returns the address on the ticket of each who acts, and their sign-in names */
export async function addByList(page: Page, ofClass: string): Promise<Map<Acting, { to: string; login: string }>> {
  await page.goto(`${ofClass}/people`);
  await page.getByRole('link', { name: 'Add many at once' }).click();
  await page.getByLabel('Names or a list').fill(ROSTER.join('\n'));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByText('32 people', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add 32 people' }).click();
  await page.getByRole('link', { name: 'Print their tickets' }).click();
  await page.getByRole('button', { name: 'Make 32 tickets' }).click();
  const found = new Map<Acting, { to: string; login: string }>();
  for (const name of ACTING) {
    const ticket = page.getByRole('listitem').filter({ hasText: name });
    const address = (await ticket.getByRole('img').getAttribute('alt')) ?? '';
    const login = (await ticket.getByText(/^[a-z]+\.[a-z]+[\d.]*$/).textContent()) ?? '';
    found.set(name, { to: new URL(address).pathname, login });
  }
  return found;
}

/** By the ticket, in a browser of one's own. */
export async function comeIn(browser: Browser, name: Acting, to: string): Promise<Somebody> {
  const student = await somebody(browser);
  await student.page.goto(to);
  await student.page.getByLabel('New password').fill(PASSWORD);
  await student.page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(student.page.getByRole('heading', { name: `Hello, ${name}` })).toBeVisible();
  return student;
}

/** The dates and rules of a lesson that is given already. */
export async function setRules(
  page: Page,
  title: string,
  { dates, only, late }: { dates: Readonly<Record<string, string>>; only: RegExp; late?: { percent: string } },
): Promise<void> {
  await page.getByRole('button', { name: `Dates and rules: ${title}` }).click();
  const rules = page.getByRole('dialog', { name: 'Dates and rules of' });
  for (const [label, at] of Object.entries(dates)) await rules.getByLabel(label, { exact: true }).fill(at);
  if (late !== undefined) {
    await rules.getByLabel('What comes after the due date').selectOption('counts less for each day');
    await rules.getByLabel('Percent taken off a day').fill(late.percent);
    await rules.getByLabel('Percent left at least').fill('20');
  }
  await rules.getByLabel('only these:').first().check();
  await rules.getByRole('checkbox', { name: only }).check();
  await rules.getByRole('button', { name: 'Save', exact: true }).click();
  // a date that is over is asked about
  await expect(rules.getByText('is over already. Is that meant?').first()).toBeVisible();
  await rules.getByRole('button', { name: 'Change it' }).click();
  await expect(rules).toBeHidden();
}

/** A question with two options, called right and wrong, as Markdown has it. */
export const choiceOf = (title: string): string =>
  `::::check[${title}]\nWhich?\n\n- [x] right\n- [ ] wrong\n\n:::explanation\nSo it is.\n:::\n::::\n`;

/** A quiz of the teacher's own, of questions as Markdown has them. @returns its id */
export async function quizOf(page: Page, title: string, sources: readonly string[]): Promise<string> {
  const questions = [];
  for (const source of sources) {
    const { outcome } = await callFrom<{ questionId: string }>(page, 'bank.make', { source, courseId: null });
    questions.push({ name: null, ref: outcome.questionId, version: 1, seconds: null, points: null });
  }
  const { outcome } = await callFrom<{ quizId: string }>(page, 'quizzes.make', { title, questions });
  return outcome.quizId;
}

/** Answers one question of the page with what is typed or with the option of these words. */
export async function handIn(page: Page, title: string, given: { typed: string } | { option: RegExp }): Promise<void> {
  const it = card(page, title);
  if ('typed' in given) await it.getByRole('textbox').fill(given.typed);
  else await it.getByRole('radio', { name: given.option }).check();
  await it.getByRole('button', { name: 'Submit' }).click();
  await expect(it.getByText(/^(Right|Not yet)/)).toBeVisible();
}

/** Plays a quiz of two questions with the class. @param given what each answers, by letter, round for round. @returns its report */
export async function playLive(
  host: Page,
  quizId: string,
  players: readonly { page: Page; name: string; given: string }[],
): Promise<string> {
  await host.goto(`/quizzes/${quizId}`);
  await host.getByRole('region', { name: 'Play it live' }).getByRole('button', { name: 'Start' }).click();
  await host.waitForURL(/\/live\/.*\/host$/);
  const code = await host
    .getByText(/^\d{6}$/)
    .first()
    .textContent();
  for (const { page, name } of players) {
    await page.goto('/home');
    await expect(page.getByRole('link', { name: 'Join the quiz' })).toBeVisible();
    await joinQuiz({ page }, code ?? '', name);
  }
  for (const round of [0, 1]) {
    await host.getByRole('button', { name: round === 0 ? 'Start' : 'Next question', exact: true }).click();
    await showOptions(host);
    for (const { page, given } of players) {
      await page.getByRole('button', { name: new RegExp(`^${given[round]}\\b`) }).click();
      await expect(page.getByText(/Stored\.|Your answer is stored\./).first()).toBeVisible();
    }
    await ringAndShow(host);
    await host.getByRole('button', { name: 'Standings', exact: true }).click();
  }
  await host.getByRole('button', { name: 'Podium' }).click();
  await host.getByRole('button', { name: 'Finish' }).click();
  await expect(host.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  return new URL(host.url()).pathname.replace(/host$/, 'report');
}

/** A cell of the grade book, by whose it is and of what; or their total. */
export async function cellOf(page: Page, student: string, title: string): Promise<Locator> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: student }) });
  await expect(row).toBeVisible();
  const heads = await page.getByRole('columnheader').allTextContents();
  const at = heads.findIndex((one) => one.startsWith(title));
  expect(at, `a column ${title} among ${heads.join(' | ')}`).toBeGreaterThan(0);
  return row.getByRole('gridcell').nth(at - 1);
}

/** Types points into a cell, as into a spreadsheet. */
export async function typePoints(page: Page, student: string, title: string, points: string): Promise<void> {
  await (await cellOf(page, student, title)).click();
  await page.keyboard.type(points);
  await page.keyboard.press('Enter');
  await expect(await cellOf(page, student, title)).toHaveText(`${points} ✎`);
}

/** The grade book as Canvas exports it: with ids of its own, and a column that it has of this name. */
export function canvasFile(students: readonly { name: string; login: string }[], column: string): string {
  return [
    `Student,ID,SIS User ID,SIS Login ID,Section,${column} (4711)`,
    '    Points Possible,,,,,15.00',
    ...students.map(({ name, login }, at) => {
      const [given, family] = name.split(' ');
      return `"${family}, ${given}",${1000 + at},S${at},${login},8a,`;
    }),
    // Canvas has somebody of its own to try things as
    '"Student, Test",9999,,tester,8a,3',
  ].join('\r\n');
}

/** Gives a file of Canvas to the page of files. @returns what comes back */
export async function fillCanvas(page: Page, text: string): Promise<string> {
  const saved = page.waitForEvent('download');
  const file = { name: 'canvas.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Gradebook exported from Canvas').setInputFiles(file);
  const filled = await readFile(await (await saved).path(), 'utf8');
  await expect(page.getByText('The filled file was saved.')).toBeVisible();
  return filled;
}

/** The cells of a line of a file of Canvas by their heads; its heads without the ids that Canvas puts after them. */
export function lineOf(text: string, begins: string): Record<string, string> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const cells = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const heads = cells(lines[0] ?? '').map((head) => head.replace(/ \(\d+\)$/, ''));
  const own = cells(lines.find((line) => line.includes(begins)) ?? '');
  return Object.fromEntries(heads.map((head, at) => [head, own[at] ?? '']));
}
