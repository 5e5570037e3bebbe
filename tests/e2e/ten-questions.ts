/** Ten questions of six kinds: how a teacher writes each into the form, and how somebody answers it, in a card or on a phone. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';
import { drawnPicture } from './pictures.ts';

/** Who makes something: by mouse or by keys. */
export interface Maker {
  page: Page;
  hands: Hands;
}

export interface OneOfTen {
  title: string;
  asked: string;
  explanation: string;
  /** its card among the kinds; left out: a choice, which is what a form begins with */
  kind?: RegExp;
  /** writes what is right, and what else belongs to it */
  key(maker: Maker, form: Locator): Promise<void>;
  /** answers it, in the card or the room that the question stands in */
  answer(place: Locator, right: boolean): Promise<void>;
}

/** The options of a choice; the form begins with four, the first of them right. */
async function options({ hands }: Maker, form: Locator, texts: readonly string[], right = [0]): Promise<void> {
  for (const [at, text] of texts.entries()) {
    const letter = 'ABCD'[at] ?? '';
    await hands.tick(form.getByLabel(`Option ${letter} is right`, { exact: true }), right.includes(at));
    await hands.write(form.getByLabel(`Option ${letter}`, { exact: true }), text);
  }
  for (let at = 4; at > texts.length; at--)
    await hands.press(form.getByRole('button', { name: `Remove: Option ${at}` }));
}

/** By its letter on a phone, where a tap is enough for one; by its box in a card. */
async function choose(place: Locator, letters: string): Promise<void> {
  const boxes = place.getByRole('radio').or(place.getByRole('checkbox'));
  const tap = place.getByRole('button', { name: new RegExp(`^${letters[0]}\\b`) });
  await expect(boxes.first().or(tap)).toBeVisible();
  const isCard = (await boxes.count()) > 0;
  for (const letter of letters) {
    if (isCard) await boxes.nth('ABCD'.indexOf(letter)).check();
    else await place.getByRole('button', { name: new RegExp(`^${letter}\\b`) }).click();
  }
}

const type = (place: Locator, text: string): Promise<void> => place.getByLabel(/^Your (answer|number)/).fill(text);
const numberIn = (form: Locator): Locator => form.getByLabel('Value', { exact: true });

/** In the order in which they are made. */
export const TEN: readonly OneOfTen[] = [
  {
    title: 'Down the hill',
    asked: 'Where does the water of this hill run?\n\n',
    explanation: 'It runs where the hill is steepest: against the gradient.',
    async key(maker, form) {
      const { page, hands } = maker;
      await hands.press(form.getByRole('button', { name: 'Picture', exact: true }).first());
      const sheet = page.getByRole('dialog', { name: 'Picture' });
      const buffer = await drawnPicture(640, 400);
      await hands.attach(sheet.getByLabel('Which picture'), { name: 'hill.png', mimeType: 'image/png', buffer });
      await expect(sheet.getByText('It is there.', { exact: false })).toBeVisible();
      await hands.write(sheet.getByLabel('What it shows'), 'A hill');
      await hands.press(sheet.getByRole('button', { name: 'Put it in' }));
      await expect(form.getByLabel('What is asked', { exact: true })).toHaveValue(
        /!\[A hill\]\(picture:[\da-f-]{36}\)$/,
      );
      await options(maker, form, ['Against the gradient', 'Along the gradient']);
      await hands.write(form.getByLabel('Why one picks B', { exact: true }), 'The gradient points uphill.');
    },
    answer: (place, right) => choose(place, right ? 'A' : 'B'),
  },
  {
    title: 'A derivative',
    asked: 'Differentiate ',
    explanation: 'The power comes down as a factor.',
    async key(maker, form) {
      const { page, hands } = maker;
      const text = form.getByLabel('What is asked', { exact: true });
      await hands.openFormulas(text, form.getByRole('button', { name: 'Formula', exact: true }).first());
      const sheet = page.getByRole('dialog', { name: 'Formula' });
      await expect(sheet.locator('math-field')).toBeFocused();
      await page.keyboard.type('x^3');
      await hands.press(sheet.getByRole('button', { name: 'Put it in' }));
      await expect(text).toHaveValue(/^Differentiate \$x\^\{?3\}?\$$/);
      await options(maker, form, ['$x^2$', '$3x^2$', '$3x$'], [1]);
    },
    answer: (place, right) => choose(place, right ? 'B' : 'C'),
  },
  {
    title: 'Even numbers',
    asked: 'Which of these are even?',
    explanation: 'Two divides them.',
    key: (maker, form) => options(maker, form, ['2', '3', '4'], [0, 2]),
    answer: (place, right) => choose(place, right ? 'AC' : 'B'),
  },
  {
    title: 'A dozen',
    asked: 'How many are a dozen?',
    explanation: 'Three times four.',
    kind: /^Number/,
    // a key that is wrong: it is put right once the homework is in
    key: ({ hands }, form) => hands.write(numberIn(form), '13'),
    answer: (place, right) => type(place, right ? '12' : '13'),
  },
  {
    title: 'Falling',
    asked: 'How fast does what falls become faster?',
    explanation: 'Wherever one stands, nearly.',
    kind: /^Number/,
    async key({ hands }, form) {
      await hands.write(numberIn(form), '9.81');
      await hands.write(form.getByRole('textbox', { name: 'May differ by' }), '0.02');
      await hands.write(form.getByLabel('Unit', { exact: true }), 'm/s²');
    },
    answer: (place, right) => type(place, right ? '9.8' : '8.9'),
  },
  {
    title: 'The sign ∇',
    asked: 'What is ∇ called?',
    explanation: 'By its form: that of a harp.',
    kind: /^Short text/,
    async key({ hands }, form) {
      await hands.write(form.getByLabel('Right text 1', { exact: true }), 'nabla');
      await hands.pick(form.getByLabel('Spelling mistakes'), 'one is forgiven');
    },
    answer: (place, right) => type(place, right ? 'nabla' : 'delta'),
  },
  {
    title: 'A way down',
    asked: 'What leads against the gradient?',
    explanation: 'Each step goes down.',
    kind: /^Short text/,
    async key({ hands }, form) {
      await hands.write(form.getByLabel('Right text 1', { exact: true }), 'gradient descent');
      await hands.press(form.getByRole('button', { name: '+ Another that is right' }));
      await hands.write(form.getByLabel('Right text 2', { exact: true }), 'descent');
    },
    answer: (place, right) => type(place, right ? 'descent' : 'ascent'),
  },
  {
    title: 'Small to large',
    asked: 'Put them in order, the smallest first.',
    explanation: 'By their values.',
    kind: /^Order/,
    async key({ hands }, form) {
      for (const [at, text] of ['$\\frac12$', '1', '2'].entries())
        await hands.write(form.getByLabel(`Item ${at + 1}`, { exact: true }), text);
    },
    // students see the second one first
    async answer(place, right) {
      for (const letter of right ? 'BAC' : 'CBA')
        await place.getByRole('button', { name: `Put ${letter} in place` }).click();
    },
  },
  {
    title: 'Who belongs to what',
    asked: 'Whose is which derivative?',
    explanation: 'By the rules for powers, and for the sine.',
    kind: /^Pairs/,
    async key({ hands }, form) {
      for (const [at, [left, right]] of PAIRS.entries()) {
        await hands.write(form.getByLabel(`Left side of pair ${at + 1}`, { exact: true }), left);
        await hands.write(form.getByLabel(`Right side of pair ${at + 1}`, { exact: true }), right);
      }
    },
    async answer(place, right) {
      const answers = place.getByRole('list', { name: 'Answers' }).getByRole('button');
      const order = right ? PAIRS : PAIRS.toReversed();
      for (const [, text] of order) await answers.filter({ hasText: text }).click();
    },
  },
  {
    title: 'A slope',
    asked: 'Differentiate $f(x) = {a}x^2$.',
    explanation: 'Twice the number in front, $2 \\cdot {a}$.',
    kind: /^Formula/,
    async key({ page, hands }, form) {
      await hands.press(form.getByText('Numbers that differ for each student'));
      await hands.press(form.getByRole('button', { name: '+ Number' }));
      await hands.write(form.getByLabel('From', { exact: true }), '2');
      await hands.write(form.getByLabel('To', { exact: true }), '5');
      await hands.write(form.getByRole('textbox', { name: 'Formula', exact: true }), '{2a}x');
      await expect(page.getByText('All 4 were looked at: nothing is wrong with them.')).toBeVisible();
    },
    async answer(place, right) {
      const shown = place
        .page()
        .locator('annotation')
        .filter({ hasText: /^f\(x\) =/ })
        .last();
      const [, a] = /\{?(\d)\}?x/.exec((await shown.textContent()) ?? '') ?? [];
      await place.getByRole('button', { name: 'Type formulas as plain text' }).click();
      await place
        .getByRole('textbox')
        .first()
        .fill(`${(right ? 2 : 1) * Number(a)}x`);
    },
  },
];

const PAIRS = [
  ['the square', 'twice the number'],
  ['the sine', 'the cosine'],
  ['a constant', 'nothing'],
] as const;
