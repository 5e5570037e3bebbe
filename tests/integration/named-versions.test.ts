/** Answers that name the version that their page showed, the account they were written under, and when, as the device says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { listen } from '../../db/notify.ts';
import type { Person } from '../../domain/people/person.ts';
import { readHistory } from '../../server/features/board/commands.ts';
import { saveDraft, submit } from '../../server/features/practice/commands.ts';
import { readLessonNow, readPractice } from '../../server/features/practice/queries.ts';
import { countOutdated } from '../../server/features/regrading/queries.ts';
import { CHOICE, correct, grade, makeRegradeClass, otherKey, type RegradeClass, until } from '../support/regrading.ts';

let room: RegradeClass;
beforeAll(async () => {
  room = await makeRegradeClass();
});
afterAll(disconnect);

const MOVE = 'To move toward lower loss';
const CONVENTION = "It's just a convention";
let sent = 0;

async function published(): Promise<string> {
  const lesson = await selectOptionalPublished(database(), { id: room.lessonId });
  return lesson?.versionId ?? '';
}

function handIn(person: Person, versionId: string | undefined, more: object = {}) {
  const input = {
    lessonId: room.lessonId,
    questionId: CHOICE,
    answer: { kind: 'choice', choices: ['A'] },
    purpose: 'submit' as const,
  };
  return submit(person, { ...input, clientId: `named-${++sent}`, ...(versionId && { versionId }), ...more });
}

async function stateOf(person: Person, questionId = CHOICE) {
  const lesson = await selectOptionalPublished(database(), { id: room.lessonId });
  return lesson && (await readPractice(person, lesson))[questionId];
}

const countOf = (person: Person) => database().submission.count({ where: { userId: person.id } });

describe('an answer to a version that is not published any more', () => {
  it('is graded as that version where it grades alike', async () => {
    const old = await published();
    await correct(room, ['## ', '## Now: ']);
    const done = await handIn(room.ben, old);
    if (!done.ok) throw new Error(done.refused);
    const row = await database().submission.findUniqueOrThrow({ where: { id: done.submission } });
    expect(row.lessonVersionId).toBe(old);
    expect(await published()).not.toBe(old);
  });

  it('is graded by the corrected key where the student saw the very same words', async () => {
    const old = await published();
    await otherKey(room);
    const done = await handIn(room.chiara, old);
    if (!done.ok) throw new Error(done.refused);
    const row = await database().submission.findUniqueOrThrow({ where: { id: done.submission } });
    expect(row.lessonVersionId).toBe(await published());
    // and is not offered to be graded again, as if it had been graded by the old key
    await grade(done.submission, { result: 'fail', points: 0 });
    expect(await countOutdated({ lessonId: room.lessonId, classId: null })).toBe(0);
  });

  it('is refused where the options have changed places, spends no attempt, and what was chosen is kept beside', async () => {
    const old = await published();
    const before = await handIn(room.ada, old, { clientId: 'arrived-before' });
    await correct(room, [MOVE, 'SWAP'], [CONVENTION, MOVE], ['SWAP', CONVENTION]);
    const state = await stateOf(room.ada);
    expect(state).toMatchObject({ draft: { kind: 'choice', choices: [] }, last: { changed: true }, choice: null });
    expect(state?.earlier).toMatchObject({ answer: { kind: 'choice', choices: ['A'] } });

    expect(await handIn(room.deniz, old)).toEqual({ ok: false, refused: 'questionChanged' });
    expect(await countOf(room.deniz)).toBe(0);
    const deniz = await stateOf(room.deniz);
    expect(deniz).toMatchObject({ attemptsUsed: 0, draft: { kind: 'choice', choices: [] }, last: null });
    expect(JSON.stringify(deniz?.earlier?.question)).toContain(MOVE);
    expect(deniz?.earlier?.answer).toEqual({ kind: 'choice', choices: ['A'] });
    // what had arrived before has arrived, though its reply was lost
    expect(await handIn(room.ada, old, { clientId: 'arrived-before' })).toEqual(before);
    // the new one is answered, and nothing stands beside it any more
    expect(await handIn(room.deniz, await published(), { answer: { kind: 'choice', choices: ['D'] } })).toMatchObject({
      ok: true,
    });
    expect(await stateOf(room.deniz)).toMatchObject({ earlier: null, draft: { kind: 'choice', choices: ['D'] } });
  });

  it('is kept as a draft of its own wording; text stays in the field, and what is gone is told', async () => {
    const old = await published();
    const [part] = ['manual-gradients'];
    const of = { lessonId: room.lessonId, questionId: part ?? '', versionId: old };
    expect(await saveDraft(room.ben, { ...of, answer: { kind: 'maths', parts: { dx: '2xy' } } })).toMatchObject({
      ok: true,
    });
    const { content } = (await selectOptionalPublished(database(), { id: room.lessonId })) ?? {};
    const text = /[A-Za-z ]{12,}/.exec(content?.questions.find((one) => one.id === part)?.promptHtml ?? '')?.[0] ?? '';
    await correct(room, [text, `${text} now`]);
    expect(await stateOf(room.ben, part)).toMatchObject({
      draft: { kind: 'maths', parts: { dx: '2xy' } },
      earlier: { answer: { kind: 'maths', parts: { dx: '2xy' } } },
    });
    // taken off again on the old page: nothing is kept of it
    expect(await saveDraft(room.ben, { ...of, answer: { kind: 'maths', parts: { dx: '' } } })).toMatchObject({
      ok: true,
    });
    expect(await stateOf(room.ben, part)).toMatchObject({ draft: { kind: 'maths', parts: {} }, earlier: null });
    await correct(room, [`{#${CHOICE}`, `{#${CHOICE}-again`]);
    expect(await handIn(room.ben, old)).toEqual({ ok: false, refused: 'questionGone' });
  });

  it('names a version of its own lesson, or nothing is found', async () => {
    const other = await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-in-code' } });
    for (const versionId of [other.publishedId ?? '', crypto.randomUUID()])
      expect(await handIn(room.ben, versionId)).toEqual({ ok: false, refused: 'notFound' });
  });
});

it('tells open pages that another version is published, and reads it with one’s own work', async () => {
  const heard: string[] = [];
  const listener = listen(
    room.url,
    (hint) => hint.about === 'lesson' && heard.push(hint.lesson),
    () => heard.push('open'),
  );
  await until(async () => heard.includes('open'));
  await correct(room, ['## ', '## And now: ']);
  await until(async () => heard.includes(room.lessonId));
  await listener.close();
  const read = await readLessonNow(room.ada, { lessonId: room.lessonId });
  expect(read).toMatchObject({ ok: true, now: { versionId: await published() } });
  expect(JSON.stringify(read)).not.toContain('"key"');
});

const EXERCISE = 'gradient-descent-step';
const gaps = (x: string) => ({ kind: 'blanks', gaps: { grad_x: x } });
const draft = (person: Person, x: string, claimedAt?: number) =>
  saveDraft(person, {
    lessonId: room.lessonId,
    questionId: EXERCISE,
    answer: gaps(x),
    ...(claimedAt && { claimedAt }),
  });

describe('what a device says', () => {
  it('decides which of two drafts is the newer: one that arrives late overwrites nothing', async () => {
    await draft(room.ada, 'new', Date.now() - 1_000);
    await draft(room.ada, 'old', Date.now() - 60_000);
    expect(await stateOf(room.ada, EXERCISE)).toMatchObject({ draft: gaps('new') });
    await draft(room.ada, 'newest', Date.now() + 5_000_000); // absurd: it is now
    expect(await stateOf(room.ada, EXERCISE)).toMatchObject({ draft: gaps('newest') });
    await draft(room.ada, 'after it');
    expect(await stateOf(room.ada, EXERCISE)).toMatchObject({ draft: gaps('after it') });
  });

  it('is shown to teachers where it is more than a moment, and judged by nobody', async () => {
    const questionId = EXERCISE;
    const hour = Date.now() - 3_600_000;
    const versionId = await published();
    await handIn(room.ada, versionId, { questionId, answer: gaps('1'), claimedAt: hour });
    await handIn(room.ada, versionId, { questionId, answer: gaps('2'), claimedAt: Date.now() - 300 });
    await handIn(room.ada, versionId, { questionId, answer: gaps('3'), claimedAt: 12 });
    const { classId, lessonId } = room;
    const read = await readHistory(room.teacher, { classId, lessonId, userId: room.ada.id, questionId });
    if (!read.ok) throw new Error(read.refused);
    const told = read.history.map((one) => one.claimedAt);
    expect(told).toEqual([null, null, new Date(hour).toISOString()]);
    // received now, whatever is claimed
    for (const { at } of read.history) expect(Date.now() - Date.parse(at)).toBeLessThan(60_000);
    const claims = await database().submission.findMany({
      where: { userId: room.ada.id, questionId },
      orderBy: { createdAt: 'asc' },
      select: { claimedAt: true },
    });
    expect(claims.map((one) => one.claimedAt === null)).toEqual([false, false, true]);
  });

  it('is kept from everybody but the account that it was written under', async () => {
    const as = room.ben.id;
    const versionId = await published();
    const of = { lessonId: room.lessonId, questionId: EXERCISE, answer: gaps('of Ben'), versionId, as };
    expect(await saveDraft(room.chiara, of)).toEqual({ ok: false, refused: 'wrongAccount' });
    expect(await handIn(room.chiara, versionId, of)).toEqual({ ok: false, refused: 'wrongAccount' });
    expect(await stateOf(room.chiara, EXERCISE)).toMatchObject({ draft: null, last: null });
    expect(await saveDraft(room.ben, of)).toMatchObject({ ok: true });
  });
});

it('a field that was emptied stays empty', async () => {
  const of = { lessonId: room.lessonId, questionId: 'partial-derivative' };
  expect(await saveDraft(room.ada, { ...of, answer: { kind: 'choice', choices: ['B'] } })).toMatchObject({ ok: true });
  expect(await saveDraft(room.ada, { ...of, answer: { kind: 'choice', choices: [] } })).toMatchObject({ ok: true });
  expect(await stateOf(room.ada, 'partial-derivative')).toMatchObject({ draft: { kind: 'choice', choices: [] } });
  // nothing is nothing to hand in
  const empty = {
    ...of,
    answer: { kind: 'choice', choices: [] },
    purpose: 'submit' as const,
    clientId: 'with-nothing',
  };
  expect(await submit(room.ada, empty)).toMatchObject({ ok: false, refused: 'badInput' });
});
