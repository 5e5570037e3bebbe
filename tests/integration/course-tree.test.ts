/** Courses that are arranged in the classroom: who may, what stands where, where addresses lead, what a copy carries. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { selectOptionalLessonMoved, selectOptionalLevelMoved } from '../../db/course-tree.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { selectOptionalLevel } from '../../db/levels.ts';
import { selectItems, selectLessonsToAsk } from '../../db/quizzes.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Thing } from '../../domain/courses/thing.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { createClass } from '../../server/features/classes/commands.ts';
import { previewLesson, publishEdited } from '../../server/features/courses/commands.ts';
import { duplicate } from '../../server/features/courses/duplicate.ts';
import {
  archive,
  changeAddress,
  describeCourse,
  makeCourse,
  makeLesson,
  makeLevel,
  move,
  rename,
  setEditor,
} from '../../server/features/courses/tree.ts';
import { saveAuthorDraft } from '../../server/features/drafting/commands.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
let admin: Person;
let courseId: string;
let levels: string[];

const CHECK = '::::check[Which?]{#which}\nWhich?\n\n- [x] one\n- [ ] two\n\n:::explanation\nOne.\n:::\n::::\n';
const text = (title: string, more = ''): string =>
  `---\ntitle: ${title}\ndescription: A sentence.\n---\n\n## Text\n\nText.\n\n${more}`;

beforeAll(async () => {
  cast = await makeCast();
  admin = cast.admin;
});
afterAll(async () => {
  await compiler.close();
  await dismissCast();
});

/** What was made; a refusal fails. */
async function done<T extends object>(outcome: Promise<T>): Promise<Exclude<T, { ok: false }>> {
  const became = await outcome;
  expect(became).toMatchObject({ ok: true });
  return became as Exclude<T, { ok: false }>;
}
const level = async (title: string): Promise<string> => (await done(makeLevel(admin, { courseId, title }))).levelId;
const lesson = async (levelId: string, title: string): Promise<string> =>
  (await done(makeLesson(admin, { levelId, title }))).lessonId;
const ofLesson = (id: string): Thing => ({ of: 'lesson', id });
const ofLevel = (id: string): Thing => ({ of: 'level', id });
const ofCourse = (id: string): Thing => ({ of: 'course', id });

/** What is listed: `1 Level: 1 lesson, 2 lesson`. */
async function listed(of = courseId): Promise<string[]> {
  const found = await database().level.findMany({
    where: { courseId: of, archivedAt: null },
    orderBy: { number: 'asc' },
    include: { lessons: { where: { archivedAt: null }, orderBy: { place: 'asc' } } },
  });
  return found.map(
    ({ number, title, lessons }) =>
      `${number} ${title}: ${lessons.map((one) => `${one.place} ${one.title}`).join(', ')}`,
  );
}
const slugOf = async (id: string): Promise<string> =>
  (await database().lesson.findUniqueOrThrow({ where: { id } })).slug;

beforeEach(async () => {
  courseId = (await done(makeCourse(admin, { title: 'Übungen zur Analysis' }))).courseId;
  levels = [await level('Folgen'), await level('Reihen')];
});

describe('levels and lessons', () => {
  let a: string;
  let b: string;
  let c: string;
  beforeEach(async () => {
    [a, b, c] = [
      await lesson(levels[0] ?? '', 'A'),
      await lesson(levels[0] ?? '', 'B'),
      await lesson(levels[1] ?? '', 'C'),
    ];
  });

  it('are put before one another, into other levels and back, without gaps', async () => {
    expect(await listed()).toEqual(['1 Folgen: 1 A, 2 B', '2 Reihen: 1 C']);
    await done(move(admin, { thing: ofLesson(b), levelId: levels[0] ?? '', before: a }));
    expect(await listed()).toEqual(['1 Folgen: 1 B, 2 A', '2 Reihen: 1 C']);
    await done(move(admin, { thing: ofLesson(b), levelId: levels[1] ?? '', before: c }));
    expect(await listed()).toEqual(['1 Folgen: 1 A', '2 Reihen: 1 B, 2 C']);
    await done(move(admin, { thing: ofLevel(levels[1] ?? ''), levelId: null, before: levels[0] ?? '' }));
    expect(await listed()).toEqual(['1 Reihen: 1 B, 2 C', '2 Folgen: 1 A']);
  });

  it('stay where what they were put before is not there any more, or is another course’s', async () => {
    const before = await listed();
    const other = (await done(makeCourse(admin, { title: 'Another' }))).courseId;
    const { levelId } = await done(makeLevel(admin, { courseId: other, title: 'Elsewhere' }));
    await done(archive(admin, { thing: ofLesson(c), archived: true }));
    for (const [thing, to, next] of [
      [ofLesson(a), levels[1], c],
      [ofLesson(a), levelId, null],
      [ofLesson(a), null, null],
      [ofLevel(levels[0] ?? ''), null, levelId],
      [ofCourse(courseId), null, null],
      [ofLesson(c), levels[1], null],
      [ofLesson(cast.lessonId), levels[0], null],
    ] as const)
      expect(await move(admin, { thing, levelId: to ?? null, before: next })).toMatchObject({ refused: 'notFound' });
    await done(archive(admin, { thing: ofLesson(c), archived: false }));
    expect(await listed()).toEqual(before);
  });

  it('are moved by many at once, and none is lost or doubled', async () => {
    const more = await Promise.all(Array.from({ length: 6 }, (_, index) => lesson(levels[1] ?? '', `M${index}`)));
    const to = [levels[0] ?? '', levels[1] ?? ''];
    await Promise.all(
      [...more, a, b, c].map((id, index) =>
        move(admin, { thing: ofLesson(id), levelId: to[index % 2] ?? '', before: null }),
      ),
    );
    const rows = await listed();
    expect(rows.join().match(/\d+ [ABCM]\d?/g)?.length).toBe(9);
    for (const row of rows) {
      const places = [...row.matchAll(/(\d+) [ABCM]/g)].map(([, place]) => Number(place));
      expect(places).toEqual(places.map((_, index) => index + 1));
    }
  });

  it('are archived, and come back to where they stood', async () => {
    const before = await listed();
    await done(archive(admin, { thing: ofLesson(a), archived: true }));
    expect(await listed()).toEqual(['1 Folgen: 1 B', '2 Reihen: 1 C']);
    await done(archive(admin, { thing: ofLesson(a), archived: false }));
    expect(await listed()).toEqual(before);
    await done(archive(admin, { thing: ofLevel(levels[0] ?? ''), archived: true }));
    expect(await listed()).toEqual(['1 Reihen: 1 C']);
    // twice is once
    await done(archive(admin, { thing: ofLevel(levels[0] ?? ''), archived: true }));
    await done(archive(admin, { thing: ofLevel(levels[0] ?? ''), archived: false }));
    expect(await listed()).toEqual(before);
  });

  it('have no room for more than a list holds', async () => {
    await database().lesson.createMany({
      data: Array.from({ length: 198 }, (_, index) => ({
        levelId: levels[0] ?? '',
        title: `${index}`,
        slug: `full-${randomUUID()}`,
        place: index + 3,
      })),
    });
    expect(await makeLesson(admin, { levelId: levels[0] ?? '', title: 'One more' })).toMatchObject({
      field: 'full',
    });
    const into = { thing: ofLesson(c), levelId: levels[0] ?? '', before: null };
    expect(await move(admin, into)).toMatchObject({ field: 'full' });
    expect(await duplicate(admin, { thing: ofLesson(a), title: 'A' })).toMatchObject({ field: 'full' });
  });
});

describe('an address', () => {
  it('is made of the title, in whichever language, and is nobody else’s', async () => {
    const [first, second] = [
      await lesson(levels[0] ?? '', 'Größe & Maß'),
      await lesson(levels[0] ?? '', 'Größe & Maß'),
    ];
    expect([await slugOf(first), await slugOf(second)]).toEqual(['groesse-mass', 'groesse-mass-2']);
    const chinese = await lesson(levels[0] ?? '', '梯度');
    expect(await slugOf(chinese)).toMatch(/^lesson(-\d+)?$/);
    for (const id of [first, second, chinese]) await database().lesson.delete({ where: { id } });
  });

  it('that was changed leads to where it is now, over several changes, until another one takes it', async () => {
    const id = await lesson(levels[0] ?? '', 'Moving');
    const typed = changeAddress.input.parse({ thing: ofLesson(id), slug: ' Second Address ' });
    expect(await changeAddress(admin, typed)).toMatchObject({
      slug: 'second-address',
    });
    await done(changeAddress(admin, { thing: ofLesson(id), slug: 'third' }));
    expect(await selectOptionalLessonMoved(database(), 'moving')).toBe('third');
    expect(await selectOptionalLessonMoved(database(), 'second-address')).toBe('third');
    // what is named without asking leaves it alone
    const next = await lesson(levels[0] ?? '', 'Moving');
    expect(await slugOf(next)).toBe('moving-2');
    expect(await changeAddress(admin, { thing: ofLesson(next), slug: 'third' })).toMatchObject({
      refused: 'treeRefused',
      field: 'address',
    });
    expect(await selectOptionalLessonMoved(database(), 'third')).toBeUndefined();
    await done(changeAddress(admin, { thing: ofLesson(next), slug: 'moving' }));
    expect(await selectOptionalLessonMoved(database(), 'moving')).toBeUndefined();
    // and back: its own address of before is its own
    await done(changeAddress(admin, { thing: ofLesson(id), slug: 'second-address' }));
    expect(await selectOptionalLessonMoved(database(), 'second-address')).toBeUndefined();
    expect(await selectOptionalLessonMoved(database(), 'third')).toBe('second-address');
  });

  it('that led to another one is told when it is taken, and leads there again where that is undone', async () => {
    const [id, other] = [await lesson(levels[0] ?? '', 'Printed'), await lesson(levels[0] ?? '', 'Taker')];
    const chosen = async (of: string, slug: string, undo?: true) =>
      changeAddress(admin, { thing: ofLesson(of), slug, ...(undo === undefined ? {} : { undo }) });
    expect(await chosen(id, 'moved-on')).toMatchObject({ led: null });
    expect(await chosen(other, 'printed')).toMatchObject({ ok: true, led: 'Printed' });
    expect(await selectOptionalLessonMoved(database(), 'printed')).toBeUndefined();
    expect(await chosen(other, 'taker', true)).toMatchObject({ ok: true, led: null });
    expect(await selectOptionalLessonMoved(database(), 'printed')).toBe('moved-on');
    // given up later, without taking it back: whoever had it last
    await chosen(other, 'printed');
    await chosen(other, 'taker-again');
    expect(await selectOptionalLessonMoved(database(), 'printed')).toBe('taker-again');
    const [level] = levels;
    const another = (await done(makeCourse(admin, { title: 'Course of before' }))).courseId;
    await done(changeAddress(admin, { thing: ofCourse(another), slug: 'course-of-now' }));
    expect(await changeAddress(admin, { thing: ofCourse(courseId), slug: 'course-of-before' })).toMatchObject({
      led: 'Course of before',
    });
    await done(changeAddress(admin, { thing: ofLevel(level ?? ''), slug: 'level-of-now' }));
    expect(await changeAddress(admin, { thing: ofLevel(levels[1] ?? ''), slug: 'folgen' })).toMatchObject({
      led: 'Folgen',
    });
  });

  it('of a level leads there under each name that it and its course had', async () => {
    const other = (await done(makeCourse(admin, { title: 'Zweiter' }))).courseId;
    const { levelId } = await done(makeLevel(admin, { courseId: other, title: 'Folgen' }));
    await done(changeAddress(admin, { thing: ofLevel(levelId), slug: 'neu' }));
    await done(changeAddress(admin, { thing: ofCourse(other), slug: 'umgezogen' }));
    for (const [course, level] of [
      ['zweiter', 'folgen'],
      ['zweiter', 'neu'],
      ['umgezogen', 'folgen'],
    ] as const)
      expect(await selectOptionalLevelMoved(database(), course, level)).toEqual({ course: 'umgezogen', level: 'neu' });
    expect(await selectOptionalLevelMoved(database(), 'zweiter', 'reihen')).toBeUndefined();
    // in another course the name is free
    expect(await changeAddress(admin, { thing: ofLevel(levels[1] ?? ''), slug: 'neu' })).toMatchObject({ ok: true });
  });

  it.each(['', '   ', '梯度', '17', 'x'.repeat(300)])('is refused where nothing of it can be one: %j', (slug) => {
    expect(changeAddress.input.safeParse({ thing: ofCourse(courseId), slug }).success).toBe(false);
  });
});

describe('a lesson that is written', () => {
  let id: string;
  beforeEach(async () => {
    id = await lesson(levels[0] ?? '', 'Written');
    await done(publishEdited(admin, { lessonId: id, source: text('Written', CHECK), base: 0 }));
  });

  it('is renamed by a version of its own, and keeps its id, its questions and what was handed in', async () => {
    const answer = { kind: 'choice', choices: ['A'] };
    const work = { lessonId: id, questionId: 'which', answer, purpose: 'submit' as const, clientId: randomUUID() };
    await done(submit(cast.student, work));
    const asked = await database().question.findFirstOrThrow({ where: { lessonId: id } });
    await done(rename(admin, { thing: ofLesson(id), title: 'Anders: "neu"' }));
    await done(move(admin, { thing: ofLesson(id), levelId: levels[1] ?? '', before: null }));
    await done(changeAddress(admin, { thing: ofLesson(id), slug: `anders-${courseId}` }));
    const now = await selectOptionalPublished(database(), { id });
    expect(now).toMatchObject({
      title: 'Anders: "neu"',
      content: { title: 'Anders: "neu"' },
      level: { id: levels[1] },
    });
    expect(await database().question.findMany({ where: { lessonId: id } })).toEqual([asked]);
    expect(await database().submission.count({ where: { lessonId: id, questionRef: asked.id } })).toBe(1);
    expect(
      (await database().lessonVersion.aggregate({ where: { lessonId: id }, _max: { number: true } }))._max.number,
    ).toBe(2);
  });

  it('is never deleted: archived it is read, practised and given as before by who had it', async () => {
    const made = await done(createClass(cast.teacher, { name: 'K', courseId }));
    const given = { ...USUAL_SETTINGS, classId: made.classId, lessonId: id };
    await done(giveActivity(cast.teacher, given));
    for (const thing of [ofLesson(id), ofLevel(levels[0] ?? ''), ofCourse(courseId)])
      await done(archive(admin, { thing, archived: true }));
    expect(await selectOptionalPublished(database(), { id })).toMatchObject({ id });
    await done(giveActivity(cast.teacher, given));
    const answer = { kind: 'choice', choices: ['A'] };
    const work = { lessonId: id, questionId: 'which', answer, purpose: 'submit' as const, clientId: randomUUID() };
    await done(submit(cast.student, work));
    // nothing new begins with it
    expect(await createClass(cast.teacher, { name: 'L', courseId })).toMatchObject({ refused: 'notFound' });
    expect((await selectLessonsToAsk(database())).map((one) => one.id)).not.toContain(id);
  });
});

describe('a copy of a course', () => {
  it('has its levels and lessons with what they say now and what they pin, and nothing of students', async () => {
    const banked = await done(makeQuestion(cast.teacher, { source: CHECK.replace('{#which}', ''), courseId: null }));
    const pin = `::question{#pinned ref=${banked.questionId} version=1}\n`;
    const first = await lesson(levels[0] ?? '', 'First');
    const second = await lesson(levels[1] ?? '', 'Second');
    await lesson(levels[1] ?? '', 'Not yet written');
    const gone = await lesson(levels[1] ?? '', 'Archived');
    await done(archive(admin, { thing: ofLesson(gone), archived: true }));
    await done(publishEdited(admin, { lessonId: first, source: text('First', CHECK), base: 0 }));
    await done(
      publishEdited(admin, {
        lessonId: first,
        source: text('First', `[2](${await slugOf(second)}.md)\n\n${CHECK}`),
        base: 1,
      }),
    );
    await done(publishEdited(admin, { lessonId: second, source: text('Second', pin), base: 0 }));
    await done(describeCourse(admin, { courseId, description: 'What it is about.' }));
    const answer = { kind: 'choice', choices: ['A'] };
    await done(
      submit(cast.student, { lessonId: first, questionId: 'which', answer, purpose: 'submit', clientId: randomUUID() }),
    );

    const { thing, left } = await done(duplicate(admin, { thing: ofCourse(courseId), title: 'A template' }));
    expect(left).toEqual([]);
    expect(await listed(thing.id)).toEqual(['1 Folgen: 1 First', '2 Reihen: 1 Second, 2 Not yet written']);
    const copies = await database().lesson.findMany({
      where: { level: { courseId: thing.id } },
      include: { published: true, level: true },
      orderBy: [{ level: { number: 'asc' } }, { place: 'asc' }],
    });
    const [one, two, none] = copies;
    expect([one?.published?.number, two?.published?.number, none?.published]).toEqual([1, 1, null]);
    // the link leads to the copy
    expect(one?.published?.source).toContain(`[2](${two?.slug}.md)`);
    // a question of the text is the copy's own, one of a bank is the same
    const [own] = await selectItems(database(), one?.publishedId ?? '');
    expect(await database().question.findUniqueOrThrow({ where: { id: own?.ref ?? '' } })).toMatchObject({
      lessonId: one?.id,
    });
    expect(await selectItems(database(), two?.publishedId ?? '')).toMatchObject([
      { ref: banked.questionId, version: 1 },
    ]);
    for (const { id } of copies) expect(await database().submission.count({ where: { lessonId: id } })).toBe(0);
    expect(await database().course.findUniqueOrThrow({ where: { id: thing.id } })).toMatchObject({
      title: 'A template',
      description: 'What it is about.',
      contentId: null,
    });
  });

  it('is made as a whole or not at all, and takes other addresses where somebody was quicker', async () => {
    const first = await lesson(levels[0] ?? '', 'Whole');
    await done(publishEdited(admin, { lessonId: first, source: text('Whole', CHECK), base: 0 }));
    const counted = async () => [await database().course.count(), await database().lesson.count()];
    const before = await counted();
    // the last thing that is written fails, as if the server were killed before it
    await database()
      .$executeRaw`alter table audit_events add constraint none check (action <> 'course.duplicate') not valid`;
    try {
      await expect(duplicate(admin, { thing: ofCourse(courseId), title: 'Half' })).rejects.toThrow();
    } finally {
      await database().$executeRaw`alter table audit_events drop constraint none`;
    }
    expect(await counted()).toEqual(before);
    const copies = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => done(duplicate(admin, { thing: ofCourse(courseId), title }))),
    );
    for (const { thing } of copies) expect(await listed(thing.id)).toEqual(['1 Folgen: 1 Whole', '2 Reihen: ']);
  });

  it('of a single lesson or level stands after it, under the title that it was given', async () => {
    const first = await lesson(levels[0] ?? '', 'First');
    await lesson(levels[0] ?? '', 'Last');
    await done(publishEdited(admin, { lessonId: first, source: text('First', CHECK), base: 0 }));
    await done(duplicate(admin, { thing: ofLesson(first), title: 'First (copy)' }));
    expect(await listed()).toEqual(['1 Folgen: 1 First, 2 First (copy), 3 Last', '2 Reihen: ']);
    await done(duplicate(admin, { thing: ofLevel(levels[0] ?? ''), title: 'Folgen (copy)' }));
    expect(await listed()).toEqual([
      '1 Folgen: 1 First, 2 First (copy), 3 Last',
      '2 Folgen (copy): 1 First, 2 First (copy), 3 Last',
      '3 Reihen: ',
    ]);
  });

  it('keeps as a draft what does not compile any more, and says so', async () => {
    const id = await lesson(levels[0] ?? '', 'Older');
    await done(publishEdited(admin, { lessonId: id, source: text('Older', CHECK), base: 0 }));
    // as a rule that came later would refuse it
    await database()
      .$executeRaw`update lesson_versions set source = source || '![](nowhere.png)' where lesson_id = ${id}::uuid`;
    const { thing, left } = await done(duplicate(admin, { thing: ofLesson(id), title: 'Copy' }));
    expect(left).toEqual(['Older']);
    const draft = await database().authorDraft.findFirstOrThrow({ where: { lessonId: thing.id, userId: admin.id } });
    expect(draft.source).toContain('nowhere.png');
  });
});

describe('an editor of a course', () => {
  const edits = (login: string, isEditor = true) => setEditor(admin, { courseId, login, edits: isEditor });

  it('does to it what an admin does, whatever their account is, and nothing to another course', async () => {
    const id = await lesson(levels[0] ?? '', 'Mine');
    for (const person of [cast.colleague, cast.student]) {
      expect(await rename(person, { thing: ofLesson(id), title: 'X' })).toMatchObject({ refused: 'notAllowed' });
      await done(edits(person.login));
      await done(rename(person, { thing: ofLesson(id), title: `Of ${person.login}` }));
      await done(previewLesson(person, { lessonId: id, source: text('P', CHECK) }));
      const thing = { of: 'lesson' as const, lessonId: id };
      await done(saveAuthorDraft(person, { thing, as: person.id, source: 'x', base: 0, claimedAt: Date.now() }));
      for (const outcome of [
        rename(person, { thing: ofLesson(cast.lessonId), title: 'X' }),
        publishEdited(person, { lessonId: cast.lessonId, source: text('X'), base: 1 }),
        archive(person, { thing: ofCourse(courseId), archived: true }),
        duplicate(person, { thing: ofCourse(courseId), title: 'X' }),
        setEditor(person, { courseId, login: cast.stranger.login, edits: true }),
        makeCourse(person, { title: 'X' }),
      ])
        expect(await outcome).toMatchObject({ refused: 'notAllowed' });
      await done(edits(person.login, false));
      expect(await rename(person, { thing: ofLesson(id), title: 'X' })).toMatchObject({ refused: 'notAllowed' });
    }
    const events = await database().auditEvent.findMany({
      where: { action: 'course.editor', subject: courseId },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ actorId, details }) => [actorId, details])).toEqual(
      [cast.colleague, cast.student].flatMap(({ id: userId }) => [
        [admin.id, { userId, edits: true }],
        [admin.id, { userId, edits: false }],
      ]),
    );
  });

  it('changes the questions of its bank, and asks in its lessons what they may look at, and no more', async () => {
    const source = CHECK.replace('{#which}', '');
    expect(await makeQuestion(cast.colleague, { source, courseId })).toMatchObject({ refused: 'notAllowed' });
    await done(edits(cast.colleague.login));
    await done(edits(cast.student.login));
    const { questionId } = await done(makeQuestion(cast.colleague, { source, courseId }));
    await done(
      changeQuestion(cast.colleague, { questionId, base: 1, source: source.replace('one', '1'), correction: false }),
    );
    const secret = await done(makeQuestion(cast.teacher, { source, courseId: null }));
    const id = await lesson(levels[0] ?? '', 'Asks');
    const asks = (ref: string) => ({
      lessonId: id,
      source: text('Asks', `::question{#q ref=${ref} version=1}\n`),
      base: 0,
    });
    for (const person of [cast.colleague, cast.student])
      expect(await publishEdited(person, asks(secret.questionId))).toMatchObject({ refused: 'lessonBroken' });
    await done(publishEdited(cast.student, asks(questionId)));
  });

  it('is somebody with an account', async () => {
    expect(await edits('nobody-of-this-name')).toMatchObject({ refused: 'treeRefused', field: 'login' });
    await done(edits(cast.colleague.login));
    await done(edits(cast.colleague.login.toUpperCase()));
    expect(await database().courseEditor.count({ where: { courseId } })).toBe(1);
  });
});

it('what was made is found by its readers', async () => {
  const course = await database().course.findUniqueOrThrow({ where: { id: courseId } });
  const id = await lesson(levels[0] ?? '', 'Read');
  await done(publishEdited(admin, { lessonId: id, source: text('Read'), base: 0 }));
  const found = await selectOptionalLevel(database(), { course: { slug: course.slug }, slug: 'folgen' });
  expect(found).toMatchObject({ title: 'Folgen', places: [{ title: 'Read', number: 1 }] });
});
