/** Figures as answers: put by keys, by finger and by typing, at home, in a room and on the wall; and written by a teacher. */
import { expect, type Locator, type Page } from '@playwright/test';
import { findings, lookAt } from './fit.ts';
import { card, joinQuiz, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON, publish, written } from './publishing.ts';

const QUESTIONS = `

::::exercise[Turn the arrow]{#point-arrow kind=point points=2}
Put the tip so that the arrow is perpendicular to $a$.

\`\`\`yaml plane
x: { from: -4, to: 4, label: $x$ }
y: { from: -4, to: 4, label: $y$ }
draw: [{ arrow: { to: [2, 1] }, label: $a$ }]
\`\`\`

\`\`\`yaml answer
arrow: [-1, 2]
right: "2x + y = 0 and (x, y) != (0, 0)"
wrong: [{ arrow: [0, 0], words: That is no direction. }]
\`\`\`

:::explanation
The dot product is 0.
:::
::::

::::exercise[Best line]{#point-line kind=point}
Lay the line through the points.

\`\`\`yaml plane
x: { from: -1, to: 3 }
y: { from: 0, to: 4 }
draw: [{ point: [0, 1] }, { point: [2, 2] }]
\`\`\`

\`\`\`yaml answer
line: y = 0.5x + 1
\`\`\`

:::explanation
Half up for one across.
:::
::::

::::check[Where next]{#point-next kind=point seconds=600}
Put the next point.

\`\`\`yaml plane
x: { from: -3, to: 3 }
y: { from: -2, to: 2 }
draw: [{ contours: "x^2 + 4y^2", levels: [1, 4, 8] }, { point: [2, 1], label: here }]
\`\`\`

\`\`\`yaml answer
point: [1.5, 0]
right: x > 1.2 and x < 1.8 and y = 0
\`\`\`

:::explanation
Downhill.
:::
::::
`;

/** The middle of a handle, in pixels of the page. */
async function middleOf(handle: Locator): Promise<{ x: number; y: number }> {
  const box = await handle.locator('.point-ring').boundingBox();
  if (box === null) throw new Error('the handle is there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const arrow = (page: Page) => card(page, 'Turn the arrow');

test('a student puts an arrow by keys, a line by dragging and typing, and a class plays a point', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, (await written()) + QUESTIONS);

  const ben = await somebody(browser, { phone: true, dark: true });
  await signIn(ben, 'ben');
  const { page } = ben;
  await page.goto('/lessons/gradients-in-code');
  const tip = arrow(page).getByRole('slider', { name: 'Tip' });
  await expect(tip).toHaveAttribute('aria-valuetext', /^not put yet/);
  // what is missing takes the focus
  await arrow(page).getByRole('button', { name: 'Submit' }).click();
  await expect(arrow(page).getByText('Nothing is put there yet.')).toBeVisible();
  await expect(arrow(page).getByRole('textbox', { name: 'Tip x' })).toBeFocused();
  await arrow(page).getByRole('textbox', { name: 'Tip x' }).fill('0');
  await arrow(page).getByRole('textbox', { name: 'Tip y' }).fill('0');
  await arrow(page).getByRole('button', { name: 'Submit' }).click();
  await expect(arrow(page).getByText('That is no direction.')).toBeVisible();
  await tip.focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await tip.press(key);
  await expect(tip).toHaveAttribute('aria-valuetext', '−1 across, 2 up');
  await expect(arrow(page).getByRole('textbox', { name: 'Tip x' })).toHaveValue('-1');
  await lookAt(page, 'an arrow at home');
  await arrow(page).getByRole('button', { name: 'Submit' }).click();
  await expect(arrow(page).getByText(/^Right/)).toBeVisible();

  const line = card(page, 'Best line');
  const [first, second] = [line.getByRole('slider', { name: 'First' }), line.getByRole('slider', { name: 'Second' })];
  await line.getByRole('textbox', { name: 'First point x' }).fill('0');
  await line.getByRole('textbox', { name: 'First point y' }).fill('1');
  await expect(first).toHaveAttribute('aria-valuetext', '0 across, 1 up');
  // the second is dragged: two to the right of the first and one up, where a unit is 75 pixels
  await first.scrollIntoViewIfNeeded();
  const [start, place] = [await middleOf(second), await middleOf(first)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(place.x + 100, place.y - 30);
  await page.mouse.move(place.x + 152, place.y - 72);
  await page.mouse.up();
  await expect(second).toHaveAttribute('aria-valuetext', '2 across, 2 up');
  await expect(line.getByRole('textbox', { name: 'Second point y' })).toHaveValue('2');
  // two other points of it are the same line
  await line.getByRole('textbox', { name: 'Second point x' }).fill('3');
  await line.getByRole('textbox', { name: 'Second point y' }).fill('5/2');
  await line.getByRole('button', { name: 'Submit' }).click();
  await expect(line.getByText(/^Right/)).toBeVisible();
  expect(ben.received.problems).toEqual([]);

  const { teacher, code } = await openQuiz(browser, [/Where next/], LESSON);
  const session = /\/live\/([\da-f-]{36})/.exec(teacher.page.url())?.[1];
  const wall = await teacher.context.newPage();
  await wall.goto(`/live/${session}/screen`);
  const [ada, chiara] = [await somebody(browser, { phone: true }), await somebody(browser)];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(chiara, code, 'Chiara');
  await teacher.page.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(teacher.page);
  const point = (page: Page) => page.getByRole('slider', { name: 'Point' });
  await point(ada.page).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await point(ada.page).press(key);
  await expect(point(ada.page)).toHaveAttribute('aria-valuetext', '1.5 across, 0 up');
  await chiara.page.getByRole('textbox', { name: 'Point x' }).fill('-1');
  await chiara.page.getByRole('textbox', { name: 'Point y' }).fill('1');
  for (const one of [ada, chiara]) {
    await one.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(one.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  }
  await lookAt(ada.page, 'a plane in a room');
  await ringAndShow(teacher.page);
  await expect(ada.page.getByRole('heading', { name: /^Right/ })).toBeVisible();
  await expect(chiara.page.getByText('(1.5, 0) …')).toBeVisible();
  // everybody's answer is in the plane: one right, one wrong
  await expect(wall.locator('.point-plane')).toBeVisible();
  await expect(wall.getByText('(−1, 1)', { exact: true })).toBeVisible();
  expect(ada.received.problems).toEqual([]);
});

test('a teacher puts what is right into a plane, and says what else is', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.goto('/questions/new');
  const form = page.getByRole('form', { name: 'Question as a form' });
  await form.getByText('Point, arrow or line', { exact: true }).click();
  await form.getByLabel('Title', { exact: true }).fill('One, two');
  await form.getByLabel('What is asked', { exact: true }).fill('Put the point (1, 2).');
  await form.getByLabel('Why it is right', { exact: true }).fill('One across, two up.');
  // the middle of its 300 pixels is (0, 0), and there are 11 units
  await form.locator('.point-plane svg').click({ position: { x: 177, y: 95 } });
  await expect(form.getByLabel('Right', { exact: true })).toHaveValue('1, 2');
  await form.getByLabel('All that is right', { exact: true }).fill('x = 1 and y > 0');
  const tried = card(page, 'One, two');
  await tried.getByRole('textbox', { name: 'Point x' }).fill('1');
  await tried.getByRole('textbox', { name: 'Point y' }).fill('3');
  await tried.getByRole('button', { name: 'Submit' }).click();
  await expect(tried.getByText(/^Right/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the question' }).click();
  await page.waitForURL(/\/questions\/[\da-f-]{36}$/);
});
