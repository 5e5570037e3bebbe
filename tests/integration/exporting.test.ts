/** Questions taken out and brought in again: the same to the letter, by who may, and what one has already as its next version. */
import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import type { OutFormat } from '../../domain/exchange/out/formats.ts';
import { settingsIn } from '../../domain/quiz/quiz-source.ts';
import { type QuizSettings, USUAL_QUIZ } from '../../domain/quiz/settings.ts';
import { lookAtExport, lookAtQuizExport } from '../../server/features/exporting/commands.ts';
import { importQuestions, lookAtFile } from '../../server/features/importing/commands.ts';
import { saveMisconception } from '../../server/features/misconceptions/commands.ts';
import { addPicture } from '../../server/features/pictures/add.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { tagQuestions } from '../../server/features/questions/keeping.ts';
import { shareQuestion } from '../../server/features/questions/sharing.ts';
import { makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { eachKindWritten } from '../support/each-kind-written.ts';
import { cast, EVERYBODY, everythingStored, fetchAs, known, raise, strike, type Who } from '../support/everybody.ts';

let picture = '';
let bytes: Uint8Array = new Uint8Array();
const ids: string[] = [];
let quizId = '';

beforeAll(async () => {
  await raise();
  // a photo: read once more it would be another one
  const noise = { create: { width: 60, height: 40, channels: 3, background: '#123', noise: NOISE } } as const;
  const added = await addPicture(cast.teacher, await sharp(noise).jpeg().toBuffer());
  if (!added.ok) throw new Error(JSON.stringify(added));
  picture = added.picture;
  bytes = (await database().picture.findUniqueOrThrow({ where: { id: picture } })).bytes;
  const entry = { entryId: null, courseId: null, code: 'uphill', name: 'Uphill', words: 'It goes *down*.' };
  expect(await saveMisconception(cast.teacher, entry)).toMatchObject({ ok: true });
  for (const source of Object.values(eachKindWritten(`picture:${picture}`))) {
    const made = await makeQuestion(cast.teacher, { source, courseId: null });
    if (!made.ok) throw new Error(JSON.stringify(made));
    ids.push(made.questionId);
  }
  await tagQuestions(cast.teacher, { questionIds: ids.slice(0, 2), add: ['algebra', 'week 3'], remove: [] });
  const questions = ids.slice(0, 3).map((ref, at) => {
    return {
      name: at === 1 ? 'second' : null,
      ref,
      version: 1,
      seconds: at === 0 ? 30 : null,
      points: at === 2 ? 5 : null,
    };
  });
  const quiz = await makeQuiz(cast.teacher, { title: 'Ten minutes', questions });
  if (!quiz.ok) throw new Error(JSON.stringify(quiz));
  quizId = quiz.quizId;
  const kept = await saveQuiz(cast.teacher, { quizId, base: 1, title: 'Ten minutes', questions, settings: HOW });
  if (!kept.ok) throw new Error(JSON.stringify(kept));
});
afterAll(strike);

const HOW: QuizSettings = {
  live: { ...USUAL_QUIZ.live, speed: true, readSeconds: 9 },
  homework: { ...USUAL_QUIZ.homework, attempts: 2, minutes: 20, shuffleQuestions: true, answers: 'onRelease' },
};
const NOISE = { type: 'gaussian', mean: 128, sigma: 30 } as const;

async function ask(who: Who, wanted: object, more: RequestInit = {}) {
  return fetchAs('/exports', who, {
    method: 'POST',
    body: JSON.stringify(wanted),
    headers: { 'content-type': 'application/json' },
    ...more,
  });
}
async function fileOf(who: Who, wanted: object): Promise<Buffer> {
  const answer = await ask(who, wanted);
  if (answer.status !== 200) throw new Error(await answer.text());
  return Buffer.from(await answer.arrayBuffer());
}
const entriesOf = (zip: Uint8Array): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, entry]) => [name, Buffer.from(entry)]));
async function look(who: 'teacher' | 'colleague' | 'admin', zip: Buffer) {
  const file = zip.toString('base64');
  const outcome = await lookAtFile(cast[who], { file });
  if (!outcome.ok || !('lines' in outcome.looked)) throw new Error(JSON.stringify(outcome));
  return { file, ...outcome.looked };
}
type Take = Partial<Omit<Parameters<typeof importQuestions>[1], 'file' | 'seen'>>;
async function take(who: 'teacher' | 'colleague' | 'admin', zip: Buffer, more: Take = {}) {
  const { file, lines, seen } = await look(who, zip);
  const all = { take: lines.map((_line, place) => place), replace: [], quizzes: [] };
  return importQuestions(cast[who], { file, seen, ...all, ...more });
}
const owned = (who: 'teacher' | 'colleague' | 'admin') =>
  database().question.findMany({
    where: { ownerId: cast[who].id, lessonId: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { versions: { orderBy: { number: 'asc' } } },
  });

describe('a zip of our own', () => {
  it('is the same to the letter after it was brought into an empty account, and taken out of it again', async () => {
    const first = await fileOf('teacher', { questionIds: ids, format: 'nabla' });
    const { lines } = await look('colleague', first);
    expect(lines.map(({ taken, remarks, replaces }) => [taken, remarks, replaces])).toEqual(
      ids.map(() => [true, [], null]),
    );
    expect(await take('colleague', first)).toEqual({ ok: true, count: ids.length, quizzes: 0 });
    const theirs = await owned('colleague');
    const comesAlong = { ownerId: cast.colleague.id, code: 'uphill' };
    expect(await database().misconception.findFirst({ where: comesAlong })).toMatchObject({
      name: 'Uphill',
      words: 'It goes *down*.',
      html: '<p>It goes <em>down</em>.</p>',
    });
    const byTitle = new Map(
      theirs.map((one) => [(one.versions[0]?.document as { title: string } | undefined)?.title, one.id] as const),
    );
    const inOrder = lines.map(({ title }) => byTitle.get(title) ?? '');
    const second = await fileOf('colleague', { questionIds: inOrder, format: 'nabla' });
    const [before, after] = [entriesOf(first), entriesOf(second)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, entry] of Object.entries(before))
      if (name !== 'nabla.json') expect(after[name]?.equals(entry), name).toBe(true);
    const named = (entries: Record<string, Buffer>) =>
      JSON.parse(entries['nabla.json']?.toString() ?? '').questions.map(
        ({ id: _id, version: _version, ...kept }: Record<string, unknown>) => kept,
      );
    expect(named(after)).toEqual(named(before));
    const told = (entries: Record<string, Buffer>) =>
      JSON.parse(entries['nabla.json']?.toString() ?? '').misconceptions;
    expect(told(after)).toEqual(told(before));
    expect(named(after)[0].tags).toEqual(['algebra', 'week 3']);
    const [shown] = Object.entries(before).filter(([name]) => name.startsWith('pictures/'));
    expect(shown?.[1].equals(Buffer.from(bytes))).toBe(true);
    // once, and theirs to see
    expect(await database().picture.count({ where: { hash: { not: undefined }, id: picture } })).toBe(1);
    expect((await fetchAs(`/pictures/${picture}`, 'colleague')).status).toBe(200);
  });

  it('keeps a picture to the letter where it was not known', async () => {
    const zip = await fileOf('teacher', { questionIds: ids.slice(0, 1), format: 'nabla' });
    await database().$executeRaw`update pictures set hash = decode('00', 'hex') where id = ${picture}::uuid`;
    try {
      expect(await take('admin', zip)).toMatchObject({ count: 1 });
      const added = await database().picture.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
      expect([added.id === picture, Buffer.from(added.bytes).equals(Buffer.from(bytes))]).toEqual([false, true]);
    } finally {
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha256').update(bytes).digest('hex');
      await database()
        .$executeRaw`update pictures set hash = decode('01', 'hex') where id <> ${picture}::uuid and hash = decode(${hash}, 'hex')`;
      await database().$executeRaw`update pictures set hash = decode(${hash}, 'hex') where id = ${picture}::uuid`;
    }
  });

  it('brings what one has already as its next version, or as another question, and what says the same not at all', async () => {
    const zip = await fileOf('teacher', { questionIds: ids.slice(0, 2), format: 'nabla' });
    const unchanged = await look('teacher', zip);
    expect(unchanged.lines.map(({ known, replaces }) => [known, replaces])).toEqual([
      [true, null],
      [true, null],
    ]);
    const [first = ''] = ids;
    const source = `${eachKindWritten(`picture:${picture}`).choice.replace('Look at', 'Look once more at')}`;
    const changed = { questionId: first, base: 1, source, correction: false };
    expect(await changeQuestion(cast.teacher, changed)).toMatchObject({ ok: true, version: 2 });
    const now = await look('teacher', zip);
    expect(now.lines.map(({ known, replaces }) => [known, replaces])).toEqual([
      [false, 2],
      [true, null],
    ]);
    const replace = (base: number) => ({ take: [0], replace: [{ place: 0, base }] });
    expect(await take('teacher', zip, replace(1))).toMatchObject({ refused: 'changedMeanwhile' });
    expect(await take('teacher', zip, replace(2))).toEqual({ ok: true, count: 1, quizzes: 0 });
    const { versions } = await database().question.findUniqueOrThrow({
      where: { id: first },
      include: { versions: { orderBy: { number: 'asc' } } },
    });
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
    // other programs' files say which question it was, and less of what it says
    for (const format of ['moodle-xml', 'gift'] as const) {
      const file = await fileOf('teacher', { questionIds: [first], format });
      expect((await look('teacher', file)).lines.map(({ taken, replaces }) => [taken, replaces])).toEqual([[true, 3]]);
      expect((await look('colleague', file)).lines.map(({ replaces }) => replaces)).toEqual([null]);
    }
    const xml = await fileOf('teacher', { questionIds: [first], format: 'moodle-xml' });
    expect(await take('teacher', xml, replace(3))).toEqual({ ok: true, count: 1, quizzes: 0 });
    expect((await look('teacher', xml)).lines.map(({ replaces }) => replaces)).toEqual([null]);
    expect([versions[2]?.source, versions[2]?.correction]).toEqual([versions[0]?.source, false]);
    // somebody else's is never offered, and never replaced
    expect((await look('admin', zip)).lines.map(({ replaces }) => replaces)).toEqual([null, null]);
    expect(await take('admin', zip, replace(3))).toMatchObject({ refused: 'badInput', field: 'replace' });
    expect(await take('teacher', zip, { take: [1], replace: [{ place: 0, base: 3 }] })).toMatchObject({
      refused: 'badInput',
    });
  });

  it('brings a quiz with its order, times, points and settings, of what is new and of what one has', async () => {
    const zip = await fileOf('teacher', { quizId, format: 'nabla' });
    const { quizzes } = await look('admin', zip);
    expect(quizzes.map(({ title, questions }) => [title, questions.length])).toEqual([['Ten minutes', 3]]);
    expect(await take('admin', zip, { quizzes: [0] })).toEqual({ ok: true, count: 3, quizzes: 1 });
    const asked = async (ownerId: string) => {
      const lesson = await database().lesson.findFirstOrThrow({
        where: { ownerId, title: 'Ten minutes' },
        orderBy: { id: 'asc' },
        include: { published: true },
      });
      const rows = await database().lessonQuestion.findMany({
        where: { lessonVersionId: lesson.publishedId ?? '' },
        orderBy: { place: 'asc' },
        include: { questionVersion: { include: { question: true } } },
      });
      return rows.map(({ name, seconds, points, questionVersion: { document, question } }) => {
        return [name, seconds, points, (document as { title: string }).title, question.ownerId === ownerId];
      });
    };
    expect(await asked(cast.admin.id)).toEqual(await asked(cast.teacher.id));
    const made = await database().lesson.findFirstOrThrow({
      where: { ownerId: cast.admin.id, title: 'Ten minutes' },
      include: { published: true },
    });
    expect(settingsIn(made.published?.source ?? '')).toEqual(HOW);
    // who has them by now from the same file is asked those, though they bear other ids there
    expect(await take('admin', zip, { take: [], quizzes: [0] })).toEqual({ ok: true, count: 0, quizzes: 1 });
    const again = await database().lesson.findMany({
      where: { ownerId: cast.admin.id, title: 'Ten minutes' },
      select: { published: { select: { questionCount: true } } },
    });
    expect(again.map(({ published }) => published?.questionCount)).toEqual([3, 3]);
    // its owner has all of them: the quiz alone is made anew
    const before = await database().question.count({ where: { ownerId: cast.teacher.id } });
    expect(await take('teacher', zip, { take: [], quizzes: [0] })).toEqual({ ok: true, count: 0, quizzes: 1 });
    expect(await database().question.count({ where: { ownerId: cast.teacher.id } })).toBe(before);
  });

  it('of which one picture cannot be read is not taken at all, and that picture is named', async () => {
    const { zipSync } = await import('fflate');
    const entries: Record<string, Uint8Array> = entriesOf(
      await fileOf('teacher', { questionIds: ids.slice(0, 2), format: 'nabla' }),
    );
    const [name = ''] = Object.keys(entries).filter((one) => one.startsWith('pictures/'));
    entries[name] = (entries[name] ?? new Uint8Array()).slice(0, 100);
    const before = await everythingStored();
    // it stands at its line before anything is taken, and the other line can be taken without it
    const { lines } = await look('admin', Buffer.from(zipSync(entries)));
    expect(lines.map(({ taken, remarks }) => [taken, remarks.map(({ code }) => code)])).toEqual([
      [false, ['picture.broken']],
      [true, []],
    ]);
    expect(await take('admin', Buffer.from(zipSync(entries)))).toEqual({
      ok: true,
      told: { code: 'pictureCannot.broken', params: { name: name.slice('pictures/'.length) } },
    });
    expect(await everythingStored()).toEqual(before);
  });
});

describe('pictures of other programs', () => {
  it('are stored with the questions that show them', async () => {
    const png = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#0a0' } })
      .png()
      .toBuffer();
    const xml = `<quiz><question type="truefalse"><name><text>Seen</text></name><questiontext format="html"><text><![CDATA[<p>Is it? <img src="@@PLUGINFILE@@/a.png" alt="A field"></p>]]></text><file name="a.png" path="/" encoding="base64">${png.toString('base64')}</file></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer><tags><tag><text>green</text></tag></tags></question></quiz>`;
    expect(await take('colleague', Buffer.from(xml))).toMatchObject({ ok: true, count: 1 });
    const made = await database().question.findFirstOrThrow({
      where: { ownerId: cast.colleague.id, tags: { has: 'green' } },
      include: { versions: { include: { pictures: { include: { picture: true } } } } },
    });
    const [version] = made.versions;
    const [shown] = version?.pictures ?? [];
    expect(version?.source).toContain(`![A field](picture:${shown?.pictureId})`);
    expect([shown?.asked, shown?.picture.width, shown?.picture.height]).toEqual([true, 20, 10]);
    expect(JSON.stringify(version?.document)).toContain(`/pictures/${shown?.pictureId}`);
  });
});

describe('who may take what out', () => {
  const wanted = (format: OutFormat = 'nabla') => ({ questionIds: ids.slice(0, 1), format });
  const may = async (asked: object): Promise<Who[]> => {
    const who: Who[] = [];
    for (const one of EVERYBODY) if ((await ask(one, asked)).status === 200) who.push(one);
    return who;
  };

  it('is whoever may copy it', async () => {
    expect(await may(wanted())).toEqual(['admin', 'teacher']);
    expect(await may({ quizId, format: 'gift' })).toEqual(['teacher']);
    // who edits the course, whatever their account is
    expect(await may({ courseId: known.course })).toEqual(['admin', 'colleague', 'otherStudent']);
    expect(await may({ courseId: randomUUID() })).toEqual([]);
    const [questionId = ''] = ids;
    await shareQuestion(cast.teacher, { questionId, login: cast.colleague.login, may: 'look' });
    // it is asked for, and stays
    expect(await lookAtExport(cast.colleague, wanted())).toMatchObject({
      looked: { lines: [{ written: false, remarks: [{ code: 'out.notMayCopy' }] }] },
    });
    const empty = entriesOf(await fileOf('colleague', wanted()));
    expect(Object.keys(empty)).toEqual(['nabla.json']);
    await shareQuestion(cast.teacher, { questionId, login: cast.colleague.login, may: 'copy' });
    const zip = entriesOf(await fileOf('colleague', wanted()));
    expect(Object.keys(zip)).toEqual([
      'nabla.json',
      'questions/001-which-way-is-down.md',
      'pictures/001-which-way-is-down-1.webp',
    ]);
    await shareQuestion(cast.teacher, { questionId, login: cast.colleague.login, may: null });
    expect((await ask('colleague', wanted())).status).toBe(403);
  });

  it('asks for it on our own pages, for what there is', async () => {
    expect((await ask('teacher', wanted(), { headers: { origin: 'https://example.org' } })).status).toBe(403);
    expect((await ask('teacher', { questionIds: [randomUUID()], format: 'gift' })).status).toBe(404);
    for (const bad of [{}, { questionIds: [], format: 'gift' }, { questionIds: ids, format: 'doc' }, 'x'])
      expect((await ask('teacher', bad as object)).status).toBe(400);
    expect((await fetchAs('/exports', 'teacher', { method: 'POST', body: '{"', headers: {} })).status).toBe(400);
  });

  it('is given a file that is saved and not opened', async () => {
    const { headers } = await ask('teacher', wanted('moodle-xml'));
    expect(headers.get('content-disposition')).toBe('attachment; filename="questions.xml"');
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/xml', 'no-store']);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('what is taken out for other programs', () => {
  it('is told of each question before, and is what comes', async () => {
    for (const format of ['moodle-xml', 'gift', 'qti-1.2', 'qti-2', 'csv'] as const) {
      const outcome = await lookAtExport(cast.teacher, { questionIds: ids, format });
      if (!outcome.ok || !('lines' in outcome.looked)) throw new Error(JSON.stringify(outcome));
      const written = outcome.looked.lines.filter((line) => line.written);
      expect(written.length).toBeGreaterThan(4);
      const { lines } = await look('teacher', await fileOf('teacher', { questionIds: ids, format }));
      expect(
        lines.map(({ taken }) => taken),
        format,
      ).toEqual(written.map(() => true));
      if (format !== 'csv') expect(lines.map(({ title }) => title)).toEqual(written.map(({ title }) => title));
    }
  });

  it('has the pictures in it where the format has room for them', async () => {
    const questionIds = ids.slice(0, 1);
    const xml = (await fileOf('teacher', { questionIds, format: 'moodle-xml' })).toString();
    expect(xml).toContain(Buffer.from(bytes).toString('base64'));
    const canvas = entriesOf(await fileOf('teacher', { questionIds, format: 'qti-1.2' }));
    expect(canvas[`web_resources/${picture}.webp`]?.equals(Buffer.from(bytes))).toBe(true);
  });

  it('names a quiz by its title, and takes the versions that it asks', async () => {
    const outcome = await lookAtQuizExport(cast.teacher, { quizId, format: 'qti-1.2' });
    expect(outcome).toMatchObject({ ok: true, looked: { lines: [{}, {}, {}] } });
    const { headers } = await ask('teacher', { quizId, format: 'qti-1.2' });
    expect(headers.get('content-disposition')).toBe('attachment; filename="ten-minutes.zip"');
    const text = Object.values(entriesOf(await fileOf('teacher', { quizId, format: 'nabla' }))).join('\n');
    expect([text.includes('Look at'), text.includes('Look once more at')]).toEqual([true, false]);
  });

  it('takes a question out of its lesson', async () => {
    const { id } = await database().question.findFirstOrThrow({
      where: { lessonId: cast.lessonId, versions: { some: {} } },
    });
    const zip = entriesOf(await fileOf('colleague', { questionIds: [id], format: 'nabla' }));
    const [, text] = Object.entries(zip).find(([name]) => name.startsWith('questions/')) ?? [];
    expect(text?.toString()).toMatch(/^:{3,}(?:exercise|check)\[/);
  });
});
