/**
 * The first class: one teacher, three students and a guest in browsers of their own. The quiz is played live, with a
 * reload, a late joiner and a killed server; exercises are handed in and graded; the board shows who understood what.
 */
import { expect } from '@playwright/test';
import { processUnder } from '../support/classroom.ts';
import { findings, findingsInOtherColours } from './fit.ts';
import { here } from './here.ts';
import {
  card,
  joinQuiz,
  openBoard,
  ringAndShow,
  type Somebody,
  showOptions,
  signIn,
  somebody,
  startLive,
  test,
  writeCode,
} from './people.ts';

const JACOBIAN = `import numpy as np

def jacobian(f, x, h=1e-5):
    n = len(x)
    fx = f(x)
    J = np.zeros((len(fx), n))
    for j in range(n):
        x_plus = x.copy()
        x_plus[j] += h
        J[:, j] = (f(x_plus) - fx) / h
    return J
`;
const BACKWARD = `import numpy as np

def linear_layer_backward(x, w, b, grad_output):
    return grad_output @ w.T, x.T @ grad_output, np.sum(grad_output, axis=0)
`;
const ESCAPE = `import numpy as np
try:
    from pyodide.code import run_js
    run_js("(globalThis.process?.mainModule?.require||globalThis.require)('fs').writeFileSync('/tmp/nabla-escaped','1')")
except BaseException: pass
try:
    import os
    os.system("touch /tmp/nabla-escaped")
except BaseException: pass
def linear_layer_backward(x, w, b, grad_output):
    return 0, 0, 0
`;

/** Options as the lesson's four checks want them. */
const RIGHT = ['B', 'A', 'B', 'A'];

async function choose({ page }: Somebody, letter: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${letter}\\b`) }).click();
}

/** How the server ends in the middle of a round: killed, and asked to stop, as a restart of its container does. */
const ENDS: Record<number, NodeJS.Signals> = { 2: 'SIGKILL', 3: 'SIGTERM' };

test('a class plays the quiz live, and every acknowledged answer survives a reload and a server killed or started anew', async ({
  browser,
}) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  await startLive(teacher.page);
  await expect(teacher.page.getByRole('heading', { name: 'Waiting for players' })).toBeVisible();
  const code =
    (await teacher.page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? '';
  const link = await teacher.page.getByLabel('Link to this room').inputValue();
  expect(link).toMatch(new RegExp(`/join/${code}#[\\w-]{16}$`));
  const screen = await teacher.context.newPage();
  await screen.goto(teacher.page.url().replace(/host$/, 'screen'));
  await expect(screen.getByText(code)).toBeVisible();

  const [ada, ben, chiara] = [
    await somebody(browser, { phone: true, bodies: true }),
    await somebody(browser, { phone: true, dark: true, bodies: true }),
    await somebody(browser, { bodies: true }),
  ];
  await signIn(ada, 'ada');
  await expect(ada.page.getByRole('link', { name: 'Join the quiz' })).toBeVisible();
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await teacher.page.getByRole('button', { name: 'Show names on the screen' }).click();
  await expect(screen.getByText('Ada')).toBeVisible();
  await expect(teacher.page.getByText('2 players')).toBeVisible();
  // a guest may call themself like a member of the class
  const seat = (name: string) =>
    teacher.page
      .getByRole('listitem')
      .filter({ has: teacher.page.getByRole('button', { name: `Remove ${name}`, exact: true }) });
  await expect(seat('Ben').getByText('guest', { exact: true })).toBeVisible();
  await expect(seat('Ada').getByText('guest', { exact: true })).toHaveCount(0);

  for (const [round, right] of RIGHT.entries()) {
    await teacher.page.getByRole('button', { name: round === 0 ? 'Start' : 'Next question', exact: true }).click();
    if (round === 1) await joinByLink(chiara, link);
    await showOptions(teacher.page);
    const players = round === 0 ? [ada, ben] : [ada, ben, chiara];
    await choose(ada, right);
    await expect(ada.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
    if (round === 0) {
      // a reload in the middle of the question brings the same state back
      await ada.page.reload();
      await expect(ada.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
      await expect(ada.page.getByRole('button', { name: /^B\b/ })).toHaveAttribute('aria-pressed', 'true');
    }
    const signal = ENDS[round];
    if (signal !== undefined) {
      const server = processUnder(here().launcher, 'server/main.ts');
      expect(server).toBeDefined();
      process.kill(server ?? 0, signal);
      await expect(ada.page.getByText('Connection lost. Trying again by itself …')).toBeVisible();
      await expect(ada.page.getByText('Connection lost. Trying again by itself …')).toBeHidden();
      await expect(ada.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
    }
    await choose(ben, round === 1 ? right : 'C');
    await expect(ben.page.getByText('Your answer is stored.')).toBeVisible();
    if (players.includes(chiara)) {
      await choose(chiara, right);
      await expect(chiara.page.getByText('Your answer is stored.')).toBeVisible();
    }
    await expect(teacher.page.getByText(`${players.length} of ${players.length} answered`)).toBeVisible();
    for (const player of players) expect(leaksIn(player, round)).toEqual([]);
    await ringAndShow(teacher.page);
    await expect(ada.page.getByRole('heading', { level: 1, name: 'Right' })).toBeVisible();
    await expect(screen.getByRole('list', { name: 'Answers' })).toBeVisible();
    await teacher.page.getByRole('button', { name: 'Standings', exact: true }).click();
    await expect(screen.getByRole('heading', { name: 'Standings' })).toBeVisible();
  }
  await teacher.page.getByRole('button', { name: 'Podium' }).click();
  await expect(screen.getByRole('heading', { name: 'Podium' })).toBeVisible();
  await expect(ada.page.getByText('1st of 3', { exact: true })).toBeVisible();
  await expect(ada.page.getByRole('heading', { name: 'That was it: 4 of 4 right' })).toBeVisible();
  await expect(chiara.page.getByText('2nd of 3', { exact: true })).toBeVisible();
  await teacher.page.getByRole('button', { name: 'Finish' }).click();
  await expect(teacher.page.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  for (const person of [teacher, ada, ben, chiara]) expect(person.received.problems).toEqual([]);
});

/** By what the QR code holds; a reload on the way does not lose it. */
async function joinByLink(person: Somebody, link: string): Promise<void> {
  const sent: string[] = [];
  person.page.on('websocket', (socket) => socket.on('framesent', (frame) => sent.push(String(frame.payload))));
  await person.page.goto(link);
  await person.page.reload();
  await person.page.getByLabel('Your name in this quiz').fill('Chiara');
  await person.page.getByRole('button', { name: 'Come in' }).click();
  await person.page.waitForURL(/\/play\//);
  const key = link.split('#')[1] ?? '';
  expect(sent.some((frame) => frame.includes('"join"') && frame.includes(`"key":"${key}"`))).toBe(true);
}

/** Frames and pages of a player that hold the key of the round being asked. */
function leaksIn(player: Somebody, round: number): string[] {
  const explained = ['maximum rate of increase', 'Treat', 'output dim', 'subtracting moves us'][round] ?? '';
  return player.received.texts.filter((text) => {
    const about = text.includes(`"round":${round},`);
    return (about && /"correct":\[|"reveal":\{/.test(text)) || (explained !== '' && about && text.includes(explained));
  });
}

test('students practise: all four exercises are graded for real, and the board shows it', async ({ browser }) => {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  await expect(teacher.page.getByText('updating by itself')).toBeVisible();
  const ada = await somebody(browser);
  await signIn(ada, 'ada');
  // not the quiz on it, which has its own review
  await ada.page.getByRole('region', { name: 'Due' }).getByRole('link', { name: 'Gradients & Derivatives' }).click();
  const { page } = ada;
  await expect(page.getByRole('heading', { level: 1, name: 'Gradients & Derivatives' })).toBeVisible();

  await page.getByRole('button', { name: 'Type formulas as plain text' }).first().click();
  const maths = card(page, 'Compute gradients manually');
  for (const [index, text] of ['2xy', 'x² + z^3', 'yz^2'].entries())
    await maths.getByRole('textbox').nth(index).fill(text);
  await expect(maths.getByText('read as').first()).toBeVisible();
  await maths.getByRole('button', { name: 'Submit' }).click();
  await expect(maths.getByText(/Partly right: 2 of 3 points/)).toBeVisible();
  await maths.getByRole('textbox').nth(2).fill('3yz^2');
  await maths.getByRole('button', { name: 'Submit' }).click();
  await expect(maths.getByText(/Right: 3 of 3 points/)).toBeVisible();

  const blanks = card(page, 'Implement a gradient descent step');
  for (const [index, text] of ['2*x', '2*y'].entries()) await blanks.getByRole('textbox').nth(index).fill(text);
  await blanks.getByRole('button', { name: 'Run' }).click();
  await expect(blanks.getByText('Your code gives the right result in every example.')).toBeVisible();
  await blanks.getByRole('button', { name: 'Submit' }).click();
  await expect(blanks.getByText(/^Right:/)).toBeVisible();

  await writeCode(page, 'Implement the Jacobian', JACOBIAN.replace(' / h', ''));
  const jacobian = card(page, 'Implement the Jacobian');
  // a long line that is scrolled goes under the numbers of the lines
  await expect(jacobian.locator('.cm-gutters')).not.toHaveCSS('background-color', /, 0\)$/);
  await jacobian.getByRole('button', { name: 'Submit' }).click();
  await expect(jacobian.getByText(/^Not yet:/)).toBeVisible();
  await writeCode(page, 'Implement the Jacobian', JACOBIAN);
  await jacobian.getByRole('button', { name: 'Submit' }).click();
  await expect(jacobian.getByText(/^Right:/)).toBeVisible();

  const backward = card(page, 'Chain rule implementation');
  await writeCode(page, 'Chain rule implementation', ESCAPE);
  await backward.getByRole('button', { name: 'Submit' }).click();
  await expect(backward.getByText(/^(Not yet|Your code stopped)/)).toBeVisible();
  const { existsSync } = await import('node:fs');
  expect(existsSync('/tmp/nabla-escaped')).toBe(false);
  await writeCode(page, 'Chain rule implementation', BACKWARD);
  await backward.getByRole('button', { name: 'Submit' }).click();
  await expect(backward.getByText(/^Right:/)).toBeVisible();

  // the board has followed without a reload
  await expect(
    teacher.page.getByRole('button', {
      name: /^Ada Lovelace, Compute gradients manually: right, 3 of 3 points, 2 attempts/,
    }),
  ).toBeVisible();
  await expect(
    teacher.page.getByRole('button', { name: /^Ada Lovelace, Implement the Jacobian: right/ }),
  ).toBeVisible();

  // a remark on a line comes without a reload, and so does its answer
  await teacher.page.getByRole('button', { name: /^Ada Lovelace, Implement the Jacobian: right/ }).click();
  const dialog = teacher.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Line 10' }).last().click();
  await teacher.page.keyboard.insertText('Divide by **h**: $\\frac{f(x+h)-f(x)}{h}$ <b onclick="alert(1)">');
  await expect(dialog.getByRole('region', { name: 'How it will look' }).locator('math')).toBeVisible();
  await teacher.page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog.getByRole('button', { name: 'Line 10, with remarks' })).toBeVisible();
  const remarks = jacobian.getByRole('button', { name: '1 remark 1 new' });
  await remarks.click();
  await expect(jacobian.getByText('<b onclick="alert(1)">', { exact: false })).toBeVisible();
  await expect(jacobian.getByRole('region', { name: 'Remarks' }).locator('strong')).toHaveText('h');
  await jacobian.getByRole('button', { name: 'Answer to line 10' }).click();
  await page.keyboard.insertText('That was it!');
  expect(await findings(page, `[id="${await jacobian.getAttribute('id')}"]`)).toEqual([]);
  await jacobian.getByRole('button', { name: 'Send' }).click();
  await expect(jacobian.getByRole('button', { name: '2 remarks', exact: true })).toBeVisible();
  await expect(dialog.getByText('That was it!')).toBeVisible();
  expect(await findings(teacher.page, '[role="dialog"]')).toEqual([]);
  expect(await findingsInOtherColours(teacher.page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'What can be done with this remark' }).first().click();
  await teacher.page.getByRole('menuitem', { name: 'Keep as a phrase' }).click();
  await expect(dialog.getByText('Kept: it is in the menu “Phrases”.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Phrases' }).first().click();
  await teacher.page.getByRole('searchbox', { name: 'Look for a phrase' }).fill('divide');
  await teacher.page.getByRole('button', { name: /^Divide by h/ }).click();
  await expect(dialog.getByRole('textbox', { name: 'Write a remark' }).first()).toHaveValue(/^Divide by \*\*h\*\*/);
  await teacher.page.keyboard.press('Escape');
  await teacher.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await jacobian.getByRole('textbox', { name: 'Write an answer' }).fill('And why is it there?');
  await jacobian.getByRole('button', { name: 'Send' }).click();
  await teacher.page.getByText('1 new answer to remarks').click();
  await teacher.page.getByRole('link', { name: 'Ada Lovelace: Implement the Jacobian' }).click();
  await expect(dialog.getByText('And why is it there?')).toBeVisible();
  await jacobian.getByRole('button', { name: '3 remarks', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Write a remark' }).last().fill('Look at the section on limits.');
  await dialog.getByRole('button', { name: 'Send' }).last().click();
  await expect(jacobian.getByRole('button', { name: '4 remarks 1 new' })).toBeVisible();

  // on another device everything is there
  const elsewhere = await somebody(browser, { phone: true, dark: true });
  await signIn(elsewhere, 'ada');
  const feedback = elsewhere.page.getByRole('region', { name: 'Feedback that came' });
  await expect(feedback.getByText('Look at the section on limits.')).toBeVisible();
  await feedback.getByRole('link', { name: /to Implement the Jacobian$/ }).click();
  await expect(elsewhere.page.getByText('Look at the section on limits.')).toBeInViewport();
  await expect(card(elsewhere.page, 'Implement the Jacobian').getByText(/^Right:/)).toBeVisible();
  for (const person of [teacher, ada, elsewhere]) expect(person.received.problems).toEqual([]);
});

test('a student asks at an exercise, by keyboard on a phone, and is answered beside it', async ({ browser }) => {
  const ben = await somebody(browser, { phone: true });
  await signIn(ben, 'ben');
  const { page } = ben;
  await page.goto('/lessons/gradients-in-code');
  const exercise = card(page, 'One step, by hand');
  await exercise.getByLabel('Your answer').fill('2.25');
  await exercise.getByRole('button', { name: 'Ask your teacher' }).press('Enter');
  // the field has the focus: it is typed, sent by keys, and nothing of it is HTML
  const field = exercise.getByRole('textbox', { name: 'Your question' });
  await expect(field).toBeFocused();
  await expect(exercise.getByText(/see your question, this exercise, and your answer as it stands now/)).toBeVisible();
  await page.keyboard.insertText('Is the step $\\eta g$? <img src=x onerror=alert(1)>');
  await expect(exercise.getByRole('region', { name: 'How it will look' }).locator('math')).toBeVisible();
  expect(await findings(page, `[id="${await exercise.getAttribute('id')}"]`)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Enter');
  const mine = exercise.getByRole('region', { name: 'What was said' });
  await expect(mine.getByText('<img src=x onerror=alert(1)>', { exact: false })).toBeVisible();
  await expect(exercise.getByRole('button', { name: '1 question to your teacher' })).toBeVisible();
  await exercise.getByLabel('Your answer', { exact: true }).fill('2.5');

  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  await openBoard(teacher);
  await teacher.page.getByRole('link', { name: /^What is new: / }).click();
  await teacher.page
    .getByRole('link', { name: /asks: One step, by hand$/ })
    .first()
    .click();
  const dialog = teacher.page.getByRole('dialog');
  await expect(dialog.getByText('Is the step')).toBeVisible();
  // as it was then
  await expect(dialog.getByRole('article').getByLabel('Your answer', { exact: true })).toHaveValue('2.25');
  expect(await findings(teacher.page, '[role="dialog"]')).toEqual([]);
  expect(await findingsInOtherColours(teacher.page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Write an answer' }).fill('Yes, **minus** that.');
  await teacher.page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog.getByText('Answered', { exact: true })).toBeVisible();

  // it comes without a reload, and stands at home for who was away
  await expect(mine.locator('strong')).toHaveText('minus');
  const away = await somebody(browser, { dark: true });
  await signIn(away, 'ben');
  const feedback = away.page.getByRole('region', { name: 'Feedback that came' });
  await expect(feedback.getByText('Yes, minus that.')).toBeVisible();
  await exercise.getByRole('button', { name: 'That helped' }).press('Enter');
  await expect(exercise.getByRole('button', { name: 'I still need help' })).toBeVisible();
  await teacher.page.keyboard.press('Escape');
  await expect(
    teacher.page.getByRole('list', { name: 'Questions of students' }).getByText('Done: it helped').first(),
  ).toBeVisible();
  for (const person of [teacher, ben, away]) expect(person.received.problems).toEqual([]);
});

test('drafts save by themselves and come back on another device', async ({ browser }) => {
  const ben = await somebody(browser);
  await signIn(ben, 'ben');
  await ben.page.goto('/lessons/gradients-in-code');
  const title = 'A gradient descent step in Python';
  await writeCode(
    ben.page,
    title,
    'def gradient_descent_step(x, y, learning_rate=0.1):\n    return x  # my draft of today\n',
  );
  await expect(card(ben.page, title).getByText(/Draft saved/)).toBeVisible();
  const phone = await somebody(browser, { phone: true });
  await signIn(phone, 'ben');
  // home says where one was, and leads to the very question
  const goOn = phone.page.getByRole('region', { name: 'Go on where you were' });
  await expect(goOn).toContainText(title);
  await expect(goOn).toContainText('draft stored');
  await goOn.getByRole('link', { name: 'Go on' }).click();
  await expect(phone.page).toHaveURL(/gradients-in-code#gradient-descent-step-function$/);
  await expect(phone.page.getByText('my draft of today')).toBeVisible();
});

test('a number is read as people write it, and one that cannot be read spends no attempt', async ({ browser }) => {
  const deniz = await somebody(browser);
  await signIn(deniz, 'deniz');
  await deniz.page.goto('/lessons/gradients-in-code');
  const check = card(deniz.page, 'One step, by hand');
  await check.getByRole('textbox').fill('two and a bit');
  await check.getByRole('button', { name: 'Submit' }).click();
  await expect(check.getByRole('alert')).toContainText('This is not a number');
  await expect(check.getByRole('textbox')).toBeFocused();
  await check.getByRole('textbox').fill('2,4');
  await check.getByRole('button', { name: 'Submit' }).click();
  await expect(check.getByText(/^Right:/)).toBeVisible();
  await expect(check.getByText('1 of 2 attempts used')).toBeVisible();
  expect(deniz.received.problems).toEqual([]);
});
