/** People of a class over a term: many at once and undone, tickets, invitations, colleagues beside its teacher, and what becomes of the class. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectOptionalUntouchedRoster } from '../../db/class-people.ts';
import { database } from '../../db/client.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import { can } from '../../domain/people/permissions.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { leaveClass, removeColleague, setAssistant } from '../../server/features/classes/colleagues.ts';
import { joinSignedIn, setExtraTime, setJoinLink, setMembership } from '../../server/features/classes/commands.ts';
import {
  acceptByLink,
  answerInvitation,
  invite,
  inviteByLink,
  takeBackInvitation,
} from '../../server/features/classes/invitations.ts';
import { archiveClass, copyClass, deleteClass, renameClass } from '../../server/features/classes/life.ts';
import { setUp } from '../../server/features/grades/set-up.ts';
import { findReset, makeResetLink, renamePerson, useReset } from '../../server/features/people/commands.ts';
import { addRoster, bringBack, lookAtRoster, undoRoster } from '../../server/features/people/roster.ts';
import { makeTickets } from '../../server/features/people/tickets.ts';
import { toClass } from '../../server/features/standing.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const ofClass = () => ({ classId: cast.classId });

async function looked(list: string) {
  const read = await lookAtRoster(cast.teacher, { ...ofClass(), file: base64(list), columns: null });
  if (!read.ok || 'refused' in read.looked) throw new Error(JSON.stringify(read));
  return read.looked.people;
}

const listed = (name: string, login: string, as: 'new' | 'invited' = 'new') => ({
  name,
  fullName: null,
  sortName: name,
  login,
  as,
});

async function added(...people: Parameters<typeof addRoster>[1]['people']) {
  const made = await addRoster(cast.teacher, { ...ofClass(), people });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made;
}

const refused = (code: string, field?: string) => ({ ok: false, refused: code, ...(field ? { field } : {}) });

async function invitationOf(userId: string): Promise<string> {
  const found = await database().classInvitation.findFirstOrThrow({
    where: { ...ofClass(), userId, answeredAt: null },
  });
  return found.id;
}

describe('a list of people', () => {
  it('is shown line by line: who is new, has an account, is in the class, stands there twice, or cannot be added', async () => {
    const lines = [
      'name,login',
      'Müller Jürgen,',
      'Stranger,cast-stranger',
      'Anybody,cast-student',
      'A teacher,cast-colleague',
      'The student,',
      'Anybody,cast-student',
      'Nobody,not a name',
    ];
    const people = await looked(lines.join('\n'));
    expect(people.map(({ name, login, state }) => [name, login, state])).toEqual([
      ['Müller Jürgen', 'muller.jurgen', 'new'],
      // of others no more is told than what was typed
      ['Stranger', 'cast-stranger', 'invited'],
      ['Anybody', 'cast-student', 'inClass'],
      ['A teacher', 'cast-colleague', 'noStudent'],
      ['The student', 'the.student', 'sameName'],
      ['Anybody', 'cast-student', 'twice'],
      ['Nobody', 'not a name', 'faulty'],
    ]);
  });

  it('of a hundred of one name gives each a sign-in name of their own, and all are added at once', async () => {
    const people = await looked(Array.from({ length: 100 }, () => 'Jo Ng').join('\n'));
    expect(new Set(people.map(({ login }) => login)).size).toBe(100);
    const made = await added(...people.map(({ name, login }) => listed(name, login)));
    expect(made.made).toHaveLength(100);
    const enrolled = await database().enrolment.count({ where: { ...ofClass(), user: { name: 'Jo Ng' } } });
    expect(enrolled).toBe(100);
    // it can be undone as long as nobody of it has done anything, also from another page and on another day
    const untouched = () => selectOptionalUntouchedRoster(database(), cast.classId);
    expect(await untouched()).toMatchObject({ id: made.rosterId, madeById: cast.teacher.id });
    const some = { id: made.made[0]?.id ?? '' };
    await database().user.update({ where: some, data: { passwordHash: 'x' } });
    expect(await untouched()).toBeUndefined();
    await database().user.update({ where: some, data: { passwordHash: null } });
    expect(await untouched()).toMatchObject({ id: made.rosterId });
    expect(await undoRoster(cast.teacher, { rosterId: made.rosterId })).toMatchObject({ gone: 100, out: 0 });
    expect(await untouched()).toBeUndefined();
    expect(await database().user.count({ where: { name: 'Jo Ng' } })).toBe(0);
  });

  it('is added whole or not at all', async () => {
    const before = await database().user.count();
    const people = [listed('First', 'first-of-two'), listed('Second', 'cast-teacher')];
    expect(await addRoster(cast.teacher, { ...ofClass(), people })).toEqual(refused('loginTaken', 'people.1.login'));
    const twice = [listed('First', 'twice'), listed('Second', 'twice')];
    expect(await addRoster(cast.teacher, { ...ofClass(), people: twice })).toEqual(
      refused('loginTaken', 'people.1.login'),
    );
    const noStudent = [listed('First', 'first-of-two'), listed('Colleague', 'cast-colleague', 'invited')];
    expect(await addRoster(cast.teacher, { ...ofClass(), people: noStudent })).toEqual(
      refused('notFound', 'people.1.login'),
    );
    expect(await database().user.count()).toBe(before);
  });

  it('undone keeps who has chosen a password meanwhile, out of the class, and takes invitations back', async () => {
    const made = await added(
      listed('Used', 'used-account'),
      listed('Unused', 'unused-account'),
      listed('Stranger', 'cast-stranger', 'invited'),
    );
    const [used] = made.made;
    const tickets = await makeTickets(cast.teacher, { ...ofClass(), userIds: [used?.id ?? ''] });
    const link = tickets.ok ? (tickets.tickets[0]?.link ?? '') : '';
    expect(await useReset({ token: link.replace('/reset/', ''), password: 'a good password' })).toMatchObject({
      ok: true,
    });
    const invitation = await invitationOf(cast.stranger.id);
    const undone = await undoRoster(cast.teacher, { rosterId: made.rosterId });
    expect(undone).toEqual({ ok: true, gone: 1, out: 1, takenBack: 1 });
    expect(await database().user.count({ where: { login: 'used-account' } })).toBe(1);
    expect(await answerInvitation(cast.stranger, { invitationId: invitation, accept: true })).toEqual(
      refused('linkUsed'),
    );
    expect(await undoRoster(cast.teacher, { rosterId: made.rosterId })).toEqual(refused('notFound', 'rosterId'));
  });
});

describe('tickets', () => {
  it('hold a link that is good for 14 days, and printed again only the newest', async () => {
    const made = await added(listed('Ticket', 'with-a-ticket'));
    const userIds = made.made.map(({ id }) => id);
    const print = async (): Promise<string> => {
      const tickets = await makeTickets(cast.teacher, { ...ofClass(), userIds });
      if (!tickets.ok) throw new Error(tickets.refused);
      expect(tickets.tickets).toMatchObject([{ name: 'Ticket', login: 'with-a-ticket' }]);
      return (tickets.tickets[0]?.link ?? '').replace('/reset/', '');
    };
    const first = await print();
    const second = await print();
    expect(await findReset(first)).toBeUndefined();
    expect(await findReset(second)).toMatchObject({ login: 'with-a-ticket' });
    const { expiresAt, createdAt } = await database().passwordReset.findFirstOrThrow({
      where: { userId: userIds[0] ?? '', usedAt: null },
    });
    expect((expiresAt.getTime() - createdAt.getTime()) / 86_400_000).toBeCloseTo(14, 2);
  });

  it('are made only for accounts that the class has made', async () => {
    await setMembership(cast.admin, { ...ofClass(), userId: cast.stranger.id, member: true });
    const tickets = await makeTickets(cast.teacher, { ...ofClass(), userIds: [cast.stranger.id, cast.student.id] });
    expect(tickets.ok && tickets.tickets.map(({ login }) => login)).toEqual(['cast-student']);
    expect(await makeResetLink(cast.teacher, { userId: cast.stranger.id })).toEqual(refused('notAllowed'));
    const names = { name: 'Another', fullName: null, sortName: null };
    expect(await renamePerson(cast.teacher, { userId: cast.stranger.id, ...names })).toEqual(refused('notAllowed'));
    expect(await renamePerson(cast.admin, { userId: cast.stranger.id, ...names })).toEqual({ ok: true });
    await setMembership(cast.teacher, { ...ofClass(), userId: cast.stranger.id, member: false });
  });
});

describe('names', () => {
  it('of an account of the class are what its teacher says: seen by all, and as lists have them', async () => {
    const userId = cast.student.id;
    await renamePerson(cast.teacher, { userId, name: 'Bill Ng', fullName: 'William Ng', sortName: null });
    const named = () => database().user.findUniqueOrThrow({ where: { id: userId } });
    expect(await named()).toMatchObject({ name: 'Bill Ng', fullName: 'William Ng', sortName: 'Ng, William' });
    await renamePerson(cast.teacher, { userId, name: 'Bill de la Cruz', fullName: null, sortName: null });
    expect(await named()).toMatchObject({ fullName: null, sortName: 'de la Cruz, Bill' });
  });
});

describe('an invitation', () => {
  it('is accepted by whom it names and by nobody else, and then they are in', async () => {
    expect(await invite(cast.teacher, { ...ofClass(), login: 'cast-stranger', as: 'student' })).toEqual({
      ok: true,
      asked: true,
    });
    // asked twice is asked once
    await invite(cast.teacher, { ...ofClass(), login: 'CAST-stranger', as: 'student' });
    const invitationId = await invitationOf(cast.stranger.id);
    expect(await answerInvitation(cast.student, { invitationId, accept: true })).toEqual(refused('linkUsed'));
    expect(await answerInvitation(cast.stranger, { invitationId, accept: true })).toEqual({ ok: true, ...ofClass() });
    const seat = { ...ofClass(), userId: cast.stranger.id };
    expect(await database().enrolment.findFirst({ where: seat })).toMatchObject({ role: 'student' });
  });

  it('is taken back, and one to teach by nobody who only has people in and out', async () => {
    await invite(cast.teacher, { ...ofClass(), login: 'cast-colleague', as: 'teacher' });
    const invitationId = await invitationOf(cast.colleague.id);
    const helper = cast.stranger;
    expect(await takeBackInvitation(helper, { invitationId })).toEqual(refused('notAllowed'));
    expect(await takeBackInvitation(cast.teacher, { invitationId })).toEqual({ ok: true });
    expect(await answerInvitation(cast.colleague, { invitationId, accept: true })).toEqual(refused('linkUsed'));
  });

  it('by a link is good once, and for who fits', async () => {
    const made = await inviteByLink(cast.teacher, { ...ofClass(), as: 'teacher' });
    const token = made.ok ? made.link.replace('/invited/', '') : '';
    expect(await acceptByLink(cast.stranger, { token })).toEqual(refused('notAllowed'));
    expect(await acceptByLink(cast.colleague, { token })).toEqual({ ok: true, ...ofClass() });
    expect(await acceptByLink(cast.colleague, { token })).toEqual(refused('linkUsed'));
    expect(await toClass(cast.colleague, cast.classId)).toEqual({ teaches: true, assists: [] });
  });

  it('makes no student an assistant of their own class', async () => {
    expect(await invite(cast.teacher, { ...ofClass(), login: 'cast-student', as: 'assistant' })).toEqual({
      ok: true,
      asked: false,
    });
    expect(await database().classInvitation.count({ where: { userId: cast.student.id } })).toBe(0);
    const seat = { ...ofClass(), userId: cast.student.id };
    await expect(database().classAssistant.create({ data: seat })).rejects.toThrow();
  });
});

describe('beside its teacher', () => {
  it('an assistant sees, and may do more as far as was allowed; and learns nowhere in it', async () => {
    await setMembership(cast.teacher, { ...ofClass(), userId: cast.stranger.id, member: false });
    await invite(cast.teacher, { ...ofClass(), login: 'cast-stranger', as: 'assistant' });
    await answerInvitation(cast.stranger, { invitationId: await invitationOf(cast.stranger.id), accept: true });
    const may = async (action: 'class.results' | 'class.people' | 'verdict.decide' | 'class.manage') =>
      can(cast.stranger.role, action, await toClass(cast.stranger, cast.classId));
    expect([await may('class.results'), await may('class.people'), await may('verdict.decide')]).toEqual([
      true,
      false,
      false,
    ]);
    const userId = cast.stranger.id;
    await setAssistant(cast.teacher, { ...ofClass(), userId, mayGrade: true, mayPeople: true, mayDrafts: false });
    expect([await may('class.people'), await may('verdict.decide'), await may('class.manage')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(
      await setAssistant(cast.stranger, { ...ofClass(), userId, mayGrade: true, mayPeople: true, mayDrafts: false }),
    ).toEqual(refused('notAllowed'));
    const { joinToken } = await database().class.findUniqueOrThrow({ where: { id: cast.classId } });
    expect(await joinSignedIn(cast.stranger, { token: joinToken ?? '' })).toEqual(refused('notAllowed'));
    expect(await leaveClass(cast.stranger, ofClass())).toEqual({ ok: true });
    expect(await may('class.results')).toBe(false);
  });

  it('a colleague goes, and the last teacher does not; whoever cannot sign in any more is none', async () => {
    await database().user.update({ where: { id: cast.colleague.id }, data: { disabledAt: new Date() } });
    expect(await leaveClass(cast.teacher, ofClass())).toEqual(refused('lastTeacher'));
    await database().user.update({ where: { id: cast.colleague.id }, data: { disabledAt: null } });
    const both = await Promise.all([leaveClass(cast.teacher, ofClass()), leaveClass(cast.colleague, ofClass())]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const teachers = await database().enrolment.findMany({ where: { ...ofClass(), role: 'teacher' } });
    expect(teachers).toHaveLength(1);
    await database().enrolment.deleteMany({ where: { ...ofClass(), role: 'teacher' } });
    await database().enrolment.create({ data: { ...ofClass(), userId: cast.teacher.id, role: 'teacher' } });
    expect(await removeColleague(cast.teacher, { ...ofClass(), userId: cast.teacher.id })).toEqual(
      refused('lastTeacher'),
    );
  });
});

describe('an assistant who may have people in and out', () => {
  it('hands out first passwords and no others, undoes their own lists only, and leaves no link behind', async () => {
    const helper = cast.stranger;
    await invite(cast.teacher, { ...ofClass(), login: 'cast-stranger', as: 'assistant' });
    await answerInvitation(helper, { invitationId: await invitationOf(helper.id), accept: true });
    await setAssistant(cast.teacher, {
      ...ofClass(),
      userId: helper.id,
      mayGrade: false,
      mayPeople: true,
      mayDrafts: false,
    });
    const made = await added(listed('First', 'first-password'));
    const userId = made.made[0]?.id ?? '';
    expect(await undoRoster(helper, { rosterId: made.rosterId })).toEqual(refused('notAllowed'));
    const first = await makeResetLink(helper, { userId });
    const token = first.ok ? first.link.replace('/reset/', '') : '';
    expect(await findReset(token)).toMatchObject({ login: 'first-password' });
    // what they gave out goes with their right
    await setAssistant(cast.teacher, {
      ...ofClass(),
      userId: helper.id,
      mayGrade: false,
      mayPeople: false,
      mayDrafts: false,
    });
    expect(await findReset(token)).toBeUndefined();
    await setAssistant(cast.teacher, {
      ...ofClass(),
      userId: helper.id,
      mayGrade: false,
      mayPeople: true,
      mayDrafts: false,
    });
    const again = await makeResetLink(cast.teacher, { userId });
    await useReset({ token: again.ok ? again.link.replace('/reset/', '') : '', password: 'a good password' });
    expect(await makeResetLink(helper, { userId })).toEqual(refused('notAllowed'));
    expect(await makeTickets(helper, { ...ofClass(), userIds: [userId] })).toEqual({ ok: true, tickets: [] });
    const own = await addRoster(helper, { ...ofClass(), people: [listed('Second', 'second-list')] });
    expect(own.ok && (await undoRoster(helper, { rosterId: own.rosterId }))).toMatchObject({ gone: 1 });
    // asked as a student while they assist: nobody is asked what they cannot say yes to
    expect(await invite(cast.teacher, { ...ofClass(), login: 'cast-stranger', as: 'student' })).toMatchObject({
      asked: false,
    });
    await leaveClass(helper, ofClass());
  });
});

describe('who is taken out', () => {
  it('comes back with what the class knew of them, and not by the link where that was said', async () => {
    const seat = { ...ofClass(), userId: cast.student.id };
    await setExtraTime(cast.teacher, { ...seat, timeFactor: 1.5 });
    await setMembership(cast.teacher, { ...seat, member: false, barred: true });
    const link = await setJoinLink(cast.teacher, { ...ofClass(), open: true });
    const token = link.ok ? (link.token ?? '') : '';
    expect(await joinSignedIn(cast.student, { token })).toEqual(refused('notAllowed'));
    expect(await bringBack(cast.teacher, seat)).toEqual({ ok: true });
    expect(await database().enrolment.findFirst({ where: seat })).toMatchObject({ role: 'student', timeFactor: 1.5 });
    // nobody who was never in it
    expect(await bringBack(cast.teacher, { ...ofClass(), userId: cast.colleague.id })).toEqual(refused('notFound'));
    await setMembership(cast.teacher, { ...seat, member: false });
    expect(await database().formerStudent.count({ where: { ...seat, barred: false } })).toBe(1);
    expect(await joinSignedIn(cast.student, { token })).toEqual({ ok: true });
    expect(await database().enrolment.findFirst({ where: seat })).toMatchObject({ timeFactor: 1.5 });
    expect(await database().formerStudent.count({ where: seat })).toBe(0);
  });
});

describe('a class', () => {
  it('is copied for the next year with its dates moved, without its students', async () => {
    const dueAt = '2027-01-15T16:00:00.000Z';
    const some = { ...USUAL_SETTINGS, ...ofClass(), lessonId: cast.lessonId, dueAt, students: [cast.student.id] };
    const given = await giveActivity(cast.teacher, some);
    const category = { id: randomUUID(), name: 'Tests', weight: 2, dropLowest: 1 };
    const column = { categoryId: category.id, weight: 3, hidden: true };
    await setUp(cast.teacher, {
      ...{ ...ofClass(), categories: [category], removed: [], gradesAs: 'marks', scale: [{ name: 'all', from: 0 }] },
      columns: [{ id: given.ok ? given.activityId : '', ...column }],
    });
    const made = await copyClass(cast.teacher, { ...ofClass(), name: 'Next year', activities: true, days: 364 });
    const classId = made.ok ? made.classId : '';
    const copy = await database().class.findUniqueOrThrow({
      where: { id: classId },
      include: { enrolments: true, activities: true, categories: true },
    });
    expect(copy).toMatchObject({ gradesAs: 'marks', scale: [{ name: 'all', from: 0 }] });
    expect(copy.categories).toMatchObject([{ name: 'Tests', weight: 2, dropLowest: 1 }]);
    // what counts there is its own, and what was for some is for nobody yet
    expect(copy.categories[0]?.id).not.toBe(category.id);
    expect(copy.activities[0]).toMatchObject({
      categoryId: copy.categories[0]?.id,
      weight: 3,
      hidden: true,
      forSome: true,
    });
    expect(await database().activityStudent.count({ where: { activityId: copy.activities[0]?.id ?? '' } })).toBe(0);

    expect(copy.enrolments.map(({ userId, role }) => [userId, role])).toEqual([[cast.teacher.id, 'teacher']]);
    expect(copy.activities).toMatchObject([{ lessonId: cast.lessonId, dueAt: new Date('2028-01-14T16:00:00.000Z') }]);
    const bare = await copyClass(cast.teacher, { ...ofClass(), name: 'Bare', activities: false, days: 0 });
    expect(await database().activity.count({ where: { classId: bare.ok ? bare.classId : '' } })).toBe(0);
  });

  it('is renamed, put aside and back, and deleted only when put aside and named; what was handed in stays', async () => {
    const made = await copyClass(cast.teacher, { ...ofClass(), name: 'To go', activities: false, days: 0 });
    const classId = made.ok ? made.classId : '';
    await renameClass(cast.teacher, { classId, name: 'Gone' });
    const gone = (name: string) => deleteClass(cast.teacher, { classId, name });
    expect(await gone('Gone')).toEqual(refused('changedMeanwhile', 'name'));
    await archiveClass(cast.teacher, { classId, archived: true });
    // who does not teach it does not bring it back
    expect(await archiveClass(cast.colleague, { classId, archived: false })).toEqual(refused('notAllowed'));
    await archiveClass(cast.teacher, { classId, archived: false });
    expect(await renameClass(cast.teacher, { classId, name: 'Gone' })).toEqual({ ok: true });
    await archiveClass(cast.teacher, { classId, archived: true });
    expect(await gone('Goner')).toEqual(refused('changedMeanwhile', 'name'));
    const work = await database().submission.count();
    expect(await gone('Gone')).toEqual({ ok: true });
    expect(await database().class.count({ where: { id: classId } })).toBe(0);
    expect(await database().submission.count()).toBe(work);
  });
});
