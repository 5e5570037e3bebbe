/**
 * The desk: a teacher makes a class and gives it a lesson, a new student joins by the link, a password is renewed by a
 * one-time link; an admin edits a lesson, sees what is wrong with it, and publishes it.
 */
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { COURSE } from './courses.ts';
import { findings, lookAt, sideways } from './fit.ts';
import { card, type Somebody, signIn, somebody, test } from './people.ts';
import { drawnPicture, isThere, pastePicture } from './pictures.ts';

/** Both have a word that is wider than a phone. */
const CLASS = 'Thursday group, Donaudampfschifffahrtsgesellschaft';
const NAME = 'Farid Wolfeschlegelsteinhausenbergerdorff';

async function signUp(student: Somebody, link: string): Promise<void> {
  await student.page.goto(link);
  await student.page.getByLabel('Your name, as your teacher knows it').fill(NAME);
  await student.page.getByLabel('A sign-in name').fill('farid');
  await student.page.getByLabel('A password').fill('short');
  await student.page.getByRole('button', { name: 'Join the class' }).click();
  await expect(student.page).toHaveURL(/join-class/);
  await student.page.getByLabel('A password').fill('a long enough password');
  await student.page.getByRole('button', { name: 'Join the class' }).click();
  await expect(student.page.getByRole('heading', { name: `Hello, ${NAME}` })).toBeVisible();
}

test('a teacher makes a class, a student joins it by link, works, and gets a new password by link', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.getByRole('link', { name: 'Classes' }).click();
  await page.getByLabel('Name of the class').fill(CLASS);
  // another story may have made a course meanwhile
  await page.getByLabel('Course', { exact: true }).selectOption({ label: COURSE });
  await page.getByRole('button', { name: 'Make a class' }).click();
  await page.waitForURL(/\/people$/);
  const field = page.getByRole('textbox', { name: 'Join link' });
  // the browser adds its own address once the page is awake
  await expect(field).toHaveValue(/^http.*\/join-class\//);
  const link = await field.inputValue();

  const farid = await somebody(browser, { phone: true });
  await farid.page.goto(new URL(link).pathname);
  await expect(farid.page.getByLabel('A password')).toBeVisible();
  await lookAt(farid.page, 'the door of a class');
  await signUp(farid, new URL(link).pathname);
  await expect(farid.page.getByText('No lesson has been given to this class yet.')).toBeVisible();
  expect(await sideways(farid.page), 'home').toBeLessThanOrEqual(0);
  await farid.page.goto(new URL(link).pathname);
  await expect(farid.page.getByText('you are in this class already', { exact: false })).toBeVisible();
  expect(await sideways(farid.page), 'the door of the class').toBeLessThanOrEqual(0);

  await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'Lessons' }).click();
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Gradients & Derivatives' }) });
  await row.getByRole('button', { name: /^Give to the class/ }).click();
  await expect(row.getByText('Saved')).toBeVisible();
  await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'Board' }).click();
  const named = page.getByRole('rowheader', { name: NAME });
  await expect(named).toBeVisible();
  // cut, so that the points stay in sight, with the whole of it to be read
  await expect(named).toHaveAttribute('title', NAME);
  expect((await named.boundingBox())?.width).toBeLessThan(300);

  await farid.page.goto('/home');
  // as wide as its words, not as the row
  const lesson = farid.page.getByRole('link', { name: 'Gradients & Derivatives' });
  const pill = farid.page
    .getByRole('listitem')
    .filter({ has: lesson })
    .getByText(/^0 \/ \d+ points$/);
  expect((await pill.boundingBox())?.width).toBeLessThan(200);
  await lesson.click();
  const check = card(farid.page, 'Gradient direction');
  await check.getByRole('radio', { name: /steepest descent/ }).check();
  await check.getByRole('button', { name: 'Submit' }).click();
  await expect(check.getByText(/^Not yet/)).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(`^${NAME}, Gradient direction: wrong`) })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${NAME}, Gradient direction: wrong`) }).click();
  await expect(page.getByRole('dialog')).toContainText(NAME);
  await page.keyboard.press('Escape');

  const csv = await page.request.get(`/api/scores/${page.url().split('/').at(-1)?.split('?')[0]}`);
  expect(await csv.text()).toContain(NAME);

  await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'People' }).click();
  await page
    .getByRole('button', { name: /New password link/ })
    .first()
    .click();
  const reset = page.getByRole('textbox', { name: /^One-time link for Farid/ });
  await expect(reset).toHaveValue(/^http/);
  const address = new URL(await reset.inputValue()).pathname;
  const elsewhere = await somebody(browser);
  await elsewhere.page.goto(address);
  await lookAt(elsewhere.page, 'a new password');
  await elsewhere.page.getByLabel('New password').fill('another long password');
  await elsewhere.page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(elsewhere.page.getByRole('heading', { name: `Hello, ${NAME}` })).toBeVisible();
  // the link is used up, and the sign-in from before the change is void
  await elsewhere.page.goto(address);
  await expect(elsewhere.page.getByText('This link has been used already, or has expired.')).toBeVisible();
  await farid.page.goto('/home');
  await expect(farid.page).toHaveURL(/sign-in/);
  for (const person of [teacher, farid, elsewhere]) expect(person.received.problems).toEqual([]);
});

test('an admin edits a lesson with its preview, is told what is wrong, and publishes a new version', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const { page } = admin;
  await page.getByRole('link', { name: 'Courses' }).click();
  await page.getByRole('link', { name: COURSE, exact: true }).click();
  await page.getByRole('link', { name: 'Edit: Gradients in code' }).click();
  const source = page.locator('[contenteditable="true"][aria-label="Lesson in Markdown"]');
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await source.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n## A last word\n\nThis line was added by an admin.\n\n:::nonsense\n:::\n');
  await expect(page.getByText('1 problem')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Line \d+/ })).toBeVisible();
  for (let removed = 0; removed < 2; removed++) {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ControlOrMeta+Shift+K');
  }
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Preview' }).getByText('This line was added by an admin.'),
  ).toBeVisible();
  // an author runs what a student will be given, and nothing is handed in by it
  const step = page.getByRole('region', { name: 'Preview' }).getByRole('article', { name: /in JavaScript$/ });
  await step.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(step.getByText(/^Your code (gives|does not give|stopped)/)).toBeVisible();
  // a link opens beside it: what is being written stays
  const beside = admin.context.waitForEvent('page');
  await page.getByRole('region', { name: 'Preview' }).getByRole('link', { name: 'Gradients & Derivatives' }).click();
  const linked = await beside;
  await expect(linked.getByRole('heading', { level: 1, name: 'Gradients & Derivatives' })).toBeVisible();
  await linked.close();
  await expect(source).toContainText('This line was added by an admin.');
  // what was thrown away by mistake comes back
  await page.getByRole('button', { name: 'Discard my changes' }).click();
  await expect(source).not.toContainText('This line was added by an admin.');
  const back = page.getByRole('button', { name: 'Bring my changes back' });
  await expect(back).toBeFocused();
  await back.press('Enter');
  await expect(source).toContainText('This line was added by an admin.');
  await expect(page.getByText(/^✎ draft saved \d\d:\d\d/)).toBeVisible();
  // a picture that is pasted asks what it shows
  await source.click();
  await page.keyboard.press('ControlOrMeta+End');
  await pastePicture(source, await drawnPicture(640, 480));
  const sheet = page.getByRole('dialog', { name: 'Picture' });
  await sheet.getByLabel('What it shows').fill('A slope');
  await sheet.getByLabel('What it shows').press('Tab');
  await sheet.getByRole('button', { name: 'Put it in' }).press('Enter');
  await expect(source).toContainText(/!\[A slope\]\(picture:[\da-f-]{36}\)/);
  await isThere(page.getByRole('region', { name: 'Preview' }).getByRole('img', { name: 'A slope' }));
  // other stories of this classroom may have published before
  const before = Number(/version (\d+)/.exec((await page.getByRole('main').textContent()) ?? '')?.[1]);
  expect(before).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Publish as a new version' }).click();
  await expect(page.getByText(`Published as version ${before + 1}.`)).toBeVisible();
  const student = await somebody(browser);
  await signIn(student, 'deniz');
  await student.page.goto('/lessons/gradients-in-code');
  await expect(student.page.getByText('This line was added by an admin.')).toBeVisible();
  await isThere(student.page.getByRole('img', { name: 'A slope' }));
  for (const person of [admin, student]) expect(person.received.problems).toEqual([]);
});

test('an admin hands over what somebody had made who has left, and gives it back', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const { page } = admin;
  const leaver = { name: 'Lea Ving', login: `leaving.${Date.now()}`, role: 'teacher', classId: null };
  const { outcome: added } = await callFrom<{ link: string }>(page, 'people.add', leaver);
  const leaving = await somebody(browser);
  await leaving.page.goto(added.link);
  await leaving.page.getByLabel('New password').fill('a long password of mine');
  await leaving.page.getByRole('button', { name: 'Save and sign in' }).click();
  await leaving.page.waitForURL(/first-steps/);
  const source = '::::check[Left]\nA?\n\n- [x] a\n- [ ] b\n\n:::explanation\nA.\n:::\n::::';
  await callFrom(leaving.page, 'bank.make', { source, courseId: null });

  await page.goto(`/admin/people?q=${leaver.login}`);
  await page.getByRole('button', { name: 'Disable Lea Ving' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable', exact: true }).click();
  await page.getByRole('button', { name: 'Hand over what Lea Ving has made' }).click();
  const dialog = page.getByRole('dialog', { name: 'What Lea Ving has made' });
  await expect(dialog.getByText('Of their own: 1 question, 0 quizzes, 0 pictures.')).toBeVisible();
  await dialog.getByLabel('Sign-in name of the teacher who gets it').fill('ada');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(dialog.getByText('No teacher signs in with this name.', { exact: false })).toBeVisible();
  await dialog.getByLabel('Sign-in name of the teacher who gets it').fill('teacher');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(dialog.getByText('Handed over: 1 question', { exact: false })).toBeVisible();
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await teacher.page.goto('/questions?of=mine&q=Left');
  await expect(teacher.page.getByText('from Lea Ving').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Give back' }).click();
  await expect(dialog.getByText('Given back: 1 question', { exact: false })).toBeVisible();
  await teacher.page.reload();
  await expect(teacher.page.getByText('from Lea Ving')).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  for (const person of [admin, teacher]) expect(person.received.problems).toEqual([]);
});
