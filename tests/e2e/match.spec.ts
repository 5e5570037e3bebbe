/** Pairs: made at home by taps, keys and mouse, then in a live room, where what was not sent counts at the bell. */
import { expect, type Locator } from '@playwright/test';
import { callFrom } from './call.ts';
import { openCourse } from './courses.ts';
import { lookAt } from './fit.ts';
import { card, joinQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { writeLesson } from './write-lesson.ts';

const question = (
  role: string,
  id: string,
  more = '',
): string => `::::${role}[Pairs ${id}]{#pairs-${id} kind=match${more}}
Which function has which derivative?

- $x^2$ -> $2x$
  > -> $x$
  > The power comes down as a factor.
- $\\sin x$ -> $\\cos x$
- $\\ln x$, for $x > 0$ -> $\\dfrac{1}{x}$
- \`lambda x: 3\` -> $0$
- -> $x$
- -> $-\\cos x$

:::explanation
The power rule gives $2x$, and a constant does not change.
:::
::::`;
const LESSON = `---
title: Pairs to be found
description: What belongs together.
---

## Pairs

${question('exercise', 'home', ' points=4')}

${question('check', 'live', ' points=4 seconds=600')}
`;
/** What each line has for its right answer, as TeX. */
const RIGHT = ['2x', '\\cos x', '\\dfrac{1}{x}', '0'];

/** The letters of the right answers, and of that which the note speaks of, by their TeX. */
async function lettersIn(field: Locator): Promise<string[]> {
  // it is loaded when it is there
  await expect(field.getByRole('list', { name: 'Answers' })).toBeVisible();
  return Promise.all([...RIGHT, 'x'].map((tex) => letterOf(field, tex)));
}

function letterOf(field: Locator, tex: string): Promise<string> {
  return field
    .getByRole('list', { name: 'Answers' })
    .getByRole('button')
    .evaluateAll(
      (buttons, wanted) =>
        buttons
          .find((one) => one.querySelector('annotation')?.textContent === wanted)
          ?.getAttribute('data-act')
          ?.slice(-1) ?? '',
      tex,
    );
}

test('pairs are made by taps, keys and mouse, and told in a live room', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const host = admin.page;
  const lessonId = await writeLesson(host, LESSON);
  await openCourse(host);
  const slug = await host.getByRole('link', { name: 'Pairs to be found', exact: true }).first().getAttribute('href');

  // at home, on a phone: one line waits, and a tap gives it its answer
  const ben = await somebody(browser, { phone: true });
  await signIn(ben, 'ben');
  await ben.page.goto(slug ?? '');
  const home = card(ben.page, 'Pairs home');
  let [two = '', cos = '', over = '', zero = '', x = ''] = await lettersIn(home);
  const chip = (letter: string) => home.locator(`[data-act="answer ${letter}"]`);
  const line = (number: number) => home.locator(`[data-act="prompt ${number}"]`);
  for (const letter of [x, cos, over]) await chip(letter).tap();
  await expect(line(4)).toHaveAttribute('aria-pressed', 'true');
  await lookAt(ben.page, 'pairs at home');
  // handed in too early: what is missing takes the focus and is named
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText('One line has no answer yet.')).toBeVisible();
  await expect(line(4)).toBeFocused();
  await ben.page.keyboard.press(zero);
  await expect(home.getByText(`Line 4 has the answer ${zero}.`)).toBeAttached();
  await home.getByRole('button', { name: 'Submit' }).click();
  // how many are right, and why the one that has a note is not: not which of the others are
  await expect(home.getByText('Of 4 pairs, 3 are right.')).toBeVisible();
  await expect(home.getByText('The power comes down as a factor.')).toBeVisible();
  await expect(home.getByText('✓ right')).toHaveCount(0);
  await line(1).tap();
  await chip(two).tap();
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText(/^Right:/)).toBeVisible();
  await expect(home.getByText('✓ right')).toHaveCount(4);

  const settings = { showNames: true, readSeconds: 0 };
  const opened = await callFrom<{ session: string; code: string }>(host, 'live.open', {
    lessonId,
    classId: null,
    questionIds: ['pairs-live'],
    settings,
  });
  const { session, code } = opened.outcome;
  await host.goto(`/live/${session}/host`);
  const screen = await admin.context.newPage();
  await screen.goto(`/live/${session}/screen`);
  const [ada, chiara] = [await somebody(browser, { phone: true, dark: true }), await somebody(browser)];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(chiara, code, 'Chiara');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  await expect(screen.getByText('lambda x: 3')).toBeVisible();
  // another question, so another order
  [two = '', cos = '', over = '', zero = '', x = ''] = await lettersIn(chiara.page.getByRole('main'));
  // by keys alone: a letter, and on to the next line
  await chiara.page.locator('[data-act="prompt 1"]').focus();
  for (const letter of [x, cos, over]) await chiara.page.keyboard.press(letter);
  // and by mouse
  await expect(async () => {
    const from = await chiara.page.locator(`[data-act="answer ${zero}"]`).boundingBox();
    const to = await chiara.page.locator('[data-prompt="4"]').boundingBox();
    if (from === null || to === null) throw new Error('there is nothing to carry');
    await chiara.page.mouse.move(from.x + 20, from.y + 20);
    await chiara.page.mouse.down();
    await chiara.page.mouse.move(to.x + 40, to.y + 20, { steps: 5 });
    await chiara.page.mouse.up();
    await expect(chiara.page.getByText(`Line 4 has the answer ${zero}.`)).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await chiara.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(chiara.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  // Ada gives two, and does not send
  for (const letter of [two, cos]) await ada.page.locator(`[data-act="answer ${letter}"]`).tap();
  await expect(ada.page.getByText(/counts at the bell/i)).toBeVisible();
  await expect.poll(() => ada.received.texts.some((text) => new RegExp(`receipt.*"2":"${cos}"`).test(text))).toBe(true);
  await lookAt(ada.page, 'pairs in a live room');
  await ringAndShow(host);
  await expect(ada.page.getByText('+ 500')).toBeVisible();
  await expect(chiara.page.getByText('+ 750')).toBeVisible();
  await lookAt(chiara.page, 'pairs told');
  const mine = chiara.page.getByRole('list', { name: 'The pairs' }).getByRole('listitem');
  await expect(mine.nth(0)).toContainText('The power comes down as a factor.');
  await expect(mine.nth(1)).toContainText('yours, right');
  await expect(mine.nth(1)).toContainText('100%');
  const answers = screen.getByRole('list', { name: 'Answers' }).getByRole('listitem');
  // the right ones, and the wrong one that was made
  await expect(answers).toHaveCount(5);
  await expect(answers.filter({ has: screen.getByRole('img', { name: 'right' }) })).toHaveCount(4);
  for (const person of [ben, ada, chiara]) {
    expect(person.received.problems).toEqual([]);
  }
});
