/** The wall fits, always: whatever it has to show, on whatever projector, in type that the last row can read. */
import { expect, type Page } from '@playwright/test';
import { callFrom } from './call.ts';
import { boxOf, findings, findingsInOtherColours } from './fit.ts';
import { joinQuiz, ringAndShow, showOptions, signIn, somebody, test } from './people.ts';
import { isThere, putPicture } from './pictures.ts';
import { CODE_LINES, LESSON, WIDE_TITLE, withPictures } from './wall-lesson.ts';
import { writeLesson } from './write-lesson.ts';

const SIZES = [
  [1024, 768],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const;

/** Those of rooms in which a class sits. */
const USUAL = SIZES.filter(([width]) => width === 1024 || width === 1280 || width === 1920);

/** A wall is laid out anew as its type comes: what was seen of it a moment ago may be so no more, and is looked at again. */
const SOON = { timeout: 5_000 };

/** What of the wall's words cannot be seen on the page that is turned to, what is smaller than it may be, and code that does not stand as it was typed. */
function look(page: Page): Promise<{ cut: string[]; small: string[]; bent: string[]; seen: string; scrolls: boolean }> {
  return page.evaluate(() => {
    const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
    const frameOf = (one: Element): DOMRect =>
      (one.closest('.wall-stage') ?? one.closest('main') ?? document.body).getBoundingClientRect();
    const [cut, small, seen]: [string[], string[], string[]] = [[], [], []];
    // with what stands above and below the stage: late joiners read it from the last row as well
    const wall = document.querySelector('.wall') ?? document.body;
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (of === null || text === '' || of.closest('.sr-only, .katex-mathml, svg') !== null) continue;
      // what falls is no text
      if (of.closest('.wall-confetti') !== null) continue;
      const frame = frameOf(of);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        // on another page
        if (box.left >= frame.right - 1 || box.right <= frame.left + 1) continue;
        const inside = box.left >= frame.left - 1 && box.right <= frame.right + 1;
        // a line's box is higher than its letters
        const slack = box.height * 0.2;
        if (!inside || box.top < frame.top - slack || box.bottom > frame.bottom + slack) cut.push(text.slice(0, 40));
        else seen.push(text);
      }
      const size = Number.parseFloat(getComputedStyle(of).fontSize) / unit;
      const least = of.closest('pre[data-long]') === null ? 36 : 28;
      // indices of formulas, and code between words, are smaller than the line that they stand in
      const relative =
        of.closest('.katex, sub') !== null || (of.closest('code') !== null && of.closest('pre') === null);
      if (!relative && size < least - 0.5) small.push(`${Math.round(size)} ${text.slice(0, 40)}`);
    }
    for (const picture of wall.querySelectorAll<HTMLImageElement>('img.picture')) {
      const [box, frame] = [picture.getBoundingClientRect(), frameOf(picture)];
      if (box.left >= frame.right - 1 || box.right <= frame.left + 1) continue;
      const across = box.left >= frame.left - 1 && box.right <= frame.right + 1;
      if (!across || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) cut.push(`picture: ${picture.alt}`);
      else seen.push(picture.alt);
      if (box.height / unit < 80) small.push(`picture: ${picture.alt} ${Math.round(box.height)}`);
    }
    const bent = [...wall.querySelectorAll('pre')].filter((code) => {
      const { textAlign, fontVariantLigatures } = getComputedStyle(code);
      return !['start', 'left'].includes(textAlign) || fontVariantLigatures !== 'none';
    });
    const { scrollHeight, scrollWidth } = document.documentElement;
    return {
      cut,
      small,
      bent: bent.map((code) => code.textContent.slice(0, 40)),
      seen: seen.join('\n'),
      scrolls: scrollHeight > innerHeight + 1 || scrollWidth > innerWidth + 1,
    };
  });
}

/** Turns to the first page of what is shown. A wall that was laid out anew is a moment ahead of its host: then it throws soon. */
async function turnBack(host: Page, screen: Page): Promise<void> {
  const back = host.getByRole('button', { name: 'Part before' });
  while ((await back.isVisible()) && (await back.isEnabled(SOON))) {
    const before = await screen.getByText(/^Part/).textContent(SOON);
    await back.click(SOON);
    await expect(screen.getByText(before ?? '', { exact: true })).toHaveCount(0, SOON);
  }
}

/** Looks at all pages of what is shown, as its host turns them. @returns all that was seen */
async function lookThrough(host: Page, screen: Page, at: string): Promise<string> {
  const further = host.getByRole('button', { name: 'Next part' });
  const all: string[] = [];
  // where looking was broken off before
  await turnBack(host, screen);
  const pages = async (): Promise<number> => {
    const told = await screen.getByText(/^Part \d+ of \d+$/).allTextContents();
    return Number(/of (\d+)/.exec(told[0] ?? '')?.[1] ?? 1);
  };
  for (let turned = 0; ; turned++) {
    const { cut, small, bent, seen, scrolls } = await look(screen);
    expect(cut, `cut at ${at}`).toEqual([]);
    expect(small, `too small at ${at}`).toEqual([]);
    expect(bent, `not as it was typed at ${at}`).toEqual([]);
    expect(scrolls, `scrolls at ${at}`).toBe(false);
    all.push(seen);
    const of = await pages();
    if (turned + 1 >= of) break;
    await expect(host.getByText(`of ${of}`, { exact: false }).last()).toBeVisible(SOON);
    await further.click(SOON);
    await expect(screen.getByText(`Part ${turned + 2} of ${of}`)).toBeVisible(SOON);
  }
  await turnBack(host, screen);
  return all.join('\n');
}

test('the wall shows all of a question on every projector, in type for the last row', async ({ browser }) => {
  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  const host = admin.page;
  const lessonId = await writeLesson(host, LESSON);
  const questionIds = ['long-words', 'much-code', 'long-line', 'matrix', 'a-function', 'parts'];
  const settings = { showNames: true, readSeconds: 0 };
  const opened = await callFrom<{ session: string; code: string }>(host, 'live.open', {
    lessonId,
    classId: null,
    questionIds,
    settings,
  });
  const { session, code } = opened.outcome;
  await host.goto(`/live/${session}/host`);
  const screen = await admin.context.newPage();
  await screen.goto(`/live/${session}/screen`);
  await host.getByText('Rehearse alone').first().click();
  await host.getByLabel('How many (up to 30)').fill('30');
  await host.getByRole('button', { name: 'Bring them in' }).click();
  await expect(screen.getByText('30 players')).toBeVisible();

  const onEverySize = async (at: string, expected: readonly string[]): Promise<void> => {
    for (const [width, height] of SIZES) {
      await screen.setViewportSize({ width, height });
      // it is laid out anew a frame after the projector has changed
      await expect(async () => {
        const seen = await lookThrough(host, screen, `${at}, ${width} × ${height}`);
        for (const one of expected) expect(seen, `${at}, ${width} × ${height}`).toContain(one.trim());
      }).toPass({ timeout: 60_000 });
    }
  };
  for (const [width, height] of SIZES) {
    await screen.setViewportSize({ width, height });
    await expect(screen.getByRole('img')).toBeInViewport({ ratio: 1 });
    await expect(screen.getByText(/^\d{6}$/)).toBeInViewport({ ratio: 1 });
  }

  const names = ['عبد الرحمن', 'Bartholomew the Long', 'Ada'];
  const players = await Promise.all(
    names.map(async (name) => {
      const player = await somebody(browser, { phone: true });
      await joinQuiz(player, code, name);
      return player.page;
    }),
  );
  const answer = async (option: RegExp, who: Iterable<number>): Promise<void> => {
    for (const page of [...who].flatMap((index) => players[index] ?? [])) {
      await page.getByRole('button', { name: option }).click();
      await expect(page.getByText('Your answer is stored.')).toBeVisible();
    }
  };
  /** Who is right in which question: one has both, two share the second place. */
  const ANSWERS: Record<string, () => Promise<void>> = {
    'Long words': () => answer(/^C\b/, [0, 1]),
    'Much code': () => answer(/Nothing/, [0, 2]),
  };

  const SHOWN: Record<string, readonly string[]> = {
    'Long words': ['Consider the gradient', ...['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `answer${letter}`)],
    'Much code': [
      'What does this return?',
      ...CODE_LINES.map((line) => line.trim().split(' ')[0] ?? ''),
      'It raises an error',
    ],
    'A line too long': ['weights', 'A list'],
    'A matrix': ['What is the trace of', '136'],
    'A function': ['Scale', 'def scale(x):', 'scale([1, 1])', 'One more example is on your device.'],
    Parts: ['Differentiate'],
  };
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  for (const [title, expected] of Object.entries(SHOWN)) {
    await expect(screen.getByRole('heading', { name: title })).toBeAttached();
    await showOptions(host);
    await onEverySize(title, expected);
    if (title === 'Parts')
      await expect(screen.getByRole('list', { name: 'What to hand in' }).getByRole('listitem')).toHaveCount(3);
    await ANSWERS[title]?.();
    await ringAndShow(host);
    await expect(host.getByRole('button', { name: 'Standings', exact: true })).toBeVisible();
    await onEverySize(`${title}, told`, []);
    await host.getByRole('button', { name: 'Standings', exact: true }).click();
    await expect(screen.getByRole('heading', { name: 'Standings' })).toBeVisible();
    // they look alike from question to question: at first, and at last with all points
    if (title === 'Long words' || title === 'Parts') await onEverySize('Standings', []);
    if (title === 'Much code') {
      expect(await slides(screen)).toEqual(['0.8s, 1 times', '0.8s, 1 times']);
      await screen.emulateMedia({ reducedMotion: 'reduce' });
      expect(await slides(screen)).toEqual([]);
      await screen.emulateMedia({ reducedMotion: 'no-preference' });
    }
    // with names, as a room in the dark shows them
    if (title === 'Long words') expect(await findingsInOtherColours(screen)).toEqual([]);
    await host.getByRole('button', { name: /^(Next question|Podium)$/ }).click();
  }
  await expect(screen.getByRole('heading', { name: 'Podium' })).toBeVisible();
  await onEverySize('Podium', names);
  expect(await findingsInOtherColours(screen)).toEqual([]);
  expect(await findings(screen)).toEqual([]);
  expect(await findingsInOtherColours(host)).toEqual([]);
  // with its host, and on the phone of who stands there
  for (const page of [host, ...players.slice(0, 1)]) expect(await findings(page), page.url()).toEqual([]);
  for (const page of players.slice(0, 1)) expect(await findingsInOtherColours(page)).toEqual([]);
  for (const size of SIZES) {
    await expect(async () => {
      await screen.setViewportSize({ width: size[0], height: size[1] });
      await standWhole(screen, size, names);
    }).toPass({ timeout: 60_000 });
  }

  // a room of its own for seven of whom nobody is better than the others, under a title that takes all the room
  const seven = [...names, 'Wilhelmina Wummewumm', 'WWWWWWWWWWWWWWWWWWWW', 'Constantin-Alexander', 'Bo'];
  const wide = await callFrom<{ session: string; code: string }>(host, 'live.open', {
    lessonId: await writeLesson(
      host,
      withPictures(await putPicture(host, 1600, 900), await putPicture(host, 500, 400)),
    ),
    classId: null,
    questionIds: ['wide-formula', 'pictures', 'cards', 'cloud'],
    settings,
  });
  await host.goto(`/live/${wide.outcome.session}/host`);
  await screen.goto(`/live/${wide.outcome.session}/screen`);
  while (players.length < seven.length) players.push((await somebody(browser, { phone: true })).page);
  await Promise.all(players.map((page, index) => joinQuiz({ page }, wide.outcome.code, seven[index] ?? '')));
  await expect(screen.getByText('7 players')).toBeVisible();
  await onEverySize('The lobby', [WIDE_TITLE]);
  // the last row types the address, and the host counts who is there
  for (const text of [/^localhost:\d+\/join$/, '7 players']) {
    const size = await screen
      .getByText(text, { exact: true })
      .evaluate(
        (of) => Number.parseFloat(getComputedStyle(of).fontSize) / Math.min(innerWidth / 1920, innerHeight / 1080),
      );
    expect(size).toBeGreaterThanOrEqual(70);
  }

  const say = async (label: string, said: readonly string[]): Promise<void> => {
    for (const [index, page] of players.slice(0, said.length).entries()) {
      await page.getByLabel(label).fill(said[index] ?? '');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByText('Stored. You can change it until the bell.')).toBeVisible();
    }
    await host.getByRole('button', { name: 'Show answers as they come' }).click();
  };
  const go = async (name: string | RegExp): Promise<void> => {
    await ringAndShow(host);
    await host.getByRole('button', { name: 'Standings', exact: true }).click();
    await host.getByRole('button', { name }).click();
  };
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  await showOptions(host);
  for (const [width, height] of USUAL) {
    await screen.setViewportSize({ width, height });
    await expect(async () => expect(await formulas(screen)).toEqual({ cut: 0, small: 0 })).toPass({ timeout: 60_000 });
  }
  await answer(/^A\b/, seven.keys());
  await go('Next question');
  await showOptions(host);
  const drawn = ['A wide one', 'Option 1', 'Option 2', 'Option 3', 'Option 4'];
  await onEverySize('Pictures', drawn);
  for (const name of drawn) {
    await isThere(screen.getByRole('img', { name }));
    // who is not signed in sees them by their seat
    if (players[0] !== undefined) await isThere(players[0].getByRole('img', { name }));
  }
  await go('Next question');
  await showOptions(host);
  await say('Your answer', ['The steepest way up', 'A slope', 'A hill']);
  await expect(screen.getByText('The steepest way up')).toBeVisible();
  await onEverySize('Cards', ['The steepest way up', 'Ada']);
  await go('Next question');
  await showOptions(host);
  await say('Word 1', ['slope', 'slope', 'hill']);
  await expect(screen.getByText('slope', { exact: true })).toBeVisible();
  await onEverySize('Cloud', ['slope', '2']);
  await go('Podium');
  const podium = screen.getByRole('list', { name: 'Podium' });
  await expect(podium.getByText('and 3 more')).toBeVisible();
  const shown = await podium.locator('bdi').allTextContents();
  expect(shown).toHaveLength(4);
  expect(seven).toEqual(expect.arrayContaining(shown));
  await onEverySize('Podium of seven', [...shown, 'and 3 more']);
  for (const size of USUAL) {
    await expect(async () => {
      await screen.setViewportSize({ width: size[0], height: size[1] });
      await standWhole(screen, size, shown);
    }).toPass({ timeout: 60_000 });
  }
});

/** The steps stand in the middle, nobody on them with half a name, and what falls begins below the word. */
async function standWhole(screen: Page, [width]: readonly [number, number], names: readonly string[]): Promise<void> {
  const podium = screen.getByRole('list', { name: 'Podium' });
  const steps = await boxOf(podium);
  expect(Math.abs(steps.x + steps.width / 2 - width / 2)).toBeLessThan(width * 0.02);
  expect(steps.width).toBeGreaterThan(width * 0.25);
  for (const name of names) {
    const cut = await podium
      .getByText(name, { exact: true })
      .evaluate((shown) => [shown.scrollWidth - shown.clientWidth, shown.scrollHeight - shown.clientHeight]);
    expect(Math.max(...cut), name).toBeLessThanOrEqual(1);
  }
  const heading = await boxOf(screen.getByRole('heading', { name: 'Podium' }));
  const falling = await boxOf(screen.locator('.wall-confetti'));
  expect(falling.y).toBeGreaterThanOrEqual(heading.y + heading.height - 1);
}

/** How the rows of who has moved in the standings come from the place before. */
function slides(screen: Page): Promise<string[]> {
  const rows = screen.getByRole('list', { name: 'Standings' }).getByRole('listitem');
  return rows.evaluateAll((all) =>
    all
      .map((row) => getComputedStyle(row))
      .filter(({ animationName }) => animationName !== 'none')
      .map(({ animationDuration, animationIterationCount: times }) => `${animationDuration}, ${times} times`),
  );
}

/** How many formulas of the wall are cut at the side, or set smaller than what is read. */
function formulas(screen: Page): Promise<{ cut: number; small: number }> {
  return screen.evaluate(() => {
    const unit = Math.min(innerWidth / 1920, innerHeight / 1080);
    const all = [...document.querySelectorAll('.wall-stage .katex-display')];
    const small = all.filter((one) => {
      const set = one.querySelector('.katex-html');
      return set === null || Number.parseFloat(getComputedStyle(set).fontSize) / unit < 35.5;
    });
    return { cut: all.filter((one) => one.scrollWidth > one.clientWidth + 1).length, small: small.length };
  });
}
