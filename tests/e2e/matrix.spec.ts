/** A matrix: typed entry by entry and pasted, at home and in a live room, on a phone. */
import { expect, type Locator } from '@playwright/test';
import { findings } from './fit.ts';
import { card, joinQuiz, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON, publish, written } from './publishing.ts';

const QUESTIONS = `

::::exercise[Slopes in a column]{#a-gradient kind=matrix points=2}
What is the gradient of $x^2 + 3y$?

\`\`\`yaml answer
gradient: { of: x^2 + 3y, by: [x, y] }
shape: free
\`\`\`

:::explanation
Each entry is a slope.
:::
::::

::::check[A Jacobian]{#a-jacobian kind=matrix points=4}
What is the Jacobian of $(x^2, xy)$?

\`\`\`yaml answer
matrix: "[2x, 0; y, x]"
variables: [x, y]
\`\`\`

:::explanation
A row for each function.
:::
::::

::::check[Four by four]{#four-by-four kind=matrix points=4}
Write down the unit matrix with four rows.

\`\`\`yaml answer
matrix: [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
\`\`\`

:::explanation
Ones stand on the diagonal.
:::
::::
`;

/** As a browser does it, with whatever the clipboard holds. */
const paste = (cell: Locator, text: string): Promise<void> =>
  cell.evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);

test('a student fills in a matrix of unknown size, hears what is wrong with it, and then a class plays one', async ({
  browser,
}) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, (await written()) + QUESTIONS);

  const ben = await somebody(browser, { phone: true, dark: true });
  await signIn(ben, 'ben');
  const { page } = ben;
  await page.goto('/lessons/gradients-in-code');
  const gradient = card(page, 'Slopes in a column');
  await gradient.getByRole('button', { name: 'Type formulas as plain text' }).click();
  const cell = (row: number, column: number): Locator =>
    gradient.getByRole('textbox', { name: `Row ${row}, column ${column}` });
  await expect(cell(2, 2)).toBeVisible();
  // one that is turned round is told by its numbers and its name
  await paste(cell(1, 1), '[2x, 3]');
  await expect(cell(1, 2)).toHaveValue('3');
  await expect(cell(2, 1)).toHaveCount(0);
  await gradient.getByRole('button', { name: 'Submit' }).click();
  await expect(gradient.getByText(/^Yours is 1 × 2/)).toBeVisible();
  await expect(gradient.getByText(/^This is the right one turned round/)).toBeVisible();
  // as a line of LaTeX, and then by arrow keys
  await gradient.getByRole('button', { name: 'Type or paste it all at once' }).click();
  await gradient.getByLabel(/^Type or paste it:/).fill('\\begin{pmatrix} 2x \\\\ -3 \\end{pmatrix}');
  await page.keyboard.press('Enter');
  await expect(cell(2, 1)).toHaveValue('-3');
  await gradient.getByRole('button', { name: 'Submit' }).click();
  await expect(gradient.getByText('One sign is the wrong way round: in row 2, column 1.')).toBeVisible();
  await cell(1, 1).focus();
  await page.keyboard.press('ArrowDown');
  await expect(cell(2, 1)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  expect(await findings(page, `#${await gradient.getAttribute('id')}`)).toEqual([]);
  await gradient.getByRole('button', { name: 'Submit' }).click();
  await expect(gradient.getByText(/^Right/)).toBeVisible();

  // a wide one scrolls in its own box
  const wide = card(page, 'Four by four');
  await wide.getByRole('button', { name: 'Type formulas as plain text' }).click();
  await wide.getByRole('textbox', { name: 'Row 4, column 4' }).fill('1');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(ben.received.problems).toEqual([]);

  const { teacher, code } = await openQuiz(browser, [/A Jacobian/], LESSON);
  const ada = await somebody(browser, { phone: true });
  await joinQuiz(ada, code, 'Ada');
  await teacher.page.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(teacher.page);
  await ada.page.getByRole('button', { name: 'Type formulas as plain text' }).click();
  for (const [place, text] of [
    ['Row 1, column 1', '2x'],
    ['Row 1, column 2', 'y'],
    ['Row 2, column 1', '0'],
    ['Row 2, column 2', 'x'],
  ] as const)
    await ada.page.getByRole('textbox', { name: place }).fill(text);
  await ada.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(ada.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  await ringAndShow(teacher.page);
  await expect(ada.page.getByRole('heading', { name: /Partly right/ })).toBeVisible();
  await expect(ada.page.getByText(/^This is the right one turned round/)).toBeVisible();
});
