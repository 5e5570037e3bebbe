/**
 * Nothing that was typed is lost: the network cut, the server killed, the sign-in ended, a slow line, a closed tab; in each
 * kind of exercise. And nothing waits that does not say so.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { addressOf } from '../support/calls.ts';
import { processUnder } from '../support/classroom.ts';
import { openCourse } from './courses.ts';
import { here } from './here.ts';
import { card, newStudent, PASSWORD, readThrough, type Somebody, signIn, somebody, test, writeCode } from './people.ts';
import { publish, written } from './publishing.ts';
import { writeLesson } from './write-lesson.ts';

const CODE_LESSON = '/lessons/gradients-in-code';
const MATHS_LESSON = '/lessons/gradients-and-derivatives';
const NUMBER = 'One step, by hand';
const TEXT = 'What is it called?';
const CHOICE = 'A smaller step';
const ORDER = 'The loop of gradient descent';
const PYTHON = 'A gradient descent step in Python';
const JAVASCRIPT = 'A gradient descent step in JavaScript';
const MATHS = 'Compute gradients manually';
const BLANKS = 'Implement a gradient descent step';
/** The kinds that no lesson which comes with Nabla asks. */
const OTHER_KINDS = `---
title: Kept on the way
description: Kinds that wait for the network.
---

## Questions

::::check[Kept pairs]{#kept-pairs kind=match points=2}
Which function has which derivative?

- $x^2$ -> $2x$
- $\\sin x$ -> $\\cos x$

:::explanation
The power comes down.
:::
::::

::::check[A kept matrix]{#kept-matrix kind=matrix points=4}
What is the Jacobian of $(x^2, xy)$?

\`\`\`yaml answer
matrix: "[2x, 0; y, x]"
variables: [x, y]
\`\`\`

:::explanation
A row for each function.
:::
::::

::::check[A kept set]{#kept-set kind=set}
For which $x$ is $x^2 = \\frac94$?

\`\`\`yaml answer
values: [-3/2, 3/2]
\`\`\`

:::explanation
A square has two roots.
:::
::::

::::check[A kept poll]{#kept-poll kind=open}
What shall we do next?

- [ ] Another gradient
- [ ] Matrices
::::

::::check[Kept words]{#kept-words kind=open form=text}
What was hard?
::::
`;
const HELD = /^Your answer is kept on this device/;

const waiting = (page: Page): Locator => page.getByRole('status').filter({ hasText: /answers? waits? for/ });
const submit = (page: Page, title: string): Promise<void> =>
  card(page, title).getByRole('button', { name: 'Submit' }).click();

async function open({ page }: Somebody, lesson: string): Promise<void> {
  await page.goto(lesson);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await editorsAreThere(page);
}

/** Nothing shall be asked by the browser; what is asked all the same is answered, or the page would stand still. */
function tellOfDialogs({ page, received }: Somebody): void {
  page.on('dialog', (dialog) => {
    received.problems.push(dialog.type());
    void dialog.accept();
  });
}

/** What a page loads late is not loaded without a network. */
async function editorsAreThere(page: Page): Promise<void> {
  await readThrough(page);
  const editors = page.locator('[contenteditable="true"][aria-label^="Your code"]');
  await expect(editors.nth(1)).toBeVisible();
}

test('without a network every kind is kept, told, and handed in once it is back: by another page, or by the same', async ({
  browser,
}) => {
  const student = await newStudent(browser, 'cut-off');
  const { context } = student;
  await open(student, CODE_LESSON);
  await writeCode(student.page, PYTHON, 'def gradient_descent_step(x, y):\n    return 0  # before\n');
  await expect(card(student.page, PYTHON).getByText(/^Draft saved/)).toBeVisible();
  await context.setOffline(true);
  await test.step('handing in and drafts, on a page that is then closed', async () => {
    const { page } = student;
    await writeCode(page, PYTHON, 'def gradient_descent_step(x, y):\n    return 0  # without a network\n');
    await card(page, NUMBER).getByLabel('Your answer').fill('2.5');
    await submit(page, NUMBER);
    await expect(card(page, NUMBER).getByText(HELD)).toBeVisible();
    // the newest replaces it: one attempt is spent, for this one
    await card(page, NUMBER).getByLabel('Your answer').fill('2.4');
    await submit(page, NUMBER);
    await card(page, TEXT).getByLabel('Your answer').fill('Jacobian');
    await submit(page, TEXT);
    await card(page, CHOICE)
      .getByRole('radio', { name: /quarter/ })
      .check();
    await submit(page, CHOICE);
    // once it says so, nothing moves any more what stands below
    await expect(card(page, CHOICE).getByText(HELD)).toBeVisible();
    for (const letter of ['B', 'D', 'A', 'C'])
      await card(page, ORDER)
        .getByRole('button', { name: new RegExp(`Put ${letter} in place`) })
        .click();
    await submit(page, ORDER);
    await writeCode(
      page,
      JAVASCRIPT,
      'const gradientDescentStep = (x, y, lr = 0.1) => [x - lr * 2 * x, y - lr * 2 * y];\n',
    );
    await submit(page, JAVASCRIPT);
    for (const title of [NUMBER, TEXT, CHOICE, ORDER, JAVASCRIPT])
      await expect(card(page, title).getByText(HELD)).toBeVisible();
    await expect(card(page, PYTHON).getByText('Kept on this device, will be sent.')).toBeVisible();
    await expect(waiting(page)).toContainText('6 answers wait for the network. Kept on this device, sent by itself.');
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      }),
    );
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe('beforeunload');
    await closed;
  });
  await context.setOffline(false);
  const page = await context.newPage();
  await test.step('another page has it, and sends it', async () => {
    await page.goto(CODE_LESSON);
    await readThrough(page);
    await expect(page.getByText('without a network')).toBeVisible();
    for (const title of [NUMBER, TEXT, CHOICE, ORDER])
      await expect(card(page, title).getByText(/^Right: 1 of 1/)).toBeVisible();
    await expect(card(page, JAVASCRIPT).getByText(/^Right:/)).toBeVisible();
    for (const title of [NUMBER, TEXT, CHOICE])
      await expect(card(page, title).getByText(/^1 of 2 attempts used/)).toBeVisible();
    await expect(waiting(page)).toBeHidden();
    await expect(card(page, PYTHON).getByText(/^Draft saved/)).toBeVisible();
    // and it still stands here, though the page was read before it arrived
    await expect(page.getByText('without a network')).toBeVisible();
    const elsewhere = await somebody(browser, { phone: true });
    await signIn(elsewhere, 'cut-off');
    // a draft goes after what was handed in, and nothing on the page tells when
    await expect(async () => {
      await elsewhere.page.goto(CODE_LESSON);
      await readThrough(elsewhere.page);
      await expect(elsewhere.page.getByText('without a network')).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await elsewhere.context.close();
  });
  await test.step('the same page sends it by itself, in the kinds of the other lesson', async () => {
    await open({ ...student, page }, MATHS_LESSON);
    await page.getByRole('button', { name: 'Type formulas as plain text' }).first().click();
    await context.setOffline(true);
    for (const [index, text] of ['2xy', 'x^2 + z^3', '3yz^2'].entries())
      await card(page, MATHS).getByRole('textbox').nth(index).fill(text);
    await submit(page, MATHS);
    for (const [index, text] of ['2*x', '2*y'].entries())
      await card(page, BLANKS).getByRole('textbox').nth(index).fill(text);
    await submit(page, BLANKS);
    for (const title of [MATHS, BLANKS]) await expect(card(page, title).getByText(HELD)).toBeVisible();
    await context.setOffline(false);
    await expect(card(page, MATHS).getByText(/^Right: 3 of 3/)).toBeVisible();
    await expect(card(page, BLANKS).getByText(/^Right:/)).toBeVisible();
    await expect(card(page, MATHS).getByText(HELD)).toBeHidden();
    await expect(waiting(page)).toBeHidden();
  });
  await test.step('and so do the kinds that these lessons do not ask, each once', async () => {
    const admin = await somebody(browser);
    await signIn(admin, 'admin');
    await writeLesson(admin.page, OTHER_KINDS);
    await openCourse(admin.page);
    const lesson = admin.page.getByRole('link', { name: 'Kept on the way', exact: true }).first();
    const slug = (await lesson.getAttribute('href')) ?? '';
    await admin.context.close();
    const [pairs, matrix, set, poll, words] = [
      'Kept pairs',
      'A kept matrix',
      'A kept set',
      'A kept poll',
      'Kept words',
    ] as const;
    const all = [pairs, matrix, set, poll, words];
    const typing = await context.newPage();
    await typing.goto(slug);
    // fields come late: without a network none would; formulas are typed as plain text since the step before
    const field = (title: string) => card(typing, title);
    await expect(field(pairs).getByRole('list', { name: 'Answers' })).toBeVisible();
    const entry = (row: number, column: number) =>
      field(matrix).getByRole('textbox', { name: `Row ${row}, column ${column}` });
    await expect(entry(2, 2)).toBeVisible();
    const values = field(set).getByRole('textbox', { name: 'Your values, in any order' });
    await expect(values).toBeVisible();
    await typing.waitForLoadState('networkidle');
    await context.setOffline(true);
    for (const tex of ['2x', '\\cos x'])
      await field(pairs)
        .getByRole('list', { name: 'Answers' })
        .getByRole('button')
        .filter({ has: typing.locator('annotation').getByText(tex, { exact: true }) })
        .click();
    for (const [row, column, text] of [
      [1, 1, '2x'],
      [1, 2, '0'],
      [2, 1, 'y'],
      [2, 2, 'x'],
    ] as const)
      await entry(row, column).fill(text);
    await values.fill('1.5; -1.5');
    await field(poll)
      .getByRole('radio', { name: /Matrices/ })
      .check();
    await field(words).getByLabel('Your answer').fill('The chain rule');
    for (const title of all) {
      await submit(typing, title);
      await expect(field(title).getByText(HELD)).toBeVisible();
    }
    await typing.close();
    // whichever page of this device it is that sends them; what two of them send has one id, and is taken once
    const stored = new Map<string, string>();
    context.on('response', (response) => {
      if (!response.url().endsWith(addressOf('practice.submissions'))) return;
      const { clientId, questionId } = response.request().postDataJSON();
      stored.set(String(clientId), String(questionId));
    });
    await context.setOffline(false);
    const back = await context.newPage();
    await back.goto(slug);
    for (const title of [pairs, matrix, set]) {
      await expect(card(back, title).getByText(/^Right:/)).toBeVisible();
      await expect(card(back, title).getByText(/^1 of 2 attempts used/)).toBeVisible();
    }
    for (const title of [poll, words])
      await expect(card(back, title).getByText('Thank you for your answer.')).toBeVisible();
    await expect(waiting(back)).toBeHidden();
    await expect(card(back, words).getByLabel('Your answer')).toHaveValue('The chain rule');
    expect([...stored.values()].toSorted()).toEqual([
      'kept-matrix',
      'kept-pairs',
      'kept-poll',
      'kept-set',
      'kept-words',
    ]);
  });
  expect(student.received.problems).toEqual([]);
});

test('while the server is killed and started again, what is written waits and arrives by itself, from two tabs once', async ({
  browser,
}) => {
  const student = await newStudent(browser, 'no-server');
  await open(student, CODE_LESSON);
  const other = await student.context.newPage();
  await other.goto(CODE_LESSON);
  const sent: string[] = [];
  for (const page of [student.page, other])
    page.on('request', (request) => {
      if (request.url().endsWith(addressOf('practice.submissions'))) sent.push(String(request.postDataJSON().clientId));
    });
  process.kill(processUnder(here().launcher, 'server/main.ts') ?? 0, 'SIGKILL');
  const { page } = student;
  await card(page, NUMBER).getByLabel('Your answer').fill('2.4');
  await submit(page, NUMBER);
  await card(page, TEXT).getByLabel('Your answer').fill('Jacob');
  await expect(card(page, NUMBER).getByText(/^Right: 1 of 1/)).toBeVisible();
  await expect(card(page, TEXT).getByText(/^Draft saved/)).toBeVisible();
  await expect(waiting(page)).toBeHidden();
  await expect(card(other, NUMBER).getByText(/^Right: 1 of 1/)).toBeVisible();
  await expect(card(other, NUMBER).getByText(/^1 of 2 attempts used/)).toBeVisible();
  expect(new Set(sent).size).toBe(1);
});

test('when the sign-in has ended, the way back leads to the same place with the text there, and nobody else sees it', async ({
  browser,
}) => {
  const student = await newStudent(browser, 'signed-out', { phone: true });
  await open(student, CODE_LESSON);
  const { page, context } = student;
  await context.clearCookies();
  await card(page, NUMBER).getByLabel('Your answer').fill('2.4');
  await submit(page, NUMBER);
  await expect(card(page, NUMBER).getByText(HELD)).toBeVisible();
  await expect(waiting(page)).toContainText('1 answer waits for you to sign in again.');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  // at the foot of the window, over nothing that is pressed there
  expect((await waiting(page).boundingBox())?.y).toBeGreaterThan(600);
  const enter = async (login: string): Promise<void> => {
    await page.getByLabel('Name or e-mail').fill(login);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(new RegExp(`${CODE_LESSON}#one-step$`));
  };
  // it asks nothing: what waits is kept
  tellOfDialogs(student);
  await card(page, NUMBER).getByRole('link', { name: 'Sign in again' }).click();
  // somebody else uses the device first
  await newStudent(browser, 'somebody-else');
  await enter('somebody-else');
  await expect(card(page, NUMBER).getByLabel('Your answer')).toHaveValue('');
  await expect(waiting(page)).toBeHidden();
  await page.waitForLoadState('networkidle');
  await expect(card(page, NUMBER).getByText(/^0 of 2 attempts used/)).toBeVisible();
  await context.clearCookies();
  await page.goto(`/sign-in?next=${encodeURIComponent(`${CODE_LESSON}#one-step`)}`);
  await enter('signed-out');
  await expect(card(page, NUMBER).getByText(/^Right: 1 of 1/)).toBeVisible();
  await expect(card(page, NUMBER).getByLabel('Your answer')).toHaveValue('2.4');
  expect(student.received.problems).toEqual([]);
});

test('on a slow line drafts are saved while somebody writes on, what was typed last outlives a reload, and what was cleared stays cleared', async ({
  browser,
}) => {
  const student = await newStudent(browser, 'slow-line');
  await open(student, CODE_LESSON);
  const { page, context } = student;
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  const field = card(page, NUMBER).getByLabel('Your answer');
  const saved = page.waitForResponse(
    (response) => response.url().endsWith(addressOf('practice.drafts')) && response.ok(),
  );
  let written = '';
  let heard = false;
  void saved.then(() => (heard = true));
  for (let letter = 0; !heard && letter < 40; letter++) {
    written += letter % 10;
    await field.fill(written);
    await page.waitForTimeout(300);
  }
  expect(heard).toBe(true);
  await field.fill('2.41');
  // at once: the pause of the autosave is not waited for
  await page.reload();
  await expect(field).toHaveValue('2.41');
  await field.fill('2.4');
  await submit(page, NUMBER);
  await expect(card(page, NUMBER).getByText(/^Right: 1 of 1/)).toBeVisible();
  await expect(card(page, NUMBER).getByText(/not saved|will be sent/)).toBeHidden();
  const choice = card(page, TEXT).getByLabel('Your answer');
  await choice.fill('Hessian');
  await expect(card(page, TEXT).getByText(/^Draft saved/)).toBeVisible();
  const emptied = page.waitForResponse(
    (response) => response.url().endsWith(addressOf('practice.drafts')) && response.ok(),
  );
  await choice.fill('');
  await emptied;
  await page.reload();
  await expect(field).toHaveValue('2.4');
  await expect(choice).toHaveValue('');
  expect(student.received.problems).toEqual([]);
});

test('an open page hears that its question was changed, shows it beside what was chosen, and no attempt is spent', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const student = await newStudent(browser, 'old-page');
  const source = await written();
  const swapped = source
    .replace('- [ ] It stays the same', '- [ ] SWAP')
    .replace('- [ ] It is doubled', '- [ ] It stays the same')
    .replace('- [ ] SWAP', '- [ ] It is doubled');
  try {
    await open(student, CODE_LESSON);
    const { page } = student;
    const choice = card(page, CHOICE);
    await choice.getByRole('radio', { name: /stays the same/ }).check();
    await card(page, NUMBER).getByLabel('Your answer').fill('2.4');
    await publish(admin, swapped);
    await expect(choice.getByText('This question was changed. Look at it once more.')).toBeVisible();
    await expect(choice.getByRole('status').getByText('It stays the same')).toBeVisible();
    await expect(choice.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(choice.getByRole('radio').first()).toHaveAccessibleName(/doubled/);
    await expect(choice.getByText(/^0 of 2 attempts used/)).toBeVisible();
    // the others are as they were
    await expect(card(page, NUMBER).getByLabel('Your answer')).toHaveValue('2.4');
    await expect(card(page, NUMBER).getByText('This question was changed')).toBeHidden();

    // a page that heard nothing: what it sends is refused, and it shows the same
    await student.context.setOffline(true);
    await choice.getByRole('radio', { name: /doubled/ }).check();
    await choice.getByRole('button', { name: 'Submit' }).click();
    await expect(choice.getByText(HELD)).toBeVisible();
    await publish(admin, source);
    await student.context.setOffline(false);
    await expect(choice.getByRole('radio').first()).toHaveAccessibleName(/stays the same/);
    await expect(choice.getByRole('status').getByText('It is doubled')).toBeVisible();
    await expect(choice.getByText(/^0 of 2 attempts used/)).toBeVisible();
    await expect(waiting(page)).toBeHidden();
    // and so does a reload
    await page.reload();
    await expect(choice.getByRole('status').getByText('It is doubled')).toBeVisible();
    await choice.getByRole('radio', { name: /quarter/ }).check();
    await choice.getByRole('button', { name: 'Submit' }).click();
    await expect(choice.getByText(/^Right: 1 of 1/)).toBeVisible();
    await expect(choice.getByText('This question was changed')).toBeHidden();
    expect(student.received.problems).toEqual([]);
  } finally {
    await publish(admin, `${source}\n`);
  }
});

test('signing out with something unsent asks: send it, keep it here, or throw it away', async ({ browser }) => {
  const student = await newStudent(browser, 'leaver');
  await open(student, CODE_LESSON);
  const { page } = student;
  await page.route(`**${addressOf('practice.drafts')}`, (route) => route.abort());
  await card(page, NUMBER).getByLabel('Your answer').fill('7');
  await expect(card(page, NUMBER).getByText('Kept on this device, will be sent.')).toBeVisible();
  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Account: The leaver' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  const dialog = page.getByRole('dialog', { name: '1 answer is not on the server yet' });
  await signOut();
  await dialog.getByRole('button', { name: 'Send it and sign out' }).click();
  await expect(dialog.getByText('It could not be sent.', { exact: false })).toBeVisible();
  tellOfDialogs(student);
  await dialog.getByRole('button', { name: 'Keep it on this device and sign out' }).click();
  await page.waitForURL(/\/$/);
  expect(student.received.problems).toEqual([]);
  await signIn(student, 'leaver');
  await page.goto(CODE_LESSON);
  await expect(card(page, NUMBER).getByLabel('Your answer')).toHaveValue('7');
  // the page in between may have tried in vain to send it, and then asks when it is left
  student.received.problems = student.received.problems.filter((one) => one !== 'beforeunload');
  // what the page before sent as it went may have arrived; this has not
  await card(page, NUMBER).getByLabel('Your answer').fill('8');
  await expect(card(page, NUMBER).getByText('Kept on this device, will be sent.')).toBeVisible();
  await signOut();
  await dialog.getByRole('button', { name: 'Throw it away and sign out' }).click();
  await page.waitForURL(/\/$/);
  await page.unroute(`**${addressOf('practice.drafts')}`);
  await signIn(student, 'leaver');
  await page.goto(CODE_LESSON);
  await expect(card(page, NUMBER).getByLabel('Your answer')).not.toHaveValue('8');
  await page.waitForLoadState('networkidle');
  await expect(card(page, NUMBER).getByLabel('Your answer')).not.toHaveValue('8');
  expect(student.received.problems).toEqual([]);
});

test('a browser that keeps nothing shows every page, and says that the page must stay open', async ({ browser }) => {
  const student = await newStudent(browser, 'keeps-nothing');
  const { page, context } = student;
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  for (const path of ['/home', '/join', CODE_LESSON]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('our fault')).toHaveCount(0);
  }
  await editorsAreThere(page);
  await context.setOffline(true);
  await card(page, NUMBER).getByLabel('Your answer').fill('2.4');
  await submit(page, NUMBER);
  await expect(card(page, NUMBER).getByText(/this browser keeps nothing: leave this page open/)).toBeVisible();
  await expect(waiting(page)).toContainText('This browser keeps nothing: leave the page open.');
  await context.setOffline(false);
  await expect(card(page, NUMBER).getByText(/^Right: 1 of 1/)).toBeVisible();
  expect(student.received.problems).toEqual([]);
});
