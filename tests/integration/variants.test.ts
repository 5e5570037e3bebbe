/** A question whose values are drawn: each student's own, graded, kept, drawn anew, put right and played with them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, disconnect, pool } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { upsertDraft } from '../../db/submissions.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { playerViewOf } from '../../domain/live/view/player.ts';
import type { Person } from '../../domain/people/person.ts';
import type { QuestionView } from '../../domain/question.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { readHistory } from '../../server/features/board/commands.ts';
import { commandSession, openSession, takeSeat } from '../../server/features/live/commands.ts';
import { playAgain } from '../../server/features/live/play-again.ts';
import { drawOtherValues, saveDraft, submit } from '../../server/features/practice/commands.ts';
import { type LessonNow, readLessonNow } from '../../server/features/practice/queries.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { lookAtVariants, previewQuestion } from '../../server/features/questions/trying.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { createGrader } from '../../workers/grade.ts';
import { gradeJob, gradeLiveJob, regradeJob } from '../../workers/job.ts';
import type { Log } from '../../workers/log.ts';
import { correct, makeRegradeClass, type RegradeClass, start } from '../support/regrading.ts';

let room: RegradeClass;
const grader = createGrader();
const quiet: Log = { debug: () => undefined, error: (...said: unknown[]) => console.error(...said) } as unknown as Log;

const SLOPE = (key = '{2a}x + {b}', attributes = '') => `::::exercise[Slope]{#slope kind=maths ${attributes}}
\`\`\`yaml variants
a: { from: 2, to: 9 }
b: { from: 11, to: 40 }
\`\`\`

Differentiate $f(x) = {a}x^2 + {b}x$.

\`\`\`yaml parts
variables: [x]
parts:
  d: { equals: "${key}" }
\`\`\`

:::solution
It is ${'$'}{2a}x + {b}$.
:::

:::explanation
Powers come down.
:::
::::
`;
const END = 'Next: the same ideas as programs';

/** The class that has the question: published once, copied for each test. */
let published: string;
beforeAll(async () => {
  room = await makeRegradeClass();
  await correct(room, [END, `${SLOPE()}\n${END}`]);
  published = room.url;
});
beforeEach(async () => {
  room = await makeRegradeClass(published);
});
afterAll(async () => {
  await grader.close();
  await compiler.close();
  await disconnect();
});

async function seen(person: Person): Promise<LessonNow & { slope: QuestionView & { variant: string } }> {
  const read = await readLessonNow(person, { lessonId: room.lessonId });
  if (!read.ok) throw new Error(read.refused);
  const slope = read.now.questions.find(({ id }) => id === 'slope');
  if (slope?.variant === undefined) throw new Error('nothing was drawn');
  return { ...read.now, slope: { ...slope, variant: slope.variant } };
}
/** What is drawn, as the prompt shows it. */
function valuesIn({ promptHtml }: QuestionView): { a: number; b: number } {
  const [, a, b] = /= \{(\d+)\}x\^2 \+ \{(\d+)\}x/.exec(promptHtml) ?? [];
  return { a: Number(a), b: Number(b) };
}
const right = ({ a, b }: { a: number; b: number }) => ({ kind: 'maths', parts: { d: `${2 * a}x + ${b}` } });
let sent = 0;
async function handIn(person: Person, slope: QuestionView, answer: object) {
  const { lessonId } = room;
  const given = { lessonId, questionId: 'slope', variant: slope.variant, answer, purpose: 'submit' as const };
  return submit(person, { ...given, clientId: `varied-${++sent}` });
}
async function graded(person: Person, slope: QuestionView, answer: object): Promise<string> {
  const done = await handIn(person, slope, answer);
  if (!done.ok) throw new Error(done.refused);
  await gradeJob(database(), grader, done.submission, quiet);
  return done.submission;
}

describe('values of one’s own', () => {
  it('are drawn once, stay, and are those that one is graded by', async () => {
    const [ada, ben] = [await seen(room.ada), await seen(room.ben)];
    expect((await seen(room.ada)).slope).toEqual(ada.slope);
    expect(ada.slope.variant).not.toBe(ben.slope.variant);
    await graded(room.ada, ada.slope, right(valuesIn(ada.slope)));
    await graded(room.ben, ben.slope, right({ a: valuesIn(ben.slope).a + 1, b: 5 }));
    const states = await Promise.all([seen(room.ada), seen(room.ben)]);
    expect(states.map(({ states: { slope } }) => slope?.last?.verdict?.result)).toEqual(['pass', 'fail']);
    const { a, b } = valuesIn(ada.slope);
    expect(states[0]?.states.slope?.solutionHtml).toContain(`{${2 * a}}x + {${b}}`);
    const told = await readHistory(room.teacher, {
      classId: room.classId,
      lessonId: room.lessonId,
      userId: room.ada.id,
      questionId: 'slope',
    });
    expect(told.ok && told.history.map(({ values }) => values)).toEqual([`a = ${a}, b = ${b}`]);
  });

  it('are nobody else’s, and of what travels nothing tells how they are drawn', async () => {
    const [ada, ben] = [await seen(room.ada), await seen(room.ben)];
    expect(await handIn(room.ben, ada.slope, right(valuesIn(ada.slope)))).toMatchObject({ refused: 'notFound' });
    expect(/template|parameters|from: 2/.exec(JSON.stringify(ben.slope))).toBeNull();
  });

  it('are two windows’ the same, though both draw at the same time', async () => {
    const windows = await Promise.all([1, 2, 3, 4].map(() => seen(room.chiara)));
    expect(new Set(windows.map(({ slope }) => slope.variant)).size).toBe(1);
    expect(await database().questionVariant.count({ where: { userId: room.chiara.id } })).toBe(1);
  });
});

describe('values of a class', () => {
  const give = (sameValues: boolean) =>
    giveActivity(room.teacher, { ...USUAL_SETTINGS, classId: room.classId, lessonId: room.lessonId, sameValues });
  const ofAll = async () => {
    const all = await Promise.all([room.ada, room.ben, room.chiara].map(seen));
    return all.map(({ slope }) => valuesIn(slope));
  };

  it('are the same for everybody where its teacher says so, also for who had others before', async () => {
    const before = await seen(room.ada);
    expect(await give(true)).toMatchObject({ ok: true });
    const [ada, ben, chiara] = await ofAll();
    expect([ben, chiara]).toEqual([ada, ada]);
    // a page from before is told, and nothing of it is lost
    const answer = right(valuesIn(before.slope));
    if (valuesIn(before.slope).a !== ada?.a || valuesIn(before.slope).b !== ada.b)
      expect(await handIn(room.ada, before.slope, answer)).toMatchObject({ refused: 'questionChanged' });
    const now = await seen(room.ada);
    await graded(room.ada, now.slope, right(valuesIn(now.slope)));
    expect((await seen(room.ada)).states.slope).toMatchObject({ bestPoints: 1 });
    // others than all have are to practise with, and stay
    expect(await drawOtherValues(room.ada, { lessonId: room.lessonId, questionId: 'slope' })).toEqual({ ok: true });
    const others = await seen(room.ada);
    expect(valuesIn(others.slope)).not.toEqual(ada);
    expect(others.states.slope).toMatchObject({ given: { takes: 'practice' } });
    expect((await seen(room.ada)).slope).toEqual(others.slope);
  });

  it('leave who has handed something in already with what they have, and are each student’s own unless somebody says so', async () => {
    expect(await give(false)).toMatchObject({ ok: true });
    const own = await seen(room.ada);
    await graded(room.ada, own.slope, right({ a: 1, b: 1 }));
    expect(await give(true)).toMatchObject({ ok: true });
    expect((await seen(room.ada)).slope).toEqual(own.slope);
    const [, ben, chiara] = await ofAll();
    expect(chiara).toEqual(ben);
  });
});

describe('other values', () => {
  it('are drawn when asked for; points stay, and what is handed in for those before is kept and not graded', async () => {
    const before = await seen(room.ada);
    await graded(room.ada, before.slope, right(valuesIn(before.slope)));
    const asked = { lessonId: room.lessonId, questionId: 'slope' };
    expect(await drawOtherValues(room.ada, asked)).toEqual({ ok: true });
    const now = await seen(room.ada);
    expect(valuesIn(now.slope)).not.toEqual(valuesIn(before.slope));
    const { slope } = now.states;
    expect(slope).toMatchObject({ bestPoints: 1, attemptsUsed: 0, solutionHtml: null, draft: null, earlier: null });
    expect(slope?.last).toMatchObject({ otherValues: true });
    expect(await handIn(room.ada, before.slope, right({ a: 1, b: 1 }))).toMatchObject({ refused: 'questionChanged' });
    const after = await seen(room.ada);
    expect(after.states.slope?.earlier).toMatchObject({
      question: { variant: before.slope.variant },
      answer: right({ a: 1, b: 1 }),
    });
    expect(after.states.slope?.draft).toEqual({ kind: 'maths', parts: {} });
    await graded(room.ada, now.slope, right(valuesIn(now.slope)));
    expect((await seen(room.ada)).states.slope).toMatchObject({ attemptsUsed: 1, bestPoints: 1 });
  });

  it('are to practise with where attempts are counted, once nothing is left to be had, and count nowhere', async () => {
    await correct(room, ['{#slope kind=maths }', '{#slope kind=maths attempts=2}']);
    const asked = { lessonId: room.lessonId };
    const draw = () => drawOtherValues(room.ada, { ...asked, questionId: 'slope' });
    expect(await draw()).toMatchObject({ refused: 'valuesStay' });
    expect(await drawOtherValues(room.ada, { ...asked, questionId: 'why-subtract' })).toMatchObject({
      refused: 'valuesStay',
    });
    const { slope } = await seen(room.ada);
    await graded(room.ada, slope, right({ a: 1, b: 1 }));
    expect(await draw()).toMatchObject({ refused: 'valuesStay' });
    await graded(room.ada, slope, right({ a: 2, b: 1 }));
    expect(await handIn(room.ada, slope, right(valuesIn(slope)))).toMatchObject({ refused: 'noAttemptsLeft' });
    expect(await draw()).toEqual({ ok: true });
    const others = await seen(room.ada);
    expect(others.states.slope).toMatchObject({ given: { takes: 'practice' }, attemptsUsed: 0, solutionHtml: null });
    for (const wrong of [1, 2, 3]) await graded(room.ada, others.slope, right({ a: wrong, b: 1 }));
    await graded(room.ada, others.slope, right(valuesIn(others.slope)));
    const after = (await seen(room.ada)).states.slope;
    expect(after).toMatchObject({ bestPoints: 0, last: { practice: true, verdict: { result: 'pass' } } });
    const score = await database().score.findFirstOrThrow({ where: { userId: room.ada.id, questionId: 'slope' } });
    expect(score).toMatchObject({ points: 0, attempts: 2 });
    expect(await draw()).toEqual({ ok: true });
  });
});

describe('another version', () => {
  it('keeps the values that it can be asked with, and grades again with just these', async () => {
    const before = await seen(room.ada);
    const { a, b } = valuesIn(before.slope);
    const handed = await graded(room.ada, before.slope, right({ a, b }));
    await correct(room, ['{ equals: "{2a}x + {b}" }', '{ equals: "{3a}x + {b}" }']);
    const now = await seen(room.ada);
    expect(now.slope.variant).toBe(before.slope.variant);
    const regrade = await start(room, ['slope']);
    await regradeJob(database(), grader, { regrade, submission: handed }, quiet);
    const [item] = await database().regradeItem.findMany({ where: { regradeId: regrade } });
    expect(item?.proposed).toMatchObject({ result: 'fail' });
    await graded(room.ada, now.slope, { kind: 'maths', parts: { d: `${3 * a}x + ${b}` } });
    expect((await seen(room.ada)).states.slope?.last?.verdict?.result).toBe('pass');
  });

  it('draws anew where it draws otherwise; what was typed stays beside it', async () => {
    const before = await seen(room.ada);
    const typed = {
      lessonId: room.lessonId,
      questionId: 'slope',
      variant: before.slope.variant,
      answer: right({ a: 1, b: 2 }),
    };
    expect(await saveDraft(room.ada, typed)).toMatchObject({ ok: true });
    await correct(room, ['b: { from: 11, to: 40 }', 'b: { from: 50, to: 60 }']);
    const now = await seen(room.ada);
    expect(valuesIn(now.slope).b).toBeGreaterThanOrEqual(50);
    expect(now.states.slope?.earlier?.answer).toEqual(right({ a: 1, b: 2 }));
    expect(await handIn(room.ada, before.slope, right(valuesIn(before.slope)))).toMatchObject({ ok: false });
  });

  it('that draws, over one that did not, asks another question of what was typed before', async () => {
    await correct(
      room,
      [/```yaml variants[\s\S]*?```\n/, ''],
      [/\{2a\}x \+ \{b\}/g, '4x + 3'],
      ['{a}x^2 + {b}x', '2x^2 + 3x'],
    );
    const { versionId } = await (async () => {
      const read = await readLessonNow(room.ada, { lessonId: room.lessonId });
      if (!read.ok) throw new Error(read.refused);
      return read.now;
    })();
    const answer = { kind: 'maths' as const, parts: { d: '4x + 3' } };
    const plain = {
      userId: room.ada.id,
      lessonId: room.lessonId,
      questionId: 'slope',
      versionId,
      answer,
      claimedAt: null,
    };
    await upsertDraft(database(), plain);
    await correct(room, [/::::exercise\[Slope\][\s\S]*?\n::::\n/, SLOPE()]);
    const now = await seen(room.ada);
    expect(now.states.slope?.earlier?.answer).toEqual(answer);
  });
});

describe('a room', () => {
  it('plays values that are drawn for it, the same for all, and others when it plays again', async () => {
    const drawn: string[] = [];
    for (let opened = 0; opened < 6; opened++) {
      const session = await openSession(room.teacher, {
        lessonId: room.lessonId,
        classId: null,
        questionIds: ['slope'],
      });
      if (!session.ok) throw new Error(session.refused);
      const loaded = await new Rooms(pool()).load(session.session);
      const question = loaded?.room.questions.get('slope');
      if (question?.kind !== 'maths') throw new Error('the room does not ask it');
      const values = valuesIn(question);
      expect(question.key.truths).toMatchObject({ d: { expected: `${2 * values.a}x + ${values.b}` } });
      expect(loaded?.room.state.plan[0]?.drawn).toEqual(values);
      drawn.push(JSON.stringify(values));
    }
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it('deals its players values of their own where its host wants so: shown to each, graded by them, kept, and dealt anew', async () => {
    const settings = { ownValues: true, readSeconds: 0 };
    const asked = { lessonId: room.lessonId, classId: null, questionIds: ['slope'], settings };
    const opened = await openSession(room.teacher, asked);
    if (!opened.ok) throw new Error(opened.refused);
    const { session, code } = opened;
    const players = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (place) => {
        const seat = await takeSeat(undefined, { code, nickname: `Player ${place}` });
        if (!seat.ok) throw new Error(seat.refused);
        return seat.player;
      }),
    );
    const at = (await databaseNow(database())).getTime();
    expect(await commandSession(session, { type: 'next' }, () => at)).toMatchObject({ ok: true });
    const rooms = new Rooms(pool());
    const valuesOf = async (player: string) => {
      const question = await rooms.questionOf({ session, player }, 0);
      if (question?.kind !== 'maths') throw new Error('the room does not ask it');
      const loaded = await rooms.load(session);
      if (loaded === undefined) throw new Error('there is no room');
      // what is shown is what is graded
      expect(playerViewOf(loaded.room, player).question?.promptHtml).toBe(question.promptHtml);
      return valuesIn(question);
    };
    const own = await Promise.all(players.map(valuesOf));
    expect(new Set(own.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
    // what was drawn is stored: another server deals the same
    expect(await new Rooms(pool()).questionOf({ session, player: players[0] ?? '' }, 0)).toEqual(
      await rooms.questionOf({ session, player: players[0] ?? '' }, 0),
    );
    const [first = '', second = ''] = players;
    const [mine] = own;
    if (mine === undefined) throw new Error('nobody was dealt anything');
    const other = players.find((_player, place) => JSON.stringify(own[place]) !== JSON.stringify(mine)) ?? second;
    for (const playerId of [first, other])
      await database().liveAnswer.create({
        data: {
          sessionId: session,
          round: 0,
          playerId,
          clientId: playerId,
          answer: right(mine),
          receivedAt: new Date(at),
        },
      });
    const resultOf = async (player: string): Promise<unknown> => {
      await gradeLiveJob(database(), grader, { session, round: 0, player }, quiet);
      const { verdict } = await database().liveAnswer.findUniqueOrThrow({
        where: { sessionId_round_playerId: { sessionId: session, round: 0, playerId: player } },
      });
      return verdict;
    };
    expect(await resultOf(first)).toMatchObject({ result: 'pass' });
    expect(await resultOf(other)).toMatchObject({ result: 'fail' });
    await commandSession(session, { type: 'end' }, () => at + 60_000);
    const again = await playAgain(room.teacher, session);
    if (!again.ok) throw new Error(again.refused);
    const next = await new Rooms(pool()).load(again.session);
    expect(next?.room.state.settings.ownValues).toBe(true);
    expect(next?.room.state.plan[0]?.own).not.toEqual((await rooms.load(session))?.room.state.plan[0]?.own);
  });
});

describe('whoever writes it', () => {
  it('is shown some of them and told that all are right, and cannot save what is wrong for one of them', async () => {
    const source = SLOPE().replace('{#slope kind=maths }', '{kind=maths}');
    const shown = await previewQuestion(room.teacher, { source });
    expect(shown.ok && shown.preview.variants).toMatchObject({ of: 240, complete: true });
    expect(shown.ok && shown.preview.variants?.samples.length).toBe(10);
    expect(await lookAtVariants(room.teacher, { source })).toEqual({
      ok: true,
      checked: 240,
      edges: null,
      problems: [],
    });
    // at a = 5, b = 23 the key has no value
    const wrong = source.replace('"{2a}x + {b}"', '"{2a}x + {b} + 0/(({a} - 5)^2 + ({b} - 23)^2)"');
    const problem = { code: 'variants.with', params: { values: 'a = 5, b = 23' } };
    expect(await makeQuestion(room.teacher, { source: wrong, courseId: null })).toMatchObject({
      refused: 'checksFail',
      problems: [problem, { code: 'variants.noRightAnswer' }],
    });
    const made = await makeQuestion(room.teacher, { source, courseId: null });
    if (!made.ok) throw new Error(made.refused);
    const changed = { questionId: made.questionId, base: 1, source: wrong, correction: false };
    expect(await changeQuestion(room.teacher, changed)).toMatchObject({ refused: 'checksFail' });
  });
});
