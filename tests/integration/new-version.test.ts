/** A new version of a question is a new key: who passed, spent or opened the one before knows nothing of it. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import type { Person } from '../../domain/people/person.ts';
import { revealHint, submit } from '../../server/features/practice/commands.ts';
import { readPractice } from '../../server/features/practice/queries.ts';
import {
  CHOICE,
  correct,
  handInGraded,
  makeRegradeClass,
  otherKey,
  type RegradeClass,
  scoreOf,
} from '../support/regrading.ts';

const FAILED = { result: 'fail', points: 0, signature: 'A' } as const;
/** The exercise with hints. */
const HINTED = 'gradient-descent-step';

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(() => disconnect());

async function seen(person: Person, questionId = CHOICE) {
  const lesson = await selectOptionalPublished(database(), { id: room.lessonId });
  const state = lesson && (await readPractice(person, lesson))[questionId];
  if (state === undefined) throw new Error('the question is published');
  return state;
}

describe('a new version that grades differently', () => {
  it('keeps explanation and key from who passed the one before; their points stay', async () => {
    await handInGraded(room, room.ben);
    expect(await seen(room.ben)).toMatchObject({ choice: { correct: ['A'] }, explanationHtml: expect.any(String) });
    await otherKey(room);
    expect(await seen(room.ben)).toMatchObject({
      choice: null,
      explanationHtml: null,
      solutionHtml: null,
      bestPoints: 1,
    });
    expect(await scoreOf(room, room.ben)).toMatchObject({ points: 1, result: 'pass' });
    // an answer to the new one opens it
    await handInGraded(room, room.ben, {}, CHOICE, { kind: 'choice', choices: ['D'] });
    expect(await seen(room.ben)).toMatchObject({ choice: { correct: ['D'] }, explanationHtml: expect.any(String) });
  });

  it('shows what was open when the version before comes back', async () => {
    await handInGraded(room, room.ben);
    await correct(room, ['Why do we subtract', 'Why, then, do we subtract']);
    expect((await seen(room.ben)).explanationHtml).toBeNull();
    await correct(room, ['Why, then, do we subtract', 'Why do we subtract']);
    expect((await seen(room.ben)).explanationHtml).not.toBeNull();
  });

  it('opens none of its hints by those of the one before, counts none, and opens the first one first', async () => {
    const ask = { lessonId: room.lessonId, questionId: HINTED };
    await revealHint(room.deniz, ask);
    expect(await revealHint(room.deniz, ask)).toMatchObject({
      ok: true,
      hints: [expect.any(String), expect.any(String)],
    });
    await correct(room, ['What is the derivative of', 'Once more: what is the derivative of']);
    expect((await seen(room.deniz, HINTED)).hintsShown).toEqual([]);
    const id = await handInGraded(room, room.deniz, FAILED, HINTED, {
      kind: 'blanks',
      gaps: { grad_x: '1', grad_y: '1' },
    });
    expect((await database().submission.findUniqueOrThrow({ where: { id } })).hintsTaken).toBe(0);
    expect(await revealHint(room.deniz, ask)).toMatchObject({ hints: [expect.stringContaining('Once more')] });
    expect((await seen(room.deniz, HINTED)).hintsShown).toHaveLength(1);
  });

  it('keeps open what was open where only other questions changed', async () => {
    await handInGraded(room, room.ben);
    await revealHint(room.ben, { lessonId: room.lessonId, questionId: HINTED });
    await correct(room, ['Next: the same ideas', 'Next come the same ideas']);
    expect((await seen(room.ben)).explanationHtml).not.toBeNull();
    expect((await seen(room.ben, HINTED)).hintsShown).toHaveLength(1);
    expect(await revealHint(room.ben, { lessonId: room.lessonId, questionId: HINTED })).toMatchObject({
      hints: [expect.any(String), expect.any(String)],
    });
  });

  it('gives fresh attempts to who has spent theirs', async () => {
    await correct(room, ['{#why-subtract}', '{#why-subtract attempts=2}']);
    const handIn = (clientId: string) =>
      submit(room.chiara, {
        lessonId: room.lessonId,
        questionId: CHOICE,
        answer: { kind: 'choice', choices: ['B'] },
        purpose: 'submit',
        clientId,
      });
    await handInGraded(room, room.chiara, FAILED);
    await handInGraded(room, room.chiara, FAILED);
    expect(await handIn('client-too-many')).toMatchObject({ ok: false, refused: 'noAttemptsLeft' });
    await otherKey(room);
    expect((await seen(room.chiara)).attemptsUsed).toBe(0);
    expect(await handIn('client-fresh-one')).toMatchObject({ ok: true });
  });
});
