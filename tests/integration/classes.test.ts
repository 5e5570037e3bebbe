/** Classes: who joins by which link, what is given, and that every command of the desk asks who sends it. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { signIn } from '../../server/features/account/sign-in.ts';
import { withdraw } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import {
  changeClassSettings,
  createClass,
  findByToken,
  joinSignedIn,
  joinWithNewAccount,
  setJoinLink,
  setMembership,
} from '../../server/features/classes/commands.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

const refused = (code: string) => ({ ok: false, refused: code });

async function renew(): Promise<string> {
  const made = await setJoinLink(cast.teacher, { classId: cast.classId, open: true });
  if (!made.ok || made.token === null) throw new Error('no link was made');
  return made.token;
}
const seatOf = (userId: string) =>
  database().enrolment.findUnique({ where: { classId_userId: { classId: cast.classId, userId } } });

describe('a join link', () => {
  it('lets somebody new in as a student, who signs in with what they chose', async () => {
    const token = await renew();
    const account = { token, name: 'Nia', login: 'nia', password: 'a good password' };
    expect(await joinWithNewAccount(account)).toEqual({ ok: true, login: 'nia' });
    const entered = await signIn({ login: 'nia', password: 'a good password', address: 'x' });
    expect(entered).toMatchObject({ ok: true, person: { role: 'student' } });
    expect(await joinWithNewAccount(account)).toEqual({ ...refused('loginTaken'), field: 'login' });
  });

  it('is void once there is a newer one, and when it is closed', async () => {
    const old = await renew();
    const token = await renew();
    expect(token).not.toBe(old);
    expect(await findByToken(old)).toBeUndefined();
    expect(await findByToken(token)).toEqual({ id: cast.classId, name: 'own' });
    expect(await joinSignedIn(cast.stranger, { token: old })).toEqual(refused('linkUsed'));
    expect(await setJoinLink(cast.teacher, { classId: cast.classId, open: false })).toEqual({ ok: true, token: null });
    expect(await joinSignedIn(cast.stranger, { token })).toEqual(refused('linkUsed'));
    const late = { token, name: 'Late', login: 'late', password: 'a good password' };
    expect(await joinWithNewAccount(late)).toEqual(refused('linkUsed'));
    expect(await database().user.count({ where: { login: 'late' } })).toBe(0);
  });

  it('lets a student join twice without harm, and makes no student of a teacher', async () => {
    const token = await renew();
    expect(await joinSignedIn(cast.student, { token })).toEqual({ ok: true });
    expect(await joinSignedIn(cast.teacher, { token })).toEqual(refused('notAllowed'));
    expect(await seatOf(cast.teacher.id)).toMatchObject({ role: 'teacher' });
  });
});

describe('a class', () => {
  it('is taught by whoever makes it, and by no other', async () => {
    const made = await createClass(cast.colleague, { name: 'Monday', courseId: cast.courseId });
    const classId = made.ok ? made.classId : '';
    expect(await setJoinLink(cast.colleague, { classId, open: true })).toMatchObject({ ok: true });
    expect(await setJoinLink(cast.teacher, { classId, open: true })).toEqual(refused('notAllowed'));
    expect(await createClass(cast.colleague, { name: 'x', courseId: classId })).toMatchObject(refused('notFound'));
  });

  it('is given lessons that are written, and gives them back with the work kept', async () => {
    const due = '2027-01-15T16:00:00.000Z';
    const give = (lessonId: string, dueAt: string | null) =>
      giveActivity(cast.teacher, { ...USUAL_SETTINGS, classId: cast.classId, lessonId, dueAt });
    const has = () => database().activity.findMany({ where: { classId: cast.classId, withdrawnAt: null } });
    expect(await give(cast.unwrittenId, null)).toEqual(refused('lessonNotWritten'));
    await give(cast.lessonId, null);
    await give(cast.lessonId, due);
    expect(await has()).toMatchObject([{ lessonId: cast.lessonId, dueAt: new Date(due) }]);
    await withdraw(cast.teacher, { classId: cast.classId, lessonId: cast.lessonId });
    expect(await has()).toEqual([]);
  });

  it('loses a student whom its teacher takes out, but never its teachers', async () => {
    const out = (userId: string) => setMembership(cast.teacher, { classId: cast.classId, userId, member: false });
    expect(await out(cast.student.id)).toEqual({ ok: true });
    expect(await seatOf(cast.student.id)).toBeNull();
    await out(cast.teacher.id);
    expect(await seatOf(cast.teacher.id)).not.toBeNull();
  });

  it('takes in no account on a teacher’s word: its password would be theirs', async () => {
    const seat = { classId: cast.classId, userId: cast.stranger.id, member: true };
    expect(await setMembership(cast.teacher, seat)).toEqual(refused('notAllowed'));
    expect(await setMembership(cast.admin, { ...seat, userId: cast.colleague.id })).toEqual(refused('notFound'));
    expect(await setMembership(cast.admin, seat)).toEqual({ ok: true });
    expect(await seatOf(cast.stranger.id)).toMatchObject({ role: 'student' });
  });
});

describe('a room', () => {
  it('shows names where nobody plays as a class, in a class only if that says so, and has no speed unless asked', async () => {
    const { classId, lessonId } = cast;
    const settingsOf = async (input: Parameters<typeof openSession>[1]) => {
      const opened = await openSession(cast.teacher, input);
      if (!opened.ok) throw new Error(opened.refused);
      const { state } = await database().liveSession.findUniqueOrThrow({ where: { id: opened.session } });
      return state;
    };
    const ofClass = { lessonId, classId };
    const shown = (showNames: boolean) => ({ settings: { showNames, speed: false } });
    expect(await settingsOf({ lessonId, classId: null })).toMatchObject(shown(true));
    expect(await settingsOf(ofClass)).toMatchObject(shown(false));
    expect(await changeClassSettings(cast.teacher, { classId, showNames: true })).toEqual({ ok: true });
    expect(await settingsOf(ofClass)).toMatchObject(shown(true));
    // who opens it has the last word
    expect(await settingsOf({ ...ofClass, settings: { showNames: false } })).toMatchObject(shown(false));
  });
});
