/** Sets: values and a part of the real line, typed on a phone, at home and in a live room. */
import { expect } from '@playwright/test';
import { lookAt } from './fit.ts';
import { card, joinQuiz, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON, publish, written } from './publishing.ts';

const QUESTIONS = `

::::exercise[Two solutions]{#two-solutions kind=set points=2}
For which $x$ is $x^2 = \\frac94$?

\`\`\`yaml answer
values: [-3/2, 3/2]
\`\`\`

:::explanation
A square has two roots.
:::
::::

::::check[Where it is defined]{#where-defined kind=set points=4 seconds=600}
Where is $\\sqrt{x - 1}\\,/\\,(x - 3)$ defined?

\`\`\`yaml answer
reals: "[1; 3) ∪ (3; ∞)"
\`\`\`

:::explanation
Under the root stands nothing below 0, under the line not 0.
:::
::::
`;

test('a student types sets in their own way, hears what is wrong, and then a class plays one', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, (await written()) + QUESTIONS);

  const ben = await somebody(browser, { phone: true, dark: true });
  await signIn(ben, 'ben');
  const { page } = ben;
  await page.goto('/lessons/gradients-in-code');
  const home = card(page, 'Two solutions');
  const line = home.getByRole('textbox', { name: 'Your values, in any order' });
  // a comma that may part two values, or belong to one: it is asked, and nothing is spent; a network so slow that
  // what reads comes with the Submit changes nothing: the choice takes the focus once it is drawn
  await expect(line).toBeVisible();
  await page.route('**/_next/static/chunks/**', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await line.fill('1,5');
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText(/^This can be read in two ways/)).toBeVisible();
  await expect(home.getByRole('radio', { name: '{1; 5}' })).toBeFocused();
  await page.unrouteAll({ behavior: 'wait' });
  await home.getByRole('radio', { name: '{1.5}' }).check();
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText('All of this belongs, and something is missing.')).toBeVisible();
  // by the keys for signs, in the middle of what stands there
  await line.fill('x = 1,5');
  await line.evaluate((field) => (field as HTMLInputElement).setSelectionRange(4, 4));
  await home.getByRole('button', { name: 'plus or minus' }).tap();
  await expect(line).toHaveValue('x = ±1,5');
  await expect(line).toBeFocused();
  await home.getByRole('radio', { name: /1\.5/ }).check();
  await lookAt(page, 'a set at home');
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText(/^Right/)).toBeVisible();
  expect(ben.received.problems).toEqual([]);

  const { teacher, code } = await openQuiz(browser, [/Where it is defined/], LESSON);
  const [ada, chiara] = [await somebody(browser, { phone: true }), await somebody(browser)];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(chiara, code, 'Chiara');
  await teacher.page.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(teacher.page);
  const field = (one: typeof ada) => one.page.getByRole('textbox', { name: 'Your part of the real line' });
  await field(ada).fill(']1; ∞[ \\ {3}');
  await field(chiara).fill('x >= 1 and x != 3');
  for (const one of [ada, chiara]) {
    await one.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(one.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  }
  await ringAndShow(teacher.page);
  await expect(chiara.page.getByRole('heading', { name: /^Right/ })).toBeVisible();
  await expect(ada.page.getByText('The ends are the right ones. Look at each: does it belong, or not?')).toBeVisible();
});
