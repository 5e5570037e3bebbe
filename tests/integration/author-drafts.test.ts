/** What authors have typed and not published: theirs alone, the newest of it, and gone once it is published or thrown away. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import type { DraftOf } from '../../domain/drafting.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { publishEdited } from '../../server/features/courses/commands.ts';
import { dropDraft, readDraft, saveAuthorDraft } from '../../server/features/drafting/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { shareQuestion } from '../../server/features/questions/sharing.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { BANKED } from '../support/everybody.ts';

let cast: Cast;
let question: DraftOf & { of: 'question' };
const NEW = { of: 'new', newId: '00000000-0000-4000-8000-0000000000a1' } as const;
const ANOTHER = { of: 'new', newId: '00000000-0000-4000-8000-0000000000a2' } as const;
/** What it ends when it is saved. */
const { newId } = NEW;
beforeAll(async () => {
  cast = await makeCast();
  const made = await makeQuestion(cast.teacher, { source: BANKED, courseId: null });
  if (!made.ok) throw new Error(made.refused);
  question = { of: 'question', questionId: made.questionId };
  await shareQuestion(cast.teacher, { questionId: made.questionId, login: cast.colleague.login, may: 'edit' });
});
beforeEach(() => database().authorDraft.deleteMany());
afterAll(async () => {
  await compiler.close();
  await dismissCast();
});

/** Some moment of today, so many seconds ago. */
const ago = (seconds: number): number => Date.now() - seconds * 1000;
const save = (
  who: Person,
  source: string,
  claimedAt = Date.now(),
  thing: DraftOf = question,
  base = 1,
  follows?: number[],
) =>
  saveAuthorDraft(who, { thing, as: who.id, source, base, claimedAt, ...(follows === undefined ? {} : { follows }) });
const drop = (who: Person, claimedAt: number, thing: DraftOf = question, follows?: number[]) =>
  dropDraft(who, { thing, as: who.id, claimedAt, ...(follows === undefined ? {} : { follows }) });
async function heard(who: Person, thing: DraftOf = question, known: number | null = null) {
  const read = await readDraft(who, { thing, as: who.id, known });
  if (!read.ok) throw new Error(read.refused);
  return read;
}
const sourceOf = async (who: Person, thing: DraftOf = question) => (await heard(who, thing)).draft?.text?.source;

describe('a draft', () => {
  it('is there on another device, with the version that it was made of, and read once', async () => {
    expect(await heard(cast.teacher)).toMatchObject({ draft: null, others: [] });
    const at = ago(5);
    expect(await save(cast.teacher, 'Begun', at)).toMatchObject({ ok: true, at, draft: null });
    expect((await heard(cast.teacher)).draft).toEqual({ at, text: { source: 'Begun', base: 1 } });
    expect((await heard(cast.teacher, question, at)).draft).toBeNull();
  });

  it('is one a person and thing', async () => {
    await save(cast.teacher, 'Of a question');
    await save(cast.teacher, 'Of a new one', Date.now(), NEW, 0);
    await save(cast.admin, 'Of a lesson', Date.now(), { of: 'lesson', lessonId: cast.lessonId });
    await save(cast.teacher, 'Of a question, more');
    await save(cast.teacher, 'Of a new one, more', Date.now(), NEW, 0);
    await save(cast.teacher, 'Of another new one', Date.now(), ANOTHER, 0);
    expect(await sourceOf(cast.teacher)).toBe('Of a question, more');
    expect(await sourceOf(cast.teacher, NEW)).toBe('Of a new one, more');
    expect(await sourceOf(cast.teacher, ANOTHER)).toBe('Of another new one');
    expect(await sourceOf(cast.admin, { of: 'lesson', lessonId: cast.lessonId })).toBe('Of a lesson');
    expect(await database().authorDraft.count({ where: { source: { not: null } } })).toBe(4);
  });

  it('is never written over by an older one, in whichever order they come', async () => {
    const newer = ago(1);
    await save(cast.teacher, 'Newer', newer);
    const told = await save(cast.teacher, 'Older', ago(60));
    expect(told).toMatchObject({ ok: true, draft: { at: newer, text: { source: 'Newer' } } });
    expect(await sourceOf(cast.teacher)).toBe('Newer');
    const both = [30, 20, 10].map((seconds) => save(cast.colleague, `${seconds}`, ago(seconds)));
    await Promise.all(both.toReversed());
    expect(await sourceOf(cast.colleague)).toBe('10');
    // the same once more, because its reply was lost
    expect(await save(cast.teacher, 'Newer', newer)).toMatchObject({ ok: true, draft: null });
  });

  it('of another window is not written over unseen: it is given, and what follows it is stored', async () => {
    const [first, second, third] = [ago(9), ago(6), ago(3)];
    await save(cast.teacher, 'Of the one window', first, question, 1, []);
    await save(cast.teacher, 'Of the other', second, question, 1, [first]);
    const met = await save(cast.teacher, 'Of the one, later', third, question, 1, [first]);
    expect(met).toMatchObject({ ok: true, draft: { at: second, text: { source: 'Of the other' } } });
    expect(await sourceOf(cast.teacher)).toBe('Of the other');
    // it was shown: who goes on writes over it
    expect(await save(cast.teacher, 'Of both', third, question, 1, [first, second])).toMatchObject({ draft: null });
    expect(await sourceOf(cast.teacher)).toBe('Of both');
  });

  it('of another window is not thrown away unseen: it is given, and stays', async () => {
    const [first, second] = [ago(9), ago(6)];
    await save(cast.teacher, 'Of the one window', first, question, 1, []);
    await save(cast.teacher, 'Of the other', second, question, 1, [first]);
    const met = await drop(cast.teacher, ago(3), question, [first]);
    expect(met).toMatchObject({ ok: true, draft: { at: second, text: { source: 'Of the other' } } });
    expect(await sourceOf(cast.teacher)).toBe('Of the other');
    expect(await drop(cast.teacher, ago(2), question, [first, second])).toMatchObject({ ok: true, draft: null });
    expect(await sourceOf(cast.teacher)).toBeUndefined();
  });

  it('of a device whose clock is far ahead does not lock out what is typed after it', async () => {
    await save(cast.teacher, 'From the future', Date.now() + 3_600_000);
    await save(cast.teacher, 'Typed now');
    expect(await sourceOf(cast.teacher)).toBe('Typed now');
  });

  it('is shown to nobody else, nor saved for another account than that of the page', async () => {
    await save(cast.teacher, 'My secret');
    for (const who of [cast.admin, cast.colleague]) expect(JSON.stringify(await heard(who))).not.toContain('My secret');
    expect(await readDraft(cast.admin, { thing: question, as: cast.teacher.id, known: null })).toMatchObject({
      refused: 'wrongAccount',
    });
    const foreign = { thing: question, as: cast.teacher.id, source: 'Mine', base: 1, claimedAt: Date.now() };
    expect(await saveAuthorDraft(cast.admin, foreign)).toMatchObject({ refused: 'wrongAccount' });
    expect(await dropDraft(cast.admin, { thing: question, as: cast.teacher.id, claimedAt: Date.now() })).toMatchObject({
      refused: 'wrongAccount',
    });
    expect(await sourceOf(cast.teacher)).toBe('My secret');
  });

  it('is had by nobody who may not change the thing any more', async () => {
    const { questionId } = question;
    await save(cast.colleague, 'Of a colleague');
    await shareQuestion(cast.teacher, { questionId, login: cast.colleague.login, may: 'look' });
    expect(await save(cast.colleague, 'More')).toMatchObject({ refused: 'notAllowed' });
    await shareQuestion(cast.teacher, { questionId, login: cast.colleague.login, may: 'edit' });
    expect(await sourceOf(cast.colleague)).toBe('Of a colleague');
  });

  it('is of no quiz, and of nothing that is not there', async () => {
    const quiz = await makeQuiz(cast.admin, { title: 'A quiz', questions: [] });
    const none = [quiz.ok ? quiz.quizId : '', crypto.randomUUID()];
    for (const lessonId of none)
      expect(await save(cast.admin, 'x', Date.now(), { of: 'lesson', lessonId })).toMatchObject({
        refused: 'notFound',
      });
  });
});

describe('a draft that is thrown away', () => {
  it('does not come back by a save that was on its way, and one can write again', async () => {
    await save(cast.teacher, 'First', ago(10));
    const at = ago(5);
    expect(await drop(cast.teacher, at)).toMatchObject({ ok: true });
    expect(await save(cast.teacher, 'Late', ago(7))).toMatchObject({ ok: true, draft: { at, text: null } });
    expect(await save(cast.teacher, 'Late', at)).toMatchObject({ ok: true, draft: { at, text: null } });
    expect(await sourceOf(cast.teacher)).toBeUndefined();
    expect(await database().authorDraft.count({ where: { source: { not: null } } })).toBe(0);
    await save(cast.teacher, 'Anew', ago(1));
    expect(await sourceOf(cast.teacher)).toBe('Anew');
  });

  it('is not the one that was written after it', async () => {
    await save(cast.teacher, 'Written later', ago(1));
    await drop(cast.teacher, ago(20));
    expect(await sourceOf(cast.teacher)).toBe('Written later');
  });
});

describe('publishing', () => {
  it('ends the draft of who publishes, and of nobody else', async () => {
    await save(cast.teacher, BANKED);
    await save(cast.colleague, 'Of a colleague');
    const { questionId } = question;
    const base = (await database().questionVersion.count({ where: { questionId } })) || 1;
    const changed = { questionId, base, source: BANKED.replace('Which?', 'Which one?'), correction: false };
    expect(await changeQuestion(cast.teacher, { ...changed, base: base + 7 })).toMatchObject({ ok: false });
    expect(await sourceOf(cast.teacher)).toBe(BANKED);
    expect(await changeQuestion(cast.teacher, changed)).toMatchObject({ ok: true });
    expect(await sourceOf(cast.teacher)).toBeUndefined();
    expect(await sourceOf(cast.colleague)).toBe('Of a colleague');
  });

  it('ends that of a new question and that of a lesson; where it is refused they stay', async () => {
    await save(cast.teacher, BANKED, Date.now(), NEW, 0);
    await save(cast.teacher, BANKED, Date.now(), ANOTHER, 0);
    expect(await makeQuestion(cast.teacher, { source: 'Nothing', courseId: null })).toMatchObject({ ok: false });
    expect(await sourceOf(cast.teacher, NEW)).toBe(BANKED);
    // its draft says something else by now, in another window
    const other = BANKED.replace('Which?', 'Which other one?');
    expect(await makeQuestion(cast.teacher, { source: other, courseId: null, newId })).toMatchObject({ ok: true });
    expect(await sourceOf(cast.teacher, NEW)).toBe(BANKED);
    expect(await makeQuestion(cast.teacher, { source: BANKED, courseId: null, newId })).toMatchObject({ ok: true });
    expect(await sourceOf(cast.teacher, NEW)).toBeUndefined();
    expect(await sourceOf(cast.teacher, ANOTHER)).toBe(BANKED);
    const lesson: DraftOf = { of: 'lesson', lessonId: cast.unwrittenId };
    const source = '---\ntitle: A title\ndescription: A sentence.\n---\n\nText.\n';
    await save(cast.admin, source, Date.now(), lesson, 0);
    expect(await publishEdited(cast.admin, { lessonId: cast.unwrittenId, source: 'No lesson' })).toMatchObject({
      ok: false,
    });
    expect(await sourceOf(cast.admin, lesson)).toBe(source);
    expect(await publishEdited(cast.admin, { lessonId: cast.unwrittenId, source, base: 0 })).toMatchObject({
      ok: true,
    });
    expect(await sourceOf(cast.admin, lesson)).toBeUndefined();
    // nobody puts a text over a version that they have not seen
    const next = { lessonId: cast.unwrittenId, source: source.replace('Text.', 'Another text.') };
    await save(cast.admin, next.source, Date.now(), lesson, 0);
    expect(await publishEdited(cast.admin, { ...next, base: 0 })).toMatchObject({ refused: 'changedMeanwhile' });
    expect(await sourceOf(cast.admin, lesson)).toBe(next.source);
    expect(await publishEdited(cast.admin, { ...next, base: 1 })).toMatchObject({ ok: true, number: 2 });
  });
});

describe('who else is at it', () => {
  const others = async (who: Person) => (await heard(who)).others;
  const age = (who: Person, seconds: number) =>
    database().$executeRaw`
      update author_drafts set seen_at = now() - make_interval(secs => ${seconds}), saved_at = saved_at - make_interval(secs => ${seconds})
      where user_id = ${who.id}::uuid`;

  it('is told: who has it open, who writes, since when', async () => {
    await heard(cast.teacher);
    const [open] = await others(cast.colleague);
    expect(open).toEqual({ name: cast.teacher.name, since: expect.any(Number), savedAt: null, here: true });
    const saved = await save(cast.teacher, 'Text');
    expect(saved).toMatchObject({ others: [{ name: cast.colleague.name, savedAt: null, here: true }] });
    const [writes] = await others(cast.colleague);
    await save(cast.teacher, 'More text');
    const [still] = await others(cast.colleague);
    expect(writes?.savedAt).toEqual(expect.any(Number));
    expect(still).toMatchObject({ since: writes?.since, here: true });
  });

  it('is told no longer once they have left without a draft; a draft that waits is told as one', async () => {
    await heard(cast.admin);
    await save(cast.teacher, 'Text');
    await age(cast.admin, 91);
    await age(cast.teacher, 91);
    expect(await others(cast.colleague)).toMatchObject([
      { name: cast.teacher.name, savedAt: expect.any(Number), here: false },
    ]);
    await age(cast.teacher, 31 * 24 * 3600);
    expect(await others(cast.colleague)).toEqual([]);
    // it is still its author's own
    expect(await sourceOf(cast.teacher)).toBe('Text');
  });

  it('are not oneself, nor who published without opening it, nor anybody for a new question', async () => {
    await heard(cast.teacher);
    expect(await others(cast.teacher)).toEqual([]);
    await drop(cast.admin, Date.now());
    expect((await others(cast.colleague)).map(({ name }) => name)).toEqual([cast.teacher.name]);
    await save(cast.teacher, 'New', Date.now(), NEW, 0);
    expect((await heard(cast.colleague, NEW)).others).toEqual([]);
  });
});
