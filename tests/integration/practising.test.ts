/** What one student practises again: what went wrong, where it may be had, with other values, counting nowhere. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectPractisedSince } from '../../db/practising.ts';
import { selectBegunLessons, selectOpenWork, selectPastRooms } from '../../db/student-home.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { enter } from '../../server/features/activities/access.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { ownResultsOf } from '../../server/features/activities/results.ts';
import { decide } from '../../server/features/board/commands.ts';
import { readBoard } from '../../server/features/board/queries.ts';
import { readGrades } from '../../server/features/grades/read.ts';
import { readMisreadMap } from '../../server/features/insight/queries.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { saveMisconception } from '../../server/features/misconceptions/commands.ts';
import { saveDraft, submit } from '../../server/features/practice/commands.ts';
import { lessonNow, readPractice } from '../../server/features/practice/queries.ts';
import {
  hintAgain,
  readAgain,
  readAgainTold,
  setAside,
  submitAgain,
} from '../../server/features/practising/commands.ts';
import { readPractisable } from '../../server/features/practising/reading.ts';
import { makeQuestion } from '../../server/features/questions/commands.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import { measureRooms } from '../../server/live/measure.ts';
import { createGrader } from '../../workers/grade.ts';
import { gradeJob } from '../../workers/job.ts';
import type { Log } from '../../workers/log.ts';
import { playSession } from '../support/played-session.ts';
import { makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
const grader = createGrader();
const quiet: Log = { debug: () => undefined, error: (...said: unknown[]) => console.error(...said) } as unknown as Log;
afterAll(async () => {
  await grader.close();
  await compiler.close();
  await disconnect();
});

const MEAN = `::::check[Mean]
What is the mean of 2 and 4?

- [x] 3
- [ ] 6

\`\`\`yaml misconceptions
- { id: sums, option: B }
\`\`\`

:::hint
Halve.
:::

:::explanation
Add and halve.
:::
::::
`;
const SUM = `::::check[Sum]{kind=number}
\`\`\`yaml variants
a: { from: 2, to: 90 }
\`\`\`

What is {a} + 1?

\`\`\`yaml answer
value: "{a + 1}"
\`\`\`

:::explanation
One more.
:::
::::
`;

interface Asked {
  ref: string;
  name: string;
}
let quizId: string;
let mean: Asked;
let sum: Asked;

beforeEach(async () => {
  room = await makeRegradeClass();
  const entry = { entryId: null, courseId: null, code: 'sums', name: 'Sums, and does not halve', words: 'You summed.' };
  expect(await saveMisconception(room.teacher, entry)).toEqual({ ok: true });
  const refs: string[] = [];
  for (const source of [MEAN, SUM]) {
    const made = await makeQuestion(room.teacher, { source, courseId: null });
    if (!made.ok) throw new Error(JSON.stringify(made));
    refs.push(made.questionId);
  }
  const questions = refs.map((ref) => ({ name: null, ref, version: 1, seconds: null, points: null }));
  const quiz = await makeQuiz(room.teacher, { title: 'Means', questions });
  if (!quiz.ok) throw new Error(quiz.refused);
  quizId = quiz.quizId;
  const asked = await database().lessonQuestion.findMany({
    where: { lessonVersion: { lessonId: quizId } },
    orderBy: { place: 'asc' },
  });
  [mean, sum] = asked.map(({ name }, at) => ({ name, ref: refs[at] ?? '' })) as [Asked, Asked];
});

async function give(more: object = {}): Promise<string> {
  const given = await giveActivity(room.teacher, {
    ...{ ...USUAL_SETTINGS, classId: room.classId, lessonId: quizId, ...more },
  });
  if (!given.ok) throw new Error(given.refused);
  return given.activityId;
}
const choice = (letter: string) => ({ kind: 'choice' as const, choices: [letter] });
async function atHome(person: Person, { name }: Asked, answer: object): Promise<string> {
  const work = { lessonId: quizId, questionId: name, answer, purpose: 'submit' as const, clientId: randomUUID() };
  const sent = await submit(person, work);
  if (!sent.ok) throw new Error(sent.refused);
  await gradeJob(database(), grader, sent.submission, quiet);
  return sent.submission;
}
/** What went wrong went so two days ago. */
const longAgo = () => pool().query(`update submissions set created_at = created_at - interval '2 days'`);
const versionOf = async (lessonId: string): Promise<string> =>
  (await database().lesson.findUniqueOrThrow({ where: { id: lessonId } })).publishedId ?? '';
const close = () =>
  pool().query(`update activities set closes_at = now() - interval '1 hour' where lesson_id = $1`, [quizId]);
const practisable = async (person: Person = room.ada) => (await readPractisable(person)).all;
async function begin(person: Person, { ref }: Asked) {
  const read = await readAgain(person, { question: ref });
  if (!read.ok) throw new Error(read.refused);
  const { question, versionId, state } = read.now;
  const named = { question: ref, versionId, ...(question.variant === undefined ? {} : { variant: question.variant }) };
  return { question, state, named };
}
async function practise(person: Person, asked: Asked, answer: (prompt: string) => object, hints = 0) {
  const { question, named } = await begin(person, asked);
  const sent = await submitAgain(person, {
    ...named,
    answer: answer(question.promptHtml),
    clientId: randomUUID(),
    hints,
  });
  if (!sent.ok) throw new Error(sent.refused);
  await gradeJob(database(), grader, sent.submission, quiet);
  const told = await readAgainTold(person, { ...named, submission: sent.submission, hints });
  if (!told.ok) throw new Error(told.refused);
  return told;
}

it('comes once nothing that counts is left of it, with the name of what is behind it, and counts nowhere', async () => {
  const activityId = await give({ attempts: 2 });
  await atHome(room.ada, mean, choice('B'));
  expect(await practisable()).toEqual([]);
  expect(await readAgain(room.ada, { question: mean.ref })).toEqual({ ok: false, refused: 'notFound' });
  // it is gone on with instead; what is typed since says when it was stored
  const open = { name: mean.name, isQuiz: true, attempts: 1, last: { graded: true, result: 'fail', points: 0 } };
  expect(await selectOpenWork(database(), room.ada.id)).toMatchObject([{ ...open, draftedAt: null }]);
  const typed = { lessonId: quizId, questionId: mean.name, answer: choice('A') };
  expect(await saveDraft(room.ada, typed)).toMatchObject({ ok: true });
  expect(await selectOpenWork(database(), room.ada.id)).toMatchObject([{ ...open, draftedAt: expect.any(Date) }]);
  // where all that was begun is done, what was not is gone on with
  expect(await selectBegunLessons(database(), room.ada.id)).toMatchObject([{ lessonId: quizId, begun: [mean.name] }]);
  await atHome(room.ben, mean, choice('A'));
  const draft = { lessonId: quizId, questionId: sum.name, answer: { kind: 'number', value: '5' } };
  expect(await saveDraft(room.ben, draft)).toMatchObject({ ok: true });
  expect(await selectBegunLessons(database(), room.ben.id)).toMatchObject([{ begun: [sum.name, mean.name] }]);
  expect(await selectBegunLessons(database(), room.chiara.id)).toEqual([]);
  await close();
  await longAgo();
  expect(await practisable()).toMatchObject([
    {
      ref: mean.ref,
      misconception: 'Sums, and does not halve',
      wrong: 1,
      right: 0,
      card: { days: 1, reps: 1 },
      aside: false,
    },
  ]);
  // of nobody else
  expect(await practisable(room.ben)).toEqual([]);
  expect(await readAgain(room.ben, { question: mean.ref })).toEqual({ ok: false, refused: 'notFound' });

  const { classId } = room;
  // up to when it is read is no part of it
  const plain = (all: unknown): unknown =>
    JSON.parse(JSON.stringify(all, (key, value) => (key === 'cursor' ? undefined : value)));
  const counted = async () =>
    plain([
      await readBoard(room.teacher, { classId, lessonId: quizId }),
      await readGrades(room.teacher, { classId }),
      await readMisreadMap(room.teacher, { classId }),
      await ownResultsOf(room.ada.id, [activityId]),
      await database().score.findMany({ where: { userId: room.ada.id }, orderBy: { questionId: 'asc' } }),
    ]);
  const before = await counted();
  const drafts = await database().draft.findMany({ orderBy: { updatedAt: 'asc' } });
  const { state, named } = await begin(room.ada, mean);
  expect(state).toMatchObject({ last: null, solutionHtml: null, explanationHtml: null, hintsShown: [], choice: null });
  expect(await hintAgain(room.ada, { ...named, hints: 0 })).toMatchObject({
    ok: true,
    hints: [expect.stringContaining('Halve')],
  });
  const told = await practise(room.ada, mean, () => choice('A'));
  expect(told.state).toMatchObject({ last: { practice: true, verdict: { result: 'pass' } }, bestPoints: null });
  expect(told.state.explanationHtml).toContain('halve');
  expect(told.days).toBeGreaterThan(1);
  expect(await counted()).toEqual(before);
  expect(await database().draft.findMany({ orderBy: { updatedAt: 'asc' } })).toEqual(drafts);
  expect(await practisable()).toMatchObject([{ wrong: 1, right: 1, card: { reps: 2, lastRating: 'right' } }]);
});

it('never counts, also where the question may still be handed in, and whatever its dates become', async () => {
  const activityId = await give({ attempts: 0, keeps: 'last' });
  await atHome(room.ada, mean, choice('B'));
  await longAgo();
  const counted = async () => {
    const states = await readPractice(room.ada, { id: quizId, versionId: await versionOf(quizId) });
    const { last, attemptsUsed, bestPoints } = states[mean.name] ?? {};
    const results = await ownResultsOf(room.ada.id, [activityId]);
    return { results, shown: last?.id, result: last?.verdict?.result, attemptsUsed, bestPoints };
  };
  const before = await counted();
  expect(before.result).toBe('fail');
  // it may still earn something there: how it went is told, and no solution
  const wrong = await practise(room.ada, mean, () => choice('B'));
  expect(wrong.state).toMatchObject({ explanationHtml: null, solutionHtml: null, choice: { correct: [], notes: {} } });
  const told = await practise(room.ada, mean, () => choice('A'));
  expect(told.state.last?.verdict).toMatchObject({ result: 'pass' });
  expect(await counted()).toEqual(before);
  await close();
  await pool().query('update activities set closes_at = null where lesson_id = $1', [quizId]);
  expect(await counted()).toEqual(before);
});

it('tells no solution while the question counts somewhere else, and is not there before it does', async () => {
  await give({ attempts: 1 });
  await atHome(room.ada, mean, choice('B'));
  await longAgo();
  const questions = [{ name: null, ref: mean.ref, version: 1, seconds: null, points: null }];
  const other = await makeQuiz(room.teacher, { title: 'Means once more', questions });
  if (!other.ok) throw new Error(other.refused);
  const again = { ...USUAL_SETTINGS, classId: room.classId, lessonId: other.quizId, attempts: 0 };
  const opensAt = new Date(Date.now() + 86_400_000).toISOString();
  expect(await giveActivity(room.teacher, { ...again, opensAt })).toMatchObject({ ok: true });
  expect(await practisable()).toEqual([]);
  expect(await readAgain(room.ada, { question: mean.ref })).toEqual({ ok: false, refused: 'notFound' });
  await pool().query('update activities set opens_at = null where lesson_id = $1', [other.quizId]);
  const told = await practise(room.ada, mean, () => choice('B'));
  expect(told.state.last?.verdict).toMatchObject({ result: 'fail' });
  expect(told.state).toMatchObject({ explanationHtml: null, solutionHtml: null, choice: { correct: [], notes: {} } });
  // once it is settled there as well, it is told
  await pool().query("update activities set closes_at = now() - interval '1 hour' where lesson_id = $1", [
    other.quizId,
  ]);
  const late = await practise(room.ada, mean, () => choice('A'));
  expect(late.state.explanationHtml).toContain('halve');
});

it('comes sooner where it was wrong again or a hint was needed, and the same however often it is reckoned', async () => {
  await give({ attempts: 1 });
  for (const person of [room.ada, room.ben, room.chiara]) await atHome(person, mean, choice('B'));
  await longAgo();
  const right = await practise(room.ada, mean, () => choice('A'));
  const helped = await practise(room.ben, mean, () => choice('A'), 1);
  const wrong = await practise(room.chiara, mean, () => choice('B'));
  expect(right.days).toBeGreaterThan(helped.days ?? 99);
  expect(wrong).toMatchObject({ days: 1, state: { last: { verdict: { result: 'fail' } } } });
  expect(wrong.state.misread).toEqual([expect.stringContaining('You summed.')]);
  // the answer was told when the last attempt was spent: what comes after the first answer is graded, and says nothing
  expect(wrong.state.choice?.correct).toEqual(['A']);
  for (const [person, told, letter] of [
    [room.chiara, wrong, 'A'],
    [room.ada, right, 'B'],
  ] as const) {
    const before = await practisable(person);
    const again = await practise(person, mean, () => choice(letter));
    expect(again).toMatchObject({ days: told.days, state: { last: { verdict: { outcome: 'graded' } } } });
    expect(await practisable(person)).toEqual(before);
  }
  const { now } = await readPractisable(room.ada);
  expect(await selectPractisedSince(database(), room.ada.id, new Date(now - 60_000))).toEqual(new Set([mean.ref]));
  expect(await selectPractisedSince(database(), room.ada.id, new Date(now + 60_000))).toEqual(new Set());
  const [card] = await practisable(room.ben);
  await pool().query('update practice_cards set card = null');
  await practise(room.ben, mean, () => choice('A'));
  expect((await practisable(room.ben))[0]?.card).toEqual(card?.card);
});

it('is not there while answers wait, or a room asks it, and goes once a verdict that was wrong is put right', async () => {
  const activityId = await give({ attempts: 1, answers: 'onRelease', closesAt: '2031-01-01T00:00:00.000Z' });
  const submission = await atHome(room.ada, mean, choice('B'));
  await close();
  expect(await practisable()).toEqual([]);
  await pool().query('update activities set released_at = now() where id = $1', [activityId]);
  expect(await practisable()).toHaveLength(1);
  // rooms of the class, whether or not one has joined
  const opened = await openSession(room.teacher, {
    ...{ lessonId: quizId, classId: room.classId, questionIds: [mean.name], settings: {} },
  });
  if (!opened.ok) throw new Error(opened.refused);
  expect(await practisable()).toEqual([]);
  await pool().query('update live_sessions set ended_at = now()');
  expect(await practisable()).toHaveLength(1);
  // put aside, and back
  expect(await setAside(room.ada, { question: mean.ref, aside: true })).toEqual({ ok: true });
  expect(await practisable()).toMatchObject([{ aside: true }]);
  expect(await setAside(room.ada, { question: mean.ref, aside: false })).toEqual({ ok: true });
  expect(await setAside(room.ben, { question: mean.ref, aside: true })).toEqual({ ok: false, refused: 'notFound' });
  await practise(room.ada, mean, () => choice('A'));
  expect(await decide(room.teacher, { submission, points: 1 })).toMatchObject({ ok: true });
  expect(await practisable()).toEqual([]);
});

it('takes what a room has shown of a quiz that nobody was given, as long as its class is one’s own', async () => {
  const rounds = [
    {
      questionId: mean.name,
      answers: [
        { by: 0, answer: choice('B') },
        { by: 1, answer: choice('A') },
      ],
    },
  ];
  await playSession(room.teacher, { lessonId: quizId, classId: room.classId }, [room.ada, room.ben], rounds);
  expect(await measureRooms(pool())).toBeGreaterThan(0);
  // as home tells of it: what there is to look at; of who was right nothing
  const past = { title: 'Means', maxPoints: 1 };
  expect(await selectPastRooms(database(), room.ada.id, 3)).toMatchObject([{ ...past, points: 0, open: 1 }]);
  expect(await selectPastRooms(database(), room.ben.id, 3)).toMatchObject([{ ...past, points: 1, open: 0 }]);
  const [found] = await practisable();
  expect(found).toMatchObject({
    ...{ ref: mean.ref, misconception: 'Sums, and does not halve', from: { title: 'Means', href: null }, told: true },
  });
  expect(await practisable(room.ben)).toEqual([]);
  const told = await practise(room.ada, mean, () => choice('A'));
  expect(told.state.last?.verdict?.result).toBe('pass');
  await pool().query('update enrolments set class_id = class_id, role = $2 where user_id = $1', [
    room.ada.id,
    'teacher',
  ]);
  expect(await practisable()).toEqual([]);
});

it('asks with other values than one has, which its quiz keeps, and with others again once they are answered', async () => {
  await give({ attempts: 1 });
  const valueIn = (prompt: string): number => Number(/is (?:.*?)(\d+) \+ 1/.exec(prompt)?.[1] ?? Number.NaN);
  const own = async () => {
    const entered = await enter(room.ada, { id: quizId });
    if (!entered.ok) throw new Error(entered.refused);
    const now = await lessonNow(room.ada, entered.lesson, entered.access);
    return now.questions.find(({ id }) => id === sum.name);
  };
  const mine = await own();
  await atHome(room.ada, sum, { kind: 'number', value: '-5' });
  await longAgo();
  const first = await begin(room.ada, sum);
  expect(valueIn(first.question.promptHtml)).not.toBe(valueIn(mine?.promptHtml ?? ''));
  expect((await begin(room.ada, sum)).question.variant).toBe(first.question.variant);
  const told = await practise(room.ada, sum, (prompt) => ({ kind: 'number', value: String(valueIn(prompt) + 1) }));
  expect(told.state.last?.verdict?.result).toBe('pass');
  expect((await begin(room.ada, sum)).question.variant).not.toBe(first.question.variant);
  expect(await own()).toEqual(mine);
});
