/** Quizzes shared with colleagues: what that opens of them and of what they ask; their versions; and what they are played by. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { selectOptionalBanked } from '../../db/bank.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectWays } from '../../db/pictures.ts';
import { selectQuizVersions } from '../../db/quiz-versions.ts';
import { selectItems, selectOptionalQuiz, selectQuizzes } from '../../db/quizzes.ts';
import { insertUser } from '../../db/users.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import { mayReadPicture } from '../../domain/pictures/reading.ts';
import { changesOf } from '../../domain/quiz/changes.ts';
import { USUAL_QUIZ } from '../../domain/quiz/settings.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { createClass } from '../../server/features/classes/commands.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { copyQuestion, shareQuestion } from '../../server/features/questions/sharing.ts';
import { archiveQuiz, copyQuiz, makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { shareQuiz } from '../../server/features/quizzes/sharing.ts';
import { sayQuizAgain } from '../../server/features/quizzes/versions.ts';
import { makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
let colleague: Person & { login: string };
beforeEach(async () => {
  room = await makeRegradeClass();
  const person = { name: 'Carla', login: 'carla', role: 'teacher' as const };
  colleague = { ...(await insertUser(database(), { ...person, passwordHash: null })), login: 'carla' };
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

const choice = (title: string, right = '- [x] one\n- [ ] two'): string =>
  `::::check[${title}]\nWhich way?\n\n${right}\n\n:::explanation\nSo.\n:::\n::::\n`;
const pin = (ref: string, version = 1) => ({ name: null, ref, version, seconds: null, points: null });
function done<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { ok: true }>;
}
const question = async (by: Person, title: string): Promise<string> =>
  done(await makeQuestion(by, { source: choice(title), courseId: null })).questionId;
const quiz = async (by: Person, title: string, ...refs: string[]): Promise<string> =>
  done(await makeQuiz(by, { title, questions: refs.map((ref) => pin(ref)) })).quizId;
async function titlesOf(quizId: string): Promise<string[]> {
  const stored = await selectOptionalQuiz(database(), quizId);
  return (await selectItems(database(), stored?.published?.id ?? '')).map(({ title }) => title);
}
const shelf = async (person: Person): Promise<string[]> =>
  (await selectQuizzes(pool(), { search: '', page: 1 }, { personId: person.id, shelf: 'shared' })).rows.map(
    ({ title, owner }) => `${title} of ${owner}`,
  );
const openedTo = async (person: Person, ref: string): Promise<string | undefined> =>
  (await selectOptionalBanked(database(), ref, person.id))?.relation.shared;

describe('a quiz that is shared', () => {
  it('is looked at and played by whom it was shared with, and by nobody else; not copied, changed, kept or shared on', async () => {
    const quizId = await quiz(room.teacher, 'Warm-up', await question(room.teacher, 'Up'));
    const play = { lessonId: quizId, classId: null };
    expect(await openSession(colleague, play)).toMatchObject({ refused: 'notFound' });
    done(await shareQuiz(room.teacher, { quizId, login: 'carla', may: 'look' }));
    expect(await shelf(colleague)).toEqual([`Warm-up of ${room.teacher.name}`]);
    expect(await openSession(colleague, play)).toMatchObject({ ok: true });
    const own = done(
      await createClass(colleague, {
        name: 'Other',
        courseId: (await database().course.findFirstOrThrow({ select: { id: true } })).id,
      }),
    );
    const given = { ...USUAL_SETTINGS, classId: own.classId, lessonId: quizId };
    expect(await giveActivity(colleague, given)).toMatchObject({ ok: true });
    const refused = { refused: 'notAllowed' };
    expect(await copyQuiz(colleague, { quizId, title: 'Mine' })).toMatchObject(refused);
    expect(await saveQuiz(colleague, { quizId, base: 1, title: 'T', questions: [] })).toMatchObject(refused);
    expect(await archiveQuiz(colleague, { quizId, archived: true })).toMatchObject(refused);
    expect(await shareQuiz(colleague, { quizId, login: null, may: 'look' })).toMatchObject(refused);
    expect(await openSession(room.admin, play)).toMatchObject({ refused: 'notFound' });
    done(await shareQuiz(room.teacher, { quizId, login: 'carla', may: null }));
    expect(await shelf(colleague)).toEqual([]);
    expect(await openSession(colleague, play)).toMatchObject({ refused: 'notFound' });
  });

  it('is not shared with a student, or with a name that nobody has', async () => {
    const quizId = await quiz(room.teacher, 'Warm-up');
    for (const login of ['ada', 'nobody'])
      expect(await shareQuiz(room.teacher, { quizId, login, may: 'look' })).toMatchObject({
        refused: 'noSuchColleague',
        field: 'login',
      });
  });

  it('opens what it asks of its owner’s, as far as a copy needs, for as long as it asks it', async () => {
    const [up, down] = [await question(room.teacher, 'Up'), await question(room.teacher, 'Down')];
    const quizId = await quiz(room.teacher, 'Warm-up', up);
    await shareQuiz(room.teacher, { quizId, login: null, may: 'look' });
    expect(await openedTo(colleague, up)).toBe('look');
    expect(await openedTo(colleague, down)).toBeUndefined();
    expect(await copyQuestion(colleague, { questionId: up })).toMatchObject({ refused: 'notAllowed' });
    // looking is asking, as with questions
    expect(await makeQuiz(colleague, { title: 'Mine', questions: [pin(up)] })).toMatchObject({ ok: true });
    await shareQuiz(room.teacher, { quizId, login: 'carla', may: 'edit' });
    // who may change the quiz does not change its questions
    expect(await openedTo(colleague, up)).toBe('copy');
    const change = { questionId: up, base: 1, source: choice('Up!'), correction: false };
    expect(await changeQuestion(colleague, change)).toMatchObject({ refused: 'notAllowed' });
    await saveQuiz(room.teacher, { quizId, base: 1, title: 'Warm-up', questions: [] });
    expect(await openedTo(colleague, up)).toBeUndefined();
  });

  it('is copied with what its owner may pass on, and what is left out is told', async () => {
    const [up, admins] = [await question(room.teacher, 'Up'), await question(room.admin, 'Of the admin')];
    await shareQuestion(room.admin, { questionId: admins, login: 'teacher', may: 'look' });
    const quizId = await quiz(room.teacher, 'Warm-up', up, admins);
    await shareQuiz(room.teacher, { quizId, login: 'carla', may: 'copy' });
    expect(await openedTo(colleague, admins)).toBeUndefined();
    const copied = done(await copyQuiz(colleague, { quizId, title: 'Mine' }));
    expect(copied.left).toEqual(['Of the admin']);
    expect(await titlesOf(copied.quizId)).toEqual(['Up']);
    // and it stays a quiz when the sharing ends
    await shareQuiz(room.teacher, { quizId, login: 'carla', may: null });
    const stored = await selectOptionalQuiz(database(), copied.quizId);
    const [item] = await selectItems(database(), stored?.published?.id ?? '');
    const questions = [{ name: item?.name ?? '', ref: up, version: 1, seconds: 40, points: null }];
    expect(await saveQuiz(colleague, { quizId: copied.quizId, base: 1, title: 'Mine', questions })).toMatchObject({
      ok: true,
    });
  });

  it('is changed by an editor, who may put in their own, and keeps what they cannot see elsewhere', async () => {
    const [up, admins] = [await question(room.teacher, 'Up'), await question(room.admin, 'Of the admin')];
    await shareQuestion(room.admin, { questionId: admins, login: 'teacher', may: 'look' });
    const quizId = await quiz(room.teacher, 'Warm-up', up, admins);
    await shareQuiz(room.teacher, { quizId, login: 'carla', may: 'edit' });
    const own = await question(colleague, 'Carla’s');
    const questions = [pin(own), pin(admins), pin(up)];
    expect(await saveQuiz(colleague, { quizId, base: 1, title: 'Ours', questions })).toMatchObject({ ok: true });
    expect(await titlesOf(quizId)).toEqual(['Carla’s', 'Of the admin', 'Up']);
    // what is Carla's, the owner plays in it; nobody whom the owner shares it with may look at it in the bank
    expect(await openSession(room.teacher, { lessonId: quizId, classId: null })).toMatchObject({ ok: true });
    expect(await openedTo(room.admin, own)).toBeUndefined();
    const hidden = await question(room.admin, 'Hidden');
    expect(
      await saveQuiz(colleague, { quizId, base: 2, title: 'Ours', questions: [...questions, pin(hidden)] }),
    ).toMatchObject({ refused: 'notFound', field: 'questions' });
  });

  it('shows its pictures, those of keys too, to whom it was shared with', async () => {
    const up = await question(room.teacher, 'Up');
    const db = database();
    const picture = await db.picture.create({
      data: { hash: Buffer.from('a'), width: 1, height: 1, size: 1, bytes: Buffer.from('b') },
    });
    const version = await db.questionVersion.findFirstOrThrow({ where: { questionId: up } });
    await db.questionPicture.create({ data: { questionVersionId: version.id, pictureId: picture.id, asked: false } });
    const quizId = await quiz(room.teacher, 'Warm-up', up);
    const reads = async (): Promise<boolean> => {
      const [found] = await selectWays(db, [picture.id], colleague.id);
      return found !== undefined && mayReadPicture('teacher', found.ways);
    };
    expect(await reads()).toBe(false);
    await shareQuiz(room.teacher, { quizId, login: 'carla', may: 'look' });
    expect(await reads()).toBe(true);
    await shareQuiz(room.teacher, { quizId, login: 'carla', may: null });
    await db.questionPicture.updateMany({ where: { pictureId: picture.id }, data: { asked: true } });
    expect(await reads()).toBe(false);
    await shareQuiz(room.teacher, { quizId, login: null, may: 'look' });
    expect(await reads()).toBe(true);
  });
});

describe('settings of a quiz', () => {
  it('are of its version: kept where nothing is said of them, copied, and another version where they change', async () => {
    const quizId = await quiz(room.teacher, 'Warm-up', await question(room.teacher, 'Up'));
    const [first] = await selectQuizVersions(database(), quizId);
    expect(first).toMatchObject({ number: 1, title: 'Warm-up', settings: USUAL_QUIZ, by: room.teacher.name });
    const ref = first?.items[0]?.ref ?? '';
    const settings = { ...USUAL_QUIZ, live: { ...USUAL_QUIZ.live, speed: true } };
    const whole = { quizId, title: 'Warm-up', questions: [{ ...pin(ref), name: 'q1' }] };
    done(await saveQuiz(room.teacher, { ...whole, base: 1, settings }));
    done(await saveQuiz(room.teacher, { ...whole, base: 2, title: 'Warmer' }));
    const versions = await selectQuizVersions(database(), quizId);
    expect(versions.map((one) => [one.number, one.title, one.settings.live.speed])).toEqual([
      [3, 'Warmer', true],
      [2, 'Warm-up', true],
      [1, 'Warm-up', false],
    ]);
    const copied = done(await copyQuiz(room.teacher, { quizId, title: 'Copy' }));
    expect((await selectQuizVersions(database(), copied.quizId))[0]?.settings).toEqual(settings);
    // saved as it is, it is no other version
    expect(await saveQuiz(room.teacher, { ...whole, base: 3, title: 'Warmer', settings })).toEqual({
      ok: true,
      version: 3,
    });
  });
});

describe('the versions of a quiz', () => {
  it('say what each changed, and an older one is published again by a version of its own', async () => {
    const [up, down] = [await question(room.teacher, 'Up'), await question(room.teacher, 'Down')];
    const quizId = await quiz(room.teacher, 'Warm-up', up);
    done(await saveQuiz(room.teacher, { quizId, base: 1, title: 'Other', questions: [pin(down)] }));
    const [second, first] = await selectQuizVersions(database(), quizId);
    if (first === undefined || second === undefined) throw new Error('there are no two versions');
    expect(changesOf(first, second)).toMatchObject({ renamed: true, added: ['Down'], removed: ['Up'] });
    const again = { quizId, number: 1 };
    expect(await sayQuizAgain(room.teacher, { ...again, base: 1 })).toMatchObject({ refused: 'changedMeanwhile' });
    expect(await sayQuizAgain(room.teacher, { ...again, base: 2, number: 9 })).toMatchObject({ refused: 'notFound' });
    expect(await sayQuizAgain(colleague, { ...again, base: 2 })).toMatchObject({ refused: 'notAllowed' });
    expect(await sayQuizAgain(room.teacher, { ...again, base: 2 })).toMatchObject({ ok: true, version: 3 });
    expect(await titlesOf(quizId)).toEqual(['Up']);
    expect((await selectOptionalQuiz(database(), quizId))?.title).toBe('Warm-up');
  });

  it('bring no error back that was put right since', async () => {
    const up = await question(room.teacher, 'Up');
    const quizId = await quiz(room.teacher, 'Warm-up', up);
    done(await saveQuiz(room.teacher, { quizId, base: 1, title: 'Empty', questions: [] }));
    const corrected = choice('Up', '- [ ] one\n- [x] two');
    done(await changeQuestion(room.teacher, { questionId: up, base: 1, source: corrected, correction: true }));
    expect(await sayQuizAgain(room.teacher, { quizId, base: 2, number: 1 })).toMatchObject({
      ok: true,
      version: 4,
      followed: ['Warm-up'],
    });
    const [newest] = await selectQuizVersions(database(), quizId);
    expect(newest?.items).toMatchObject([{ ref: up, version: 2 }]);
  });
});
