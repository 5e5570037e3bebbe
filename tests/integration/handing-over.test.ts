/** What a disabled account had made, handed to a colleague with its history, and given back. */
import { afterAll, beforeEach, expect, it } from 'vitest';
import { selectOptionalBanked } from '../../db/bank.ts';
import { selectHistory } from '../../db/bank-history.ts';
import { selectBankPage } from '../../db/bank-list.ts';
import { selectShares } from '../../db/bank-shares.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectCameFrom, selectQuizzes } from '../../db/quizzes.ts';
import { insertUser } from '../../db/users.ts';
import { ALL_OF_BANK } from '../../domain/bank-list.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { changePerson } from '../../server/features/people/commands.ts';
import { handBackBelongings, handOverBelongings, readBelongings } from '../../server/features/people/handing-over.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { shareQuestion } from '../../server/features/questions/sharing.ts';
import { makeQuiz } from '../../server/features/quizzes/commands.ts';
import { makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
let colleague: Person;
let third: Person;
beforeEach(async () => {
  room = await makeRegradeClass();
  const person = (name: string, login: string) =>
    insertUser(database(), { name, login, role: 'teacher', passwordHash: null });
  colleague = await person('Carla', 'carla');
  third = await person('Dora', 'dora');
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

const choice = (title: string): string =>
  `::::check[${title}]\nWhich way?\n\n- [x] one\n- [ ] two\n\n:::explanation\nSo.\n:::\n::::\n`;
function done<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { ok: true }>;
}
const question = async (by: Person, title: string): Promise<string> =>
  done(await makeQuestion(by, { source: choice(title), courseId: null })).questionId;
async function quiz(by: Person, title: string, ref: string): Promise<string> {
  const questions = [{ name: null, ref, version: 1, seconds: null, points: null }];
  return done(await makeQuiz(by, { title, questions })).quizId;
}
let pictures = 0;
async function picture(...people: Person[]): Promise<string> {
  const bytes = Buffer.from(`picture ${++pictures}`);
  const { id } = await database().picture.create({
    data: { hash: bytes, width: 1, height: 1, size: bytes.length, bytes },
  });
  await database().pictureUpload.createMany({ data: people.map(({ id: userId }) => ({ pictureId: id, userId })) });
  return id;
}
const disable = async ({ id }: Person): Promise<void> => {
  done(await changePerson(room.admin, { userId: id, disabled: true }));
};
const handOver = (from: Person, login: string) => handOverBelongings(room.admin, { userId: from.id, login });
const ownerOf = async (ref: string) =>
  (await database().question.findUniqueOrThrow({ where: { id: ref }, select: { ownerId: true } })).ownerId;
const uploaders = async (pictureId: string): Promise<string[]> =>
  (await database().pictureUpload.findMany({ where: { pictureId }, select: { userId: true } }))
    .map(({ userId }) => userId)
    .toSorted();

it('takes questions, quizzes and pictures along with their histories, says who they came from, and is noted', async () => {
  const up = await question(room.teacher, 'Up');
  done(await changeQuestion(room.teacher, { questionId: up, base: 1, source: choice('Up!'), correction: false }));
  // the colleague had a share of it, which says nothing to them any more
  await shareQuestion(room.teacher, { questionId: up, login: 'carla', may: 'look' });
  const quizId = await quiz(room.teacher, 'Warm-up', up);
  // two of that name are both there afterwards
  const own = await quiz(colleague, 'Warm-up', await question(colleague, 'Up!'));
  const [single, both] = [await picture(room.teacher), await picture(room.teacher, colleague)];
  await disable(room.teacher);
  const handed = done(await handOver(room.teacher, 'carla'));
  expect(handed.moved).toMatchObject({ quizzes: 1, pictures: 1 });
  const found = await selectOptionalBanked(database(), up, colleague.id);
  expect(found?.relation).toMatchObject({ own: true });
  expect((await selectHistory(database(), up, up)).versions.map(({ number, by }) => [number, by])).toEqual([
    [2, room.teacher.name],
    [1, room.teacher.name],
  ]);
  expect(await selectShares(database(), up)).toEqual([]);
  const who = { id: colleague.id, seesAll: false };
  const page = await selectBankPage(pool(), { ...ALL_OF_BANK, search: 'Up!', page: 1, shelf: 'mine' }, who);
  expect(page.rows.map(({ id, from }) => [id === up, from]).toSorted()).toEqual([
    [false, null],
    [true, room.teacher.name],
  ]);
  const quizzes = await selectQuizzes(pool(), { search: '', page: 1 }, { personId: colleague.id, shelf: 'current' });
  expect(quizzes.rows.map(({ id, title, from }) => [id, title, from]).toSorted()).toEqual(
    [
      [quizId, 'Warm-up', room.teacher.name],
      [own, 'Warm-up', null],
    ].toSorted(),
  );
  expect(await uploaders(single)).toEqual([colleague.id]);
  expect(await uploaders(both)).toEqual([room.teacher.id, colleague.id].toSorted());
  const audited = await database().auditEvent.findFirstOrThrow({ where: { action: 'user.handOver' } });
  expect(audited).toMatchObject({
    actorId: room.admin.id,
    subject: room.teacher.id,
    details: { to: colleague.id, handover: handed.handoverId, quizzes: 1 },
  });
});

it('is of an account that is disabled, to a teacher who is not, and never to itself or of nothing', async () => {
  await question(colleague, 'Up');
  expect(await handOver(colleague, 'dora')).toMatchObject({ refused: 'notFound' });
  await disable(colleague);
  for (const login of ['ada', 'nobody', 'carla'])
    expect(await handOver(colleague, login)).toMatchObject({ refused: 'noSuchColleague', field: 'login' });
  await disable(third);
  expect(await handOver(colleague, 'dora')).toMatchObject({ refused: 'noSuchColleague' });
  expect(await handOver(third, 'teacher')).toMatchObject({ refused: 'notFound' });
  expect(await database().handover.count()).toBe(0);
  expect(await handOverBelongings(room.teacher, { userId: colleague.id, login: 'teacher' })).toMatchObject({
    refused: 'notAllowed',
  });
});

it('is given back as it is by now, once, and leaves what was handed on where it is', async () => {
  const [up, down] = [await question(colleague, 'Up'), await question(colleague, 'Down')];
  const quizId = await quiz(colleague, 'Warm-up', up);
  const shown = await picture(colleague);
  await disable(colleague);
  const first = done(await handOver(colleague, 'dora'));
  expect(first.moved).toEqual({ questions: 2, quizzes: 1, pictures: 1 });
  done(await changeQuestion(third, { questionId: up, base: 1, source: choice('Better'), correction: false }));
  // one of them goes on to somebody else
  await database().question.update({ where: { id: down }, data: { ownerId: room.teacher.id } });
  const back = await handBackBelongings(room.admin, { handoverId: first.handoverId });
  expect(back).toMatchObject({ ok: true, back: { questions: 1, quizzes: 1, pictures: 1 } });
  expect([await ownerOf(up), await ownerOf(down)]).toEqual([colleague.id, room.teacher.id]);
  expect(await uploaders(shown)).toEqual([colleague.id]);
  expect((await selectOptionalBanked(database(), up, colleague.id))?.question.version).toBe(2);
  expect(await selectCameFrom(database(), quizId)).toBeNull();
  expect(await handBackBelongings(room.admin, { handoverId: first.handoverId })).toMatchObject({ refused: 'notFound' });
  const read = done(await readBelongings(room.admin, { userId: colleague.id }));
  expect(read.has).toEqual({ questions: 1, quizzes: 1, pictures: 1 });
  expect(read.handovers).toMatchObject([{ to: 'Dora', undone: true, questions: 2, quizzes: 1, pictures: 1 }]);
});

it('moves each thing once where two admins press at the same time', async () => {
  const up = await question(colleague, 'Up');
  await disable(colleague);
  const outcomes = await Promise.all([handOver(colleague, 'dora'), handOver(colleague, 'teacher')]);
  const moved = outcomes.map((one) => (one.ok ? one.moved.questions : 0));
  expect(moved.toSorted()).toEqual([0, 1]);
  expect(await database().handoverThing.count({ where: { questionId: up } })).toBe(1);
});
