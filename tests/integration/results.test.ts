/**
 * Results of activities against the database: dates of one's own, late work, points by hand, sessions that count; and that what is
 * kept is what follows from the facts, whatever happened in between.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { selectOptionalFacts } from '../../db/activity-facts.ts';
import { type KeptResult, selectStaleResults } from '../../db/activity-results.ts';
import { database, disconnect, pool } from '../../db/client.ts';
import { insertSubmission } from '../../db/submissions.ts';
import { totalOfRow } from '../../domain/activities/gradebook-wire.ts';
import { hasPoints, resultState } from '../../domain/activities/result-state.ts';
import { type ActivitySettings, USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { stateDocument } from '../../domain/documents/formats.ts';
import type { Person } from '../../domain/people/person.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { begin, release, takeBack, withdraw } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { countSession, giveSeat, setOutside } from '../../server/features/activities/other.ts';
import { excuse, setOverride } from '../../server/features/activities/overrides.ts';
import { setPoints } from '../../server/features/activities/points.ts';
import { previewChange } from '../../server/features/activities/preview.ts';
import { resultsOf, workResults } from '../../server/features/activities/results.ts';
import { settle } from '../../server/features/activities/settle.ts';
import { readCell } from '../../server/features/grades/cell.ts';
import { gradesOf } from '../../server/features/grades/read.ts';
import { changeSeat, openSession, takeSeat } from '../../server/features/live/commands.ts';
import { submit } from '../../server/features/practice/commands.ts';
import { readLessonNow, readQuestion } from '../../server/features/practice/queries.ts';
import { playedRound } from '../support/live-questions.ts';
import { CHOICE, grade, handInGraded, makeRegradeClass, type RegradeClass } from '../support/regrading.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NONE = { until: null, excused: false, timeFactor: null, more: 0, waived: false, reason: '' };
type Wanted = Omit<typeof NONE, 'until' | 'timeFactor'> & { until: string | null; timeFactor: 0 | 1 | 2 | null };
const RIGHT = { kind: 'choice', choices: ['A'] };

let room: RegradeClass;
beforeEach(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await compiler.close();
  await disconnect();
});

/** This moment by the database's clock, and so many ms later. */
async function dbTime(later = 0): Promise<string> {
  const { rows } = await pool().query<{ now: Date }>('select clock_timestamp() as now');
  return new Date((rows[0]?.now.getTime() ?? 0) + later).toISOString();
}
async function give(rules: Partial<ActivitySettings> = {}, classId = room.classId): Promise<string> {
  const given = await giveActivity(room.teacher, { ...USUAL_SETTINGS, ...rules, classId, lessonId: room.lessonId });
  if (!given.ok) throw new Error(`${given.refused} ${given.field}`);
  return given.activityId;
}
const override = (activityId: string, who: Person, more: Partial<Wanted> = {}) =>
  setOverride(room.teacher, { classId: room.classId, activityId, userId: who.id, ...NONE, ...more });
const resultAt = async (activityId: string, who: Person, classId = room.classId) =>
  (await resultsOf(classId, activityId)).find(({ userId }) => userId === who.id);
/** Hands in as if it had been received then, and grades it. */
async function handInAt(who: Person, at: string, points: number, questionId = CHOICE): Promise<string> {
  const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
  const { id } = await insertSubmission(database(), {
    ...{ userId: who.id, lessonId: room.lessonId, lessonVersionId: publishedId ?? '', questionId },
    ...{ purpose: 'submit', clientId: randomUUID(), answer: RIGHT as never, seed: 's' },
    createdAt: new Date(at),
  });
  await grade(id, points === 1 ? {} : { result: points === 0 ? 'fail' : 'partial', points, signature: 'other' });
  return id;
}
const stateOf = async (who: Person) => {
  const read = await readQuestion(who, { lessonId: room.lessonId, questionId: CHOICE });
  return read.ok ? read.state : read.refused;
};
const sendNow = (who: Person) =>
  submit(who, {
    ...{ lessonId: room.lessonId, questionId: CHOICE, answer: RIGHT, purpose: 'submit' },
    clientId: randomUUID(),
  });

describe('what comes late', () => {
  it('counts less by the days, and what another rule would change is shown before it is changed', async () => {
    const dueAt = await dbTime(-1.5 * DAY);
    const activityId = await give({ dueAt, late: 'deducted', latePercent: 10, lateFloor: 50, questions: [CHOICE] });
    await handInAt(room.ada, await dbTime(-2 * DAY), 0.6);
    await handInAt(room.ada, await dbTime(-HOUR), 1);
    expect(await resultAt(activityId, room.ada)).toMatchObject({
      points: 0.8,
      earned: 1,
      days: 2,
      maxPoints: 1,
      asked: 1,
    });
    const rules = { ...USUAL_SETTINGS, dueAt, questions: [CHOICE], late: 'closed' as const };
    const asked = { classId: room.classId, lessonId: room.lessonId };
    const ada = { id: room.ada.id, name: room.ada.name };
    const shown = await previewChange(room.teacher, { ...asked, rules });
    expect(shown.ok && shown.changes.find(({ id }) => id === ada.id)).toEqual({ ...ada, before: 0.8, after: 0.6 });
    // it would close with that: who has handed in nothing would have 0
    expect(shown.ok && shown.changes.filter(({ id }) => id !== ada.id)).toMatchObject(
      Array.from({ length: 3 }, () => ({ before: null, after: 0 })),
    );
    expect(await resultAt(activityId, room.ada)).toMatchObject({ points: 0.8 });
    await give({ dueAt, late: 'closed', questions: [CHOICE] });
    expect(await resultAt(activityId, room.ada)).toMatchObject({ points: 0.6, days: 0 });
    expect(await previewChange(room.teacher, { ...asked, rules })).toEqual({ ok: true, changes: [] });
  });

  it('is 0 where nothing came before it closed, and what brings or takes that 0 away is shown before', async () => {
    const closesAt = await dbTime(-HOUR);
    const activityId = await give({ closesAt, questions: [CHOICE] });
    await handInAt(room.ada, await dbTime(-2 * HOUR), 1);
    // all but Ada, who has handed in
    const others = (await resultsOf(room.classId, activityId)).length - 1;
    const asked = { classId: room.classId, lessonId: room.lessonId };
    const { reason: _reason, ...rest } = NONE;
    const until = await dbTime(HOUR);
    const longer = { ...asked, override: { ...rest, userId: room.ben.id, until } };
    expect(await previewChange(room.teacher, longer)).toMatchObject({
      changes: [{ id: room.ben.id, before: 0, after: null }],
    });
    const ofBen = { before: null, after: 0 };
    const open = { ...USUAL_SETTINGS, questions: [CHOICE] };
    const changesBy = async (rules: object) => {
      const seen = await previewChange(room.teacher, { ...asked, rules: { ...open, ...rules } });
      return seen.ok ? new Map(seen.changes.map(({ id, before, after }) => [id, { before, after }])) : seen;
    };
    expect(await changesBy({})).toHaveProperty('size', others);
    await give(open);
    expect(await changesBy({ closesAt })).toHaveProperty('size', others);
    expect(await changesBy({ closesAt, students: [room.ada.id, room.ben.id] })).toEqual(
      new Map([[room.ben.id, ofBen]]),
    );
    await give({ ...open, students: [room.ada.id] });
    expect(await changesBy({ closesAt, students: [room.ada.id] })).toEqual(new Map());
    expect(await changesBy({ closesAt })).toHaveProperty('size', others);
  });

  it('is taken no more where the due date closes, but by who has longer', async () => {
    const activityId = await give({ dueAt: await dbTime(-HOUR), late: 'closed' });
    await handInAt(room.ben, await dbTime(-1_000), 1);
    expect(await resultAt(activityId, room.ben)).toMatchObject({ points: 0, handedIn: 0 });
    const until = await dbTime(HOUR);
    const asked = { classId: room.classId, lessonId: room.lessonId };
    const { reason: _reason, ...rest } = NONE;
    expect(
      await previewChange(room.teacher, { ...asked, override: { ...rest, userId: room.ben.id, until } }),
    ).toMatchObject({
      changes: [{ id: room.ben.id, before: 0, after: 1 }],
    });
    await override(activityId, room.ben, { until, reason: 'was ill' });
    expect(await resultAt(activityId, room.ben)).toMatchObject({ points: 1, days: 0 });
    // and what they hand in now counts, for the others it is practice
    const sent = [await sendNow(room.ben), await sendNow(room.chiara)];
    const purposes = await Promise.all(
      sent.map(
        async (one) => one.ok && (await database().submission.findUnique({ where: { id: one.submission } }))?.purpose,
      ),
    );
    expect(purposes).toEqual(['submit', 'practice']);
  });

  it('counts in each of two classes by its own dates', async () => {
    const other = await database().class.create({
      data: {
        name: 'Other',
        courseId: (await database().class.findUniqueOrThrow({ where: { id: room.classId } })).courseId,
        enrolments: {
          create: [
            { userId: room.ada.id, role: 'student' },
            { userId: room.teacher.id, role: 'teacher' },
          ],
        },
      },
    });
    const late = { late: 'deducted' as const, latePercent: 25, lateFloor: 0 };
    const here = await give({ ...late, dueAt: await dbTime(-HOUR) });
    const there = await give({ ...late, dueAt: await dbTime(HOUR) }, other.id);
    await handInGraded(room, room.ada);
    expect(await resultAt(here, room.ada)).toMatchObject({ points: 0.75 });
    expect(await resultAt(there, room.ada, other.id)).toMatchObject({ points: 1, days: 0 });
  });
});

describe('what is different for one student', () => {
  it('is told with who, when and what before; and is gone where nothing is different any more', async () => {
    const activityId = await give();
    await override(activityId, room.ada, { excused: true, reason: 'trip' });
    await override(activityId, room.ada, { more: 1 });
    await override(activityId, room.ada);
    expect(await database().activityOverride.count()).toBe(0);
    const changes = await database().activityChange.findMany({
      where: { userId: room.ada.id },
      orderBy: { id: 'asc' },
    });
    expect(changes.map(({ before, after }) => [before, after])).toMatchObject([
      [null, { excused: true, reason: 'trip' }],
      [{ excused: true }, { excused: false, more: 1 }],
      [{ more: 1 }, { more: 0 }],
    ]);
    expect(changes.every(({ actorId, what }) => actorId === room.teacher.id && what === 'override')).toBe(true);
  });

  it('is refused for who is no student of the class, and of what the class does not have', async () => {
    const activityId = await give();
    expect(await override(activityId, room.teacher, { more: 1 })).toMatchObject({
      refused: 'notFound',
      field: 'userId',
    });
    expect(await override(randomUUID(), room.ada, { more: 1 })).toMatchObject({ field: 'activityId' });
    const opensAt = await dbTime(HOUR);
    await give({ opensAt });
    expect(await override(activityId, room.ada, { until: opensAt })).toMatchObject({ field: 'until' });
  });

  it('is another attempt, for them alone', async () => {
    const activityId = await give({ attempts: 1, questions: [CHOICE] });
    for (const who of [room.ada, room.ben]) await handInGraded(room, who, { result: 'fail', points: 0 });
    await override(activityId, room.ada, { more: 1 });
    expect(await sendNow(room.ben)).toMatchObject({ refused: 'noAttemptsLeft' });
    await handInGraded(room, room.ada);
    expect(await sendNow(room.ada)).toMatchObject({ refused: 'noAttemptsLeft' });
    expect(await resultAt(activityId, room.ada)).toMatchObject({ points: 1 });
  });

  it('is excused by a word, and changes no points', async () => {
    const activityId = await give({ closesAt: await dbTime(-HOUR) });
    await override(activityId, room.ada, { excused: true });
    const found = await resultAt(activityId, room.ada);
    const stand = { given: null, handedIn: 0, asked: 1, waits: 0, opensAt: null, closesAt: 0 };
    expect(found).toMatchObject({ points: 0 });
    expect(resultState({ ...stand, excused: true }, 1)).toBe('excused');
    expect(hasPoints('excused')).toBe(false);
  });
});

describe('for whom and what', () => {
  it('is given to some students alone: for the others it is not there', async () => {
    const activityId = await give({ students: [room.ada.id], answers: 'never' });
    await handInGraded(room, room.ada);
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: null, given: { untold: { until: null } } });
    // who it was not given to practises as always, and is told
    await handInGraded(room, room.ben);
    expect(await stateOf(room.ben)).toMatchObject({ bestPoints: 1 });
    expect(await begin(room.ben, { activityId })).toMatchObject({ refused: 'notAllowed' });
    const stranger = await database().user.create({ data: { name: 'No one', login: 'no-one', role: 'student' } });
    const asked = { ...USUAL_SETTINGS, classId: room.classId, lessonId: room.lessonId };
    expect(await giveActivity(room.teacher, { ...asked, students: [stranger.id] })).toMatchObject({
      field: 'students',
    });
  });

  it('gives a few questions of a lesson: the others have the attempts and points that they always have', async () => {
    const activityId = await give({ questions: [CHOICE], attempts: 1 });
    await handInGraded(room, room.ada, { result: 'fail', points: 0 });
    expect(await sendNow(room.ada)).toMatchObject({ refused: 'noAttemptsLeft' });
    expect(await resultAt(activityId, room.ada)).toMatchObject({ maxPoints: 1, asked: 1, handedIn: 1 });
    const asked = { ...USUAL_SETTINGS, classId: room.classId, lessonId: room.lessonId };
    expect(await giveActivity(room.teacher, { ...asked, questions: ['nothing'] })).toMatchObject({
      field: 'questions',
    });
  });

  it('shows answers when they are released, and hides them again', async () => {
    const activityId = await give({ answers: 'onRelease' });
    await handInGraded(room, room.ada);
    const of = { classId: room.classId, activityId };
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: null, given: { untold: { until: null } } });
    await release(room.teacher, { ...of, released: true });
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: 1 });
    // the right answers are there to be copied: what comes now counts nowhere, also for who has longer
    await override(activityId, room.ben, { until: await dbTime(HOUR) });
    const copied = await sendNow(room.ben);
    expect(copied.ok && (await database().submission.findUnique({ where: { id: copied.submission } }))?.purpose).toBe(
      'practice',
    );
    await grade(copied.ok ? copied.submission : '');
    expect(await resultAt(activityId, room.ben)).toMatchObject({ points: 0, handedIn: 0 });
    await release(room.teacher, { ...of, released: false });
    expect(await stateOf(room.ada)).toMatchObject({ bestPoints: null, given: { untold: { until: null } } });
    const what = await database().activityChange.findMany({ where: { activityId, what: 'released' } });
    expect(what).toHaveLength(2);
  });

  it('comes back as it was when taking it back is undone', async () => {
    const activityId = await give({ attempts: 3, students: [room.ada.id] });
    await override(activityId, room.ada, { more: 2 });
    await handInGraded(room, room.ada);
    const before = await resultAt(activityId, room.ada);
    await withdraw(room.teacher, { classId: room.classId, lessonId: room.lessonId });
    expect(await override(activityId, room.ada, { more: 3 })).toMatchObject({ field: 'activityId' });
    await takeBack(room.teacher, { classId: room.classId, activityId, withdrawn: false });
    const stored = await database().activity.findUniqueOrThrow({
      where: { id: activityId },
      include: { students: true },
    });
    expect(stored).toMatchObject({ attempts: 3, withdrawnAt: null, students: [{ userId: room.ada.id }] });
    expect(await resultAt(activityId, room.ada)).toEqual(before);
    expect(await readLessonNow(room.ada, { lessonId: room.lessonId })).toMatchObject({ ok: true });
  });
});

describe('what is taken back', () => {
  it('is worked out for nobody, and by what was changed meanwhile once it is given again', async () => {
    const { classId, lessonId } = room;
    const activityId = await give();
    await handInGraded(room, room.ada, { points: 0, result: 'fail' });
    const before = await resultAt(activityId, room.ada);
    await withdraw(room.teacher, { classId, lessonId });
    await handInGraded(room, room.ada);
    expect((await selectStaleResults(database(), classId)).filter((one) => one.activityId === activityId)).toEqual([]);
    await resultsOf(classId);
    const kept = await database().activityResult.findFirstOrThrow({ where: { activityId, userId: room.ada.id } });
    expect([kept.points, kept.computed === kept.facts]).toEqual([before?.points, false]);
    await takeBack(room.teacher, { classId, activityId, withdrawn: false });
    expect(await resultAt(activityId, room.ada)).toMatchObject({ points: 1 });
  });
});

describe('a time limit that is lifted', () => {
  it('is over for nobody who has none, also where theirs had ended before', async () => {
    const { classId, lessonId } = room;
    const activityId = await give({ questions: [CHOICE] });
    await database().activity.update({ where: { id: activityId }, data: { minutes: 10 } });
    expect(await begin(room.ada, { activityId })).toEqual({ ok: true });
    await pool().query(`update sittings set begun_at = begun_at - interval '11 minutes'`);
    await settle({ activityId, userId: room.ada.id, lessonId });
    const state = async () => {
      const { columns, students } = await gradesOf(classId, [room.ada.id]);
      return students[0]?.cells[columns.findIndex(({ id }) => id === activityId)]?.state;
    };
    expect(await state()).toBe('missing');
    await override(activityId, room.ada, { timeFactor: 0 });
    expect(await state()).toBe('nothing');
    await override(activityId, room.ada, {});
    expect(await state()).toBe('missing');
    // or for all that they do in the class
    await database().enrolment.updateMany({ where: { classId, userId: room.ada.id }, data: { timeFactor: 0 } });
    expect(await state()).toBe('nothing');
    await override(activityId, room.ada, { timeFactor: 1 });
    expect(await state()).toBe('missing');
  });
});

describe('a time limit with another attempt', () => {
  it('is begun once more, and each time counts what was handed in within it', async () => {
    // a lesson has no time limit: as a quiz would have it
    const activityId = await give({ attempts: 1, questions: [CHOICE] });
    await database().activity.update({ where: { id: activityId }, data: { minutes: 10 } });
    expect(await begin(room.ada, { activityId })).toEqual({ ok: true });
    await handInGraded(room, room.ada, { result: 'fail', points: 0 });
    const ends = () => pool().query(`update sittings set begun_at = begun_at - interval '11 minutes'`);
    await ends();
    await settle({ activityId, userId: room.ada.id, lessonId: room.lessonId });
    expect(await begin(room.ada, { activityId })).toEqual({ ok: true });
    expect(await database().sitting.count()).toBe(1);
    await override(activityId, room.ada, { more: 1 });
    expect(await begin(room.ada, { activityId })).toEqual({ ok: true });
    expect(await database().sitting.count()).toBe(2);
    await handInGraded(room, room.ada);
    expect(await resultAt(activityId, room.ada)).toMatchObject({ points: 1 });
    // what was handed in between the two counts nowhere
    await handInAt(room.ada, await dbTime(-5 * 60_000), 1);
    expect((await resultAt(activityId, room.ada))?.points).toBe(1);
  });
});

describe('what is neither lesson nor quiz', () => {
  it('is a column of its own with points by hand, all or none, each change kept', async () => {
    const { classId } = room;
    const made = await setOutside(room.teacher, { classId, title: 'Oral', maxPoints: 15, dueAt: null });
    if (!made.ok) throw new Error(made.refused);
    const { activityId } = made;
    const points = (...all: [Person, number | null][]) =>
      setPoints(room.teacher, {
        classId,
        activityId,
        points: all.map(([{ id: userId }, one]) => ({ userId, points: one })),
      });
    expect(await points([room.ada, 12.5], [room.ben, 0])).toMatchObject({ ok: true });
    expect(await points([room.chiara, 3], [room.teacher, 3])).toMatchObject({ field: 'userId' });
    expect(await points([room.ada, null])).toMatchObject({ back: [{ userId: room.ada.id, points: 12.5 }] });
    const given = Object.fromEntries((await resultsOf(classId, activityId)).map((one) => [one.userId, one.given]));
    expect(given).toMatchObject({ [room.ada.id]: null, [room.ben.id]: 0, [room.chiara.id]: null });
    const kept = await database().activityChange.findMany({
      where: { activityId, what: 'points' },
      orderBy: { id: 'asc' },
    });
    expect(kept.map(({ after }) => after)).toMatchObject([{ points: 12.5 }, { points: 0 }, { points: null }]);
    expect(
      await setOutside(room.teacher, { classId, activityId, title: 'Viva', maxPoints: 20, dueAt: null }),
    ).toMatchObject({
      ok: true,
    });
    // it is nothing that anybody works on
    expect(await readLessonNow(room.ada, { lessonId: activityId })).toMatchObject({ ok: false });
  });

  it('is a live session, for being there or for right answers; and a guest’s seat may be a student’s', async () => {
    const { classId, lessonId } = room;
    const opened = await openSession(room.teacher, { lessonId, classId, questionIds: [CHOICE], settings: {} });
    if (!opened.ok) throw new Error(opened.refused);
    const { session: sessionId, code } = opened;
    const seatOf = async (person: Person | undefined, nickname: string): Promise<string> => {
      const seat = await takeSeat(person, { code, nickname });
      if (!seat.ok) throw new Error(seat.refused);
      return seat.player;
    };
    const [ada, guest] = [await seatOf(room.ada, 'Ada'), await seatOf(undefined, 'Owl')];
    const state = stateDocument.read(
      (await database().liveSession.findUniqueOrThrow({ where: { id: sessionId } })).state,
    );
    const over = { ...state, phase: 'ended' as const, rounds: [playedRound(CHOICE)] };
    const answers = [
      { playerId: ada, answer: { ...RIGHT, choices: ['B'] } },
      { playerId: guest, answer: RIGHT },
    ];
    await database().liveAnswer.createMany({
      data: answers.map((one) => ({ ...one, sessionId, round: 0, clientId: randomUUID(), receivedAt: new Date() })),
    });
    const count = (by: 'there' | 'part' | 'right' | null, maxPoints: number | null = null) =>
      countSession(room.teacher, { classId, sessionId, by, maxPoints });
    expect(await count('right', 3)).toMatchObject({ field: 'maxPoints' });
    expect(await count('there')).toMatchObject({ field: 'maxPoints' });
    expect(await count('right')).toEqual({ ok: true });
    await database().liveSession.update({
      where: { id: sessionId },
      data: { state: stateDocument.write(over) as object, endedAt: new Date() },
    });
    const { id: activityId } = await database().activity.findFirstOrThrow({ where: { sessionId } });
    const pointsNow = async () =>
      Promise.all([room.ada, room.ben].map(async (who) => (await resultAt(activityId, who))?.points));
    expect(await pointsNow()).toEqual([0, 0]);
    const seat = (userId: string | null, playerId = guest) =>
      giveSeat(room.teacher, { classId, sessionId, playerId, userId });
    expect(await seat(room.ada.id)).toMatchObject({ refused: 'seatTwice' });
    expect(await seat(room.ben.id, ada)).toMatchObject({ refused: 'seatTheirs' });
    expect(await seat(room.teacher.id)).toMatchObject({ refused: 'notFound', field: 'userId' });
    expect(await seat(room.ben.id)).toEqual({ ok: true });
    expect(await pointsNow()).toEqual([0, 1]);
    // the cell has what they answered
    const cell = await readCell(room.teacher, { classId, activityId, userId: room.ben.id });
    expect(cell.ok && cell.cell.played).toMatchObject([{ mark: 'right', first: null }]);
    expect(await seat(null)).toEqual({ ok: true });
    expect(await pointsNow()).toEqual([0, 0]);
    await count('there', 2);
    expect(await pointsNow()).toEqual([2, 0]);
    // who is taken out after its end was not there, and is when that is undone
    expect(await changeSeat(sessionId, ada, true)).toEqual({ ok: true });
    expect(await pointsNow()).toEqual([0, 0]);
    expect(await changeSeat(sessionId, ada, false)).toEqual({ ok: true });
    expect(await pointsNow()).toEqual([2, 0]);
    await count(null);
    expect(await database().activity.findFirst({ where: { sessionId, withdrawnAt: null } })).toBeNull();
  });
});

describe('what is kept', () => {
  type Step =
    | { does: 'hand in'; who: number; day: number; question: number }
    | { does: 'grade'; points: number }
    | { does: 'decide'; points: number }
    | { does: 'override'; who: number; until: number | null; more: number; waived: boolean }
    | {
        does: 'rules';
        due: number | null;
        closes: number | null;
        late: ActivitySettings['late'];
        attempts: number | null;
        minutes: number | null;
      }
    | { does: 'leave' | 'come'; who: number }
    | { does: 'factor'; who: number; factor: number }
    | { does: 'begin'; who: number; day: number }
    | { does: 'points'; who: number; given: number | null; oral: boolean; asIs: boolean }
    | { does: 'excuse'; who: number; excused: boolean };
  const who = fc.integer({ min: 0, max: 2 });
  const day = fc.integer({ min: 1, max: 6 });
  const points = fc.constantFrom(0, 0.5, 1);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ does: fc.constant('hand in' as const), who, day, question: fc.nat(1) }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('grade' as const), points }) },
    fc.record({ does: fc.constant('decide' as const), points }),
    fc.record({
      ...{ does: fc.constant('override' as const), who, until: fc.option(day), waived: fc.boolean() },
      more: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({
      ...{ does: fc.constant('rules' as const), due: fc.option(day), closes: fc.option(day) },
      late: fc.constantFrom('accepted' as const, 'deducted' as const, 'closed' as const),
      attempts: fc.option(fc.integer({ min: 0, max: 2 })),
      minutes: fc.option(fc.constant(90)),
    }),
    fc.record({ does: fc.constantFrom('leave' as const, 'come' as const), who }),
    fc.record({ does: fc.constant('factor' as const), who, factor: fc.constantFrom(0, 1, 1.5) }),
    fc.record({ does: fc.constant('begin' as const), who, day }),
    fc.record({
      does: fc.constant('points' as const),
      who,
      given: fc.option(points),
      oral: fc.boolean(),
      asIs: fc.boolean(),
    }),
    fc.record({ does: fc.constant('excuse' as const), who, excused: fc.boolean() }),
  );

  it('is out of date as soon as anything is written that it follows from, and for whom it was not written it is not', async () => {
    const { classId, lessonId } = room;
    const activityId = await give();
    const submission = await handInGraded(room, room.ada);
    const db = database();
    const of = { activityId, userId: room.ada.id };
    const enrolled = { classId, userId: room.ada.id };
    const lesson = await db.lesson.findUniqueOrThrow({ where: { id: lessonId }, include: { published: true } });
    const { id: _id, createdAt: _at, number: _number, basedOn: _based, ...version } = lesson.published ?? ({} as never);
    const writes: Record<string, () => Promise<unknown>> = {
      'a submission': () => sendNow(room.ada),
      'a verdict': () => grade(submission, { points: 0.5, result: 'partial' }),
      'a verdict that is changed': () =>
        db.verdict.updateMany({ where: { submissionId: submission }, data: { points: 1 } }),
      'the rules': () => db.activity.update({ where: { id: activityId }, data: { attempts: 3 } }),
      'an override': () => db.activityOverride.create({ data: { ...of, more: 1 } }),
      'an override that is changed': () => db.activityOverride.updateMany({ where: of, data: { more: 2 } }),
      'an override that is gone': () => db.activityOverride.deleteMany({ where: of }),
      'points by hand': () => db.activityPoints.create({ data: { ...of, points: 1 } }),
      'points by hand that are changed': () => db.activityPoints.updateMany({ where: of, data: { points: 2 } }),
      'points by hand that are gone': () => db.activityPoints.deleteMany({ where: of }),
      'for whom it is': () => db.activityStudent.create({ data: of }),
      'for whom it is no more': () => db.activityStudent.deleteMany({ where: of }),
      'a time limit that is begun': () => db.sitting.create({ data: of }),
      'a time limit that is over': () => db.sitting.updateMany({ where: of, data: { settledAt: new Date() } }),
      'more time': () => db.enrolment.updateMany({ where: enrolled, data: { timeFactor: 2 } }),
      'another version of the lesson': async () => {
        const data = { ...version, number: 77, source: `${version.source}\n` };
        const { id } = await db.lessonVersion.create({ data: data as never });
        await db.lesson.update({ where: { id: lessonId }, data: { publishedId: id } });
      },
    };
    for (const [what, write] of Object.entries(writes)) {
      await resultsOf(classId);
      expect(await selectStaleResults(db, classId), `before ${what}`).toEqual([]);
      if (what === 'a verdict') await db.verdict.deleteMany({ where: { submissionId: submission } });
      await write();
      const stale = (await selectStaleResults(db, classId)).map(({ userId }) => userId);
      expect(stale, what).toContain(room.ada.id);
      const forAll = ['the rules', 'another version of the lesson'].includes(what);
      expect(stale.includes(room.ben.id), what).toBe(forAll);
    }
  });

  /** What somebody has of a lesson that is due in the past and of one column by hand: by the rules as they are told to people. */
  async function slowTotal(userId: string, activityId: string, result: KeptResult | undefined): Promise<number | null> {
    const db = database();
    const of = { userId, activityId };
    const [rules, own, given, oral] = await Promise.all([
      db.activity.findUniqueOrThrow({ where: { id: activityId } }),
      db.activityOverride.findFirst({ where: of }),
      db.activityPoints.findFirst({ where: of }),
      db.activityPoints.findFirst({ where: { userId, activityId: { not: activityId } } }),
    ]);
    const shares: number[] = oral === null ? [] : [oral.points / 2];
    const { points = 0, maxPoints = 1, handedIn = 0, waits = 0, days = 0 } = result ?? {};
    const due = own?.until ?? rules.dueAt;
    const closes = rules.late === 'closed' && due !== null ? due : rules.closesAt;
    const left = rules.late === 'deducted' && own?.waived !== true ? Math.max(0.5, 1 - 0.1 * days) : 1;
    if (own?.excused === true) return shares[0] ?? null;
    if (given !== null) shares.push((given.points * (given.asIs ? 1 : left)) / maxPoints);
    else if (waits === 0 && (handedIn > 0 || closes !== null)) shares.push(points / maxPoints);
    return shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length;
  }

  it('is what follows from the facts, after any interleaving of what may happen', async () => {
    const { classId, lessonId } = room;
    const people = [room.ada, room.ben, room.chiara];
    const questions = [CHOICE, 'manual-gradients'];
    const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
    const start = Date.parse(await dbTime(-30 * DAY));
    const moment = (at: number | null): Date | null => (at === null ? null : new Date(start + at * DAY));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const db = database();
        await db.submission.deleteMany();
        await db.activityOverride.deleteMany();
        await db.sitting.deleteMany();
        await db.activity.deleteMany({ where: { kind: 'outside' } });
        const activityId = await give({ latePercent: 10, lateFloor: 50 });
        await db.activityPoints.deleteMany();
        const column = await setOutside(room.teacher, { classId, title: 'Oral', maxPoints: 2, dueAt: null });
        const oral = column.ok ? column.activityId : '';
        const open: string[] = [];
        const done: string[] = [];
        const person = (at: number): Person => people[at] ?? room.ada;
        for (const one of steps) {
          if (one.does === 'hand in') {
            const { id } = await insertSubmission(db, {
              ...{ userId: person(one.who).id, lessonId, lessonVersionId: publishedId ?? '', clientId: randomUUID() },
              ...{
                questionId: questions[one.question] ?? CHOICE,
                purpose: 'submit',
                answer: RIGHT as never,
                seed: 's',
              },
              createdAt: moment(one.day) ?? new Date(),
            });
            open.push(id);
          } else if (one.does === 'grade') {
            const id = open.shift();
            if (id !== undefined) {
              await grade(id, { points: one.points, result: one.points === 1 ? 'pass' : 'fail' });
              done.push(id);
            }
          } else if (one.does === 'decide' && done[0] !== undefined) {
            const { lessonVersionId } = await db.submission.findUniqueOrThrow({ where: { id: done[0] } });
            await db.verdict.deleteMany({ where: { submissionId: done[0], grader: 'teacher' } });
            await db.verdict.create({
              data: {
                ...{ submissionId: done[0], lessonVersionId, grader: 'teacher', outcome: 'graded', result: 'partial' },
                ...{ points: one.points, maxPoints: 1, signature: 'by hand', detail: {} },
              },
            });
          } else if (one.does === 'override') {
            const { who: at, until, more, waived } = one;
            const set = { until: moment(until)?.toISOString() ?? null, more, waived };
            await override(activityId, person(at), set);
          } else if (one.does === 'rules') {
            const { due: dueAt, closes: closesAt, late, attempts, minutes } = one;
            await db.activity.update({
              where: { id: activityId },
              data: { dueAt: moment(dueAt), closesAt: moment(closesAt), late, attempts, minutes },
            });
          } else if (one.does === 'leave') {
            await db.enrolment.deleteMany({ where: { classId, userId: person(one.who).id } });
          } else if (one.does === 'come') {
            const data = { classId, userId: person(one.who).id, role: 'student' as const };
            await db.enrolment.createMany({ data: [data], skipDuplicates: true });
          } else if (one.does === 'factor') {
            const where = { classId, userId: person(one.who).id };
            await db.enrolment.updateMany({ where, data: { timeFactor: one.factor } });
          } else if (one.does === 'begin') {
            const begun = { activityId, userId: person(one.who).id };
            const number = 1 + (await db.sitting.count({ where: begun }));
            // what is handed in on that day is in time with more time alone
            await db.sitting.create({
              data: { ...begun, number, begunAt: moment(one.day - 100 / 1440) ?? new Date() },
            });
          } else if (one.does === 'points') {
            const { who: at, given, asIs } = one;
            const points = [{ userId: person(at).id, points: given, asIs }];
            await setPoints(room.teacher, { classId, activityId: one.oral ? oral : activityId, points });
          } else if (one.does === 'excuse')
            await excuse(room.teacher, { classId, activityId, userId: person(one.who).id, excused: one.excused });
          // what is kept is worked out again and again, so that a change that nothing notes is seen
          await resultsOf(classId, activityId);
        }
        for (const { id: userId } of people)
          await db.enrolment.createMany({ data: [{ classId, userId, role: 'student' }], skipDuplicates: true });
        const facts = await selectOptionalFacts(db, activityId);
        const anew = facts === undefined ? new Map() : workResults(facts);
        const kept = await resultsOf(classId, activityId);
        expect(kept.length).toBe(anew.size);
        for (const { userId, activityId: _id, given: _given, asIs: _asIs, ...one } of kept)
          expect(one).toEqual(anew.get(userId));
        const book = await gradesOf(classId);
        for (const { id, cells } of book.students)
          expect(totalOfRow({ cells }, book.columns, []).share ?? -1).toBeCloseTo(
            (await slowTotal(id, activityId, anew.get(id))) ?? -1,
            5,
          );
      }),
      { numRuns: 25 },
    );
  });
});
