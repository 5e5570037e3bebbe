/** Every command of the desk, sent by everybody: one table says who may, and the others are refused. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { insertVerdict } from '../../db/submissions.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { decide, readHistory } from '../../server/features/board/commands.ts';
import { readBoard, readWrong } from '../../server/features/board/queries.ts';
import { readSaid } from '../../server/features/board/said.ts';
import {
  changeClassSettings,
  createClass,
  joinSignedIn,
  setJoinLink,
  setMembership,
} from '../../server/features/classes/commands.ts';
import { previewLesson, publishEdited } from '../../server/features/courses/commands.ts';
import { makeCourse, makeLevel } from '../../server/features/courses/tree.ts';
import { saveAuthorDraft } from '../../server/features/drafting/commands.ts';
import { readQueue } from '../../server/features/inquiries/reading.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { addPerson, changePerson, makeResetLink } from '../../server/features/people/commands.ts';
import { say } from '../../server/features/remarks/commands.ts';
import { readReplies } from '../../server/features/remarks/reading.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { UNDECIDED } from '../support/undecided.ts';

type Who = 'admin' | 'teacher' | 'colleague' | 'student' | 'stranger';
const EVERYBODY: Who[] = ['admin', 'teacher', 'colleague', 'student', 'stranger'];
const QUESTION = 'manual-gradients';

let cast: Cast;
let submission: string;
let added = 0;
beforeAll(async () => {
  cast = await makeCast();
  submission = await submitUndecided();
});
afterAll(dismissCast);

/** An answer of the student that the grader could not settle. */
async function submitUndecided(): Promise<string> {
  const lesson = await database().lesson.findUniqueOrThrow({ where: { id: cast.lessonId } });
  const made = await database().submission.create({
    data: {
      userId: cast.student.id,
      lessonId: lesson.id,
      lessonVersionId: lesson.publishedId ?? '',
      questionId: QUESTION,
      purpose: 'submit',
      clientId: 'c',
      answer: { kind: 'maths', parts: { dx: '2xy' } },
      seed: 's',
    },
  });
  await insertVerdict(database(), { ...made, purpose: 'submit' }, UNDECIDED, 'test');
  return made.id;
}

interface Row {
  may: Who[];
  send(person: Person): Promise<Outcome<object>>;
}
const ofClass: Who[] = ['admin', 'teacher'];
const source = '---\ntitle: A title\ndescription: A sentence.\n---\n\nText.\n';
const table: Record<string, Row> = {
  board: { may: ofClass, send: (who) => readBoard(who, { classId: cast.classId, lessonId: cast.lessonId }) },
  wrong: {
    may: ofClass,
    send: (who) => readWrong(who, { classId: cast.classId, lessonId: cast.lessonId, questionId: QUESTION }),
  },
  said: {
    may: ofClass,
    send: (who) => readSaid(who, { classId: cast.classId, lessonId: cast.lessonId, questionId: QUESTION }),
  },
  history: {
    may: ofClass,
    send: (who) =>
      readHistory(who, {
        classId: cast.classId,
        lessonId: cast.lessonId,
        userId: cast.student.id,
        questionId: QUESTION,
      }),
  },
  remark: {
    may: [...ofClass, 'student'],
    send: (who) =>
      say(who, { classId: cast.classId, submissionId: submission, remark: randomUUID(), line: null, text: 'Why?' }),
  },
  replies: { may: ofClass, send: (who) => readReplies(who, { classId: cast.classId }) },
  asked: { may: ofClass, send: (who) => readQueue(who, { classId: cast.classId }) },
  decide: { may: ofClass, send: (who) => decide(who, { submission, points: 1 }) },
  createClass: {
    may: ['admin', 'teacher', 'colleague'],
    send: (who) => createClass(who, { name: 'New', courseId: cast.courseId }),
  },
  give: {
    may: ofClass,
    send: (who) => giveActivity(who, { ...USUAL_SETTINGS, classId: cast.classId, lessonId: cast.lessonId }),
  },
  joinLink: { may: ofClass, send: (who) => setJoinLink(who, { classId: cast.classId, open: true }) },
  classSettings: {
    may: ofClass,
    send: (who) => changeClassSettings(who, { classId: cast.classId, showNames: false }),
  },
  takeOut: {
    may: ofClass,
    send: (who) => setMembership(who, { classId: cast.classId, userId: cast.stranger.id, member: false }),
  },
  putIn: {
    may: ['admin'],
    send: (who) => setMembership(who, { classId: cast.classId, userId: cast.student.id, member: true }),
  },
  joinClass: {
    may: ['student', 'stranger'],
    async send(who) {
      const { joinToken } = await database().class.findUniqueOrThrow({ where: { id: cast.classId } });
      return joinSignedIn(who, { token: joinToken ?? '' });
    },
  },
  addStudent: {
    may: ofClass,
    send: (who) => addPerson(who, { name: 'N', login: `new-${++added}`, role: 'student', classId: cast.classId }),
  },
  addTeacher: {
    may: ['admin'],
    send: (who) => addPerson(who, { name: 'N', login: `new-${++added}`, role: 'teacher', classId: cast.classId }),
  },
  changePerson: { may: ['admin'], send: (who) => changePerson(who, { userId: cast.stranger.id, disabled: false }) },
  resetLink: { may: ofClass, send: (who) => makeResetLink(who, { userId: cast.student.id }) },
  openLive: { may: ofClass, send: (who) => openSession(who, { classId: cast.classId, lessonId: cast.lessonId }) },
  makeCourse: { may: ['admin'], send: (who) => makeCourse(who, { title: 'A course' }) },
  makeLevel: { may: ['admin'], send: (who) => makeLevel(who, { courseId: cast.courseId, title: 'A level' }) },
  previewLesson: { may: ['admin'], send: (who) => previewLesson(who, { lessonId: cast.unwrittenId, source }) },
  draftOfLesson: {
    may: ['admin'],
    send: (who) =>
      saveAuthorDraft(who, {
        thing: { of: 'lesson', lessonId: cast.unwrittenId },
        as: who.id,
        source,
        base: 0,
        claimedAt: Date.now(),
      }),
  },
  publishLesson: { may: ['admin'], send: (who) => publishEdited(who, { lessonId: cast.unwrittenId, source }) },
};

describe('who may send which command', () => {
  for (const [command, { may, send }] of Object.entries(table))
    it.each(EVERYBODY)(`${command}: ${may.join(', ')}; sent by %s`, async (who) => {
      const outcome = await send(cast[who]);
      expect(outcome.ok ? 'done' : outcome.refused).toBe(may.includes(who) ? 'done' : 'notAllowed');
    });
});

describe("a teacher's decision", () => {
  it('counts from then on, stands in the history, and can be changed', async () => {
    const score = () => database().score.findFirst({ where: { userId: cast.student.id, questionId: QUESTION } });
    expect(await decide(cast.teacher, { submission, points: 2 })).toEqual({ ok: true });
    expect(await score()).toMatchObject({ points: 2, result: 'partial' });
    expect(await decide(cast.teacher, { submission, points: 3 })).toEqual({ ok: true });
    expect(await score()).toMatchObject({ points: 3, result: 'pass' });
    expect(await table.history?.send(cast.teacher)).toMatchObject({
      history: [{ id: submission, decided: { by: cast.teacher.name }, verdict: { points: 3 } }],
    });
  });

  it('goes before what the grader says later, which is told as that and not as what counted before', async () => {
    const said = () => table.history?.send(cast.teacher);
    expect(await said()).toMatchObject({ history: [{ others: [{ points: 0, counted: true }] }] });
    await database().$executeRaw`
      insert into verdicts (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail)
      select submission_id, lesson_version_id, 'a later grader', outcome, 'partial', 1, max_points, signature, detail
      from verdicts where submission_id = ${submission}::uuid and grader <> 'teacher'`;
    expect(await said()).toMatchObject({
      history: [
        {
          decided: { by: cast.teacher.name },
          others: [
            { points: 1, counted: false },
            { points: 0, counted: true },
          ],
        },
      ],
    });
    await database().$executeRaw`delete from verdicts where grader = 'a later grader'`;
  });

  it('is refused to the second of two who looked at the same verdict, and only the first is told, counted and noted', async () => {
    const audited = () => database().auditEvent.count({ where: { action: 'verdict.decide', subject: submission } });
    const looked = async (): Promise<string> => {
      const read = await readHistory(cast.teacher, {
        classId: cast.classId,
        lessonId: cast.lessonId,
        userId: cast.student.id,
        questionId: QUESTION,
      });
      return (read.ok && read.history[0]?.verdictId) || '';
    };
    for (let time = 0; time < 5; time++) {
      const [seen, before] = [await looked(), await audited()];
      const both = await Promise.all([1, 2].map((points) => decide(cast.teacher, { submission, points, seen })));
      expect(both.map((one) => (one.ok ? 'ok' : one.refused)).sort()).toEqual(['decidedMeanwhile', 'ok']);
      expect(await audited()).toBe(before + 1);
      const score = await database().score.findFirst({ where: { userId: cast.student.id, questionId: QUESTION } });
      expect(score?.points).toBe(both.findIndex((one) => one.ok) + 1);
    }
    expect(await decide(cast.teacher, { submission, points: 3, seen: await looked() })).toEqual({ ok: true });
  });

  it('is not made where it cannot be noted who made it, nor is a class, a room, a link or a change of somebody', async () => {
    const { admin } = cast;
    await database()
      .$executeRaw`create function refuse_note() returns trigger language plpgsql as 'begin raise exception ''full''; end'`;
    await database()
      .$executeRaw`create trigger refuse_note before insert on audit_events execute function refuse_note()`;
    const counts = () =>
      Promise.all([
        database().class.count(),
        database().liveSession.count(),
        database().passwordReset.count(),
        database().user.count({ where: { disabledAt: { not: null } } }),
        database().verdict.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
      ]);
    try {
      const before = await counts();
      for (const send of [
        () => createClass(admin, { name: 'unnoted', courseId: cast.courseId }),
        () => openSession(admin, { lessonId: cast.lessonId, classId: null }),
        () => makeResetLink(admin, { userId: cast.student.id }),
        () => changePerson(admin, { userId: cast.stranger.id, disabled: true }),
        () => decide(admin, { submission, points: 2 }),
      ])
        await expect(send()).rejects.toThrow();
      expect(await counts()).toEqual(before);
    } finally {
      await database().$executeRaw`drop trigger refuse_note on audit_events`;
    }
  });

  it('gives no more than there is, and nothing to what was not handed in', async () => {
    expect(await decide(cast.teacher, { submission, points: 4 })).toMatchObject({ refused: 'badInput' });
    expect(await decide(cast.teacher, { submission: cast.classId, points: 1 })).toMatchObject({ refused: 'notFound' });
  });
});

describe('the history of a student', () => {
  it('is not read through a class in which they do not sit', async () => {
    const read = await readHistory(cast.admin, {
      classId: cast.classId,
      lessonId: cast.lessonId,
      userId: cast.colleague.id,
      questionId: QUESTION,
    });
    expect(read).toMatchObject({ refused: 'notFound' });
  });
});
