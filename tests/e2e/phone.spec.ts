/** The phone of the live room: what it shows once a round is over, and the ways into a room and back to it. */
import { expect } from '@playwright/test';
import {
  card,
  joinQuiz,
  newStudent,
  openQuiz,
  pressAndMean,
  readThrough,
  ringAndShow,
  showOptions,
  somebody,
  test,
} from './people.ts';

test('at the reveal and in the review a phone shows mine, the right one and why; the code leads there when all is over', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben, chiara] = [
    await somebody(browser, { phone: true }),
    await somebody(browser, { phone: true, dark: true }),
    await somebody(browser),
  ];
  await joinQuiz(ada, code, 'Ada');
  await joinQuiz(ben, code, 'Ben');
  await joinQuiz(chiara, code, 'Chiara');
  // a phone is not told of those who come after: it counts nobody
  await expect(ada.page.getByText(/^\d+ players?$/)).toHaveCount(0);
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  await ada.page.getByRole('button', { name: /^A/ }).click();
  await ben.page.getByRole('button', { name: /^B/ }).click();
  await expect(host.getByText('2 of 3 answered')).toBeVisible();
  // nothing of it before
  for (const { page } of [ada, ben]) await expect(page.getByText(/yours|% of the class/)).toHaveCount(0);
  await ringAndShow(host);

  const options = ada.page.getByRole('list', { name: 'The options' }).getByRole('listitem');
  await expect(ada.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();
  await expect(options).toHaveCount(4);
  await expect(options.filter({ hasText: 'yours' })).toContainText('Gradient descent subtracts the gradient');
  await expect(options.filter({ hasText: 'yours' })).toContainText('50% of the class chose it');
  await expect(options.filter({ hasText: '✓ right' })).toContainText('The gradient points in the direction');
  await expect(ben.page.getByText('yours, right')).toBeVisible();
  await expect(ben.page.getByText('Gradient descent subtracts the gradient')).toHaveCount(0);
  await expect(chiara.page.getByRole('heading', { name: 'Nothing came from you' })).toBeVisible();
  await expect(chiara.page.getByText('✓ right')).toBeVisible();
  await ada.page.getByText('Your answer is stored.').click();
  await expect(ada.page.getByText(/^Receipt \w{4}/)).toBeVisible();

  await pressAndMean(host, 'End the quiz');
  await expect(ada.page.getByRole('heading', { name: /That was it/ })).toBeVisible();
  await expect(options.filter({ hasText: 'yours' })).toContainText('Gradient descent subtracts the gradient');
  for (const { page } of [ada, ben]) {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await ada.page.goto(`/join/${code}`);
  await ada.page.getByRole('link', { name: 'Look at it again' }).click();
  await expect(ada.page.getByRole('heading', { name: /That was it/ })).toBeVisible();
  const stranger = await somebody(browser, { phone: true });
  await stranger.page.goto(`/join/${code}`);
  await expect(stranger.page.getByText('No quiz is open with this code', { exact: false })).toBeVisible();
  for (const person of [ada, ben, chiara]) expect(person.received.problems).toEqual([]);
});

test('a removed player joins again, a room’s address on another phone asks for its code, and a locked room says so first', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const [ada, ben] = [await somebody(browser, { phone: true }), await somebody(browser, { phone: true })];
  await joinQuiz(ada, code, 'Ada');
  await host.getByRole('button', { name: 'Remove Ada' }).click();
  const gone = ada.page.getByText('The host has removed you from this room.');
  await expect(gone).toBeVisible();
  // by mistake: she is let back in, and need not do anything
  await host.getByRole('button', { name: 'Let Ada back in' }).click();
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada' })).toBeVisible();
  await host.getByRole('button', { name: 'Remove Ada' }).click();
  await expect(gone).toBeVisible();
  await ada.page.getByRole('button', { name: 'Join again' }).click();
  await ada.page.getByLabel('Your name in this quiz').fill('Ada again');
  await ada.page.getByRole('button', { name: 'Come in' }).click();
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada again' })).toBeVisible();

  await ben.page.goto(ada.page.url());
  await expect(ben.page.getByText('You are not in this room yet.', { exact: false })).toBeVisible();
  const field = ben.page.getByLabel('The six digits on the screen');
  // as it is pasted, and as an Arabic keyboard types it
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(field).toHaveValue(code);
  await field.fill([...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join(''));
  await expect(field).toHaveValue(code);

  const wall = await teacher.context.newPage();
  await wall.goto(host.url().replace(/host$/, 'screen'));
  await expect(wall.getByText(code, { exact: true })).toBeVisible();
  await host.getByRole('button', { name: 'Lock the room' }).click();
  await expect(host.getByRole('button', { name: 'Unlock the room' })).toBeVisible();
  await expect(wall.getByText('The room is locked. Nobody new comes in.')).toBeVisible();
  await expect(wall.getByText(code, { exact: true })).toHaveCount(0);
  await ben.page.getByRole('button', { name: 'Find the room' }).click();
  await expect(ben.page.getByText('The host has locked this room', { exact: false })).toBeVisible();
  await expect(ben.page.getByLabel('Your name in this quiz')).toHaveCount(0);
  // who has a seat comes in all the same
  await ada.page.goto(`/join/${code}`);
  await expect(ada.page.getByRole('heading', { name: 'You’re in, Ada again' })).toBeVisible();
  await host.getByRole('button', { name: 'Unlock the room' }).click();
  // exact: Unlock holds the other name
  await expect(host.getByRole('button', { name: 'Lock the room', exact: true })).toBeVisible();
  await ben.page.getByRole('button', { name: 'Try again' }).click();
  await ben.page.getByLabel('Your name in this quiz').fill('Ben');
  await ben.page.getByRole('button', { name: 'Come in' }).click();
  await expect(ben.page.getByRole('heading', { name: 'You’re in, Ben' })).toBeVisible();

  // where the browser keeps nothing one is told so, and plays all the same
  const chiara = await somebody(browser, { phone: true });
  await chiara.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await chiara.page.goto('/join');
  await expect(chiara.page.getByText('This browser is set to keep nothing', { exact: false })).toBeVisible();
  await joinQuiz(chiara, code, 'Chiara');

  // who stands before a locked room is told when it is over
  await host.getByRole('button', { name: 'Lock the room', exact: true }).click();
  const dora = await somebody(browser, { phone: true });
  await dora.page.goto(`/join/${code}`);
  const again = dora.page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await pressAndMean(host, 'End the quiz');
  await expect(host.getByRole('heading', { name: 'The quiz is over' })).toBeVisible();
  await again.click();
  await expect(dora.page.getByText(/This quiz is over|No quiz is open with this code/)).toBeVisible();
  // and stands where another code can be typed, not before a door that is not there
  await expect(dora.page.getByLabel('The six digits on the screen')).toBeVisible();
  await expect(dora.page.getByText('The host has locked this room', { exact: false })).toHaveCount(0);
  for (const person of [ada, ben, chiara, dora]) expect(person.received.problems).toEqual([]);
});

test('a formula is written by touch with the keys of its question; a real keyboard puts them away', async ({
  browser,
}) => {
  const ada = await newStudent(browser, 'keys-of-a-question', { phone: true });
  await ada.page.goto('/lessons/gradients-and-derivatives');
  // no phone has the key that is spoken of there
  for (const told of await ada.page.getByText('Tab indents').all()) await expect(told).toBeHidden();
  const it = card(ada.page, 'Compute gradients manually');
  await readThrough(ada.page);
  const fields = it.locator('math-field');
  await expect(fields).toHaveCount(3);
  await fields.nth(0).tap();
  const keys = ada.page.getByRole('group', { name: 'Keys for formulas' });
  const press = (name: string) => keys.getByRole('button', { name, exact: true }).tap();
  const value = (index: number) => fields.nth(index).evaluate((field: HTMLElement & { value?: string }) => field.value);
  for (const name of ['2', 'x', 'y', 'Next field', 'fraction', '1', 'to the right', 'z']) await press(name);
  expect([await value(0), await value(1)]).toEqual(['2xy', '\\frac{1}{z}']);
  await press('delete');
  await press('y');
  expect(await value(1)).toBe('\\frac{1}{y}');
  for (const key of await keys.getByRole('button').all()) {
    const at = await key.boundingBox();
    expect(at?.height).toBeGreaterThanOrEqual(44);
    expect((at?.x ?? -1) >= 0 && (at?.x ?? 0) + (at?.width ?? 0) <= 390).toBe(true);
  }
  await ada.page.keyboard.press('Backspace');
  await expect(keys).toHaveCount(0);
  await fields.nth(2).tap();
  await press('y');
  // handed in from the keys; it stops at the box that is empty by now
  await ada.page.getByRole('button', { name: 'Submit' }).last().tap();
  await expect(it.getByRole('alert').getByText(/These brackets are empty/)).toBeVisible();
  await expect(fields.nth(1)).toBeFocused();
  expect(ada.received.problems).toEqual([]);
});

test('a blind player hears each phase, the title follows it, and keys answer only where nothing else has the focus', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const ada = await somebody(browser);
  await joinQuiz(ada, code, 'Ada');
  const said = ada.page.locator('header [role=status]');
  await expect(said).toHaveText(/^You are in, Ada/);
  // the region that speaks was there before what it says
  await said.evaluate((region) => region.setAttribute('data-same', ''));
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  await expect(said).toHaveText(/^Question 1 of 1 is open: .*4 options/);
  await expect(ada.page).toHaveTitle(/^Answer now: question 1 of 1/);
  await expect(ada.page.locator('[data-phase]')).toBeFocused();
  const pressed = ada.page.getByRole('button', { pressed: true }).filter({ hasText: 'direction' });
  // a control that has the focus keeps its keys
  await ada.page.getByRole('button', { name: 'Sounds' }).focus();
  await ada.page.keyboard.press('a');
  await ada.page.getByRole('button', { name: 'Turn keys off' }).click();
  await ada.page.locator('[data-phase]').focus();
  await ada.page.keyboard.press('a');
  await expect(ada.page.getByText('Keys do not answer.')).toBeVisible();
  await expect(pressed).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'Turn keys on' }).click();
  await ada.page.locator('[data-phase]').focus();
  await ada.page.keyboard.press('b');
  await expect(pressed).toHaveText(/ascent/);
  await ringAndShow(host);
  await expect(said).toHaveText(/^Right\. 1,000 points\. You are 1st of 1\./);
  await expect(ada.page).toHaveTitle(/^Result of question 1 of 1/);
  await expect(said).toHaveAttribute('data-same', '');
  expect(ada.received.problems).toEqual([]);
});

test('a connection that swallows everything is noticed within seconds: the tap goes on a second one, and from another page, under its first id', async ({
  browser,
}) => {
  const { teacher, code } = await openQuiz(browser, [/Gradient direction/i]);
  const host = teacher.page;
  const ada = await somebody(browser, { phone: true });
  const sent: { letter: string | undefined; id: string | undefined }[] = [];
  const lines: { dead: boolean }[] = [];
  let network = true;
  let heard = 0;
  await ada.page.clock.install();
  await ada.page.routeWebSocket(/live-socket/, (page) => {
    const line = { dead: !network };
    lines.push(line);
    const server = page.connectToServer();
    page.onMessage((message) => {
      const { id, letter } = /"clientId":"(?<id>\w+)".*"choices":\["(?<letter>\w)/.exec(String(message))?.groups ?? {};
      if (id !== undefined) sent.push({ letter, id });
      if (!line.dead) server.send(message);
    });
    server.onMessage((message) => {
      if (line.dead) return;
      page.send(message);
      if (/^43\d+\[\{"ok":true,"now":/.test(String(message))) heard += 1;
    });
    // no side is told of an end
    page.onClose(() => undefined);
  });
  await ada.page.route(/live-socket/, (route) => (network ? route.continue() : route.abort()));
  await joinQuiz(ada, code, 'Ada');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  const option = (letter: string) => ada.page.getByRole('button', { name: new RegExp(`^${letter}`) });
  const idsOf = (letter: string) => sent.filter((one) => one.letter === letter).map((one) => one.id);
  await expect(option('B')).toBeVisible();
  const stored = ada.page.getByText('Your answer is stored.');
  for (const line of lines) line.dead = true;
  const before = Date.now();
  await option('B').click();
  await expect(stored).toBeVisible();
  // socket.io alone takes a dead connection for a living one for 16 s and more
  expect(Date.now() - before).toBeLessThan(12_000);
  expect(idsOf('B').length).toBeGreaterThan(1);
  expect(new Set(idsOf('B')).size).toBe(1);
  await expect(host.getByText('1 of 1 answered')).toBeVisible();

  // who touches nothing is told within 3 s, by the clock of the page; and no more once the network is back
  const lost = ada.page.getByText('Connection lost', { exact: false });
  await expect(lost).toBeHidden();
  await ada.page.clock.pauseAt((await ada.page.evaluate(() => Date.now())) + 1_000);
  const told = heard;
  await ada.page.clock.runFor(1_300);
  await expect.poll(() => heard).toBeGreaterThan(told);
  network = false;
  for (const line of lines) line.dead = true;
  await ada.page.clock.runFor(3_000);
  await expect(lost).toBeVisible();
  network = true;
  await ada.page.clock.resume();
  await expect(lost).toBeHidden();

  // and where there is no network at all one is told, and what was tapped is sent when it is back, over a reload
  network = false;
  for (const line of lines) line.dead = true;
  const gone = Date.now();
  await option('A').click();
  await expect(lost).toBeVisible();
  expect(Date.now() - gone).toBeLessThan(9_000);
  await ada.page.reload();
  await expect(ada.page.getByRole('status').getByText('Loading')).toBeVisible();
  await expect(option('A')).toHaveCount(0);
  network = true;
  await expect(option('A')).toHaveAttribute('aria-pressed', 'true');
  await expect(ada.page.getByText('Stored. You can change it until the bell.')).toBeVisible();
  await expect(lost).toBeHidden();
  expect(idsOf('A').length).toBeGreaterThan(1);
  expect(new Set(idsOf('A')).size).toBe(1);
  await ringAndShow(host);
  await expect(ada.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();
});
