/** A way past every page that students and players see, and the authors' editor: for the bench of pages and for the limits of their weight. */
import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { callFrom } from './call.ts';
import { openCourse } from './courses.ts';
import { classId } from './fit.ts';
import {
  card,
  joinQuiz,
  openQuiz,
  pressAndMean,
  ringAndShow,
  type Somebody,
  showOptions,
  signIn,
  somebody,
} from './people.ts';

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One page as one person sees it at one moment; opened anew by whoever measures it. */
export interface Stop {
  name: string;
  path: string;
  /** the sign-in, or the seat in a room */
  kept: Kept;
  /** where authors write */
  editor: boolean;
}

/** The questions of the room, one of each kind that has a field of its own; the choice is asked last and is gone through phase by phase. */
const ASKED = [
  /Compute gradients manually/,
  /Implement a gradient descent step/,
  /Implement the Jacobian/,
  /Gradient direction/,
];
const LEVEL = '/courses/mathematics-for-machine-learning/level-05';

/**
 * @param visit is called at each stop, and is waited for: the room stands still meanwhile
 * @param beside so many pages of one person at once, where no time is measured: most of a visit is waiting
 */
export async function everyPage(browser: Browser, visit: (stop: Stop) => Promise<void>, beside = 1): Promise<void> {
  const see = async (person: Somebody, pages: Record<string, string>, editor = false): Promise<void> => {
    const kept = await person.context.storageState();
    const stops = Object.entries(pages).map(([name, path]): Stop => ({ name, path, kept, editor }));
    for (let at = 0; at < stops.length; at += beside)
      await Promise.all(stops.slice(at, at + beside).map((stop) => visit(stop)));
  };
  const stranger = await somebody(browser);
  await see(stranger, {
    front: '/',
    'mails turned off': '/mail/off/no-such-link',
    'sign-in': '/sign-in',
    join: '/join',
  });

  const student = await somebody(browser);
  await signIn(student, 'chiara');
  // somebody who comes back: what was typed into a field once must not make a page heavy
  await student.page.goto('/lessons/gradients-in-code');
  const number = card(student.page, 'One step, by hand').getByLabel('Your answer');
  if (await number.isEditable()) {
    await number.fill('2.5');
    await expect(card(student.page, 'One step, by hand').getByText(/Draft saved/)).toBeVisible();
  }
  await see(student, {
    home: '/home',
    'practise again': '/practise',
    'own grades': '/grades',
    account: '/account',
    'what is new': '/notices',
    course: LEVEL.slice(0, LEVEL.lastIndexOf('/')),
    level: LEVEL,
    lesson: '/lessons/gradients-and-derivatives',
    'lesson of code': '/lessons/gradients-in-code',
  });

  const admin = await somebody(browser);
  await signIn(admin, 'admin');
  // where links that are handed out lead: a phone meets these pages first
  const newcomer = { name: 'Weighed', login: `weighed.${Date.now()}`, role: 'student', classId: null };
  const { outcome: added } = await callFrom<{ link: string }>(admin.page, 'people.add', newcomer);
  const teacher = await somebody(browser);
  await signIn(teacher, 'teacher');
  const joinLink = { classId: await classId(teacher), open: true };
  const { outcome: opened } = await callFrom<{ token: string }>(teacher.page, 'classes.joinLink', joinLink);
  await see(stranger, { 'new password': added.link, 'join a class': `/join-class/${opened.token}` });
  await openCourse(admin.page);
  const { pathname: arranged } = new URL(admin.page.url());
  const invited = { classId: joinLink.classId, as: 'teacher' };
  const { outcome: asked } = await callFrom<{ link: string }>(teacher.page, 'classes.inviteByLink', invited);
  await see(admin, {
    'first steps': '/first-steps',
    'course to be arranged': arranged,
    'course taken out': `${arranged}/export`,
    'course brought in': '/admin/courses/import',
    'into a class as a colleague': asked.link,
  });
  const edit = await admin.page.getByRole('link', { name: 'Edit: Gradients & Derivatives' }).getAttribute('href');
  await see(admin, { 'lesson editor': edit ?? '' }, true);
  const ofClass = `/classes/${joinLink.classId}`;
  await see(teacher, {
    'grades of a class': `${ofClass}/grades`,
    'class at this moment': `${ofClass}/now`,
    'people of a class': `${ofClass}/people`,
    'many people at once': `${ofClass}/people/add`,
    'first quiz': '/first-quiz',
    'import of questions': '/questions/import',
  });
  await see(teacher, { 'question editor': '/questions/new' }, true);
  const own = { source: '::::check[T]\nA?\n\n- [x] a\n- [ ] b\n\n:::explanation\nA.\n:::\n::::', courseId: null };
  const { outcome: kept } = await callFrom<{ questionId: string }>(teacher.page, 'bank.make', own);
  await see(teacher, { 'question of a bank': `/questions/${kept.questionId}` }, true);

  const questions = [{ name: null, ref: kept.questionId, version: 1, seconds: null, points: null }];
  const { outcome: made } = await callFrom<{ quizId: string }>(teacher.page, 'quizzes.make', {
    title: 'Weighed',
    questions,
  });
  const rules = { ...USUAL_SETTINGS, classId: joinLink.classId, lessonId: made.quizId };
  const { outcome: given } = await callFrom<{ activityId: string }>(teacher.page, 'activities.give', rules);
  await see(student, { 'quiz as homework': `/activities/${given.activityId}`, 'quizzes that were played': '/played' });
  await see(teacher, {
    'results of homework': `${ofClass}/activities/${given.activityId}`,
    'misconceptions of a class': `${ofClass}/insight`,
    'given to a class': `${ofClass}/lessons`,
    'questions that students have asked': `${ofClass}/asked`,
  });
  await see(teacher, { quizzes: '/quizzes', 'question by question': `/quizzes/${made.quizId}` }, true);
  await see(teacher, { 'quiz as it was': `/quizzes/${made.quizId}/versions/1` });

  await everyPhase(browser, see);
}

async function everyPhase(
  browser: Browser,
  see: (person: Somebody, pages: Record<string, string>) => Promise<void>,
): Promise<void> {
  const { teacher, code } = await openQuiz(browser, ASKED);
  const host = teacher.page;
  await see(await somebody(browser), { 'join with a code': `/join/${code}` });
  const player = await somebody(browser, { phone: true });
  await joinQuiz(player, code, 'Ada');
  const { pathname: path } = new URL(player.page.url());
  const play = (name: string): Promise<void> => see(player, { [`play: ${name}`]: path });
  await play('lobby');
  await host.getByRole('button', { name: 'Start', exact: true }).click();
  for (const [at, kind] of ['maths', 'blanks', 'code', 'choice'].entries()) {
    if (at > 0) {
      await host.getByRole('button', { name: 'Standings', exact: true }).click();
      if (at === 1) await play('standings');
      await host.getByRole('button', { name: 'Next question', exact: true }).click();
    }
    if (kind === 'choice') await play('read');
    await showOptions(host);
    await play(`answering, ${kind}`);
    if (kind === 'choice') {
      await player.page.getByRole('button', { name: /^A/ }).click();
      await player.page.getByText('Your answer is stored.').waitFor();
      await play('answered');
    }
    await ringAndShow(host);
    if (kind === 'maths' || kind === 'choice') await play(`reveal, ${kind}`);
  }
  await pressAndMean(host, 'End the quiz');
  await player.page.getByRole('heading', { name: /That was it/ }).waitFor();
  await play('review');
  const report = host
    .url()
    .replace(/host$/, 'report')
    .replace(/^https?:\/\/[^/]+/, '');
  await see(teacher, {
    'questions and players of a live quiz': report,
    'question by question on the wall, once more': report.replace(/report$/, 'replay'),
    'quizzes that were led': '/live',
  });
}
