/** Questions without a key: answered and changed at home; in a live room what people say waits for its host, on a phone too. */
import { expect } from '@playwright/test';
import { findings, lookAt } from './fit.ts';
import { card, joinQuiz, openBoard, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON, publish, written } from './publishing.ts';

const QUESTIONS = `

::::check[What next]{#what-next kind=open}
What shall we do next?

- [ ] Another gradient
- [ ] Matrices
::::

::::check[In your words]{#in-your-words kind=open}
What is a gradient, in your words?
::::

::::check[A cloud]{#a-cloud kind=open form=cloud}
What comes to your mind when you hear *gradient*?
::::
`;

test('a student answers and changes what has no key, and a class says what its host lets be seen', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, (await written()) + QUESTIONS);

  const ben = await somebody(browser, { phone: true, dark: true });
  await signIn(ben, 'ben');
  await ben.page.goto('/lessons/gradients-in-code');
  const text = card(ben.page, 'In your words');
  await text.getByLabel('Your answer').fill('The way up');
  await text.getByRole('button', { name: 'Submit' }).click();
  await expect(text.getByText('Handed in. You can change it')).toBeVisible();
  await expect(text.getByText('Thank you for your answer.')).toBeVisible();
  await text.getByLabel('Your answer').fill('=The steepest way up');
  await text.getByRole('button', { name: 'Submit' }).click();
  await expect(text.getByText('Handed in. You can change it')).toBeVisible();
  await expect(text.getByText(/point|attempt/)).toHaveCount(0);
  // what came back from the database is what was handed in
  await expect(text.getByText('This is about your answer before your latest changes.')).toHaveCount(0);
  const poll = card(ben.page, 'What next');
  await poll.getByRole('radio', { name: /Matrices/ }).check();
  await poll.getByRole('button', { name: 'Submit' }).click();
  await expect(poll.getByText('Thank you for your answer.')).toBeVisible();
  const cloud = card(ben.page, 'A cloud');
  await cloud.getByLabel('Word 1').fill('slope');
  for (const one of [text, poll, cloud])
    expect(await findings(ben.page, `#${await one.getAttribute('id')}`)).toEqual([]);
  expect(ben.received.problems).toEqual([]);

  // the last one counts, and no spreadsheet runs it
  const tutor = await somebody(browser);
  await signIn(tutor, 'teacher');
  await openBoard(tutor);
  const sheet = await tutor.page.request.get(`/api/scores/${tutor.page.url().match(/classes\/([\w-]+)/)?.[1]}`);
  expect(await sheet.text()).toContain(`"'=The steepest way up"`);

  // what was said at home is looked through, and shown to the class as it was left
  const desk = tutor.page;
  await desk.getByLabel('Lesson', { exact: true }).selectOption({ label: LESSON });
  await expect(desk.getByRole('heading', { name: LESSON })).toBeVisible();
  const head = (title: string) => desk.getByRole('columnheader').getByRole('button', { name: title }).click();
  await head('In your words');
  const atHome = desk.getByRole('list', { name: 'Answers' });
  await expect(atHome.getByRole('listitem')).toContainText('=The steepest way up');
  const onWall = desk.getByRole('dialog', { name: 'In your words' });
  await desk.getByRole('button', { name: 'Show it on the projector' }).click();
  await expect(onWall.getByText('=The steepest way up')).toBeVisible();
  await expect(onWall.getByText('Ben')).toHaveCount(0);
  await lookAt(desk, 'what was said at home, for the class');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Hide: =The steepest way up' }).click();
  await expect(atHome.getByText('hidden', { exact: true })).toBeVisible();
  await lookAt(desk, 'what was said at home, before its teacher');
  await desk.getByRole('button', { name: 'Show it on the projector' }).click();
  await expect(onWall.getByText('Nothing to show yet.')).toBeVisible();
  await desk.keyboard.press('Escape');
  await head('What next');
  await expect(desk.getByRole('region', { name: 'What the class said' }).getByText('Matrices')).toBeVisible();

  const { teacher, code } = await openQuiz(browser, [/In your words/, /A cloud/, /What next/], LESSON);
  const host = teacher.page;
  const screen = await teacher.context.newPage();
  await screen.setViewportSize({ width: 1280, height: 720 });
  await screen.goto(host.url().replace(/host$/, 'screen'));
  const ada = await somebody(browser, { phone: true });
  const eve = await somebody(browser);
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(eve, code, 'Eve');
  const press = (name: string | RegExp) => host.getByRole('button', { name }).first().click();
  const say = async ({ page }: typeof ada, label: string, said: string): Promise<void> => {
    await page.getByLabel(label).fill(said);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  };

  // the questions come in the order of the lesson: a poll first
  await press('Start');
  await showOptions(host);
  await ada.page.getByRole('radio', { name: /Matrices/ }).check();
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();
  const bars = host.getByRole('list', { name: 'Answers' });
  await expect(bars.getByRole('listitem').filter({ hasText: 'Matrices' })).toContainText('1');
  await expect(screen.getByRole('list', { name: 'Answers' })).toHaveCount(0);
  await press('Show answers as they come');
  await expect(screen.getByRole('listitem').filter({ hasText: 'Matrices' })).toContainText('1');
  await ringAndShow(host);
  await expect(ada.page.getByRole('heading', { name: /Handed in/ })).toBeVisible();
  await expect(ada.page.getByText('Thank you for your answer.')).toBeVisible();
  await expect(screen.getByText(/is right|% right/)).toHaveCount(0);

  // a text waits for the host, and goes when the host says so
  await press('Standings');
  await press('Next question');
  await showOptions(host);
  await say(ada, 'Your answer', 'A <b>slope</b>');
  await say(eve, 'Your answer', 'A hill');
  const answers = host.getByRole('list', { name: 'Answers' });
  await expect(answers.getByText('A <b>slope</b>')).toBeVisible();
  await expect(screen.getByText('A hill')).toHaveCount(0);
  await press('Show answers as they come');
  await expect(screen.getByText('A <b>slope</b>')).toBeVisible();
  await press('Hide: A hill');
  await expect(screen.getByText('A hill')).toHaveCount(0);
  await expect(answers.getByText('hidden', { exact: true })).toBeVisible();
  await press('Let it be seen: A hill');
  for (const box of await answers.getByRole('checkbox').all()) await box.check();
  await host.getByLabel(/picked: name of the group/).fill('Heights');
  await host.getByRole('button', { name: 'Group', exact: true }).click();
  await expect(screen.getByRole('heading', { name: /Heights/ })).toBeVisible();
  await expect(screen.getByText('Ada', { exact: true })).toHaveCount(0);
  await lookAt(host, 'what is said, before its host');
  await lookAt(screen, 'what is said, on the wall');
  await ringAndShow(host);

  await press('Standings');
  await press('Next question');
  await showOptions(host);
  await say(ada, 'Word 1', 'Slope');
  await say(eve, 'Word 2', ' slope ');
  await press('Show answers as they come');
  await expect(screen.getByRole('listitem').filter({ hasText: /slope/i })).toContainText('2 times');
  await lookAt(screen, 'a cloud on the wall');
  await ringAndShow(host);
  await expect(eve.page.getByRole('heading', { name: /Handed in/ })).toBeVisible();
  for (const one of [teacher, ada, eve]) expect(one.received.problems).toEqual([]);
});
