/** The bank as a list: found by words, tags, kind and how it went; put aside and back; measured. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectBankFacets, selectBankPage } from '../../db/bank-list.ts';
import { measureQuestions, notePlayed } from '../../db/bank-measures.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { ALL_OF_BANK, type BankAsked } from '../../domain/bank-list.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { publishLesson } from '../../server/features/courses/publish.ts';
import { commandSession, openSession } from '../../server/features/live/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { archiveQuestions, tagQuestions } from '../../server/features/questions/keeping.ts';
import { copyQuestions, shareQuestion, shareQuestions } from '../../server/features/questions/sharing.ts';
import { measureRooms } from '../../server/live/measure.ts';
import { CHOICE, handInGraded, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
const ids: Record<string, string> = {};

const choice = (title: string, prompt: string) =>
  `::::check[${title}]\n${prompt}\n\n- [x] one\n- [ ] two\n\n:::explanation\nSo.\n:::\n::::\n`;
const number = (title: string) =>
  `::::exercise[${title}]{kind=number}\nHow many?\n\n\`\`\`yaml answer\nvalue: 2\n\`\`\`\n\n:::explanation\nTwo.\n:::\n::::\n`;

beforeAll(async () => {
  room = await makeRegradeClass();
  for (const [title, source] of [
    ['Downhill', choice('Downhill', 'Which way does $\\nabla f$ point? Ableitung, Größe.')],
    ['Ökonomie', choice('Ökonomie', 'Who pays for the second?')],
    ['Count', number('Count')],
  ] as const) {
    const made = await makeQuestion(room.teacher, { source, courseId: null });
    if (!made.ok) throw new Error(JSON.stringify(made));
    ids[title] = made.questionId;
  }
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

/** Of banks, unless another shelf is asked for; all pages of it, since the lessons of the course ask more than a page has. */
async function found(asked: Partial<BankAsked> = {}, who = room.teacher, seesAll = false): Promise<string[]> {
  const by = { id: who.id, seesAll, banksOnly: asked.shelf === undefined };
  const titles: string[] = [];
  for (let page = 1; ; page++) {
    const read = await selectBankPage(pool(), { ...ALL_OF_BANK, search: '', ...asked, page }, by);
    titles.push(...read.rows.map(({ title }) => title));
    if (titles.length >= read.of) return titles.toSorted();
  }
}

describe('a question is found', () => {
  it.each([
    ['nabla', ['Downhill']],
    ['NABLA point', ['Downhill']],
    ['ableit', ['Downhill']],
    ['grosse', []],
    ['große', ['Downhill']],
    ['okonom', ['Ökonomie']],
    ['konomie', ['Ökonomie']],
    ['second one', ['Ökonomie']],
    ['number', ['Count']],
    ["'); drop table questions; --", []],
    ['\\ & | ! ( ) : *', []],
    ['🦆', []],
  ])('by “%s” as %j', async (search, titles) => {
    expect(await found({ search })).toEqual(titles);
  });

  it('by what its newest version says, and not by what an older one said', async () => {
    const made = await makeQuestion(room.teacher, { source: choice('Before', 'Unicorns?'), courseId: null });
    if (!made.ok) throw new Error(made.refused);
    const { questionId } = made;
    await changeQuestion(room.teacher, { questionId, base: 1, source: choice('After', 'Dragons?'), correction: false });
    expect([await found({ search: 'unicorns' }), await found({ search: 'dragons' })]).toEqual([[], ['After']]);
    await archiveQuestions(room.teacher, { questionIds: [questionId], archived: true });
  });

  it('by its kind, and each kind says how many it would leave', async () => {
    expect(await found({ kinds: ['number'] })).toEqual(['Count']);
    const asked = { ...ALL_OF_BANK, search: '', page: 1, kinds: ['number' as const] };
    const { kinds } = await selectBankFacets(pool(), asked, { id: room.teacher.id, seesAll: false, banksOnly: true });
    expect(kinds).toEqual([
      { kind: 'choice', count: 2 },
      { kind: 'number', count: 1 },
    ]);
  });

  it('by whoever it was shared with, and by nobody else', async () => {
    expect(await found({}, room.ada)).toEqual([]);
    await shareQuestion(room.teacher, { questionId: ids.Count ?? '', login: 'admin', may: 'look' });
    expect(await found({ shelf: 'shared' }, room.admin)).toEqual(['Count']);
    expect(await found({ shelf: 'mine' }, room.admin)).toEqual([]);
  });

  it('on the shelf of the school, where it is shared with every teacher', async () => {
    expect(await found({ shelf: 'school' }, room.admin)).toEqual([]);
    await shareQuestion(room.teacher, { questionId: ids.Downhill ?? '', login: null, may: 'look' });
    expect(await found({ shelf: 'school' }, room.admin)).toEqual(['Downhill']);
    await shareQuestion(room.teacher, { questionId: ids.Downhill ?? '', login: null, may: null });
  });

  it('among all: of banks and of lessons, and each kind says how many', async () => {
    const [banks, lessons, all] = [await found(), await found({ shelf: 'lessons' }), await found({ shelf: 'all' })];
    expect(lessons).toContain('Gradient descent update');
    expect(all).toEqual([...banks, ...lessons].toSorted());
    const asked = { ...ALL_OF_BANK, search: '', page: 1 };
    const { kinds } = await selectBankFacets(pool(), asked, { id: room.teacher.id, seesAll: false });
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  });

  it('by a course: in its bank, or asked by one of its lessons, and each course says how many', async () => {
    const { id: courseId } = await database().course.findFirstOrThrow({ select: { id: true } });
    const own = await makeQuestion(room.admin, { source: choice('Of it', 'Whose?'), courseId });
    if (!own.ok) throw new Error(own.refused);
    const of = { course: courseId };
    expect(await found(of)).toEqual(['Of it']);
    expect(await found({ ...of, shelf: 'lessons' })).toContain('Gradient descent update');
    expect(await found({ course: room.teacher.id })).toEqual([]);
    const asked = { ...ALL_OF_BANK, search: '', page: 1 };
    const facets = async () =>
      (await selectBankFacets(pool(), asked, { id: room.teacher.id, seesAll: false, banksOnly: true })).courses;
    expect(await facets()).toMatchObject([{ id: courseId, count: 1 }]);
    // one's own that a lesson of the course pins belongs there too
    const { published, slug } = await database().lesson.findUniqueOrThrow({
      where: { id: room.lessonId },
      select: { slug: true, published: { select: { source: true } } },
    });
    const pin = `\n\n::question{#counted ref=${ids.Count} version=1}\n`;
    const lesson = { id: room.lessonId, file: `${slug}.md`, source: `${published?.source ?? ''}${pin}` };
    expect(await publishLesson(room.admin, lesson)).toMatchObject({ ok: true });
    expect(await found(of)).toEqual(['Count', 'Of it']);
    expect(await facets()).toMatchObject([{ id: courseId, count: 2 }]);
    await publishLesson(room.admin, { ...lesson, source: published?.source ?? '' });
    await archiveQuestions(room.admin, { questionIds: [own.questionId], archived: true });
  });

  it('by a misconception that it shows, which has the name of one’s catalogue, and says how many', async () => {
    const codes = { [ids.Downhill ?? '']: ['slip', 'sum'], [ids.Count ?? '']: ['slip'] };
    for (const [questionId, misconceptions] of Object.entries(codes))
      await database().questionIndex.update({ where: { questionId }, data: { misconceptions } });
    await database().misconception.create({
      data: { ownerId: room.teacher.id, code: 'slip', name: 'Takes the wrong sign', words: 'Look.', html: 'Look.' },
    });
    expect(await found({ misread: 'slip' })).toEqual(['Count', 'Downhill']);
    expect(await found({ misread: 'sum', kinds: ['choice'] })).toEqual(['Downhill']);
    const facets = async (more: Partial<BankAsked>) => {
      const asked = { ...ALL_OF_BANK, search: '', page: 1, ...more };
      return selectBankFacets(pool(), asked, { id: room.teacher.id, seesAll: false, banksOnly: true });
    };
    const all = [
      { code: 'slip', name: 'Takes the wrong sign', count: 2 },
      { code: 'sum', name: 'sum', count: 1 },
    ];
    // what is chosen leaves its own list as it is, and narrows the others
    expect(await facets({ misread: 'sum' })).toMatchObject({
      misconceptions: all,
      kinds: [{ kind: 'choice', count: 1 }],
    });
    expect((await facets({ kinds: ['number'] })).misconceptions).toEqual([{ ...all[0], count: 1 }]);
    await database().questionIndex.updateMany({ data: { misconceptions: [] } });
  });

  it('by when something was handed in last', async () => {
    const all = await found();
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    const note = (id: string | undefined, askedAt: Date | null) =>
      database().questionIndex.update({ where: { questionId: id ?? '' }, data: { askedAt } });
    await note(ids.Downhill, ago(3));
    await note(ids.Count, ago(100));
    await note(ids.Ökonomie, ago(400));
    expect(await found({ answered: 'month' })).toEqual(['Downhill']);
    expect(await found({ answered: 'half' })).toEqual(['Count', 'Downhill']);
    expect(await found({ answered: 'older' })).toEqual(['Ökonomie']);
    expect(await found({ answered: 'never' })).toEqual(
      all.filter((title) => !['Count', 'Downhill', 'Ökonomie'].includes(title)),
    );
    for (const title of ['Downhill', 'Count', 'Ökonomie']) await note(ids[title], null);
  });

  it('among those of lessons, as long as the lesson asks them', async () => {
    const titles = await found({ shelf: 'lessons' });
    expect(titles).toContain('Gradient descent update');
    expect(titles).not.toContain('Count');
    expect(await found({ search: 'gradient descent update' })).toEqual([]);
  });
});

describe('several at once', () => {
  it('are shared, and shared again as each was before', async () => {
    const questionIds = [ids.Downhill ?? '', ids.Count ?? ''];
    await shareQuestion(room.teacher, { questionId: ids.Downhill ?? '', login: null, may: 'copy' });
    const shared = await shareQuestions(room.teacher, { questionIds, login: null, may: 'look' });
    expect(shared).toMatchObject({ before: [{ may: 'copy' }, { may: null }] });
    expect(await found({ shelf: 'school' }, room.admin)).toEqual(['Count', 'Downhill']);
    if (!shared.ok) throw new Error(shared.refused);
    for (const { questionId, may } of shared.before)
      await shareQuestions(room.teacher, { questionIds: [questionId], login: null, may });
    const shares = await database().questionShare.findMany({
      where: { questionId: { in: questionIds }, userId: null },
    });
    expect(shares).toMatchObject([{ questionId: ids.Downhill, may: 'copy' }]);
    expect(await shareQuestions(room.teacher, { questionIds, login: 'nobody', may: 'look' })).toMatchObject({
      refused: 'noSuchColleague',
    });
  });

  it('are copied where each may be, and none where one may not', async () => {
    const colleague = await database().user.create({
      data: { name: 'C', sortName: 'C', login: 'copies', role: 'teacher' },
    });
    const by = { ...room.teacher, id: colleague.id, login: 'copies' };
    const endpoint = (questionIds: string[]) => copyQuestions(by, { questionIds });
    expect(await endpoint([ids.Downhill ?? '', ids.Ökonomie ?? ''])).toMatchObject({ ok: false });
    expect(await found({ shelf: 'mine' }, by)).toEqual([]);
    await shareQuestion(room.teacher, { questionId: ids.Ökonomie ?? '', login: null, may: 'edit' });
    const made = await endpoint([ids.Downhill ?? '', ids.Ökonomie ?? '']);
    expect(made).toMatchObject({ ok: true, questionIds: [expect.any(String), expect.any(String)] });
    expect(await found({ shelf: 'mine' }, by)).toEqual(['Downhill', 'Ökonomie']);
    for (const id of [ids.Downhill, ids.Ökonomie])
      await shareQuestion(room.teacher, { questionId: id ?? '', login: null, may: null });
  });
});

describe('tags', () => {
  it('are given to several at once, taken away, and found by words and by themselves', async () => {
    const questionIds = [ids.Downhill ?? '', ids.Count ?? ''];
    await tagQuestions(room.teacher, { questionIds, add: ['chain rule', 'warm-up'], remove: [] });
    const given = await tagQuestions(room.teacher, {
      questionIds: [ids.Count ?? ''],
      add: ['warm-up', 'Zählen'],
      remove: ['chain rule'],
    });
    // undoing takes from none what it had before
    expect(given).toMatchObject({
      added: [
        { tag: 'warm-up', questionIds: [] },
        { tag: 'Zählen', questionIds: [ids.Count] },
      ],
    });
    expect(await found({ tags: ['warm-up'] })).toEqual(['Count', 'Downhill']);
    expect(await found({ tags: ['warm-up', 'chain rule'] })).toEqual(['Downhill']);
    expect(await found({ search: 'zahlen' })).toEqual(['Count']);
    expect(await found({ search: 'chain point' })).toEqual(['Downhill']);
    const { tags } = await selectBankFacets(
      pool(),
      { ...ALL_OF_BANK, search: '', page: 1 },
      { id: room.teacher.id, seesAll: false },
    );
    expect(tags).toEqual([
      { tag: 'warm-up', count: 2 },
      { tag: 'chain rule', count: 1 },
      { tag: 'Zählen', count: 1 },
    ]);
  });

  it('come with a question that is saved for the first time, each once', async () => {
    const tags = ['first', 'other', 'first'];
    const made = await makeQuestion(room.teacher, { source: number('Tagged'), courseId: null, tags });
    if (!made.ok) throw new Error(made.refused);
    const { tags: kept } = await database().question.findUniqueOrThrow({ where: { id: made.questionId } });
    expect(kept).toEqual(['first', 'other']);
    await archiveQuestions(room.teacher, { questionIds: [made.questionId], archived: true });
  });

  it('stay with a question through its versions', async () => {
    await changeQuestion(room.teacher, {
      questionId: ids.Count ?? '',
      base: 1,
      source: number('Count again'),
      correction: false,
    });
    expect(await found({ tags: ['Zählen'] })).toEqual(['Count again']);
  });
});

describe('what is put aside', () => {
  it('is on its own list, and comes back', async () => {
    const questionIds = [ids.Downhill ?? ''];
    expect(await archiveQuestions(room.teacher, { questionIds, archived: true })).toEqual({ ok: true });
    expect(await found({ search: 'nabla' })).toEqual([]);
    expect(await found({ search: 'nabla', archived: true })).toEqual(['Downhill']);
    await archiveQuestions(room.teacher, { questionIds, archived: false });
    expect(await found({ search: 'nabla' })).toEqual(['Downhill']);
  });
});

describe('how a question went', () => {
  it('is measured by first answers, one of each student, anew only where something came', async () => {
    const first = await measureQuestions(pool(), null);
    for (const person of [room.ada, room.ben, room.chiara, room.deniz])
      await handInGraded(room, person, person === room.ben ? { result: 'fail', points: 0 } : {});
    await handInGraded(room, room.ada, { result: 'fail', points: 0 });
    const { measured } = await measureQuestions(pool(), first.until);
    expect(measured).toBe(1);
    const { questionRef } = await database().submission.findFirstOrThrow({
      where: { questionId: CHOICE, userId: room.ben.id },
    });
    const { firstTries, firstRight } = await database().questionIndex.findUniqueOrThrow({
      where: { questionId: questionRef },
    });
    const all = await database().submission.findMany({
      where: { questionRef, purpose: 'submit' },
      distinct: ['userId'],
      select: { userId: true },
    });
    expect(firstTries).toBe(all.length);
    expect(firstRight).toBeLessThan(firstTries);
    expect(firstRight).toBeGreaterThan(0);
  });

  it('is used when a room had an answer to it, but not by who only tried the room out', async () => {
    const db = database();
    const lesson = await db.lesson.findUniqueOrThrow({ where: { id: room.lessonId }, select: { publishedId: true } });
    const [check] = await db.lessonQuestion.findMany({
      where: { lessonVersionId: lesson.publishedId ?? '', role: 'check', name: { not: CHOICE } },
      select: { name: true, questionVersion: { select: { questionId: true } } },
    });
    if (check === undefined) throw new Error('the lesson has no other check');
    const opened = await openSession(room.teacher, {
      lessonId: room.lessonId,
      classId: null,
      questionIds: [check.name],
    });
    if (!opened.ok) throw new Error(opened.refused);
    const { session: sessionId } = opened;
    const now = async (): Promise<number> => (await databaseNow(db)).getTime();
    const at = await now();
    for (const later of [0, 60_000]) await commandSession(sessionId, { type: 'next' }, () => at + later);
    const answered = async (rehearsal: boolean): Promise<void> => {
      const nickname = rehearsal ? 'Trying' : 'Ada';
      const { id: playerId } = await db.player.create({ data: { sessionId, nickname, rehearsal } });
      const answer = { kind: 'choice', choices: ['A'] };
      await db.liveAnswer.create({
        data: { sessionId, round: 0, playerId, clientId: nickname, answer, receivedAt: new Date(at) },
      });
      await notePlayed(pool(), new Date(at));
    };
    const usedAt = async () =>
      (await db.questionIndex.findUniqueOrThrow({ where: { questionId: check.questionVersion.questionId } })).askedAt;
    const before = await usedAt();
    await answered(true);
    expect(await usedAt()).toEqual(before);
    await answered(false);
    expect(await usedAt()).toEqual(new Date(at));
  });

  it('counts what a room had that is over, once, and anew where its key was put right', async () => {
    const db = database();
    const { publishedId } = await db.lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
    const pin = await db.lessonQuestion.findFirstOrThrow({
      where: { lessonVersionId: publishedId ?? '', name: CHOICE },
      select: { questionVersion: { select: { questionId: true } } },
    });
    const { questionId } = pin.questionVersion;
    const opened = await openSession(room.teacher, { lessonId: room.lessonId, classId: null, questionIds: [CHOICE] });
    if (!opened.ok) throw new Error(opened.refused);
    const sessionId = opened.session;
    const at = (await databaseNow(db)).getTime();
    for (const later of [0, 60_000]) await commandSession(sessionId, { type: 'next' }, () => at + later);
    const letters = { Ada: 'A', Guest: 'B', Trying: 'A' };
    for (const [nickname, letter] of Object.entries(letters)) {
      const { id: playerId } = await db.player.create({
        data: { sessionId, nickname, rehearsal: nickname === 'Trying' },
      });
      const answer = { kind: 'choice', choices: [letter] };
      await db.liveAnswer.create({
        data: { sessionId, round: 0, playerId, clientId: nickname, answer, receivedAt: new Date(at + 61_000) },
      });
    }
    const tries = async () => {
      await measureRooms(pool());
      await measureQuestions(pool(), null);
      const { firstTries, firstRight } = await db.questionIndex.findUniqueOrThrow({ where: { questionId } });
      return [firstTries, firstRight];
    };
    const [before = 0, right = 0] = await tries();
    for (const type of ['close', 'reveal', 'end'] as const)
      await commandSession(sessionId, { type }, () => at + 70_000);
    expect(await db.liveSession.findUniqueOrThrow({ where: { id: sessionId } })).not.toMatchObject({ endedAt: null });
    expect(await tries()).toEqual([before + 2, right + 1]);
    expect(await tries()).toEqual([before + 2, right + 1]);
    await db.liveAnswer.updateMany({
      where: { sessionId, clientId: 'Guest' },
      data: { answer: { kind: 'choice', choices: ['A'] } },
    });
    expect(await tries()).toEqual([before + 2, right + 1]);
    await db.liveSession.update({ where: { id: sessionId }, data: { version: { increment: 1 } } });
    expect(await tries()).toEqual([before + 2, right + 2]);
  });

  it('narrows the list only where there are enough answers', async () => {
    await database().questionIndex.updateMany({
      where: { questionId: ids.Downhill ?? '' },
      data: { firstTries: 20, firstRight: 5 },
    });
    await database().questionIndex.updateMany({
      where: { questionId: ids.Count ?? '' },
      data: { firstTries: 9, firstRight: 2 },
    });
    expect(await found({ right: { from: 0, to: 40 } })).toEqual(['Downhill']);
    expect(await found({ right: { from: 40, to: 70 } })).toEqual([]);
    const hard = await selectBankPage(
      pool(),
      { ...ALL_OF_BANK, search: '', page: 1, order: 'hard' },
      { id: room.teacher.id, seesAll: false },
    );
    expect(hard.rows[0]?.title).toBe('Downhill');
  });
});
