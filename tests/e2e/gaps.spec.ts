/** A text with gaps: made by who has never seen one, filled in at home on a phone, and played by a class. */
import { expect } from '@playwright/test';
import { findings, lookAt } from './fit.ts';
import { card, joinQuiz, openQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { LESSON, publish, written } from './publishing.ts';

const QUESTION = `

::::check[The sky]{#the-sky kind=gaps points=4 seconds=600}
The *sky* is [blue | azure], and grass is [green | !red # Look outside.]:

- two and two is [x2: 4].

:::explanation
So it is.
:::
::::
`;

test('a teacher marks words of a text, and they are gaps', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const { page } = teacher;
  await page.goto('/questions/new');
  const form = page.getByRole('form', { name: 'Question as a form' });
  await form.getByText('Text with gaps', { exact: true }).click();
  await form.getByLabel('Title', { exact: true }).fill('Grass and sky');
  await form.getByLabel('Why it is right', { exact: true }).fill('Look outside.');
  const prompt = form.getByLabel('What is asked', { exact: true });
  await prompt.fill('Grass is green.');
  await prompt.evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(9, 14));
  await form.getByRole('button', { name: 'Gap', exact: true }).click();
  await expect(prompt).toHaveValue('Grass is [green].');
  // what is right there is written in the form, or in the text
  await form.getByLabel('Gap 1, answer 1', { exact: true }).press('End');
  await page.keyboard.type(' as ever');
  await expect(prompt).toHaveValue('Grass is [green as ever].');
  await form.getByRole('button', { name: '+ Answer' }).click();
  await form.getByLabel('Gap 1, answer 2', { exact: true }).fill('red');
  await form.getByLabel('Gap 1: what answer 2 is worth').selectOption('wrong');
  await expect(prompt).toHaveValue('Grass is [text: green as ever | !red].');
  await form.getByLabel('Students', { exact: true }).selectOption('one');
  await expect(prompt).toHaveValue('Grass is [green as ever | !red].');
  const tried = card(page, 'Grass and sky');
  await tried.getByLabel('Gap 1 of 1').selectOption('green as ever');
  await tried.getByRole('button', { name: 'Submit' }).click();
  await expect(tried.getByText(/^Right/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the question' }).click();
  await page.waitForURL(/\/questions\/[\da-f-]{36}$/);
});

test('a student fills in a text on a phone, hears what is wrong, and then a class plays it', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await publish(admin, (await written()) + QUESTION);

  const ben = await somebody(browser, { phone: true, dark: true });
  await signIn(ben, 'ben');
  await ben.page.goto('/lessons/gradients-in-code');
  const home = card(ben.page, 'The sky');
  await home.getByLabel('Gap 1 of 3').fill('Azure');
  await home.getByLabel('Gap 2 of 3').selectOption('red');
  // what is missing takes the focus
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText('Gap 3 is still empty.')).toBeVisible();
  await expect(home.getByLabel('Gap 3 of 3')).toBeFocused();
  await home.getByLabel('Gap 3 of 3').fill('4,0');
  await lookAt(ben.page, 'a text with gaps at home');
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText('Of 3 gaps, 2 are right.')).toBeVisible();
  await expect(home.getByText('Look outside.')).toBeVisible();
  await expect(home.getByLabel('Gap 2 of 3, wrong')).toBeVisible();
  await home.getByLabel('Gap 2 of 3, wrong').selectOption('green');
  await home.getByRole('button', { name: 'Submit' }).click();
  await expect(home.getByText(/^Right/)).toBeVisible();
  expect(ben.received.problems).toEqual([]);

  const { teacher, code } = await openQuiz(browser, [/The sky/], LESSON);
  const [ada, chiara] = [await somebody(browser, { phone: true }), await somebody(browser)];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(chiara, code, 'Chiara');
  await teacher.page.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(teacher.page);
  for (const [one, sky] of [
    [ada, 'blue'],
    [chiara, 'grey'],
  ] as const) {
    await one.page.getByLabel('Gap 1 of 3').fill(sky);
    await one.page.getByLabel('Gap 2 of 3').selectOption('green');
    await one.page.getByLabel('Gap 3 of 3').fill('4');
    await one.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(one.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  }
  await lookAt(ada.page, 'a text with gaps in a room');
  await ringAndShow(teacher.page);
  await expect(ada.page.getByRole('heading', { name: /^Right/ })).toBeVisible();
  await expect(chiara.page.getByText('Of 3 gaps, 2 are right.')).toBeVisible();
});
