/** Pictures of where questions and quizzes are made, and of the page that leads to a first one. */
import type { Browser, Page } from '@playwright/test';
import { openCourse } from '../e2e/courses.ts';
import type { Somebody } from '../e2e/people.ts';
import { FOREIGN, fillBank } from './bank.ts';
import { drawnHill } from './drawn-hill.ts';
import { shoot, shootForPage, sized } from './shoot.ts';

/** A question as one is writing it. @returns its address: each that is begun is a draft of its own */
async function beginQuestion(page: Page): Promise<string> {
  await page.goto('/questions/new');
  const form = page.getByRole('form', { name: 'Question as a form' });
  await form.getByLabel('Title', { exact: true }).fill('Which way is down?');
  await form
    .getByLabel('What is asked', { exact: true })
    .fill('You stand on the hill $f(x, y) = x^2 + y^2$. Where to?\n\n');
  await form.getByRole('button', { name: 'Picture', exact: true }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Picture' });
  await sheet
    .getByLabel('Which picture')
    .setInputFiles({ name: 'hill.svg', mimeType: 'image/svg+xml', buffer: drawnHill() });
  await sheet.getByText('It is there.', { exact: false }).waitFor();
  await sheet
    .getByLabel('What it shows')
    .fill('Circles around the lowest point, and an arrow that points away from it');
  await sheet.getByRole('button', { name: 'Put it in' }).click();
  await sheet.waitFor({ state: 'detached' });
  const options = ['Against the gradient', 'Along the gradient', 'At a right angle to it'];
  for (const [at, text] of options.entries()) await form.getByLabel(`Option ${'ABC'[at]}`, { exact: true }).fill(text);
  await form.getByRole('button', { name: 'Remove: Option 4' }).click();
  await form.getByLabel('Why one picks B', { exact: true }).fill('The gradient points uphill.');
  await form.getByLabel('Why it is right', { exact: true }).fill('The gradient points to where $f$ grows fastest.');
  await page.getByRole('article', { name: 'Which way is down?' }).getByText('Against the gradient').waitFor();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  return page.url();
}

async function importedFile(page: Page): Promise<void> {
  await page.goto('/questions/import');
  await page
    .getByLabel('A file of questions')
    .setInputFiles({ name: 'from-moodle.gift', mimeType: 'text/plain', buffer: Buffer.from(FOREIGN) });
  await page.getByText('5 questions:', { exact: false }).waitFor();
}

/** @param teacher has nothing of their own yet */
export async function shootAuthors(browser: Browser, teacher: Somebody, admin: Somebody): Promise<void> {
  const newcomer = await sized(browser, teacher, 390, 844, { dark: true });
  await newcomer.page.goto('/first-quiz');
  await shoot(newcomer.page, 'first-quiz-dark-390');

  const { quizId } = await fillBank(teacher);
  const desk = await sized(browser, teacher, 1440, 1000);
  const draft = await beginQuestion(desk.page);
  await shoot(desk.page, 'question-light-1440');
  await desk.page.goto('/questions?of=mine');
  await shoot(desk.page, 'questions-light-1440');
  await desk.page.goto(`/quizzes/${quizId}`);
  await shoot(desk.page, 'quiz-light-1440');
  await importedFile(desk.page);
  await shoot(desk.page, 'import-light-1440');
  await desk.page.goto('/misconceptions');
  await shoot(desk.page, 'misconceptions-light-1440');
  await desk.page.goto('/first-quiz');
  await shoot(desk.page, 'first-quiz-light-1440');
  const phone = await sized(browser, teacher, 390, 844, { dark: true });
  await phone.page.goto('/questions?of=mine');
  await shoot(phone.page, 'questions-dark-390');
  await phone.page.goto(draft);
  await phone.page.getByRole('article', { name: 'Which way is down?' }).waitFor();
  await shoot(phone.page, 'question-dark-390');
  const editor = await sized(browser, admin, 1440, 1000);
  await openCourse(editor.page);
  await shoot(editor.page, 'course-light-1440');

  for (const colours of ['light', 'dark'] as const) {
    const { page } = await sized(browser, teacher, 560, 900, { dark: colours === 'dark', scale: 2 });
    await page.goto(draft);
    // the draft comes a moment after the form
    const title = page.getByLabel('Title', { exact: true });
    await page.getByRole('article', { name: 'Which way is down?' }).waitFor();
    await title.evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - 100));
    await shootForPage(page, 'question', colours, 60);
    await page.goto(`/quizzes/${quizId}`);
    const asked = page.getByRole('region', { name: 'Questions', exact: true });
    await asked.evaluate((one) => scrollBy(0, one.getBoundingClientRect().top - 70));
    await shootForPage(page, 'quiz', colours, 60);
    const homework = page.getByRole('region', { name: 'Give as homework' });
    await homework.getByRole('button', { name: /^Give to the class/ }).click();
    await page.getByRole('dialog').waitFor();
    await shootForPage(page, 'homework', colours);
  }
}
