/**
 * What a class is given for a term, with all that is different for some: late work, dates of one's own, attempts, what is outside, a
 * session that counts, a guest's seat that is a student's, something taken back; and homework of the same numbers for all.
 */
import { randomUUID } from 'node:crypto';
import { database, pool } from '../../db/client.ts';
import { upsertPresences } from '../../db/presences.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { randomFrom } from '../../domain/judging/random.ts';
import { rehearsalAnswer } from '../../domain/live/rehearsal.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { release, takeBack } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { countSession, giveSeat, setOutside } from '../../server/features/activities/other.ts';
import { setOverride } from '../../server/features/activities/overrides.ts';
import { setPoints } from '../../server/features/activities/points.ts';
import { resultsOf } from '../../server/features/activities/results.ts';
import { markSaid } from '../../server/features/board/said.ts';
import { changeClassSettings } from '../../server/features/classes/commands.ts';
import { setUp } from '../../server/features/grades/set-up.ts';
import { ask, noteRead as readInquiry, say as sayToInquiry } from '../../server/features/inquiries/commands.ts';
import { chooseKind, noteSeen } from '../../server/features/notices/commands.ts';
import { raiseHand } from '../../server/features/now/hands.ts';
import { beginHour, bringClass, endHour } from '../../server/features/now/lead.ts';
import { takeSnapshot } from '../../server/features/now/snapshots.ts';
import { readAgain, submitAgain } from '../../server/features/practising/commands.ts';
import { readPractisable } from '../../server/features/practising/reading.ts';
import { noteRead, say, withdraw as withdrawRemark } from '../../server/features/remarks/commands.ts';
import { keepPhrase } from '../../server/features/remarks/phrases.ts';
import type { RegradeClass } from '../support/regrading.ts';

const NONE = { until: null, excused: false, timeFactor: null, more: 0, waived: false, reason: '' };

export async function fillGiven({ teacher, classId, lessonId, ada, ben, chiara }: RegradeClass): Promise<void> {
  const db = database();
  done(await changeClassSettings(teacher, { classId, timeZone: 'Europe/Berlin' }));
  const late = { late: 'deducted' as const, latePercent: 20, lateFloor: 40, keeps: 'last' as const };
  const dates = { dueAt: '2026-01-05T17:00:00.000Z', answers: 'onRelease' as const };
  const { activityId } = done(
    await giveActivity(teacher, { ...USUAL_SETTINGS, ...late, ...dates, classId, lessonId, timeZone: 'Europe/Berlin' }),
  );
  const override = async (userId: string, more: Partial<Omit<typeof NONE, 'until'>> & { until?: string }) =>
    done(await setOverride(teacher, { classId, activityId, userId, ...NONE, ...more }));
  await override(ada.id, { until: '2035-01-05T17:00:00.000Z', reason: 'war krank' });
  await override(ben.id, { excused: true, reason: 'Ausflug' });
  await override(chiara.id, { more: 1, waived: true });
  done(await release(teacher, { classId, activityId, released: true }));
  const oral = done(await setOutside(teacher, { classId, title: 'Mündlich', maxPoints: 15, dueAt: null })).activityId;
  done(await setPoints(teacher, { classId, activityId: oral, points: [{ userId: ada.id, points: 12.5 }] }));
  const category = { id: randomUUID(), name: 'Mündliche Mitarbeit', weight: 2, dropLowest: 0 };
  const marks = [
    { name: '1', from: 92 },
    { name: '6', from: 0 },
  ];
  const columns = [{ id: oral, categoryId: category.id, weight: 0.5, hidden: true }];
  done(
    await setUp(teacher, { classId, categories: [category], removed: [], columns, gradesAs: 'marks', scale: marks }),
  );
  const test = done(
    await setOutside(teacher, { classId, title: 'On paper', maxPoints: 20, dueAt: dates.dueAt }),
  ).activityId;
  done(await takeBack(teacher, { classId, activityId: test, withdrawn: true }));
  const session = await db.liveSession.findFirstOrThrow({
    where: { endedAt: { not: null }, players: { some: { userId: null, rehearsal: false } } },
    include: { players: { where: { userId: null, rehearsal: false }, take: 1 } },
  });
  await db.liveSession.update({ where: { id: session.id }, data: { classId } });
  done(await countSession(teacher, { classId, sessionId: session.id, by: 'part', maxPoints: 2 }));
  const playerId = session.players[0]?.id ?? '';
  const free = await db.player.count({ where: { sessionId: session.id, userId: ada.id } });
  if (free === 0) done(await giveSeat(teacher, { classId, sessionId: session.id, playerId, userId: ada.id }));
  const quiz = await db.lesson.findFirstOrThrow({ where: { title: 'Slopes', levelId: null } });
  const same = { ...USUAL_SETTINGS, sameValues: true, students: [ada.id, ben.id] };
  done(await giveActivity(teacher, { ...same, classId, lessonId: quiz.id }));
  await hideSomething(teacher, classId);
  await speakOf(teacher, classId, ada);
  await askedBy(ada, teacher, classId);
  await togetherWith(ada, teacher, classId);
  await practise([ada, ben, chiara]);
  await resultsOf(classId);
}

/** A remark on a line of what was handed in, its answer, and one that was taken back; read by who wrote it, and kept as a phrase. */
async function speakOf(teacher: Person, classId: string, student: Person): Promise<void> {
  const { id: submissionId } = await database().submission.findFirstOrThrow({
    where: { userId: student.id, purpose: 'submit', answer: { path: ['kind'], equals: 'function' } },
  });
  const of = { classId, submissionId };
  const [one, other, answer] = [randomUUID(), randomUUID(), randomUUID()];
  done(await say(teacher, { ...of, remark: one, line: 1, text: 'Warum $h = 10^{-5}$?' }));
  done(await say(teacher, { ...of, remark: other, line: null, text: 'gone' }));
  done(await withdrawRemark(teacher, { remark: other, withdrawn: true }));
  done(await say(student, { ...of, remark: answer, line: null, text: 'Weil es **klein** ist.' }));
  done(await noteRead(teacher, { ...of, upTo: answer }));
  done(await keepPhrase(teacher, { text: 'Schöner Weg!' }));
}

/** A question to the teachers of the class with what was typed, its answer, and a further one; read, and what is new seen up to it. */
async function askedBy(student: Person, teacher: Person, classId: string): Promise<void> {
  const { lessonId, questionId } = await database().submission.findFirstOrThrow({
    where: { userId: student.id, purpose: 'submit', answer: { path: ['kind'], equals: 'function' } },
  });
  const [inquiry, message, more] = [randomUUID(), randomUUID(), randomUUID()];
  const answer = { kind: 'function', code: 'def f(x):\n    return 0\n' };
  done(await ask(student, { classId, lessonId, questionId, inquiry, answer, text: 'Warum ist $f(0) = 0$?' }));
  done(await sayToInquiry(teacher, { inquiry, message, text: 'Setze **ein**.' }));
  done(await readInquiry(student, { inquiry, upTo: message }));
  done(await sayToInquiry(student, { inquiry, message: more, text: 'Und dann?' }));
  done(await chooseKind(student, { kind: 'regraded', where: 'app', on: false }));
  done(await noteSeen(student, { upTo: new Date().toISOString() }));
}

/** What went wrong, practised once more by whoever has something to practise. */
async function practise(students: readonly Person[]): Promise<void> {
  for (const student of students) {
    const [one] = (await readPractisable(student)).all;
    if (one === undefined) continue;
    const { question, versionId } = done(await readAgain(student, { question: one.ref })).now;
    const { variant } = question;
    const random = randomFrom(student.login);
    const { answer } = rehearsalAnswer(one.question, () => random.next());
    const named = { question: one.ref, versionId, ...(variant === undefined ? {} : { variant }) };
    done(await submitAgain(student, { ...named, answer, clientId: `practised-${student.login}`, hints: 0 }));
    return;
  }
  throw new Error('nobody has anything to practise');
}

/** An hour that was ended with a hand up, and one that goes on; where the student is, and their answer kept to be shown. */
async function togetherWith(student: Person, teacher: Person, classId: string): Promise<void> {
  const { lessonId, questionId } = await database().submission.findFirstOrThrow({
    where: { userId: student.id, purpose: 'submit', answer: { path: ['kind'], equals: 'function' } },
  });
  const { hour } = done(await beginHour(teacher, { classId }));
  done(await raiseHand(student, { hourId: hour?.id ?? '' }));
  done(await endHour(teacher, { classId }));
  done(await beginHour(teacher, { classId }));
  done(await bringClass(teacher, { classId, lessonId, section: questionId }));
  const at = { userId: student.id, lessonId, questionId, section: null, away: false, connection: 'filled' };
  await upsertPresences(pool(), [at]);
  done(await takeSnapshot(teacher, { classId, lessonId, questionId, students: [student.id] }));
}

function done<O extends Outcome<object>>(outcome: O): Extract<O, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<O, { ok: true }>;
}

/** Of what was said to a question without a key something that the class shall not see. */
async function hideSomething(teacher: Person, classId: string): Promise<void> {
  const { lessonId, questionId, userId } = await database().submission.findFirstOrThrow({
    where: {
      questionId: 'own-words',
      user: { enrolments: { some: { classId, role: 'student' } } },
      lesson: { levelId: { not: null } },
    },
    orderBy: { createdAt: 'asc' },
  });
  const order = { type: 'hideSaid' as const, round: 0, key: userId, hidden: true };
  done(await markSaid(teacher, { classId, lessonId, questionId, order }));
}
