/** A term in fast motion: one class from its list of names to its copy for the next year, with what counts in between. */
import { expect } from '@playwright/test';
import { toWall } from '../../domain/activities/time-zone.ts';
import { comeInAndMakeAClass, correctTheKey } from './first-quiz.ts';
import { byMouse } from './hands.ts';
import { newAccount, PASSWORD, somebody, test } from './people.ts';
import {
  ACTING,
  addByList,
  canvasFile,
  cellOf,
  choiceOf,
  comeIn,
  fillCanvas,
  handIn,
  lineOf,
  playLive,
  quizOf,
  setRules,
  typePoints,
} from './term.ts';

const CODE = 'Gradients in code';
const CLOSED = 'Gradients & Derivatives';
const HOMEWORK = 'Homework of the term';
const WARM_UP = 'Warm-up of the term';
const ZONE = 'Europe/Zurich';
/** The clocks of the zone have gone forward by then, and 364 days later they have not yet. */
const DUE = '2029-03-28T18:00';
const HOUR = 3_600_000;
/** Its key is wrong, until it is corrected. */
const DOZEN =
  '::::check[A dozen]{kind=number}\nHow many are a dozen?\n\n```yaml answer\nvalue: 13\n```\n\n:::explanation\nThree times four.\n:::\n::::\n';

test('a class has its term: people, work in time and late, grades out and in, and a copy for the next year', async ({
  browser,
}) => {
  const id = Date.now().toString(36);
  await newAccount(browser, `term.${id}`, 'teacher');
  await newAccount(browser, `colleague.${id}`, 'teacher');
  const teacher = await somebody(browser);
  const { page } = teacher;
  await comeInAndMakeAClass({ page, hands: byMouse(page) }, `term.${id}`);
  const ofClass = new URL(page.url()).pathname.replace('/people', '');
  const name = `Class of term.${id}`;

  // people: thirty-two by a list, four of whom come in by their tickets; a colleague by a link
  await page.goto(`${ofClass}/settings`);
  await page.getByLabel('Place').fill(ZONE);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('✓ Saved')).toBeVisible();
  const tickets = await addByList(page, ofClass);
  const [lena, emil, ida, paul] = await Promise.all(
    ACTING.map((one) => comeIn(browser, one, tickets.get(one)?.to ?? '')),
  );
  if (lena === undefined || emil === undefined || ida === undefined || paul === undefined) throw new Error('nobody');
  await page.goto(`${ofClass}/people`);
  await page.getByLabel('As', { exact: true }).selectOption('teacher');
  await page.getByRole('button', { name: 'A link for one more teacher' }).click();
  const link = page.getByRole('textbox', { name: 'A link for one more teacher' });
  await expect(link).toHaveValue(/\/invited\//);
  const colleague = await somebody(browser);
  await colleague.page.goto('/sign-in');
  await colleague.page.getByLabel('Name or e-mail').fill(`colleague.${id}`);
  await colleague.page.getByLabel('Password').fill(PASSWORD);
  await colleague.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await colleague.page.waitForURL(/\/first-steps$/);
  await colleague.page.goto(new URL(await link.inputValue()).pathname);
  await colleague.page.getByRole('button', { name: 'Accept' }).click();
  await expect(colleague.page.getByRole('navigation', { name: 'This class' })).toBeVisible();

  // five activities: one late already, one closed, one to come, one on paper, and one that is played
  const homework = await quizOf(page, HOMEWORK, [choiceOf('Which way is down?'), DOZEN]);
  const warmUp = await quizOf(page, WARM_UP, [choiceOf('A first one'), choiceOf('A second one')]);
  await page.goto(`${ofClass}/lessons`);
  for (const title of [CODE, CLOSED]) {
    await page.getByRole('button', { name: `Give to the class: ${title}` }).click();
    await expect(page.getByRole('button', { name: `Dates and rules: ${title}` })).toBeVisible();
  }
  const ago = (hours: number): string => toWall(Date.now() - hours * HOUR, ZONE);
  await setRules(page, CODE, { dates: { Due: ago(50) }, only: /One step, by hand/, late: { percent: '10' } });
  await setRules(page, CLOSED, { dates: { Due: ago(30), Closes: ago(26) }, only: /Gradient direction/ });
  await page.getByRole('button', { name: `Give to the class: ${HOMEWORK}` }).click();
  const rules = page.getByRole('dialog', { name: 'Dates and rules of' });
  await rules.getByLabel('Due', { exact: true }).fill(DUE);
  await rules.getByRole('button', { name: 'Give to the class' }).click();
  await expect(page.getByText(/due .*28.*2029/)).toBeVisible();
  await page.getByRole('button', { name: 'Add something outside' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Oral');
  await page.getByLabel('Points to have').fill('15');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Points of Oral' })).toBeVisible();

  // they work: Lena late; Lena and Paul at the homework, where Paul happens to have what the wrong key says
  await lena.page.goto('/lessons/gradients-in-code');
  await handIn(lena.page, 'One step, by hand', { typed: '2.4' });
  for (const [{ page: own }, dozen] of [
    [lena, '12'],
    [paul, '13'],
  ] as const) {
    await own.goto('/home');
    await own.getByRole('link', { name: new RegExp(`^${HOMEWORK}`) }).click();
    await handIn(own, 'Which way is down?', { option: /right/ });
    await handIn(own, 'A dozen', { typed: dozen });
  }

  // live, and it counts, by right answers
  const report = await playLive(page, warmUp, [
    { page: lena.page, name: 'Lena', given: 'AA' },
    { page: paul.page, name: 'Paul', given: 'AB' },
  ]);
  await page.goto(`${ofClass}/quizzes`);
  await page.getByLabel(`What ${WARM_UP} counts for`).selectOption('for right answers');
  await expect(page.getByRole('link', { name: `Results of ${WARM_UP}` })).toBeVisible();

  // the grade book, which the colleague has open as well
  const grades = `${ofClass}/grades`;
  await page.goto(grades);
  await colleague.page.goto(grades);
  const shows = async (student: string, title: string, text: string | RegExp): Promise<void> =>
    expect(await cellOf(page, student, title), `${student}: ${title}`).toHaveText(text);
  await shows('Amsel', CODE, '0.7 ◷');
  await shows('Amsel', CLOSED, '▲ 0');
  await shows('Amsel', HOMEWORK, '1');
  await shows('Elster', HOMEWORK, '2');
  await shows('Amsel', WARM_UP, '2');
  await shows('Elster', WARM_UP, '1');
  await shows('Bussard', HOMEWORK, '·');
  await typePoints(page, 'Amsel', 'Oral', '12.5');
  await typePoints(page, 'Bussard', 'Oral', '15');

  // excused by the colleague: neither for nor against
  await shows('Bussard', 'Total', '33.3 %');
  await (await cellOf(colleague.page, 'Bussard', CLOSED)).click();
  await colleague.page.keyboard.press('e');
  await shows('Bussard', CLOSED, 'excused');
  await shows('Bussard', 'Total', '50 %');

  // more time for one: what is closed for the others is open for her
  await shows('Drossel', CLOSED, '▲ 0');
  await (await cellOf(page, 'Drossel', CLOSED)).click();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'More time, attempts, reason …' }).click();
  await page.getByLabel('Due for them').fill('2035-01-05T18:00');
  await page.getByLabel('Reason').fill('moved house');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: /Ida Drossel 0 does not count/ })).toBeVisible();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await shows('Drossel', CLOSED, /^→ .*5/);
  await ida.page.goto('/lessons/gradients-and-derivatives');
  await expect(ida.page.getByText('moved house')).toBeVisible();
  await handIn(ida.page, 'Gradient direction', { option: /steepest ascent/ });
  await shows('Drossel', CLOSED, /^[01] ◇$/);

  // a corrected key: who had been right gains, who had not loses
  await correctTheKey({ page, hands: byMouse(page) });
  await page.goto(`${ofClass}?lesson=${homework}`);
  await page.getByRole('link', { name: 'Regrade …' }).click();
  await page.getByRole('button', { name: 'Grade again, for a report' }).click();
  const changes = page.getByRole('region', { name: 'Changes by student' });
  await expect(changes.getByRole('row', { name: /Amsel.*more points/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /Elster.*fewer points/ })).toBeVisible();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Applied, and counting since')).toBeVisible();
  await page.goto(grades);
  await shows('Amsel', HOMEWORK, '2');
  await shows('Elster', HOMEWORK, '1');
  // 0.7, 0 of 1, 2 of 2, 12.5 of 15, 2 of 2
  await shows('Amsel', 'Total', '70.7 %');

  // each sees their own
  await lena.page.goto('/grades');
  const own = lena.page.getByRole('region', { name });
  await expect(own.getByText('0.7 of 1')).toBeVisible();
  await expect(own.getByText('3 days late')).toBeVisible();
  await expect(own.getByText('Total so far: 70.7%')).toBeVisible();

  // out to Canvas, and back
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.waitForURL(/\/files$/);
  const known = ACTING.map((one) => ({ name: one, login: tickets.get(one)?.login ?? '' }));
  const filled = await fillCanvas(page, canvasFile(known, 'Oral'));
  expect(lineOf(filled, 'Amsel')).toMatchObject({
    ...{ Student: 'Amsel, Lena', ID: '1000' },
    ...{ [CODE]: '0.7', [CLOSED]: '0', [HOMEWORK]: '2', Oral: '12.5', [WARM_UP]: '2' },
  });
  expect(lineOf(filled, 'Bussard')).toMatchObject({ [CLOSED]: 'EX', [HOMEWORK]: '', Oral: '15', [WARM_UP]: '0' });
  expect(lineOf(filled, 'Test')).toMatchObject({ ID: '9999', Oral: '3', [CODE]: '' });
  expect(await fillCanvas(page, filled)).toBe(filled);
  const file = { name: 'from-canvas.csv', mimeType: 'text/csv', buffer: Buffer.from(filled) };
  await page.getByLabel('Table (.csv, .xlsx)').setInputFiles(file);
  await page.getByLabel('Points are in').selectOption('Oral (4711)');
  await page.getByLabel('They go into').selectOption('Oral');
  const lines = page.getByRole('table', { name: 'Lines of the table' });
  await expect(lines.getByRole('row', { name: /Amsel/ })).toContainText('there already');
  await expect(lines.getByRole('row', { name: /Bussard/ })).toContainText('there already');
  await expect(page.getByRole('button', { name: 'Nothing to take' })).toBeVisible();

  // the end of the year: it is put aside, and read
  await page.goto(`${ofClass}/settings`);
  await page.getByRole('button', { name: 'Put this class aside' }).click();
  await expect(page.getByText('This class was put aside.')).toBeVisible();
  await page.getByRole('navigation', { name: 'This class' }).getByRole('link', { name: 'Grades' }).click();
  await page.waitForURL(/\/grades$/);
  await expect(page.getByText('32 students')).toBeVisible();
  await shows('Amsel', 'Total', '70.7 %');
  await shows('Bussard', CLOSED, 'excused');
  await expect(page.getByRole('button', { name: 'What counts' })).toHaveCount(0);
  await (await cellOf(page, 'Amsel', 'Oral')).click();
  await page.keyboard.type('1');
  await shows('Amsel', 'Oral', '12.5 ✎');
  await page.goto(report);
  await expect(page.getByText(/2 of 32 played/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Amsel.*A second one, right/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Elster.*A second one, wrong/ })).toBeVisible();
  await lena.page.goto('/home');
  await expect(lena.page.getByText(name)).toHaveCount(0);

  // and copied: the same work by the same clock, and nobody in it but who teaches
  await page.goto(`${ofClass}/settings`);
  await page.getByLabel('Name of the copy').fill(`Next ${name}`);
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await page.waitForURL((url) => url.pathname.endsWith('/settings') && !url.pathname.startsWith(ofClass));
  const copy = new URL(page.url()).pathname.replace('/settings', '');
  await expect(page.getByLabel('Place')).toHaveValue(ZONE);
  await page.goto(`${copy}/lessons`);
  const given = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: HOMEWORK }) });
  await expect(given.getByText(/due .*2030/)).toBeVisible();
  await page.getByRole('button', { name: `Dates and rules: ${HOMEWORK}` }).click();
  await expect(rules.getByLabel('Due', { exact: true })).toHaveValue('2030-03-27T18:00');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Points of Oral' })).toBeVisible();
  await page.goto(`${copy}/people`);
  await expect(page.getByText(`The colleague.${id}`).first()).toBeVisible();
  await expect(page.getByText('No students yet: hand out the join link, or add one.')).toBeVisible();
  await page.goto(`${copy}/quizzes`);
  await expect(page.getByText('No quiz has been played with this class yet.')).toBeVisible();
  for (const { received } of [teacher, colleague, lena, emil, ida, paul]) expect(received.problems).toEqual([]);
});
