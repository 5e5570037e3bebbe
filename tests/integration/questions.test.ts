/** Questions have a history of their own: what a lesson pins, what makes a version, and what of students' work points to them. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished, selectQuestions } from '../../db/lessons.ts';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { splitLesson } from '../../domain/lesson/compiled.ts';
import { revealHint, saveDraft } from '../../server/features/practice/commands.ts';
import { CHOICE, correct, handInGraded, makeRegradeClass, otherKey, type RegradeClass } from '../support/regrading.ts';

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(disconnect);

const WHY = ['Why do we subtract', 'Why, then, do we subtract'] as const;

/** The versions of a question of the lesson, as numbers, in the order of the lesson's versions that pin them. */
async function pinned(name: string): Promise<number[]> {
  const pins = await database().lessonQuestion.findMany({
    where: { name, lessonVersion: { lessonId: room.lessonId } },
    orderBy: { lessonVersion: { number: 'asc' } },
    select: { questionVersion: { select: { number: true } } },
  });
  return pins.map(({ questionVersion }) => questionVersion.number);
}

describe('a version of a lesson', () => {
  it('gives back what was compiled, for pages without keys and for graders with them', async () => {
    const { slug, published } = await database().lesson.findUniqueOrThrow({
      where: { id: room.lessonId },
      select: { slug: true, published: { select: { id: true, source: true } } },
    });
    const compiled = await compileLesson(published?.source ?? '', `${slug}.md`);
    if (!compiled.ok) throw new Error('the lesson compiles');
    const read = await selectOptionalPublished(database(), { id: room.lessonId });
    expect(read?.content).toEqual(JSON.parse(JSON.stringify(splitLesson(compiled.lesson).content)));
    expect([...(await selectQuestions(database(), published?.id ?? '')).values()]).toEqual(
      JSON.parse(JSON.stringify(compiled.lesson.questions)),
    );
    expect(JSON.stringify(read?.content)).not.toContain('"key"');
  });

  it('has a new version of the question that says something else, and of no other', async () => {
    const before = await database().questionVersion.count();
    await correct(room, [...WHY]);
    expect(await pinned(CHOICE)).toEqual([1, 2]);
    expect(await database().questionVersion.count()).toBe(before + 1);
    // another key is another version as well, and who made it is known
    await otherKey(room);
    expect(await pinned(CHOICE)).toEqual([1, 2, 3]);
    expect(
      await database().questionVersion.findFirst({
        where: { number: 3, question: { name: CHOICE, lessonId: room.lessonId } },
        select: { createdById: true },
      }),
    ).toEqual({ createdById: room.admin.id });
  });

  it('pins the version of before where a question says again what it said', async () => {
    await correct(room, [...WHY]);
    await correct(room, [WHY[1], WHY[0]]);
    expect(await pinned(CHOICE)).toEqual([1, 2, 1]);
  });

  it('takes a question along that stands elsewhere in the lesson', async () => {
    const before = await database().questionVersion.count();
    const of = async (name: string) =>
      (await selectOptionalPublished(database(), { id: room.lessonId }))?.content.questions.find(
        (one) => one.id === name,
      );
    expect(await of('jacobian-dimensions')).toMatchObject({ number: 3 });
    // the check before it is gone
    await correct(room, [/::::check\[Partial derivative\][\s\S]*?\n::::\n/, '']);
    expect(await of('jacobian-dimensions')).toMatchObject({ number: 2 });
    expect(await pinned('jacobian-dimensions')).toEqual([1, 1]);
    expect(await database().questionVersion.count()).toBe(before);
  });

  it('cannot have its questions changed behind it', async () => {
    const db = database();
    await expect(db.$executeRaw`update question_versions set key = '{}'`).rejects.toThrow(/never changed/);
    await expect(db.$executeRaw`update question_versions set document = '{}'`).rejects.toThrow(/never changed/);
    // an account that goes is no change
    await db.$executeRaw`update question_versions set created_by_id = null`;
  });
});

describe('what students leave', () => {
  it('points to the question, whichever version of it was asked', async () => {
    const db = database();
    const question = await db.question.findUniqueOrThrow({
      where: { lessonId_name: { lessonId: room.lessonId, name: CHOICE } },
      select: { id: true },
    });
    const hinted = 'gradient-descent-step';
    await saveDraft(room.ada, {
      lessonId: room.lessonId,
      questionId: CHOICE,
      answer: { kind: 'choice', choices: ['B'] },
    });
    expect(await revealHint(room.ada, { lessonId: room.lessonId, questionId: hinted })).toMatchObject({ ok: true });
    await handInGraded(room, room.ben);
    await correct(room, [...WHY]);
    await handInGraded(room, room.chiara);
    expect(await db.submission.findMany({ where: { questionId: CHOICE }, select: { questionRef: true } })).toEqual([
      { questionRef: question.id },
      { questionRef: question.id },
    ]);
    expect(await db.score.findMany({ select: { questionRef: true } })).toEqual([
      { questionRef: question.id },
      { questionRef: question.id },
    ]);
    expect(await db.draft.findMany({ where: { userId: room.ada.id }, select: { questionRef: true } })).toEqual([
      { questionRef: question.id },
    ]);
    expect(await db.hintReveal.findMany({ select: { question: { select: { name: true, lessonId: true } } } })).toEqual([
      { question: { name: hinted, lessonId: room.lessonId } },
    ]);
  });
});
