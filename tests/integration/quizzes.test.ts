/** Quizzes of a teacher's own: made of questions of banks and lessons, saved in versions, played, and nobody else's. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect, pool } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { type QuizShelf, selectItems, selectOptionalQuiz, selectQuizzes } from '../../db/quizzes.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { previewLesson, publishEdited } from '../../server/features/courses/commands.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { readLessonNow } from '../../server/features/practice/queries.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { tagQuestions } from '../../server/features/questions/keeping.ts';
import { archiveQuiz, copyQuiz, makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { findQuestions, readLessonsToAsk, suggestQuestions } from '../../server/features/quizzes/queries.ts';
import { makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

const choice = (title: string, right = '- [x] one\n- [ ] two'): string =>
  `::::check[${title}]\nWhich way?\n\n${right}\n\n:::explanation\nSo.\n:::\n::::\n`;
const pin = (ref: string, more: { name?: string; version?: number; seconds?: number; points?: number } = {}) => ({
  name: null,
  ref,
  version: 1,
  seconds: null,
  points: null,
  ...more,
});
async function question(title: string): Promise<string> {
  const made = await makeQuestion(room.teacher, { source: choice(title), courseId: null });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.questionId;
}
async function quiz(title: string, ...refs: string[]): Promise<string> {
  const made = await makeQuiz(room.teacher, { title, questions: refs.map((ref) => pin(ref)) });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.quizId;
}
async function itemsOf(quizId: string) {
  const stored = await selectOptionalQuiz(database(), quizId);
  return selectItems(database(), stored?.published?.id ?? '');
}

describe('a quiz', () => {
  it('asks questions of a bank in its order, with times and points of its own, and keeps its versions', async () => {
    const [up, down] = [await question('Up'), await question('Down')];
    const quizId = await quiz('Warm-up', up, down);
    expect((await itemsOf(quizId)).map(({ name, title }) => [name, title])).toEqual([
      ['q1', 'Up'],
      ['q2', 'Down'],
    ]);
    const first = await selectOptionalQuiz(database(), quizId);
    const questions = [pin(down, { name: 'q2', seconds: 45, points: 3 }), pin(up, { name: 'q1' })];
    const saved = await saveQuiz(room.teacher, { quizId, base: 1, title: 'Warm-up', questions });
    expect(saved).toEqual({ ok: true, version: 2 });
    const items = await itemsOf(quizId);
    expect(items.map(({ name, seconds, points }) => [name, seconds, points])).toEqual([
      ['q2', 45, 3],
      ['q1', null, null],
    ]);
    // what was there before is there as it was
    expect((await selectItems(database(), first?.published?.id ?? '')).map(({ name }) => name)).toEqual(['q1', 'q2']);
    const asked = await selectQuestions(
      database(),
      (await selectOptionalQuiz(database(), quizId))?.published?.id ?? '',
    );
    expect([...asked.values()].map(({ seconds, points }) => [seconds, points])).toEqual([
      [45, 3],
      [20, 1],
    ]);
    // who has not seen the newest version is told
    expect(await saveQuiz(room.teacher, { quizId, base: 1, title: 'Other', questions: [] })).toMatchObject({
      refused: 'changedMeanwhile',
    });
  });

  it('is played as its checks are, follows a correction, and its room takes the corrected key', async () => {
    const down = await question('Down');
    const quizId = await quiz('Warm-up', down);
    const opened = await openSession(room.teacher, { lessonId: quizId, classId: room.classId });
    if (!opened.ok) throw new Error(opened.refused);
    const session = await database().liveSession.findUniqueOrThrow({ where: { id: opened.session } });
    expect(session).toMatchObject({ lessonId: quizId, state: { plan: [{ questionId: 'q1', seconds: 20 }] } });
    const corrected = choice('Down', '- [ ] one\n- [x] two');
    const change = { questionId: down, base: 1, source: corrected, correction: true };
    expect(await changeQuestion(room.teacher, change)).toMatchObject({ followed: ['Warm-up'] });
    expect(await itemsOf(quizId)).toMatchObject([{ name: 'q1', version: 2, newest: 2 }]);
  });

  it('finds what it may ask by words, kind and tag, and says what there is to narrow it by', async () => {
    const [up, down] = [await question('Up the hill'), await question('Down the hill')];
    const counted = `::::check[Count the hill]{kind=number}\nHow many?\n\n\`\`\`yaml answer\nvalue: 2\n\`\`\`\n\n:::explanation\nSo.\n:::\n::::\n`;
    const count = await makeQuestion(room.teacher, { source: counted, courseId: null });
    if (!count.ok) throw new Error(JSON.stringify(count));
    await tagQuestions(room.teacher, { questionIds: [up, count.questionId], add: ['exam'], remove: [] });
    const find = async (more: object) => {
      const outcome = await findQuestions(room.teacher, { search: 'hill', page: 1, shelf: 'all', ...more });
      if (!outcome.ok) throw new Error(outcome.refused);
      const { rows, kinds, tags } = outcome.found;
      return { titles: rows.map(({ title }) => title).toSorted(), kinds: kinds.length, tags };
    };
    expect(await find({})).toEqual({
      titles: ['Count the hill', 'Down the hill', 'Up the hill'],
      kinds: 2,
      tags: [{ tag: 'exam', count: 2 }],
    });
    expect(await find({ kind: 'number' })).toMatchObject({ titles: ['Count the hill'], kinds: 2 });
    expect(await find({ kind: 'choice', tag: 'exam' })).toMatchObject({ titles: ['Up the hill'] });
    expect(down).not.toBe(up);
  });

  it('is found some for, of the kinds that were wished for, of lessons too, and not twice', async () => {
    const [up, down] = [await question('Up a gradient'), await question('Down a gradient')];
    const wish = { search: 'gradient', count: 3, kinds: { choice: 1 }, rising: true, except: [up] };
    const found = await suggestQuestions(room.teacher, wish);
    if (!found.ok) throw new Error(found.refused);
    const ids = found.rows.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(ids).toContain(down);
    expect(ids).not.toContain(up);
    // the bank has only two about it: the third is asked by a lesson
    expect(found.rows.some(({ id }) => id !== down && id !== up)).toBe(true);
    expect(found.missing).toEqual([]);
    const many = await suggestQuestions(room.teacher, { ...wish, kinds: { open: 2 } });
    expect(many).toMatchObject({ missing: [{ kind: 'open', count: 2 }] });
    expect(await suggestQuestions(room.ada, wish)).toMatchObject({ refused: 'notAllowed' });
  });

  it('is made from a lesson, whose questions any teacher may ask', async () => {
    const lessons = await readLessonsToAsk(room.teacher, { lessonId: null });
    if (!lessons.ok) throw new Error(lessons.refused);
    expect(lessons.lessons.map(({ id }) => id)).toContain(room.lessonId);
    const asked = await readLessonsToAsk(room.teacher, { lessonId: room.lessonId });
    if (!asked.ok) throw new Error(asked.refused);
    const [first] = asked.items;
    if (first === undefined) throw new Error('the lesson asks nothing');
    const quizId = await makeQuiz(room.teacher, {
      title: 'From the lesson',
      questions: [pin(first.ref, { version: first.version })],
    });
    if (!quizId.ok) throw new Error(JSON.stringify(quizId));
    // it is the same question there, with one history
    expect(await itemsOf(quizId.quizId)).toMatchObject([{ ref: first.ref, title: first.title }]);
  });

  it('has a copy with a history of its own, and leaves the list and comes back', async () => {
    const quizId = await quiz('Warm-up', await question('Up'));
    const copied = await copyQuiz(room.teacher, { quizId, title: 'Second' });
    if (!copied.ok) throw new Error(copied.refused);
    expect(await itemsOf(copied.quizId)).toMatchObject([{ title: 'Up' }]);
    const titles = async (shelf: QuizShelf): Promise<string[]> => {
      const asked = { search: '', page: 1 };
      const { rows } = await selectQuizzes(pool(), asked, { personId: room.teacher.id, shelf });
      return rows.map(({ title }) => title);
    };
    await archiveQuiz(room.teacher, { quizId, archived: true });
    expect(await titles('current')).toEqual(['Second']);
    expect(await titles('archived')).toEqual(['Warm-up']);
    await archiveQuiz(room.teacher, { quizId, archived: false });
    expect((await titles('current')).toSorted()).toEqual(['Second', 'Warm-up']);
  });

  it('is nobody else’s: not played, not read as a lesson, not edited as one, not given to a class by others', async () => {
    const quizId = await quiz('Warm-up', await question('Up'));
    const source = '---\ntitle: Mine\ndescription: x\n---\n';
    expect(await openSession(room.admin, { lessonId: quizId, classId: null })).toMatchObject({ refused: 'notFound' });
    expect(await publishEdited(room.admin, { lessonId: quizId, source })).toMatchObject({ refused: 'notFound' });
    expect(await previewLesson(room.teacher, { lessonId: quizId, source })).toMatchObject({ refused: 'notFound' });
    expect(await readLessonNow(room.teacher, { lessonId: quizId })).not.toMatchObject({ ok: true });
    const given = { ...USUAL_SETTINGS, classId: room.classId, lessonId: quizId };
    expect(await giveActivity(room.admin, given)).toMatchObject({ refused: 'notFound' });
  });

  it('asks only what its owner may look at', async () => {
    const hidden = await makeQuestion(room.admin, { source: choice('Hidden'), courseId: null });
    if (!hidden.ok) throw new Error(hidden.refused);
    const before = await database().lesson.count();
    const refused = await makeQuiz(room.teacher, { title: 'T', questions: [pin(hidden.questionId)] });
    expect(refused).toMatchObject({ ok: false, refused: 'notFound' });
    // and nothing is left of it
    expect(await database().lesson.count()).toBe(before);
    const found = await findQuestions(room.teacher, { search: 'Hidden', page: 1, shelf: 'all' });
    expect(found).toMatchObject({ ok: true, found: { of: 0 } });
    await question('Found by its title');
    const other = await findQuestions(room.teacher, { search: 'by its', page: 1, shelf: 'mine' });
    expect(other).toMatchObject({ found: { rows: [{ title: 'Found by its title', kind: 'choice', seconds: 20 }] } });
    expect(JSON.stringify(other)).not.toContain('correct');
  });
});
