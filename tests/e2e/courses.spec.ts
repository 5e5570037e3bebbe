/** A course is made, arranged by keys and menus, found under its old addresses, and given to somebody else to edit. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { callFrom } from './call.ts';
import { boxOf, findings, sideways } from './fit.ts';
import { signIn, somebody, test } from './people.ts';

test('a course with levels and lessons is made, arranged, renamed, archived and given away', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const { page } = admin;
  const name = `Analysis ${Date.now()}`;
  const told = (words: RegExp | string) => expect(page.getByRole('status').getByText(words)).toBeVisible();
  const handleOf = (what: string) => page.getByRole('button', { name: `Move: ${what}`, exact: true });
  const lessons = (level: string) => page.getByRole('list', { name: level }).getByRole('listitem');

  await page.goto('/admin/courses');
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByLabel('Rename: New course').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  for (const level of ['Sequences', 'Series']) {
    await page.getByRole('button', { name: '+ New level' }).click();
    await page.getByLabel('New level', { exact: true }).fill(level);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Levels' }).getByText(level)).toBeVisible();
  }
  await page.getByRole('button', { name: 'New lesson: Sequences' }).click();
  await page.getByLabel('and go to write it').uncheck();
  for (const lesson of ['Limits', 'Bounds']) {
    await page.getByLabel('New lesson: Sequences').fill(lesson);
    await page.keyboard.press('Enter');
    await expect(lessons('Sequences').getByText(lesson)).toBeVisible();
  }
  await page.getByLabel('and go to write it').check();
  await page.getByLabel('New lesson: Sequences').fill(`Sums ${name}`);
  await page.keyboard.press('Enter');
  // its editor, with a text to begin with
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await expect(page.getByText(/^Not published yet: .* no class follows the course/)).toBeVisible();
  await page.getByRole('button', { name: 'Publish as a new version' }).click();
  await expect(page.getByText('Published as version 1.')).toBeVisible();
  // a question from the bank, looked for and put in; and back to what was published before
  const banked = {
    source: `::::check[Which ${name}?]\nA?\n\n- [x] a\n- [ ] b\n\n:::explanation\nA.\n:::\n::::`,
    courseId: null,
  };
  expect(await callFrom(page, 'bank.make', banked)).toMatchObject({ status: 200 });
  await page.getByRole('button', { name: '+ A question from the bank' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Put in: Which ${name}?` }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: `Which ${name}?` })).toBeVisible();
  await page.getByRole('button', { name: 'Publish as a new version' }).click();
  await expect(page.getByText('Published as version 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByText(/^version 1 ·/).click();
  await page.getByRole('button', { name: 'Publish version 1 again, as version 3' }).click();
  await expect(page.getByText('✓ version 3')).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'A first question' })).toBeVisible();
  await expect(preview.getByRole('heading', { name: `Which ${name}?` })).toHaveCount(0);
  await page.getByRole('link', { name }).click();

  // by keys: up in its level, then down and on into the next one; what was done is undone by one press
  const handle = page.getByRole('button', { name: `Move: Sums ${name}` });
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await told(/is now lesson 2 of “Sequences”/);
  await expect(handle).toBeFocused();
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
  await told(/is now lesson 1 of “Series”/);
  await expect(handle).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await told('Undone.');
  await expect(lessons('Sequences')).toHaveText([/Limits/, /Bounds/, /Sums/]);
  await page.getByRole('button', { name: 'Move: Series' }).focus();
  await page.keyboard.press('ArrowUp');
  await told(/is now 1 of 2/);
  await page.reload();
  const levels = page.getByRole('list', { name: 'Levels' });
  await expect(levels.getByRole('heading', { level: 2 })).toHaveText([/Series/, /Sequences/]);

  // by hand, onto the first place: a lesson, then a level with all that is in it, and back
  const drag = async (what: string, onto: string): Promise<void> => {
    const [from, to] = [await boxOf(handleOf(what)), await boxOf(handleOf(onto))];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y, { steps: 4 });
    await page.mouse.up();
  };
  await drag('Bounds', 'Limits');
  await told(/is now lesson 1 of “Sequences”/);
  await drag('Sequences', 'Series');
  await told(/“Sequences” is now 1 of 2/);
  await expect(levels.getByRole('heading', { level: 2 })).toHaveText([/Sequences/, /Series/]);
  await expect(lessons('Sequences')).toHaveText([/Bounds/, /Limits/, /Sums/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(levels.getByRole('heading', { level: 2 })).toHaveText([/Series/, /Sequences/]);

  // another title, another address: the one of before leads there, with its question
  const more = async (what: string): Promise<void> => {
    await page.getByRole('button', { name: /^More for: Sums/ }).click();
    await page.getByRole('menuitem', { name: what, exact: true }).click();
  };
  const before = await page.getByRole('link', { name: `Sums ${name}`, exact: true }).getAttribute('href');
  await more('Rename');
  await page.getByLabel(/^Rename: Sums/).fill(`Sums, renamed ${name}`);
  await page.keyboard.press('Enter');
  await told(/^Renamed to/);
  await more('Address');
  await page.getByLabel(/^Address: Sums/).fill('Gradients in Code');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').getByText('Another page has this address. Choose another one.')).toBeVisible();
  const address = `summing-${Date.now()}`;
  await page.getByLabel(/^Address: Sums/).fill(address);
  await page.keyboard.press('Enter');
  await told(/^Changed\. The old address/);
  const student = await somebody(browser);
  await signIn(student, 'deniz');
  const moved = await student.page.request.get(`${before}?from=paper`, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([308, `/lessons/${address}?from=paper`]);
  await student.page.goto(`${before}?from=paper`);
  await expect(student.page.getByRole('heading', { level: 1, name: `Sums, renamed ${name}` })).toBeVisible();

  await more('Archive');
  await told(/is archived/);
  await expect(lessons('Sequences')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lessons('Sequences')).toHaveText([/Bounds/, /Limits/, /Sums/]);

  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await findings(page)).toEqual([]);

  const arranged = page.url();
  // taken out as one file, and brought in again: a course of its own, under other addresses
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'Take out' }).click();
  await expect(page.getByText('2 levels with 3 places, 1 of them written')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Take out' }).click();
  const buffer = readFileSync(await (await saved).path());
  await page.goto('/admin/courses');
  await page.getByRole('link', { name: 'Bring in a course' }).click();
  const file = { name: 'course.zip', mimeType: 'application/zip', buffer };
  await page.getByLabel('The zip of a course').setInputFiles(file);
  const coming = page.getByRole('region', { name: 'What would come of it' });
  await expect(coming.getByText(`/lessons/${address} is taken here`)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Make this course' }).click();
  await page.getByRole('link', { name: 'Look at it' }).click();
  await expect(page.getByText('No class follows it, so no student is shown it.')).toBeVisible();
  await page.getByRole('link', { name: 'As students see it' }).click();
  await expect(page).toHaveURL(/^https?:\/\/[^/]+\/courses\//);
  const sums = page.getByRole('link', { name: `Sums, renamed ${name}` });
  await expect(sums).toHaveAttribute('href', `/lessons/${address}-2`);
  expect(await findings(page)).toEqual([]);
  await page.goto(arranged);

  // somebody else edits it, and no other course
  await page.getByRole('link', { name: 'Editors: none' }).click();
  await page.getByLabel('Sign-in name').fill('nobody of this name');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody signs in with this name. Check it.')).toBeVisible();
  await page.getByLabel('Sign-in name').fill('teacher');
  await page.getByRole('button', { name: 'Give it to them' }).click();
  await told('The course is theirs to edit.');
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await teacher.page.getByRole('link', { name: 'Courses', exact: true }).click();
  await expect(teacher.page.getByRole('rowheader')).toHaveCount(1);
  await teacher.page.getByRole('link', { name, exact: true }).click();
  await expect(teacher.page.getByRole('link', { name: /^Edit: Sums/ })).toBeVisible();
  await expect(teacher.page.getByRole('button', { name: 'Duplicate' })).toHaveCount(0);
  // who opens a lesson that somebody else is writing in is told who, and since when
  await page.goto(arranged);
  await page.getByRole('link', { name: /^Edit: Sums/ }).click();
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await page.locator('[contenteditable="true"][aria-label="Lesson in Markdown"]').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\nA sentence more, and [nowhere](nowhere-at-all.md).\n');
  await expect(page.getByText(/^✎ draft saved \d\d:\d\d/)).toBeVisible();
  // what publishing would refuse is told while it is written
  await expect(page.getByText('The link “nowhere-at-all.md” leads to no lesson.', { exact: false })).toBeVisible();
  await teacher.page.getByRole('link', { name: /^Edit: Sums/ }).click();
  await expect(teacher.page.getByText(/has been writing here since \d\d:\d\d/)).toBeVisible();
  await expect(teacher.page.getByText('A sentence more')).toHaveCount(0);
  await page.getByRole('button', { name: 'Discard my changes' }).click();
  await page.goto(`${arranged}/editors`);
  await page.getByRole('button', { name: /^Take the course back from/ }).click();
  await told('They no longer edit it.');
  const closed = await teacher.page.goto('/admin/courses');
  expect(closed?.status()).toBe(404);
});
