/**
 * `npm run screenshots`: opens a classroom of its own, lets a class work in it, and takes the pictures of
 * docs/screenshots/ and of the page “Your first quiz” (public/first-quiz/). Everything in them really happened: answers were graded, the quiz was played.
 */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { callFrom } from './e2e/call.ts';
import { openCourse } from './e2e/courses.ts';
import { joinQuiz, type Somebody, signIn, somebody } from './e2e/people.ts';
import { shootAuthors } from './screenshots/authors.ts';
import { FOLDER, shoot, shootForPage, sized } from './screenshots/shoot.ts';
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.ts';
import { startClassroom } from './support/classroom.ts';

const LESSON = '/lessons/gradients-and-derivatives';
const TITLE = 'Gradients & Derivatives';
const GOOD_JACOBIAN = `import numpy as np

def jacobian(f, x, h=1e-5):
    fx = f(x)
    J = np.zeros((len(fx), len(x)))
    for j in range(len(x)):
        x_plus = x.copy()
        x_plus[j] += h
        J[:, j] = (f(x_plus) - fx) / h
    return J
`;

/** What each student hands in: right, half right and wrong, as a class does. */
const WORK: Record<string, [question: string, answer: object][]> = {
  ada: [
    ['manual-gradients', { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } }],
    ['gradient-descent-step', { kind: 'blanks', gaps: { grad_x: '2*x', grad_y: '2*y' } }],
    ['jacobian', { code: GOOD_JACOBIAN }],
    ['gradient-direction', { kind: 'choice', choices: ['B'] }],
    ['partial-derivative', { kind: 'choice', choices: ['A'] }],
  ],
  ben: [
    ['manual-gradients', { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: 'yz^2' } }],
    ['gradient-descent-step', { kind: 'blanks', gaps: { grad_x: 'x', grad_y: 'y' } }],
    [
      'jacobian',
      { code: GOOD_JACOBIAN.replace('J[:, j] =', 'J[j, :] =').replace('(len(fx), len(x))', '(len(x), len(fx))') },
    ],
    ['gradient-direction', { kind: 'choice', choices: ['A'] }],
  ],
  chiara: [
    ['manual-gradients', { kind: 'maths', parts: { dx: '2xy', dy: 'x^2', dz: '3yz^2' } }],
    ['jacobian', { code: GOOD_JACOBIAN.replace(' / h', '') }],
    ['why-subtract', { kind: 'choice', choices: ['A'] }],
  ],
  deniz: [
    ['manual-gradients', { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: 'yz^2' } }],
    ['jacobian', { code: GOOD_JACOBIAN.replace(' / h', '') }],
  ],
};

async function handIn(student: Somebody, lessonId: string, work: [string, object][]): Promise<void> {
  for (const [questionId, answer] of work) {
    const clientId = `screenshots-${questionId}`;
    const asked = { lessonId, questionId, answer, purpose: 'submit', clientId };
    await callFrom(student.page, 'practice.submissions', asked);
  }
}

mkdirSync(FOLDER, { recursive: true });
const classroom = await startClassroom('screenshots');
process.env.NABLA_E2E_ADDRESS = classroom.address;
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const board = (await teacher.page.getByRole('link', { name: 'Open the board' }).getAttribute('href')) ?? '';
  await teacher.page.goto(board);
  const students: Record<string, Somebody> = {};
  for (const login of Object.keys(WORK)) {
    const student = await somebody(browser);
    students[login] = student;
    await signIn(student, login);
  }
  const lesson = teacher.page.getByLabel('Lesson', { exact: true }).getByRole('option', { name: TITLE });
  const lessonId = (await lesson.getAttribute('value')) ?? '';
  for (const [login, work] of Object.entries(WORK)) {
    const student = students[login];
    if (student !== undefined) await handIn(student, lessonId, work);
  }
  await teacher.page.waitForTimeout(6000);

  const desk = await sized(browser, teacher, 1440, 900);
  await desk.page.goto(`${board}?lesson=${lessonId}`);
  await desk.page
    .getByRole('button', { name: /Implement the Jacobian/ })
    .first()
    .click();
  await shoot(desk.page, 'board-light-1440');
  await shootGrades(desk.page, board);
  await shootNow(desk.page, board, students);

  const { ada, ben } = students;
  if (ada === undefined || ben === undefined) throw new Error('ada and ben work here');
  const reader = await sized(browser, ben, 1440, 1000);
  await reader.page.goto(`${LESSON}#partial-derivatives`);
  await shoot(reader.page, 'lesson-light-1440');
  await reader.page.locator('#jacobian').scrollIntoViewIfNeeded();
  await reader.page.goto(`${LESSON}#jacobian`);
  await shoot(reader.page, 'exercise-light-1440');
  const phone = await sized(browser, ben, 390, 844, { dark: true });
  await phone.page.goto(`${LESSON}#manual-gradients`);
  await shoot(phone.page, 'lesson-dark-390');
  await phone.page.goto('/home');
  await shoot(phone.page, 'home-dark-390');
  await reader.page.goto('/home');
  await shoot(reader.page, 'home-light-1440', true);
  const level = await sized(browser, ada, 1440, 1000);
  await level.page.goto('/courses/mathematics-for-machine-learning/level-05');
  await shoot(level.page, 'level-light-1440');

  await desk.page.goto(`${board}?lesson=${lessonId}`);
  await desk.page.getByRole('button', { name: 'Quiz settings' }).click();
  await desk.page.getByLabel('Points for speed').check();
  await desk.page.getByRole('checkbox', { name: 'Names on the screen' }).check();
  await desk.page.keyboard.press('Escape');
  await desk.page.getByRole('button', { name: 'Start live quiz' }).click();
  await desk.page.waitForURL(/\/host/);
  const code =
    (await desk.page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? '';
  const wall = await desk.context.newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(desk.page.url().replace(/host$/, 'screen'));
  const players: Somebody[] = [];
  for (const name of ['Curious Otter', 'Brave Heron', 'Quick Fox', 'Wise Owl']) {
    const player = await somebody(browser, { phone: true, dark: true });
    await joinQuiz(player, code, name);
    players.push(player);
  }
  await wall.getByText('Curious Otter').waitFor();
  await shoot(wall, 'screen-lobby-1920');
  await shoot(desk.page, 'host-light-1440');
  const answers = ['B', 'B', 'A', 'B'];
  for (const round of [0, 1]) {
    await desk.page.getByRole('button', { name: round === 0 ? 'Start' : 'Next question', exact: true }).click();
    await desk.page.getByRole('button', { name: 'Show the options now' }).click();
    await players[0]?.page.getByRole('button', { name: /^A\b/ }).waitFor();
    if (round === 1) {
      await wall.waitForTimeout(1500);
      await shoot(wall, 'screen-question-1920');
      await wall.setViewportSize({ width: 1120, height: 640 });
      for (const colours of ['light', 'dark'] as const) {
        await wall.emulateMedia({ colorScheme: colours });
        await shootForPage(wall, 'wall', colours);
      }
      await wall.emulateMedia({ colorScheme: 'light' });
      await wall.setViewportSize({ width: 1920, height: 1080 });
      const first = players[0];
      if (first !== undefined) await shoot(first.page, 'player-question-390');
    }
    for (const [index, player] of players.entries()) {
      const letter = round === 0 ? answers[index] : ['A', 'A', 'B', 'C'][index];
      await player.page.getByRole('button', { name: new RegExp(`^${letter}\\b`) }).click();
      await player.page.getByText('Your answer is stored.').waitFor();
    }
    await wall.getByRole('list', { name: 'Answers' }).waitFor();
    if (round === 1) {
      await shoot(wall, 'screen-reveal-1920');
      const first = players[0];
      if (first !== undefined) await shoot(first.page, 'player-reveal-390');
    }
    await desk.page.getByRole('button', { name: 'Standings', exact: true }).click();
    await wall.getByRole('list', { name: 'Standings' }).waitFor();
  }
  await shoot(wall, 'screen-standings-1920');

  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  await shootAuthors(browser, teacher, admin);
  const editor = await sized(browser, admin, 1440, 1000);
  await openCourse(editor.page);
  await editor.page.getByRole('link', { name: `Edit: ${TITLE}` }).click();
  await editor.page.getByText('Compiles without problems').waitFor();
  await shoot(editor.page, 'editor-light-1440');
  await editor.page.goto('/admin/pieces');
  await shoot(editor.page, 'pieces-light-1440', true);
  const small = await sized(browser, admin, 390, 844, { dark: true });
  await small.page.goto('/admin/pieces');
  await shoot(small.page, 'pieces-dark-390', true);
} finally {
  await browser.close();
  await classroom.stop();
}

function classIn(board: string): string {
  return board.split('/').at(-1)?.split('?')[0] ?? '';
}

/** The class at work, with a hand up, as its teacher sees it. */
async function shootNow(desk: Page, board: string, students: Record<string, Somebody>): Promise<void> {
  const at: Record<string, string> = { ada: 'why-subtract', ben: 'jacobian', chiara: 'manual-gradients', deniz: '' };
  for (const [login, { page }] of Object.entries(students)) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${LESSON}#${at[login]}`);
  }
  const { chiara } = students;
  await desk.goto(`/classes/${classIn(board)}/now`);
  await desk.getByRole('button', { name: 'Begin together' }).click();
  await chiara?.page.getByRole('button', { name: 'Raise hand' }).click();
  await desk.waitForTimeout(4000);
  await shoot(desk, 'now-light-1440');
  await desk.getByRole('button', { name: 'End', exact: true }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
  for (const { page } of Object.values(students)) await page.goto('/home');
}

/** A grade book with something by hand, and one of its cells beside it. */
async function shootGrades(page: Page, board: string): Promise<void> {
  const classId = classIn(board);
  const { outcome: read } = await callFrom<{ grades: { students: [string, string][] } }>(page, 'grades.read', {
    classId,
  });
  const students = read.grades.students.map(([id]) => id);
  for (const [title, maxPoints] of [
    ['Oral work', 10],
    ['Test on paper', 24],
  ] as const) {
    const { outcome } = await callFrom<{ activityId: string }>(page, 'activities.outside', {
      ...{ classId, title, maxPoints, dueAt: null },
    });
    const points = students.map((userId, at) => ({ userId, points: maxPoints - ((at * 5) % maxPoints) }));
    await callFrom(page, 'activities.points', { classId, activityId: outcome.activityId, points });
  }
  await page.goto(`/classes/${classId}/grades`);
  await page
    .getByRole('gridcell', { name: /by hand/ })
    .first()
    .click();
  await page.keyboard.press('Space');
  await page.getByRole('complementary').getByText('What happened').waitFor();
  await shoot(page, 'grades-light-1440');
}
