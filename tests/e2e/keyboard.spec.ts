/** A whole quiz by keyboard alone: its teacher signs in, opens and runs it, a student joins and answers, and nobody touches a pointer. */
import { expect, type Locator, type Page } from '@playwright/test';
import { reach } from './hands.ts';
import { OPENS, PASSWORD, somebody, test } from './people.ts';
import { LESSON } from './publishing.ts';

async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await reach(page, control);
  await page.keyboard.press(key);
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.insertText(text);
}

test('a teacher runs a quiz and a student plays it without touching a pointer', async ({ browser }) => {
  const [teacher, ada] = [await somebody(browser), await somebody(browser)];
  const host = teacher.page;
  const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

  await host.goto('/sign-in');
  await write(host, host.getByLabel('Name or e-mail'), 'teacher');
  await write(host, host.getByLabel('Password'), PASSWORD);
  await host.keyboard.press('Enter');
  const group = host.getByRole('region', { name: 'ML-05 · Tuesday group' });
  await press(host, group.getByRole('link', { name: 'Open the board' }));
  const lesson = host.getByLabel('Lesson', { exact: true });
  await reach(host, lesson);
  // a list answers to the beginning of what it holds
  await host.keyboard.type(LESSON);
  await expect(host.getByRole('heading', { name: LESSON })).toBeVisible();
  await press(host, host.getByRole('button', { name: /^\d+ of \d+ questions/ }));
  const which = host.getByRole('group', { name: 'What the quiz asks' });
  const asked = [/One step, by hand/, /A smaller step/, /The loop of gradient descent/, /What is it called/];
  for (const box of await which.getByRole('checkbox').all()) {
    const name = (await box.evaluate((one) => one.closest('label')?.textContent)) ?? '';
    if ((await box.isChecked()) !== asked.some((one) => one.test(name))) await press(host, box, 'Space');
  }
  await expect(which.getByRole('checkbox', { checked: true })).toHaveCount(asked.length);
  await host.keyboard.press('Escape');
  await expect(which).toHaveCount(0);
  // the longest time to read: by Tab the way to the next button is long, and longer on a machine that does much else
  await press(host, button(host, 'Quiz settings'));
  await reach(host, host.getByLabel('Time to read'));
  await host.keyboard.type('20');
  await expect(host.getByLabel('Time to read').locator('option:checked')).toHaveText('20 s');
  await host.keyboard.press('Escape');
  await expect(button(host, 'Quiz settings')).toBeFocused();
  await press(host, button(host, 'Start live quiz'));
  await host.waitForURL(/\/live\/.*\/host/);
  const code = await host
    .getByText(/^\d{6}$/)
    .first()
    .textContent();

  await ada.page.goto('/join');
  await write(ada.page, ada.page.getByLabel('The six digits on the screen'), code ?? '');
  await ada.page.keyboard.press('Enter');
  await write(ada.page, ada.page.getByLabel('Your name in this quiz'), 'Ada');
  await ada.page.keyboard.press('Enter');
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada' })).toBeVisible();

  await press(host, button(host, 'Start'));
  const ask = async (): Promise<void> => {
    await press(host, host.getByRole('button', { name: OPENS }));
    for (let times = 0; times < 6; times++) await press(host, button(host, '15 s more'));
  };
  /** The bell, the answer and the standings, by the keys of a clicker. */
  const goOn = async (right: string): Promise<void> => {
    await expect(host.getByText('1 of 1 answered')).toBeVisible();
    for (const name of ['Ring the bell', 'Show the answer', 'Standings']) {
      await expect(button(host, name)).toBeEnabled();
      await expect(button(host, name)).not.toHaveAttribute('aria-disabled', 'true');
      if (name === 'Standings') await expect(ada.page.getByText(right).first()).toBeVisible();
      await host.keyboard.press('PageDown');
    }
    await expect(host.getByRole('button', { name: /^(Next question|Podium)$/ })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  };
  const stored = ada.page.getByText(/Stored\.|Your answer is stored\./).first();

  await ask();
  await write(ada.page, ada.page.getByLabel('Your answer'), '2.4');
  await ada.page.keyboard.press('Enter');
  await expect(stored).toBeVisible();
  await goOn('+ 1,000');

  await host.keyboard.press('PageDown');
  await ask();
  await press(ada.page, ada.page.getByRole('button', { name: /^C\b/ }));
  await expect(stored).toBeVisible();
  // a dialog asks something: a clicker does not go on behind it
  await press(host, button(host, 'End the quiz'));
  await host.keyboard.press('PageDown');
  await expect(host.getByRole('alertdialog')).toBeVisible();
  await host.keyboard.press('Escape');
  await expect(host.getByRole('alertdialog')).toHaveCount(0);
  await expect(button(host, 'End the quiz')).toBeFocused();
  await goOn('+ 1,000');

  await host.keyboard.press('PageDown');
  await ask();
  for (const [place, letter] of ['B', 'D', 'A', 'C'].entries())
    await press(ada.page, button(ada.page, new RegExp(`Put ${letter} in place ${place + 1}$`)));
  await press(ada.page, button(ada.page, 'Send'));
  await expect(stored).toBeVisible();
  await goOn('+ 1,000');

  await host.keyboard.press('PageDown');
  await ask();
  await write(ada.page, ada.page.getByLabel('Your answer'), 'Jacobian');
  await ada.page.keyboard.press('Control+Enter');
  await expect(stored).toBeVisible();
  await goOn('+ 1,000');

  await host.keyboard.press('PageDown');
  await expect(button(host, 'Finish')).toBeEnabled();
  await expect(ada.page.getByText('4,000').first()).toBeVisible();
  await host.keyboard.press('PageDown');
  await expect(host.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  await expect(ada.page.getByText('That was it: 4 of 4 right')).toBeVisible();
  for (const { received } of [teacher, ada]) expect(received.problems).toEqual([]);
});
