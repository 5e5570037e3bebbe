/** A whole course taken out and brought in again: the same to the letter elsewhere, under other addresses here, all of it or nothing. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { selectOptionalBytes } from '../../db/pictures.ts';
import type { Thing } from '../../domain/courses/thing.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { bytesOf } from '../../server/exporting/stream.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { readContent } from '../../server/features/courses/content-files.ts';
import {
  archive,
  changeAddress,
  describeCourse,
  makeCourse,
  makeLesson,
  makeLevel,
} from '../../server/features/courses/tree.ts';
import { exportCourse, lookAtCourseExport } from '../../server/features/exporting/course.ts';
import { lookAtCourse, type SeenCourse, takeCourse } from '../../server/features/importing/course.ts';
import { saveMisconception } from '../../server/features/misconceptions/commands.ts';
import { addPicture } from '../../server/features/pictures/add.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { tagQuestions } from '../../server/features/questions/keeping.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
let courseId = '';
let zip: Buffer;

/** What was made; a refusal fails. */
async function done<T extends object>(outcome: Promise<T>): Promise<Exclude<T, { ok: false }>> {
  const became = await outcome;
  expect(became).toMatchObject({ ok: true });
  return became as Exclude<T, { ok: false }>;
}
const QUESTION = (title: string, more = ''): string =>
  `::::check[${title}]\nWhich? ${more}\n\n- [x] one\n- [ ] two\n\n:::explanation\nOne.\n:::\n::::\n`;
const text = (title: string, more: string): string =>
  `---\n# a remark that stays\ntitle: ${title}\ndescription: A sentence.\n---\n\n## Steps\n\nText.\n\n${more}`;

beforeAll(async () => {
  cast = await makeCast();
  const { admin, teacher } = cast;
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: '#123', noise } });
  const added = await addPicture(admin, await photo.jpeg().toBuffer());
  if (!added.ok) throw new Error(JSON.stringify(added));
  const picture = `![A photo](picture:${added.picture})`;
  courseId = (await done(makeCourse(admin, { title: 'Slopes & hills' }))).courseId;
  await done(describeCourse(admin, { courseId, description: 'Up: and\n# down' }));
  const entry = { entryId: null, courseId, code: 'uphill', name: 'Uphill', words: 'It goes *down*.' };
  await done(saveMisconception(admin, entry));
  // one of the course, one of somebody's own in two versions, and one that no lesson asks
  const ofCourse = await done(makeQuestion(admin, { source: QUESTION('Of the course', picture), courseId }));
  const own = await done(makeQuestion(teacher, { source: QUESTION('Of a teacher'), courseId: null }));
  await done(
    changeQuestion(teacher, {
      questionId: own.questionId,
      base: 1,
      source: QUESTION('Of a teacher', 'So?'),
      correction: false,
    }),
  );
  await done(makeQuestion(admin, { source: QUESTION('Asked by none'), courseId }));
  await done(tagQuestions(admin, { questionIds: [ofCourse.questionId], add: ['hills'], remove: [] }));
  const levels: string[] = [];
  for (const title of ['Up', 'Down']) levels.push((await done(makeLevel(admin, { courseId, title }))).levelId);
  const lesson = async (at: number, title: string, more: string | null): Promise<string> => {
    const { lessonId } = await done(makeLesson(admin, { levelId: levels[at] ?? '', title }));
    if (more !== null) await done(publishEdited(admin, { lessonId, source: text(title, more) }));
    return lessonId;
  };
  const pin = (name: string, ref: string, version: number): string =>
    `::question{#${name} ref=${ref} version=${version} as=check}\n\n`;
  const first = await lesson(0, 'First of slopes', null);
  await lesson(0, 'Second of slopes', `${QUESTION('Its own').replace(']', ']{#own}')}\n${pin('c', own.questionId, 2)}`);
  // what it leads to is there by now
  const asks = `${pin('a', own.questionId, 1)}${pin('b', ofCourse.questionId, 1)}`;
  const source = text('First of slopes', `[next](02-second-of-slopes.md#steps) ${picture}\n\n${asks}`);
  await done(publishEdited(admin, { lessonId: first, source }));
  const waits = await lesson(1, 'Waits to be written', null);
  await done(changeAddress(admin, { thing: { of: 'lesson', id: waits }, slug: 'chosen-here' }));
  const aside = await lesson(1, 'Archived', 'No more.');
  await done(archive(admin, { thing: { of: 'lesson', id: aside } satisfies Thing, archived: true }));
  zip = await zipOf(admin, courseId);
});
afterAll(async () => {
  await compiler.close();
  await dismissCast();
});

async function zipOf(person: Person, courseId: string): Promise<Buffer> {
  const outcome = await done(exportCourse(person, { courseId }));
  if (!('made' in outcome)) throw new Error(JSON.stringify(outcome));
  return buffer(bytesOf(outcome.made, (id) => selectOptionalBytes(database(), id), new Date()));
}
const entriesOf = (bytes: Uint8Array): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, entry]) => [name, Buffer.from(entry)]));
function changed(change: (entries: Record<string, Uint8Array>) => void): Buffer {
  const entries: Record<string, Uint8Array> = { ...unzipSync(zip) };
  change(entries);
  return Buffer.from(zipSync(entries));
}
const LESSON = 'up/01-first-of-slopes.md';

async function look(bytes: Buffer): Promise<SeenCourse> {
  const { looked } = await done(lookAtCourse(cast.admin, { file: bytes.toString('base64') }));
  if ('refused' in looked) throw new Error(JSON.stringify(looked));
  return looked;
}
async function take(bytes: Buffer): Promise<{ courseId: string; left: string[] }> {
  const { seen } = await look(bytes);
  const outcome = await done(takeCourse(cast.admin, { file: bytes.toString('base64'), seen }));
  if (!('courseId' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
}
const counts = async (): Promise<unknown> => {
  const db = database();
  const [courses, lessons, questions, pictures, drafts] = [
    await db.course.count(),
    await db.lesson.count(),
    await db.question.count(),
    await db.picture.count(),
    await db.authorDraft.count(),
  ];
  return { courses, lessons, questions, pictures, drafts };
};

describe('a course that is taken out', () => {
  it('lies as courses lie in content/, without what is archived', async () => {
    expect(Object.keys(entriesOf(zip))).toEqual([
      'nabla.json',
      'course.yaml',
      'misconceptions.yaml',
      LESSON,
      'up/02-second-of-slopes.md',
      'questions/001-of-a-teacher.md',
      'questions/002-of-a-teacher.md',
      'questions/003-of-the-course.md',
      'questions/004-asked-by-none.md',
      'pictures/01-first-of-slopes-1.webp',
    ]);
    expect(await lookAtCourseExport(cast.admin, { courseId })).toMatchObject({
      looked: {
        levels: 2,
        lessons: 3,
        written: 2,
        questions: 4,
        pictures: 1,
        misconceptions: 1,
        refused: null,
        said: [],
      },
    });
  });

  it('could stand in content/', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-content-'));
    for (const [name, entry] of Object.entries(entriesOf(zip))) {
      const file = path.join(folder, 'slopes', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, entry);
    }
    const [course] = readContent(folder);
    expect(course?.course.levels.map(({ title, places }) => [title, places.length])).toEqual([
      ['Up', 2],
      ['Down', 1],
    ]);
    expect(course?.places[0]?.lesson).toEqual({ contentId: 'first-of-slopes', slug: 'first-of-slopes' });
  });

  it('leaves out what somebody else lets its editors only look at, and says so', async () => {
    const { teacher, colleague } = cast;
    await database().courseEditor.create({ data: { courseId, userId: colleague.id } });
    expect(await lookAtCourseExport(colleague, { courseId })).toMatchObject({
      looked: {
        questions: 2,
        said: [{ remarks: [{ code: 'out.notMayCopy' }] }, { remarks: [{ code: 'out.notMayCopy' }] }],
      },
    });
    expect(Object.keys(entriesOf(await zipOf(colleague, courseId)))).not.toContain('questions/001-of-a-teacher.md');
    await database().courseEditor.deleteMany({ where: { courseId } });
    expect(await exportCourse(teacher, { courseId })).toMatchObject({ refused: 'notAllowed' });
  });
});

describe('a course that is brought in', () => {
  it('gets other addresses where it is already, asks what is here, and its links lead to itself', async () => {
    const looked = await look(zip);
    expect([looked.slug, looked.wanted]).toEqual(['slopes-hills-2', 'slopes-hills']);
    expect(
      looked.levels.flatMap(({ places }) => places.map(({ slug, wanted, state }) => [slug, wanted, state])),
    ).toEqual([
      ['first-of-slopes-2', 'first-of-slopes', 'written'],
      ['second-of-slopes-2', 'second-of-slopes', 'written'],
      ['chosen-here-2', 'chosen-here', 'unwritten'],
    ]);
    expect(looked.questions.map(({ state }) => state)).toEqual(['here', 'here', 'here', 'here']);
    const before = await counts();
    const { courseId: id, left } = await take(zip);
    expect(left).toEqual([]);
    expect(await counts()).toMatchObject({ pictures: (before as { pictures: number }).pictures });
    const again = entriesOf(await zipOf(cast.admin, id));
    const first = again['up/01-first-of-slopes-2.md']?.toString() ?? '';
    expect(first).toContain('[next](second-of-slopes-2.md#steps)');
    expect(
      first
        .replace('second-of-slopes-2.md', '02-second-of-slopes.md')
        .replace('first-of-slopes-2-1', 'first-of-slopes-1'),
    ).toBe(entriesOf(zip)[LESSON]?.toString());
  });

  it('keeps what cannot be published as a draft of whoever brings it in, and says before what is wrong', async () => {
    const bytes = changed((entries) => {
      entries[LESSON] = Buffer.from(`${Buffer.from(entries[LESSON] ?? []).toString()}\n\n::::nothing\n::::\n`);
      entries['questions/001-of-a-teacher.md'] = Buffer.from('::::check[No options]\n::::\n');
    });
    const looked = await look(bytes);
    const [lesson] = looked.levels[0]?.places ?? [];
    expect(lesson).toMatchObject({ state: 'faulty', problems: [{ file: 'first-of-slopes-3.md' }, {}] });
    expect(looked.questions[0]).toMatchObject({ state: 'faulty', remarks: [{ code: 'item.check' }] });
    // the other versions of it are no longer those that are here
    expect(looked.questions.map(({ state }) => state)).toEqual(['faulty', 'new', 'here', 'here']);
    const made = await take(bytes);
    expect(made.left).toEqual(['First of slopes']);
    const place = await database().lesson.findFirstOrThrow({
      where: { level: { courseId: made.courseId }, slug: 'first-of-slopes-3' },
      include: { authorDrafts: true },
    });
    expect([place.publishedId, place.authorDrafts[0]?.userId]).toEqual([null, cast.admin.id]);
    expect(place.authorDrafts[0]?.source).toContain('ref=../questions/001-of-a-teacher.md version=1');
    expect(place.authorDrafts[0]?.source).toContain('::::nothing');
  });

  it('is made as it was shown, or not at all', async () => {
    const { seen } = await look(zip);
    const file = zip.toString('base64');
    const other = await done(makeCourse(cast.admin, { title: 'Another' }));
    const level = await done(makeLevel(cast.admin, { courseId: other.courseId, title: 'L' }));
    // somebody takes an address that it was to get
    await done(makeLesson(cast.admin, { levelId: level.levelId, title: 'First of slopes 4' }));
    const before = await counts();
    const wanted = (await look(zip)).levels[0]?.places[0]?.slug;
    expect(wanted).toBe('first-of-slopes-5');
    expect(await takeCourse(cast.admin, { file, seen })).toMatchObject({ refused: 'changedMeanwhile' });
    expect(await takeCourse(cast.admin, { file, seen: 'never' })).toMatchObject({ refused: 'changedMeanwhile' });
    expect(await counts()).toEqual(before);
  });

  it('leaves nothing behind where its last step fails', async () => {
    const before = await counts();
    const { seen } = await look(zip);
    await database()
      .$executeRaw`alter table audit_events add constraint no_import check (action <> 'course.import') not valid`;
    try {
      await expect(takeCourse(cast.admin, { file: zip.toString('base64'), seen })).rejects.toThrow();
    } finally {
      await database().$executeRaw`alter table audit_events drop constraint no_import`;
    }
    expect(await counts()).toEqual(before);
  });

  it('is refused in words where it is a bomb, leads out of itself, or is no course', async () => {
    const told = async (bytes: Uint8Array): Promise<unknown> =>
      (await done(lookAtCourse(cast.admin, { file: Buffer.from(bytes).toString('base64') }))).looked;
    const refused = (code: string) => ({ refused: { code } });
    expect(await told(changed((entries) => Object.assign(entries, { '../out.md': new Uint8Array(1) })))).toMatchObject(
      refused('zip.path'),
    );
    expect(
      await told(changed((entries) => Object.assign(entries, { 'bomb.md': new Uint8Array(19 * 2 ** 20) }))),
    ).toMatchObject(refused('zip.ratio'));
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.md`, new Uint8Array(1)]));
    expect(await told(zipSync({ 'course.yaml': new Uint8Array(1), ...many }))).toMatchObject(refused('zip.entries'));
    expect(await told(Buffer.from('title: x'))).toMatchObject(refused('courseFile.noZip'));
    expect(await told(changed((entries) => delete entries['course.yaml']))).toMatchObject(
      refused('courseFile.questions'),
    );
  });

  it('says before at which lesson a picture cannot be read, keeps its text as it is, and takes the rest', async () => {
    const name = '01-first-of-slopes-1.webp';
    const bytes = changed((entries) => {
      // it begins and ends like one
      const whole = entries[`pictures/${name}`] ?? new Uint8Array();
      entries[`pictures/${name}`] = Buffer.concat([whole.subarray(0, 40), Buffer.alloc(50)]);
    });
    const looked = await look(bytes);
    const [lesson, other] = looked.levels[0]?.places ?? [];
    const said = [{ code: 'picture.broken', params: { name } }];
    expect([lesson?.state, lesson?.remarks, other?.state]).toEqual(['faulty', said, 'written']);
    expect(looked.questions.map(({ state, remarks }) => [state, remarks])).toContainEqual(['faulty', said]);
    const made = await take(bytes);
    expect(made.left).toContain('First of slopes');
    const drafts = await database().authorDraft.findMany({
      where: { userId: cast.admin.id, lesson: { level: { courseId: made.courseId } } },
    });
    expect(drafts.map(({ source }) => source?.includes(`../pictures/${name}`))).toContain(true);
  });
});

describe('the command line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-out-'));
  const run = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'tools/questions.ts', 'export', ...args],
      { env: { ...process.env, DATABASE_URL: cast.url }, encoding: 'utf8' },
    );
    return { stdout, stderr, status };
  };

  it('writes the same zip of a course', () => {
    const file = path.join(folder, 'course.zip');
    expect(run('--course', 'slopes-hills', file)).toMatchObject({ status: 0, stderr: '' });
    const [written, before] = [entriesOf(readFileSync(file)), entriesOf(zip)];
    expect(written).toEqual(before);
    expect(run('--course', 'slopes-hills', file).stderr).toContain('is there already');
    expect(run('--course', 'nowhere', path.join(folder, 'no.zip'))).toMatchObject({ status: 1 });
    expect(run('--course', 'slopes-hills', path.join(folder, 'a'), path.join(folder, 'b'))).toMatchObject({
      status: 2,
    });
  });

  it('writes all questions of an account', () => {
    const file = path.join(folder, 'questions.zip');
    expect(run(cast.teacher.login, file)).toMatchObject({ status: 0, stderr: '' });
    expect(Object.keys(entriesOf(readFileSync(file)))).toEqual(['nabla.json', 'questions/001-of-a-teacher.md']);
    const gift = path.join(folder, 'questions.gift');
    expect(run(cast.teacher.login, gift, '--format', 'gift').stdout).toContain('1 questions');
    expect(readFileSync(gift, 'utf8')).toContain('Of a teacher');
    expect(run('nobody', path.join(folder, 'x'))).toMatchObject({ status: 1 });
    expect(run(cast.teacher.login, path.join(folder, 'x'), '--format', 'word')).toMatchObject({ status: 2 });
  });
});

describe('in another classroom', () => {
  it('is the same to the letter once it was brought in, and taken out again', async () => {
    await dismissCast();
    cast = await makeCast();
    const looked = await look(zip);
    expect([looked.wanted, looked.levels.flatMap(({ places }) => places.map(({ wanted }) => wanted))]).toEqual([
      null,
      [null, null, null],
    ]);
    expect(looked.questions.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'new']);
    const made = await take(zip);
    const again = entriesOf(await zipOf(cast.admin, made.courseId));
    const before = entriesOf(zip);
    expect(Object.keys(again)).toEqual(Object.keys(before));
    for (const [name, entry] of Object.entries(before))
      if (name !== 'nabla.json') expect(again[name]?.equals(entry), name).toBe(true);
    const told = (entries: Record<string, Buffer>) => {
      const { questions, ...rest } = JSON.parse(entries['nabla.json']?.toString() ?? '');
      return [rest, questions.map(({ id: _id, version: _version, ...kept }: Record<string, unknown>) => kept)];
    };
    expect(told(again)).toEqual(told(before));
    const versions = await database().question.findMany({
      where: { courseId: made.courseId },
      select: { tags: true, versions: { select: { number: true } } },
    });
    expect(versions.map((one) => one.versions.length).toSorted()).toEqual([1, 1, 2]);
    expect(versions.flatMap(({ tags }) => tags)).toEqual(['hills']);
  });
});
