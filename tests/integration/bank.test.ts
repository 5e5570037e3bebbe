/** Questions at home in a bank: what lessons pin, who may, what a correction moves, and what a class decides. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { insertBankedVersion } from '../../db/bank.ts';
import { selectBank, selectNewerThanPinned } from '../../db/bank-pins.ts';
import { database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished, selectQuestions } from '../../db/lessons.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { askedKind } from '../../domain/kinds/asked.ts';
import { KINDS, kindOf } from '../../domain/kinds/kinds.ts';
import type { Banked } from '../../domain/lesson/pins.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { followCorrections } from '../../server/features/questions/corrections.ts';
import { tagQuestions } from '../../server/features/questions/keeping.ts';
import { readQuestionHistory } from '../../server/features/questions/queries.ts';
import { copyQuestion, shareQuestion } from '../../server/features/questions/sharing.ts';
import { previewQuestion, readTriedState } from '../../server/features/questions/trying.ts';
import { makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { shareQuiz } from '../../server/features/quizzes/sharing.ts';
import { countOutdated } from '../../server/features/regrading/queries.ts';
import { createGrader } from '../../workers/grade.ts';
import { handInGraded, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

const NAME = 'downhill';
/** A choice where the first option is right, or the second one. */
const choice = (right: 'first' | 'second', title = 'Down'): string =>
  `::::check[${title}]\nWhich way?\n\n- [${right === 'first' ? 'x' : ' '}] one\n- [${right === 'second' ? 'x' : ' '}] two\n\n:::explanation\nSo.\n:::\n::::\n`;

/** The questions of a lesson, each by itself and without its name. */
function questionsIn(lesson: string): { name: string; source: string }[] {
  return [...lesson.matchAll(/^(:{4,})(?:check|exercise)\[.*\]\{#([\w-]+)[\s\S]*?^\1$/gm)].map(
    ([source, , name = '']) => ({ name, source: source.replace(`#${name}`, '') }),
  );
}

async function made(by: Person, source = choice('first')): Promise<string> {
  const outcome = await makeQuestion(by, { source, courseId: null });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.questionId;
}

async function sourceNow(): Promise<string> {
  const { published } = await database().lesson.findUniqueOrThrow({
    where: { id: room.lessonId },
    select: { published: { select: { source: true } } },
  });
  return published?.source ?? '';
}
const line = (ref: string, version = 1): string => `::question[Down]{#${NAME} ref=${ref} version=${version} as=check}`;
const publish = async (source: string) => publishEdited(room.admin, { lessonId: room.lessonId, source });

async function pinned(by = room.teacher): Promise<string> {
  const ref = await made(by);
  expect(await publish(`${await sourceNow()}\n\n${line(ref)}\n`)).toMatchObject({ ok: true, changed: true });
  return ref;
}

const asked = async () =>
  (await selectOptionalPublished(database(), { id: room.lessonId }))?.content.questions.find(({ id }) => id === NAME);
const change = (ref: string, base: number, correction: boolean, source = choice('second')) =>
  changeQuestion(room.teacher, { questionId: ref, base, source, correction });

describe('a lesson that pins a question of a bank', () => {
  it('asks what that version says, and work on it points to the question', async () => {
    const ref = await pinned();
    expect(await asked()).toMatchObject({ kind: 'choice', title: 'Down', role: 'check' });
    expect(JSON.stringify(await asked())).not.toContain('correct');
    const published = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
    const whole = (await selectQuestions(database(), published.publishedId ?? '')).get(NAME);
    expect(whole?.key).toMatchObject({ correct: ['A'] });
    const submission = await handInGraded(room, room.ada, {}, NAME);
    expect(await database().submission.findUniqueOrThrow({ where: { id: submission } })).toMatchObject({
      questionRef: ref,
    });
    // the question has one home, and the lesson makes none of its own of it
    expect(await database().question.count({ where: { lessonId: room.lessonId, name: NAME } })).toBe(0);
  });

  it('may be of any kind: it is kept, asked and graded as in a lesson', async () => {
    const code = questionsIn(await sourceNow()).filter(({ source }) => / kind=(?:blanks|function)\b/.test(source));
    const apart = [...questionsIn(readFileSync(path.join(ROOT, 'tests/filled/every-kind.md'), 'utf8')), ...code];
    const home = new Map<string, string>();
    for (const { name, source } of apart) home.set(name, await made(room.teacher, source));
    const lines = [...home].map(([name, ref]) => `::question{#bank-${name} ref=${ref} version=1 as=exercise}`);
    expect(await publish(`${await sourceNow()}\n\n${lines.join('\n\n')}\n`)).toMatchObject({ ok: true });
    const published = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
    const questions = await selectQuestions(database(), published.publishedId ?? '');
    const asked = apart.map(({ name }) => questions.get(`bank-${name}`));
    expect(new Set(asked.map((one) => one?.kind))).toEqual(new Set(KINDS));
    const grader = createGrader();
    for (const question of asked) {
      if (question === undefined) throw new Error('every question is asked');
      const answer = kindOf(question).reference(question, () => null);
      if (answer === null || askedKind(question).runsCode) continue;
      const { outcome, points } = await grader.grade(question, answer, { seed: 'bank', mode: 'submit' });
      expect([question.id, outcome, points]).toEqual([question.id, 'graded', question.points]);
    }
    await grader.close();
  });

  it('keeps its version until another one is pinned, and tells its editors of a newer one', async () => {
    const ref = await pinned();
    expect(await change(ref, 1, false)).toMatchObject({ ok: true, version: 2, followed: [] });
    expect((await asked())?.title).toBe('Down');
    const newer = () => selectNewerThanPinned(database(), room.lessonId);
    expect(await newer()).toEqual([{ name: NAME, ref, title: 'Down', version: 1, newest: 2 }]);
    expect(await publish((await sourceNow()).replace(line(ref), line(ref, 2)))).toMatchObject({ ok: true });
    expect(await newer()).toEqual([]);
  });

  it('is not published with a version that is not there', async () => {
    const ref = await made(room.teacher);
    const before = await sourceNow();
    for (const missing of [line(ref, 2), line(randomUUID())])
      expect(await publish(`${before}\n\n${missing}\n`)).toMatchObject({
        refused: 'lessonBroken',
        problems: [{ code: 'pin.unknown' }],
      });
    // nor with a question of its own, which it would ask twice
    const own = await database().question.findFirstOrThrow({ where: { lessonId: room.lessonId } });
    expect(await publish(`${before}\n\n${line(own.id)}\n`)).toMatchObject({ refused: 'lessonBroken' });
    expect(await sourceNow()).toBe(before);
  });
});

describe('a correction', () => {
  it('moves the pins of lessons, and each class decides what is graded again', async () => {
    const ref = await pinned();
    await handInGraded(room, room.ada, {}, NAME);
    const before = await sourceNow();
    const ofClass = { lessonId: room.lessonId, classId: room.classId };
    expect(await countOutdated(ofClass)).toBe(0);
    expect(await change(ref, 1, true)).toMatchObject({
      ok: true,
      version: 2,
      followed: ['Gradients & Derivatives'],
      left: [],
    });
    expect(await sourceNow()).toBe(before.replace(line(ref), line(ref, 2)));
    // the score stands until somebody who teaches the class decides
    expect(await countOutdated(ofClass)).toBe(1);
    expect(await database().score.findFirstOrThrow({ where: { userId: room.ada.id, questionId: NAME } })).toMatchObject(
      {
        points: 1,
      },
    );
    // once followed there is nothing to do
    expect(await followCorrections(room.admin)).toEqual({ followed: [], left: [] });
  });

  it('is followed at the next start where the server was killed after it was stored', async () => {
    const ref = await pinned();
    const other = await made(room.teacher, choice('second'));
    const { document, key } = await database().questionVersion.findFirstOrThrow({ where: { questionId: other } });
    await insertBankedVersion(database(), ref, 2, {
      pictures: [],
      source: choice('second'),
      said: { document, key } as unknown as Banked,
      createdById: room.teacher.id,
      correction: true,
    });
    expect(await followCorrections(null)).toEqual({ followed: ['Gradients & Derivatives'], left: [] });
    expect(await sourceNow()).toContain(line(ref, 2));
    expect(await followCorrections(null)).toEqual({ followed: [], left: [] });
  });

  it('is told where a lesson cannot follow, and leaves that as it was', async () => {
    const ref = await pinned();
    // another question in it was taken from its editors meanwhile: no version of it is there under that number
    await database().$executeRaw`
      update lesson_versions set source = source || ${`\n\n::question{#lost ref=${randomUUID()} version=1}\n`}
      where id = (select published_id from lessons where id = ${room.lessonId}::uuid)`;
    const before = await sourceNow();
    expect(await change(ref, 1, true)).toMatchObject({ ok: true, followed: [], left: ['Gradients & Derivatives'] });
    expect(await sourceNow()).toBe(before);
    expect((await asked())?.title).toBe('Down');
  });
});

describe('a question of a bank', () => {
  it('is changed by one after the other: who did not see the newest version is told', async () => {
    const ref = await made(room.teacher);
    const both = await Promise.all([change(ref, 1, false, choice('second', 'One')), change(ref, 1, false)]);
    expect(both.map((outcome) => (outcome.ok ? 'ok' : outcome.refused)).toSorted()).toEqual(['changedMeanwhile', 'ok']);
    const history = await readQuestionHistory(room.teacher, { questionId: ref });
    expect(history).toMatchObject({ ok: true, history: { versions: [{ number: 2 }, { number: 1 }] } });
  });

  it('is not kept where it is broken, and what is wrong is told', async () => {
    const broken = choice('first').replace('[x]', '[ ]');
    expect(await makeQuestion(room.teacher, { source: broken, courseId: null })).toMatchObject({
      refused: 'lessonBroken',
      problems: [{ line: expect.any(Number) }],
    });
    const ref = await made(room.teacher);
    expect(await change(ref, 1, false, broken)).toMatchObject({ refused: 'lessonBroken' });
    expect(await database().questionVersion.count({ where: { questionId: ref } })).toBe(1);
  });

  it('is open to others as far as it is shared, also to all of them, and not any more afterwards', async () => {
    const ref = await made(room.admin);
    const tried = async (): Promise<string[]> => {
      const outcomes = {
        look: await readQuestionHistory(room.teacher, { questionId: ref }),
        copy: await copyQuestion(room.teacher, { questionId: ref }),
        edit: await change(ref, await newest(ref), false),
      };
      return Object.entries(outcomes).flatMap(([what, { ok }]) => (ok ? [what] : []));
    };
    const share = (login: string | null, may: 'look' | 'copy' | 'edit' | null) =>
      shareQuestion(room.admin, { questionId: ref, login, may });
    expect(await tried()).toEqual([]);
    await share(room.teacher.login, 'look');
    expect(await tried()).toEqual(['look']);
    await share(null, 'copy');
    expect(await tried()).toEqual(['look', 'copy']);
    await share(room.teacher.login, 'edit');
    expect(await tried()).toEqual(['look', 'copy', 'edit']);
    await share(room.teacher.login, null);
    await share(null, null);
    expect(await tried()).toEqual([]);
    expect(await share(room.ada.login, 'look')).toMatchObject({ refused: 'noSuchColleague' });
    expect(await shareQuestion(room.teacher, { questionId: ref, login: null, may: 'edit' })).toMatchObject({
      refused: 'notAllowed',
    });
  });

  it('tells of a quiz of somebody else that asks it nothing but that there is one, and of shares who may share', async () => {
    const ref = await made(room.admin);
    await shareQuestion(room.admin, { questionId: ref, login: room.teacher.login, may: 'look' });
    const asks = [{ name: null, ref, version: 1, seconds: null, points: null }];
    const quiz = await makeQuiz(room.admin, { title: 'Secret exam', questions: asks });
    expect(quiz.ok).toBe(true);
    const seenBy = async (who: typeof room.admin) => {
      const read = await readQuestionHistory(who, { questionId: ref });
      return read.ok ? read.history : undefined;
    };
    expect(await seenBy(room.admin)).toMatchObject({ lessons: [{ title: 'Secret exam' }], elsewhere: 0 });
    expect(await seenBy(room.teacher)).toMatchObject({ lessons: [], elsewhere: 1, shares: [] });
    expect((await seenBy(room.admin))?.shares).toHaveLength(1);
  });

  it('says where it is asked with the way there, also in what a class keeps, by whose class that is', async () => {
    const ref = await pinned();
    const asks = [{ name: null, ref, version: 1, seconds: null, points: null }];
    const quiz = await makeQuiz(room.teacher, { title: 'Ten minutes', questions: asks });
    if (!quiz.ok) throw new Error(quiz.refused);
    const { quizId } = quiz;
    const given = await giveActivity(room.teacher, { ...USUAL_SETTINGS, classId: room.classId, lessonId: quizId });
    if (!given.ok) throw new Error(given.refused);
    const placesOf = async (who: typeof room.admin) => {
      const read = await readQuestionHistory(who, { questionId: ref });
      return read.ok ? read.history.lessons.filter(({ id }) => id !== room.lessonId) : undefined;
    };
    const now = { id: quizId, title: 'Ten minutes', version: 1, href: `/quizzes/${quizId}`, kept: false, keptBy: null };
    expect(await placesOf(room.teacher)).toEqual([now]);
    const lesson = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
    const read = await readQuestionHistory(room.teacher, { questionId: ref });
    expect(read.ok && read.history.lessons).toMatchObject([{ href: `/lessons/${lesson.slug}` }, now]);
    // the quiz asks something else by now, and the class goes on with what it was given
    const other = [{ ...asks[0], name: null, ref: await made(room.teacher), version: 1, seconds: null, points: null }];
    expect(await saveQuiz(room.teacher, { quizId, base: 1, title: 'Ten minutes', questions: other })).toMatchObject({
      ok: true,
    });
    const { name } = await database().class.findUniqueOrThrow({ where: { id: room.classId } });
    const kept = { ...now, href: `/quizzes/${quizId}/versions/1`, kept: true, keptBy: name };
    expect(await placesOf(room.teacher)).toEqual([kept]);
    // who does not see the quiz is told that there is one
    const admins = await readQuestionHistory(room.admin, { questionId: ref });
    expect(admins).toMatchObject({ history: { elsewhere: 1, lessons: [{ id: room.lessonId }] } });
    // and who sees it without teaching the class is not told whose class keeps it
    await shareQuiz(room.teacher, { quizId, login: 'admin', may: 'look' });
    expect(await placesOf(room.admin)).toEqual([{ ...kept, keptBy: null }]);
  });

  it('leads nowhere else than a lesson does: a dead link is refused where it is, and what stood there is not asked again', async () => {
    const { slug } = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
    const linking = (href: string): string => choice('first').replace('Which way?', `Which way? [See](${href})`);
    const tried = (href: string) => makeQuestion(room.teacher, { source: linking(href), courseId: null });
    const told = (code: string) => ({ ok: false, refused: 'checksFail', problems: [{ code, line: 2 }] });
    expect(await tried('99-nowhere.md')).toMatchObject(told('link.file'));
    expect(await tried(`${slug}.md#no-such-heading`)).toMatchObject(told('link.otherAnchor'));
    const ref = await made(room.teacher, linking(`${slug}.md`));
    const preview = await previewQuestion(room.teacher, { source: linking('99-nowhere.md') });
    expect(preview).toMatchObject({ preview: { problems: [], notes: [{ code: 'link.file', line: 2 }] } });
    // a lesson that was there once
    await database().lesson.update({ where: { id: room.lessonId }, data: { slug: `${slug}-of-before` } });
    expect(await tried(`${slug}.md`)).toMatchObject(told('link.file'));
    const source = linking(`${slug}.md`).replace('Which', 'What');
    expect(await change(ref, 1, false, source)).toMatchObject({ ok: true, version: 2 });
    expect(await copyQuestion(room.teacher, { questionId: ref })).toMatchObject({ ok: true });
  });

  it('keeps its tags and has a history of its own where it is copied', async () => {
    const ref = await made(room.admin);
    await tagQuestions(room.admin, { questionIds: [ref], add: ['algebra', 'week 3'], remove: [] });
    await shareQuestion(room.admin, { questionId: ref, login: null, may: 'copy' });
    const copied = await copyQuestion(room.teacher, { questionId: ref });
    if (!copied.ok) throw new Error(copied.refused);
    const { tags } = await database().question.findUniqueOrThrow({ where: { id: copied.questionId } });
    expect(tags).toEqual(['algebra', 'week 3']);
    expect(await change(copied.questionId, 1, false)).toMatchObject({ ok: true, version: 2 });
    expect(await newest(ref)).toBe(1);
  });

  it('may be pinned by who may look at it, and by a lesson that asks it already', async () => {
    const ref = await pinned(room.admin);
    const bankOf = (by: { id: string; seesAll: boolean } | null, lessonId: string) =>
      selectBank(database(), { pins: [{ ref, version: 1 }], lessonId, like: lessonId, by });
    const elsewhere = randomUUID();
    const teacher = { id: room.teacher.id, seesAll: false };
    const found = [`${ref}@1`];
    expect(Object.keys(await bankOf(teacher, elsewhere))).toEqual([]);
    expect(Object.keys(await bankOf(null, elsewhere))).toEqual([]);
    expect(Object.keys(await bankOf({ id: room.teacher.id, seesAll: true }, elsewhere))).toEqual(found);
    expect(Object.keys(await bankOf({ id: room.admin.id, seesAll: false }, elsewhere))).toEqual(found);
    expect(Object.keys(await bankOf(teacher, room.lessonId))).toEqual(found);
    expect(Object.keys(await bankOf(null, room.lessonId))).toEqual(found);
    await shareQuestion(room.admin, { questionId: ref, login: room.teacher.login, may: 'look' });
    expect(Object.keys(await bankOf(teacher, elsewhere))).toEqual(found);
  });

  it('of a course may be looked at and copied by every teacher, and made by who edits courses', async () => {
    const { id: courseId } = await database().course.findFirstOrThrow();
    expect(await makeQuestion(room.teacher, { source: choice('first'), courseId })).toMatchObject({
      refused: 'notAllowed',
    });
    const outcome = await makeQuestion(room.admin, { source: choice('first'), courseId });
    if (!outcome.ok) throw new Error(outcome.refused);
    const of = { questionId: outcome.questionId };
    expect(await readQuestionHistory(room.teacher, of)).toMatchObject({ ok: true });
    expect(await copyQuestion(room.teacher, of)).toMatchObject({ ok: true });
    expect(await change(of.questionId, 1, false)).toMatchObject({ refused: 'notAllowed' });
  });
});

describe('a question that is tried by its author', () => {
  it('is shown without its key, or with what is wrong', async () => {
    const right = await previewQuestion(room.teacher, { source: choice('first') });
    expect(right).toMatchObject({ ok: true, preview: { problems: [], content: { kind: 'choice', title: 'Down' } } });
    expect(JSON.stringify(right)).not.toContain('correct');
    const wrong = await previewQuestion(room.teacher, { source: choice('first').replace('[x]', '[ ]') });
    expect(wrong).toMatchObject({ ok: true, preview: { content: null, problems: [{ line: expect.any(Number) }] } });
    expect(wrong).toMatchObject({ preview: { written: { title: 'Down', items: [{ box: ' ' }, { box: ' ' }] } } });
    // what only lacks its title or its reason is shown, and is not right yet
    const unfinished = choice('first', '').replace(':::explanation\nSo.\n:::\n', '');
    const shown = await previewQuestion(room.teacher, { source: unfinished });
    expect(shown).toMatchObject({ ok: true, preview: { content: { kind: 'choice', title: '…' } } });
    if (!shown.ok) throw new Error('no preview');
    const { problems, of = '' } = shown.preview;
    expect(problems.map(({ code }) => code)).toContain('question.title');
    expect(await previewQuestion(room.teacher, { source: of })).toMatchObject({ preview: { problems: [] } });
    expect(await makeQuestion(room.teacher, { source: unfinished, courseId: null })).toMatchObject({ ok: false });
  });

  it('tells after each attempt what a student is told, and stores nothing', async () => {
    const before = await database().submission.count();
    const source = choice('first').replace('- [ ] two', '- [ ] two\n  > That is uphill.');
    const at = new Date().toISOString();
    const fails: Verdict = { ...FAILED, maxPoints: 1 };
    const one = { id: '1', at, answer: { kind: 'choice', choices: ['B'] }, verdict: fails };
    const told = (tries: object[], hintsShown = 0) =>
      readTriedState(room.teacher, { source, hintsShown, tries: tries as [] });
    expect(await told([one])).toMatchObject({
      state: {
        attemptsUsed: 1,
        bestPoints: 0,
        explanationHtml: null,
        choice: { correct: [], notes: { B: expect.any(String) } },
      },
    });
    const two = {
      ...one,
      id: '2',
      answer: { kind: 'choice', choices: ['A'] },
      verdict: { ...fails, result: 'pass', points: 1 },
    };
    expect(await told([two, one])).toMatchObject({
      state: {
        attemptsUsed: 2,
        bestPoints: 1,
        explanationHtml: expect.stringContaining('So.'),
        choice: { correct: ['A'] },
      },
    });
    expect(await database().submission.count()).toBe(before);
  });
});

const FAILED: Verdict = {
  outcome: 'graded',
  result: 'fail',
  points: 0,
  maxPoints: 1,
  tests: [],
  feedback: [],
  signature: '',
  slips: [],
};

async function newest(ref: string): Promise<number> {
  return database().questionVersion.count({ where: { questionId: ref } });
}
