/** After a question: a wrong key is put right before everybody's eyes, the quiz is played again, and sounds are a choice. */
import { expect, type Page } from '@playwright/test';
import { joinQuiz, openQuiz, pressAndMean, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON, publish, written } from './publishing.ts';

async function ask(host: Page): Promise<void> {
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
}

test('a wrong key is put right during a quiz: the host sees who gains and loses, then everybody has the right points', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const right = await written();
  const wrong = right
    .replace('- [x] It is about a quarter', '- [ ] It is about a quarter')
    .replace(/- \[ \] (It is halved)\n {2}> .*/, '- [x] $1');
  expect(wrong).not.toBe(right);
  await publish(admin, wrong);

  const { teacher, code } = await openQuiz(browser, [/A smaller step/], LESSON);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true, dark: true })];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await ask(host);
  await ada.page.getByRole('button', { name: /^C/ }).click();
  await ben.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('2 of 2 answered')).toBeVisible();
  await ringAndShow(host);
  await expect(ben.page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  await expect(ada.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();

  await host.getByText('Was a key wrong?').click();
  await host.getByRole('button', { name: 'Look for a corrected lesson' }).click();
  await expect(host.getByText(/has the published version already/)).toBeVisible();
  await publish(admin, right);
  await host.getByRole('button', { name: 'Look for a corrected lesson' }).click();
  await expect(host.getByText('Corrected: A smaller step')).toBeVisible();
  await expect(host.getByText('Ada: 0 → 1,000')).toBeVisible();
  await expect(host.getByText('Ben: 1,000 → 0')).toBeVisible();
  // looking changes nothing
  await expect(ben.page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  await host.getByRole('button', { name: 'Correct this quiz' }).click();
  await expect(host.getByText('Corrected. Everybody sees their new points.')).toBeVisible();
  await expect(ada.page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();
  await expect(ben.page.getByText('The answer marked as right was wrong', { exact: false })).toBeVisible();
  for (const person of [admin, teacher, ada, ben]) expect(person.received.problems).toEqual([]);
});

test('a quiz is played again: projector and phones go along into the new room', async ({ browser }) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const ada = await somebody(browser, { phone: true });
  await joinQuiz(ada, code, 'Ada');
  const screen = await teacher.context.newPage();
  await screen.goto(host.url().replace(/host$/, 'screen'));
  await expect(screen.getByText(code, { exact: true })).toBeVisible();
  await ask(host);
  await ada.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('1 of 1 answered')).toBeVisible();
  await pressAndMean(host, 'End the quiz');
  await expect(host.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();

  const before = host.url();
  await host.getByRole('button', { name: 'Play again' }).click();
  await expect(host.getByRole('heading', { name: 'Waiting for players' })).toBeVisible();
  expect(host.url()).not.toBe(before);
  await screen.waitForURL(host.url().replace(/host$/, 'screen'));
  await ada.page.getByRole('link', { name: 'Come in again' }).click();
  await expect(ada.page.getByLabel('Your name in this quiz')).toHaveValue('Ada');
  await ada.page.getByRole('button', { name: 'Come in' }).click();
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada' })).toBeVisible();
  // minors play: names stay off the screen until the teacher wants them there
  await expect(screen.getByText('1 player')).toBeVisible();
  await expect(screen.getByText('Ada', { exact: true })).toHaveCount(0);
  await host.getByRole('button', { name: 'Show names on the screen' }).click();
  await expect(screen.getByText('Ada', { exact: true })).toBeVisible();
  for (const person of [teacher, ada]) expect(person.received.problems).toEqual([]);
});

test('a room is silent until somebody turns sounds on, on that device alone, and stays so after a reload', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true })];
  for (const { page } of [ada, ben])
    await page.addInitScript(() => {
      const begin = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) {
        document.documentElement.dataset.tones = String(Number(document.documentElement.dataset.tones ?? 0) + 1);
        begin.apply(this, when);
      };
    });
  const tones = ({ page }: typeof ada): Promise<number> =>
    page.evaluate(() => Number(document.documentElement.dataset.tones ?? 0));
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await ada.page.getByRole('button', { name: 'Sounds' }).click();
  await ada.page.reload();
  await expect(ada.page.getByRole('button', { name: 'Sounds', pressed: true })).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Sounds', pressed: false })).toBeVisible();
  await ask(host);
  for (const { page } of [ada, ben]) await expect(page.getByRole('button', { name: /^A/ })).toBeVisible();
  await expect.poll(() => tones(ada)).toBeGreaterThan(0);
  await ringAndShow(host);
  await expect(ben.page.getByRole('heading', { name: 'Nothing came from you' })).toBeVisible();
  expect(await tones(ben)).toBe(0);
  for (const person of [teacher, ada, ben]) expect(person.received.problems).toEqual([]);
});

test('where a network blocks WebSockets a phone plays by long polling, and says so', async ({ browser }) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true })];
  await ada.page.routeWebSocket(/live-socket/, (socket) => socket.close({ code: 1011, reason: 'blocked' }));
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  const told = 'this network blocks WebSockets';
  await expect(ada.page.getByText(told, { exact: false })).toBeVisible();
  await expect(ben.page.getByText(told, { exact: false })).toHaveCount(0);
  await ask(host);
  await ada.page.getByRole('button', { name: /^B/ }).click();
  await expect(ada.page.getByText('Your answer is stored.')).toBeVisible();
  await ringAndShow(host);
  await expect(ada.page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
});
