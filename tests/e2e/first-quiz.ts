/** From an empty bank to a corrected key: what a teacher does who has never seen it, step by step, by mouse or by keys. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { card, joinQuiz, PASSWORD, type Somebody, somebody } from './people.ts';
import { type Maker, type OneOfTen, TEN } from './ten-questions.ts';

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const inBar = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

/** Signs in for the first time, and makes the class that is asked for. @returns its join link */
export async function comeInAndMakeAClass({ page, hands }: Maker, login: string): Promise<string> {
  await page.goto('/sign-in');
  await hands.write(page.getByLabel('Name or e-mail'), login);
  await hands.write(page.getByLabel('Password'), PASSWORD);
  await hands.press(button(page, 'Sign in'));
  await page.waitForURL(/\/first-steps$/);
  await hands.write(page.getByLabel('Name of the class'), `Class of ${login}`);
  await hands.press(button(page, 'Make a class'));
  await page.waitForURL(/\/people$/);
  const link = page.getByRole('textbox', { name: 'Join link' });
  // the browser adds its own address once the page is awake
  await expect(link).toHaveValue(/^http.*\/join-class\//);
  return new URL(await link.inputValue()).pathname;
}

export async function joinTheClass(browser: Browser, link: string, login: string): Promise<Somebody> {
  const student = await somebody(browser);
  const { page } = student;
  await page.goto(link);
  await page.getByLabel('Your name, as your teacher knows it').fill(`Dana ${login}`);
  await page.getByLabel('A sign-in name').fill(login);
  await page.getByLabel('A password').fill(PASSWORD);
  await button(page, 'Join the class').click();
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
  return student;
}

/** Over the page that leads a newcomer, to the form of a question. */
export async function findTheWay({ page, hands }: Maker): Promise<void> {
  await hands.press(inBar(page, 'Questions'));
  await hands.press(page.getByRole('link', { name: 'Your first quiz, step by step' }));
  await expect(page.getByRole('heading', { name: 'Your first quiz' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Make a question' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await hands.press(page.getByRole('link', { name: 'New question' }));
}

/** Writes a question into the form, and keeps it. */
async function makeQuestion(maker: Maker, question: OneOfTen): Promise<void> {
  const { page, hands } = maker;
  const { title, asked, explanation, kind, key } = question;
  // the question before has such a form too
  await page.waitForURL(/\/questions\/new$/);
  const form = page.getByRole('form', { name: 'Question as a form' });
  if (kind !== undefined) await hands.choose(form.getByRole('radio', { name: kind }));
  await hands.write(form.getByLabel('Title', { exact: true }), title);
  await hands.write(form.getByLabel('What is asked', { exact: true }), asked);
  await key(maker, form);
  await hands.write(form.getByLabel('Why it is right', { exact: true }), explanation);
  await hands.save(button(page, 'Save the question'));
  await page.waitForURL(/\/questions\/[\da-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

export async function makeTen(maker: Maker): Promise<void> {
  for (const [at, question] of TEN.entries()) {
    if (at > 0) await maker.hands.press(maker.page.getByRole('link', { name: 'New question' }));
    await makeQuestion(maker, question);
  }
}

/** Takes all of them into a quiz, the first one first. @returns the address of the quiz */
export async function makeQuiz({ page, hands }: Maker, title: string): Promise<string> {
  await hands.press(inBar(page, 'Questions'));
  await hands.press(page.getByRole('link', { name: 'Mine', exact: true }));
  await expect(page).toHaveURL(/of=mine/);
  await hands.tick(page.getByRole('checkbox', { name: 'Choose all of this page' }));
  await hands.press(button(page, `Make a quiz of ${TEN.length}`));
  await page.waitForURL(/\/quizzes\/[\da-f-]{36}$/);
  await hands.write(page.getByLabel('Title', { exact: true }), title);
  const asked = page.getByRole('region', { name: 'Questions', exact: true });
  await expect(asked.getByText(/^10 questions, about \d+ minutes/)).toBeVisible();
  const handle = (place: number): Locator =>
    asked.getByRole('button', { name: `Move: Question ${place}`, exact: true });
  await hands.toTheTop(handle, TEN.length);
  await expect(asked.getByRole('listitem').first()).toContainText(TEN[0]?.title ?? '');
  await hands.write(asked.getByLabel('Seconds of question 1', { exact: true }), '5');
  await hands.press(page.getByText('Settings', { exact: true }));
  await hands.pick(page.getByLabel('Time to read'), 'none');
  await hands.save(button(page, 'Save'));
  await expect(page.getByText('✓ saved')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Opens a room and plays a question of it with players of the server's; then a new one, for people. @returns its code */
export async function rehearse({ page, hands }: Maker): Promise<string> {
  await hands.press(page.getByRole('region', { name: 'Play it live' }).getByRole('button', { name: 'Start' }));
  await page.waitForURL(/\/live\/.*\/host$/);
  await hands.press(page.getByText('Rehearse alone'));
  await hands.write(page.getByLabel('How many (up to 30)'), '3');
  await hands.press(button(page, 'Bring them in'));
  await expect(page.getByText('3 rehearsal players are in the room.')).toBeVisible();
  await hands.press(button(page, 'Start'));
  // they answer by themselves, and once all have, the answer is shown
  await expect(page.getByRole('list', { name: 'Answers' })).toBeVisible();
  await hands.press(button(page, 'End the quiz'));
  await hands.press(page.getByRole('alertdialog').getByRole('button', { name: 'End the quiz' }));
  await expect(page.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  // no report counts players of the server's
  await expect(page.getByText('0 of 0 right').first()).toBeVisible();
  await hands.press(button(page, 'Play again'));
  await expect(page.getByRole('heading', { name: 'Waiting for players' })).toBeVisible();
  return (
    (await page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? ''
  );
}

/** In the order of the quiz: the first one, then the last one that was made, and on to the second. */
const PLAYED = [...TEN.slice(0, 1), ...TEN.slice(1).toReversed()];

/** @param rounds how many of the questions are played before it is ended; each takes its host some seconds */
export async function playWithThreePhones(
  browser: Browser,
  { page: host, hands }: Maker,
  code: string,
  rounds: number,
): Promise<void> {
  const phones = [];
  for (const name of ['Ada', 'Ben', 'Cem']) {
    const phone = await somebody(browser, { phone: true });
    await joinQuiz(phone, code, name);
    phones.push(phone);
  }
  await hands.press(button(host, 'Start'));
  for (const [round, question] of PLAYED.slice(0, rounds).entries()) {
    if (round > 0) {
      await hands.press(button(host, 'Standings'));
      await hands.press(button(host, 'Next question'));
    }
    // nobody is late, however slow
    for (let times = 0; times < 3; times++) await hands.press(button(host, '15 s more'));
    for (const [at, phone] of phones.entries()) await answerOnPhone(phone.page, question, (round + at) % 3 !== 2);
    await showTheAnswer({ page: host, hands });
  }
  await hands.press(button(host, 'End the quiz'));
  await hands.press(host.getByRole('alertdialog').getByRole('button', { name: 'End the quiz' }));
  await expect(host.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  for (const { page, received, context } of phones) {
    await expect(page.getByText(/^That was it: \d+ of \d+ right/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(received.problems).toEqual([]);
    await context.close();
  }
}

/** By the one button that leads on, whatever it says: somebody's bell may have rung by itself. */
async function showTheAnswer({ page: host, hands }: Maker): Promise<void> {
  const next = host.getByRole('button', { name: /^(Ring the bell|Show the answer|Standings)$/ });
  for (;;) {
    await expect(next).toBeVisible();
    const label = (await next.textContent()) ?? '';
    if (label === 'Standings') return;
    await hands.press(button(host, label));
    await expect(button(host, label)).toBeHidden();
  }
}

async function answerOnPhone(page: Page, { title, answer }: OneOfTen, right: boolean): Promise<void> {
  await expect(page.getByText(title).first()).toBeVisible();
  await answer(page.getByRole('main'), right);
  const stored = page.getByText(/Stored\.|Your answer is stored\./).first();
  const send = button(page, 'Send');
  await expect(stored.or(send)).toBeVisible();
  if (await send.isVisible()) await send.click();
}

export async function giveAsHomework({ page, hands }: Maker, quiz: string, title: string): Promise<void> {
  await page.goto('/quizzes');
  await hands.press(page.getByRole('link', { name: title }));
  await page.waitForURL(quiz);
  const homework = page.getByRole('region', { name: 'Give as homework' });
  await hands.press(homework.getByRole('button', { name: /^Give to the class/ }));
  const rules = page.getByRole('dialog', { name: 'Dates and rules of' });
  await hands.write(rules.getByLabel('Time limit in minutes'), '40');
  await hands.press(rules.getByRole('button', { name: 'Give to the class' }));
  await expect(homework.getByText(/40 minutes/)).toBeVisible();
}

/** Answers everything right; the one with the wrong key is told to be wrong. */
export async function doTheHomework({ page }: Somebody, title: string): Promise<void> {
  await page.goto('/home');
  await page.getByRole('link', { name: new RegExp(`^${title}`) }).click();
  await button(page, 'Begin').click();
  for (const question of PLAYED) {
    const it = card(page, question.title);
    await question.answer(it, true);
    await it.getByRole('button', { name: 'Submit' }).click();
    await expect(it.getByText(question.title === WRONG ? /^Not yet/ : /^Right/)).toBeVisible();
  }
}

/** Whose key is wrong. */
const WRONG = 'A dozen';

/** Puts the key right, and grades anew what was handed in. */
export async function correctTheKey({ page, hands }: Maker): Promise<void> {
  await hands.press(inBar(page, 'Questions'));
  await hands.press(page.getByRole('link', { name: WRONG }));
  const form = page.getByRole('form', { name: 'Question as a form' });
  await hands.write(form.getByLabel('Value', { exact: true }), '12');
  await hands.tick(page.getByLabel('It corrects an error'));
  await hands.save(button(page, 'Save as a new version'));
  await expect(page.getByText(/^Saved as version 2\. It is asked in .* from now on\.$/)).toBeVisible();
}

export async function seeTheRegrade({ page, hands }: Maker): Promise<void> {
  await page.goto('/first-quiz');
  await expect(page.getByRole('heading', { name: 'You have been all the way round' })).toBeVisible();
  await hands.press(page.getByRole('link', { name: 'To the board' }));
  await hands.press(page.getByRole('link', { name: 'Regrade …' }));
  await hands.press(button(page, 'Grade again, for a report'));
  const changes = page.getByRole('region', { name: 'Changes by student' });
  await expect(changes.getByRole('row', { name: /Dana.*A dozen.*more points/ })).toBeVisible();
  await hands.press(button(page, 'Apply'));
  await hands.press(page.getByRole('alertdialog').getByRole('button', { name: 'Apply' }));
  await expect(page.getByText('Applied, and counting since')).toBeVisible();
}

export async function hearOfTheRegrade({ page }: Somebody): Promise<void> {
  await page.reload();
  await expect(card(page, WRONG).getByText(/^Right/)).toBeVisible();
}
