/** Host, wall and phone in every phase of a quiz: fit for all. */
import { expect, type Page } from '@playwright/test';
import { findings, findingsInOtherColours, lookAt } from './fit.ts';
import { joinQuiz, openBoard, pressAndMean, showOptions, signIn, somebody, startLive, test } from './people.ts';

/** Phases that are looked at in the other colours as well: between them they show all that the others do. */
const BOTH = ['lobby', 'question', 'reveal', 'ended'];

test('the live views are fit for all in every phase', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  await startLive(teacher.page);
  const code =
    (await teacher.page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? '';
  const screen = await teacher.context.newPage();
  await screen.goto(teacher.page.url().replace(/host$/, 'screen'));
  const player = await somebody(browser, { phone: true, dark: true });
  await player.page.goto(`/join/${code}`);
  await expect(player.page.getByLabel('Your name in this quiz')).toBeVisible();
  await lookAt(player.page, 'the door of a room');
  await signIn(player, 'ben');
  await joinQuiz(player, code, 'Otter');
  const pages = [teacher.page, screen, player.page];
  const lookAtAll = async (phase: string): Promise<void> => {
    for (const page of pages) expect(await findings(page), phase).toEqual([]);
    if (!BOTH.includes(phase)) return;
    for (const page of pages) expect(await findingsInOtherColours(page), `${phase}, other colours`).toEqual([]);
  };
  await lookAtAll('lobby');
  await teacher.page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(player.page.getByText('Options come in a moment.')).toBeVisible();
  await lookAtAll('read');
  await showOptions(teacher.page);
  await player.page.getByRole('button', { name: /^C\b/ }).click();
  await expect(player.page.getByText('Your answer is stored.')).toBeVisible();
  await lookAtAll('question');
  await teacher.page.getByRole('button', { name: 'Ring the bell', exact: true }).click();
  await expect(player.page.getByText('Time is up.', { exact: false })).toBeVisible();
  await expect(screen.getByText('Time is up', { exact: true })).toBeVisible();
  await lookAtAll('closed');
  for (const [button, phase] of [
    ['Show the answer', 'reveal'],
    ['Standings', 'standings'],
  ] as const) {
    await teacher.page.getByRole('button', { name: button, exact: true }).click();
    // a class shows no names unless it is told to: what it did together stands in their place
    const shown =
      phase === 'reveal' ? screen.getByRole('list', { name: 'Answers' }) : screen.getByText(/^All together/);
    await expect(shown).toBeVisible();
    await lookAtAll(phase);
  }
  await pressAndMean(teacher.page, 'End the quiz');
  await expect(teacher.page.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  await expect(player.page.getByRole('heading', { name: /That was it/ })).toBeVisible();
  await lookAtAll('ended');
  await playedBefore(teacher.page, player.page);
});

/** What is there of the quiz once its tabs are closed: for who led it, and for who played with their account. */
async function playedBefore(teacher: Page, player: Page): Promise<void> {
  const [, session] = /live\/([^/]+)\//.exec(teacher.url()) ?? [];
  await teacher.goto('/live');
  await lookAt(teacher, 'quizzes that were led');
  await teacher.goto(`/live/${session}/report`);
  await expect(teacher.getByRole('region', { name: 'The question' }).getByText('Everybody answered.')).toBeVisible();
  await lookAt(teacher, 'the report');
  expect(await findingsInOtherColours(teacher)).toEqual([]);
  await teacher
    .getByRole('rowheader', { name: /^Ben Turner/ })
    .getByRole('button')
    .click();
  await expect(teacher.getByRole('region', { name: 'The player' }).getByText('0 of 1 right, 1 answered')).toBeVisible();
  expect(await findings(teacher)).toEqual([]);
  await teacher.getByRole('button', { name: 'Export' }).click();
  const download = teacher.waitForEvent('download');
  await teacher.getByRole('link', { name: 'Excel (xlsx)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Gradients & Derivatives, 20\d\d-\d\d-\d\d\.xlsx$/);
  await teacher.goto(`/live/${session}/replay`);
  await lookAt(teacher, 'the replay');
  await teacher.getByRole('button', { name: 'Next' }).click();
  await expect(teacher.getByRole('list', { name: 'Answers' })).toBeVisible();
  await player.goto('/played');
  await lookAt(player, 'quizzes that were played');
  await player
    .getByRole('link', { name: /^Gradients/ })
    .first()
    .click();
  await expect(player).toHaveURL(/\/played\/[0-9a-f-]{36}$/);
  await expect(player.getByText('Not this time')).toBeVisible();
  await lookAt(player, 'a quiz that was played');
}
