/** Questions of one's own: made, tried, kept in versions, shared, asked by a lesson, and corrected. */
import { expect, type Locator } from '@playwright/test';
import { openCourse } from './courses.ts';
import { boxOf, findings, sideways } from './fit.ts';
import { card, signIn, somebody, test } from './people.ts';
import { drawnPicture, isThere } from './pictures.ts';
import { publish, written } from './publishing.ts';

/** A question whose second option is right, with another text for each version. */
const question = (text: string): string => `::::check[Which way is down?]
${text}

- [ ] along the gradient
  > The gradient points uphill.
- [x] against the gradient

:::explanation
The gradient points to where the function grows fastest.
:::
::::
`;

/** What another program has: three lines can be taken, and three cannot. */
const BANK = `::Which river?::Which river? {=Rhine#It flows there. ~Elbe}

::The capital::The capital? {=Berlin =%50%Bonn#Not any more. =B*n}

::Not this one::Is it? {T}

Only a text.

::No key::Which? {what}

::Never closed::Which? {=a ~b
`;

test('a teacher makes a question, tries it, shares it, and corrects it where a lesson asks it', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Questions' }).click();
  await expect(page.getByRole('heading', { name: 'Questions', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'New question' }).click();
  const source = page.locator('[contenteditable="true"][aria-label="Question in Markdown"]');
  const write = async (text: string): Promise<void> => {
    await source.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  // a form that asks for what is missing, and goes there
  const form = page.getByRole('form', { name: 'Question as a form' });
  const save = page.getByRole('button', { name: 'Save the question' });
  await save.click();
  await expect(page.getByText('things are missing or wrong', { exact: false })).toBeVisible();
  await expect(form.getByText('Write what is asked.')).toBeVisible();
  await expect(form.getByLabel('Title', { exact: true })).toBeFocused();
  await form.getByLabel('Title', { exact: true }).fill('Which way is down?');
  const prompt = form.getByLabel('What is asked', { exact: true });
  await prompt.fill('Where to?\n\n');
  // a picture, which asks what it shows, and comes to where the caret was
  await form.getByRole('button', { name: 'Picture', exact: true }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Picture' });
  await sheet.getByLabel('Which picture').setInputFiles({
    name: 'IMG_0001.png',
    mimeType: 'image/png',
    buffer: await drawnPicture(900, 600),
  });
  await expect(sheet.getByText('It is there.', { exact: false })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Put it in' }).click();
  await expect(sheet.getByText('Say what the picture shows.')).toBeVisible();
  await sheet.getByLabel('What it shows').fill('A hill');
  await sheet.getByRole('button', { name: 'Put it in' }).click();
  await expect(prompt).toHaveValue(/^Where to\?\n\n!\[A hill\]\(picture:[\da-f-]{36}\)$/);
  await expect(prompt).toBeFocused();
  const asks = await prompt.inputValue();
  await form.getByLabel('Option A', { exact: true }).fill('along the gradient');
  await form.getByLabel('Why one picks B', { exact: true }).fill('No.');
  await form.getByLabel('Option B', { exact: true }).fill('against the gradient');
  await form.getByRole('button', { name: 'Remove: Option 4' }).click();
  await form.getByRole('button', { name: 'Remove: Option 3' }).click();
  await expect(form.getByText('Option 3 was removed.')).toBeVisible();
  await form.getByLabel('Option A is right', { exact: true }).uncheck();
  await expect(form.getByText('Tick at least one option that is right.')).toBeVisible();
  await form.getByLabel('Option B is right', { exact: true }).check();
  await form.getByLabel('Why one picks A', { exact: true }).fill('The gradient points uphill.');
  await expect(form.getByText('This option is right: nobody has to be told', { exact: false })).toBeVisible();
  await form.getByLabel('Why one picks B', { exact: true }).fill('');
  // its card is there before the reason is
  await expect(card(page, 'Which way is down?').getByText('against the gradient')).toBeVisible();
  await form
    .getByLabel('Why it is right', { exact: true })
    .fill('The gradient points to where the function grows fastest.');
  expect(await findings(page)).toEqual([]);
  // the same as Markdown, and back
  const turn = (face: string): Promise<void> => page.getByRole('radio', { name: face }).check({ force: true });
  await turn('Markdown');
  await expect(source).toContainText('- [x] against the gradient');
  await expect(page.getByText('Compiles without problems')).toBeVisible();
  await write(question(asks).replace('along the', '*along* the'));
  await turn('Form');
  await expect(form.getByLabel('Option A', { exact: true })).toHaveValue('*along* the gradient');
  await form.getByLabel('Option A', { exact: true }).selectText();
  await page.keyboard.insertText('along the gradient');

  // tried as a student would, and graded for real
  const tried = card(page, 'Which way is down?');
  await expect(tried.getByText('Where to?')).toBeVisible();
  await isThere(tried.getByRole('img', { name: 'A hill' }));
  await expect(page.getByText('This question was changed', { exact: false })).toHaveCount(0);
  // the card of what stands there now: another one was shown before
  await expect(tried.locator('em')).toHaveCount(0);
  await tried.getByRole('radio', { name: /along the gradient/ }).check();
  await tried.getByRole('button', { name: 'Submit' }).click();
  await expect(tried.getByText('The gradient points uphill.')).toBeVisible();
  await tried.getByRole('radio', { name: /against the gradient/ }).check();
  await tried.getByRole('button', { name: 'Submit' }).click();
  await expect(tried.getByText(/^Right/)).toBeVisible();
  await expect(tried.getByText('The gradient points to where', { exact: false })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  // tags come with its first version
  await page.getByLabel('Tags, separated by commas').fill('down, hills');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await save.click();
  await page.waitForURL(/\/questions\/[\da-f-]{36}$/);
  await expect(page.getByRole('button', { name: 'Take away: hills' })).toBeVisible();
  await expect(page.getByText('version 1').first()).toBeVisible();
  const ref = page.url().split('/').at(-1) ?? '';
  await turn('Markdown');
  // each sign of ::: stands for itself, also in the line to copy and in old versions
  for (const code of [source, page.getByRole('main').locator('code').first(), page.getByRole('main').locator('pre')])
    await expect(code).toHaveCSS('font-variant-ligatures', 'none');
  await page.getByRole('button', { name: 'Share it' }).click();
  const tall = async (one: Locator) => (({ y, height }) => ({ y, height }))(await boxOf(one));
  const share = page.getByRole('button', { name: 'Share', exact: true });
  for (const [width, height] of [
    [390, 844],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await tall(share), `${width}`).toEqual(await tall(page.getByLabel('They may')));
  }
  // nobody means everybody by leaving the field empty
  await share.click();
  await expect(page.getByLabel('Sign-in name of a teacher')).toBeFocused();
  await page.getByRole('button', { name: 'Share with every teacher' }).click();
  await expect(page.getByText('Every teacher: look and ask it')).toBeVisible();

  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, `${await written()}\n\n::question[Down]{#banked-down ref=${ref} version=1 as=check}\n`);
  await write(question('Where does it go down?'));
  // the draft is on the server, and somebody else who opens it is told whose it is, and not what it says
  await expect(page.getByText(/^✎ draft saved \d\d:\d\d/)).toBeVisible();
  await admin.page.goto(`/questions/${ref}`);
  await expect(admin.page.getByText(/has been writing here since \d\d:\d\d/)).toBeVisible();
  await expect(admin.page.getByText('Where does it go down?')).toHaveCount(0);
  // who writes in it all the same is told of to the first one
  await admin.page.getByLabel('Steps of the solution', { exact: true }).fill('Look uphill, and turn round.');
  await expect(admin.page.getByText(/^✎ draft saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/has been writing here since \d\d:\d\d/)).toBeVisible();
  await expect(page.getByText(/^✎ draft saved/)).toBeVisible();
  await expect(card(page, 'Which way is down?').getByText('Where does it go down?')).toBeVisible();
  await turn('Markdown');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  // who saves second writes nothing over: both texts stand side by side, and what the other one says is taken
  await admin.page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(admin.page.getByText('Somebody has saved a newer version.', { exact: false })).toBeVisible();
  await admin.page.getByRole('button', { name: 'See both side by side' }).click();
  const both = admin.page.getByRole('region', { name: 'Two texts side by side' });
  await expect(both.getByText('Where does it go down?')).toBeVisible();
  expect(await findings(admin.page)).toEqual([]);
  await both.getByRole('button', { name: 'Take this part' }).first().click();
  await expect(admin.page.getByLabel('What is asked', { exact: true })).toHaveValue('Where does it go down?');
  await expect(admin.page.getByLabel('Steps of the solution', { exact: true })).toHaveValue(
    'Look uphill, and turn round.',
  );
  await admin.page.getByRole('button', { name: 'Put my text over version 2' }).click();
  await expect(both).toBeHidden();
  await admin.page.getByRole('button', { name: 'Discard my changes' }).click();
  const student = await somebody(browser, { phone: true });
  await signIn(student, 'deniz');
  await student.page.goto('/lessons/gradients-in-code');
  const asked = card(student.page, 'Which way is down?');
  await expect(asked.getByText('Where to?')).toBeVisible();
  await isThere(asked.getByRole('img', { name: 'A hill' }));
  // its editor takes the newer one, or leaves it
  await openCourse(admin.page);
  await admin.page.getByRole('link', { name: 'Edit: Gradients in code' }).click();
  await admin.page.getByRole('button', { name: 'Take version 2' }).click();
  await expect(admin.page.getByText('Compiles without problems')).toBeVisible();
  await admin.page.getByRole('button', { name: 'Discard my changes' }).click();

  // a correction is followed at once, on pages that are open too
  await write(question('Where does it go down the steepest?'));
  await page.getByLabel('It corrects an error').check();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByText('It is asked in Gradients in code from now on.', { exact: false })).toBeVisible();
  await expect(asked.getByText('Where does it go down the steepest?')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  // its history: what a version changed, and an older one said again
  await page.getByText(/^version 2 ·/).click();
  await page.getByRole('button', { name: 'What changed' }).click();
  await expect(page.getByRole('region', { name: 'Two texts side by side' })).toContainText('Where to?');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish version 2 again, as version 4' }).click();
  await expect(page.getByText('✓ version 4')).toBeVisible();
  await expect(card(page, 'Which way is down?').getByText('Where does it go down?')).toBeVisible();
  // put aside, and back by one press
  await page.getByRole('button', { name: 'Put aside' }).click();
  await expect(page.getByText('It is put aside: what asks it', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('It is back on the list.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.goto('/questions?of=mine');
  await expect(page.getByRole('link', { name: 'Which way is down?' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  // several at once: shared and copied, each undone by one press
  await page.getByRole('checkbox', { name: 'Choose: Which way is down?' }).check();
  const chosen = page.getByRole('region', { name: 'Chosen questions' });
  await chosen.getByRole('button', { name: 'Share', exact: true }).click();
  await chosen.getByLabel('Sign-in name of a teacher').fill('admin');
  await chosen.getByLabel('They may').selectOption('copy it too');
  expect(await findings(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await chosen.getByRole('button', { name: 'Share', exact: true }).last().click();
  await expect(page.getByText('It is shared.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('It is shared as before.')).toBeVisible();
  await chosen.getByRole('button', { name: 'Copy 1 for me' }).click();
  await expect(page.getByText('A copy of it is among your own.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Which way is down?' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The copy is put aside.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Which way is down?' })).toHaveCount(1);
  // all of it on a phone, without scrolling in the list
  const list = page.getByRole('region', { name: 'Questions' });
  expect(await list.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);

  // what another program has comes in, but for three faulty lines and one that is not wanted
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const file = page.getByLabel('A file of questions');
  await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Only words.') });
  await expect(page.getByText('This is none of the files that can be read here', { exact: false })).toBeVisible();
  // larger than what else is sent
  const large = Buffer.from(`${'// a line of words that nobody reads\n'.repeat(400_000)}\nIs it? {T}\n`);
  await file.setInputFiles({ name: 'large.gift', mimeType: 'text/plain', buffer: large });
  await expect(page.getByText('One question: 1 as they are, 0 changed, 0 that cannot be taken.')).toBeVisible();
  await file.setInputFiles({ name: 'bank.gift', mimeType: 'text/plain', buffer: Buffer.from(BANK) });
  await expect(page.getByText('6 questions: 2 as they are, 1 changed, 3 that cannot be taken.')).toBeVisible();
  const lines = page.getByRole('region', { name: 'Questions of the file' });
  // on a phone it stands in the cell of the question
  const said = (text: string): Locator => lines.getByText(text).filter({ visible: true });
  await expect(said('The brace of the answers is never closed.')).toBeVisible();
  await expect(said('“B*n” stands for many texts by its star; it was left out.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await lines.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await expect(said('The brace of the answers is never closed.')).toBeVisible();
  await lines.getByRole('checkbox', { name: 'Take Not this one' }).uncheck();
  await page.getByRole('button', { name: 'Import 2 questions' }).click();
  await expect(page.getByText('2 questions are among yours now.', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Look at them' }).click();
  await expect(page.getByRole('link', { name: 'Which river?' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Not this one' })).toHaveCount(0);
  // out again: what becomes of each is told first, then there is a file
  await page.getByRole('checkbox', { name: 'Choose: Which river?' }).check();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export questions' });
  await dialog.getByLabel('As', { exact: true }).selectOption({ label: 'A sheet (CSV)' });
  await expect(dialog.getByText('Its tags are left out.').or(dialog.getByText('as it is'))).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save one question' }).click();
  expect((await saved).suggestedFilename()).toBe('questions.csv');
  await expect(dialog.getByText('The file is there.')).toBeVisible();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  // once more: what is there already is not ticked
  await page.goto('/questions/import');
  await file.setInputFiles({ name: 'bank.gift', mimeType: 'text/plain', buffer: Buffer.from(BANK) });
  await expect(page.getByText('you have it already').filter({ visible: true })).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Import one question' })).toBeVisible();
  for (const { received } of [teacher, admin, student]) expect(received.problems).toEqual([]);
});

test('two questions that were begun and not saved stay apart, and are found again', async ({ browser }) => {
  // other stories leave some too
  const OURS = /that was begun$/;
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  const begin = async (title: string): Promise<string> => {
    await page.goto('/questions');
    await page.getByRole('link', { name: 'New question' }).click();
    await page.waitForURL(/\/questions\/new\?draft=/);
    await page.getByLabel('Title', { exact: true }).fill(title);
    await expect(page.getByText(/^✎ draft saved/)).toBeVisible();
    return page.url();
  };
  const first = await begin('The first that was begun');
  await begin('The second that was begun');
  const others = page.getByRole('navigation', { name: 'Begun and not saved:' });
  await expect(others.getByRole('link', { name: OURS })).toHaveText(['The first that was begun']);
  // on another device too
  const laptop = await somebody(browser);
  await signIn(laptop, 'teacher');
  await laptop.page.goto('/questions');
  const there = laptop.page.getByRole('navigation', { name: 'Begun and not saved:' });
  await expect(there.getByRole('link', { name: OURS })).toHaveText([
    'The second that was begun',
    'The first that was begun',
  ]);
  expect(await findings(laptop.page)).toEqual([]);
  await there.getByRole('link', { name: 'The first that was begun' }).click();
  await laptop.page.waitForURL(first);
  await expect(laptop.page.getByLabel('Title', { exact: true })).toHaveValue('The first that was begun');
  // to throw one away leaves the other one, also where the page is left within that moment, and the server has heard nothing
  await laptop.page.route(/drafting\.drop/, (route) => route.abort());
  await laptop.page.getByRole('button', { name: 'Discard my changes' }).click();
  await laptop.page.goto('/questions');
  await expect(there.getByRole('link', { name: OURS })).toHaveText(['The second that was begun']);
  await laptop.page.unroute(/drafting\.drop/);
  // it is said to the server from wherever questions are listed, and holds for other devices then
  const said = laptop.page.waitForResponse((one) => /drafting\.drop/.test(one.url()));
  await laptop.page.reload();
  await said;
  await expect(there.getByRole('link', { name: OURS })).toHaveText(['The second that was begun']);
  await page.goto('/questions');
  await expect(others.getByRole('link', { name: OURS })).toHaveText(['The second that was begun']);
  // by a link of the page, and back again: a list of before is no list of now
  await laptop.page.getByRole('link', { name: 'The second that was begun' }).click();
  await laptop.page.getByRole('button', { name: 'Discard my changes' }).click();
  await laptop.page.goBack();
  await laptop.page.waitForURL('/questions');
  await expect(laptop.page.getByRole('link', { name: 'New question' })).toBeVisible();
  await expect(there.getByRole('link', { name: OURS })).toHaveCount(0);
});
